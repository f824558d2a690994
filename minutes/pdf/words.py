"""The Swedish words that the documents print; part of the record, never translated."""

from boards.membership.enums import MemberRole
from minutes.meeting.enums import MeetingKind

MINUTES_TITLE = "Protokoll {date}, {board}"
MINUTES_KIND = "SAMMANTRÄDESPROTOKOLL"
EXTRACT_KIND = "PROTOKOLLSUTDRAG"
ATTESTED = "Bestyrker att utdraget stämmer med det justerade protokollet"

PLACE_AND_TIME = "Plats och tid"
DECIDING = "Beslutande"
OTHERS = "Övriga deltagare"
NOT_SERVING = "Ej tjänstgörande ersättare"
NOT_SERVING_MEMBERS = "Ej tjänstgörande ledamöter"
STAFF = "Personal"
UNION = "Personalföreträdare"
OBSERVERS = "Förtroendevalda med närvarorätt"
GUESTS = "Övriga närvarande"
CHOSEN = "Utses att justera"
CHOSEN_IN_RESERVE = "{name}, ersättare"
CHOSEN_FOR_ITEM = "{name}, {item}"
MINUTES_NUMBER = "Protokollsnummer"
MEETING_KINDS: dict[str, str] = {
    MeetingKind.EXTRA: "Extra sammanträde",
    MeetingKind.CONTINUED: "Fortsättning på sammanträdet {day}",
}
ADJOURNMENTS = "Ajournering"
APPROVAL_PLACE = "Justeringens plats och tid"
SIGNATURES = "Underskrifter"
ITEMS = "Paragrafer"
CLOCK = "kl. {start}–{end}"
CLOCK_FROM = "kl. {start}"
DISTANCE_DECIDING = "deltar på distans"
DISTANCE_OTHERS = "närvarande digitalt"
EXCEPT = "ej {items}"
SOME_PART = "del av § {number}"
NAMED_PART = "§ {number} {part}"
CAME = "kom kl. {clock}"
LEFT = "gick kl. {clock}"
ADMITTED_BY = "närvarande enligt {decision}"
ACTING_CHAIR = "tjänstgörande ordförande"
SERVES_FOR = "för {member}"
SERVES_IN_VACANT = "på vakant plats"
AND = " och "

ROLES: dict[str, str] = {
    MemberRole.CHAIR: "ordförande",
    MemberRole.VICE_CHAIR: "vice ordförande",
    MemberRole.SECOND_VICE_CHAIR: "andre vice ordförande",
}
SERVING_SUBSTITUTE = "tjänstgörande ersättare"
SIGNS_AS = {"secretary": "Sekreterare", "chair": "Ordförande", "approver": "Justerande"}

NOTICE_TITLE = "ANSLAG/BEVIS"
NOTICE_TEXT = (
    "Protokollet är justerat. Att det är justerat har tillkännagivits på anslagstavlan."
)
NOTICE_TEXT_JOINT = (
    "Protokollet är justerat. Att det är justerat har tillkännagivits på"
    " anslagstavlan i varje samverkande kommun."
)
NOTICE_ORGAN = "Organ"
NOTICE_MEETING = "Sammanträdesdatum"
NOTICE_UP = "Datum för anslags uppsättande"
NOTICE_DOWN = "Datum för anslags nedtagande"
NOTICE_KEPT = "Förvaringsplats för protokoll"
NOTICE_BY_CERTIFICATE = "Framgår av beviset om anslag"
NOTICE_SIGNATURE = "Underskrift"

CONTENTS = "Innehållsförteckning"
DNR = "DNR {dnr}"
APPENDICES = "Bilagor"
FILE_OF_OTHER_KIND = "Bilagan är en fil som förvaras tillsammans med protokollet."
FILE_NAME = "Filnamn"
FILE_TYPE = "Filtyp"
FILE_SIZE = "Storlek"
FILE_HASH = "Kontrollsumma (SHA-256)"
NO_FILE = "Handlingen finns i ärendets akt: {designation}."
HIDDEN_DOCUMENT = "Handling som omfattas av sekretess"
HIDDEN_COMMUNICATION = "Meddelande som omfattas av sekretess"
HIDDEN_ITEM = "Paragraf som omfattas av sekretess"

# A correction after justering (JO 581-2013; P-05).
CORRECTION = "Rättelse {day:%Y-%m-%d} av {by}:"
CORRECTED = "”{wrong}” har rättats till ”{right}”."
CORRECTION_GROUND = "Grund: {ground}."
EARLIER_VERSION = "Den tidigare lydelsen har kontrollsumman (SHA-256) {sha256}."
VERSION_LABEL = "Rättad version"
VERSION = "Version {version}, rättad i {label}. Den tidigare versionen finns kvar."
RESERVE_SIGNS = "{name} kan inte justera ({reason}). {reserve} tar över."
# Noted by a signer at the justering (P-06).
OPINIONS = "Avvikande mening vid justeringen"
FRONT_PAGE = "försättsbladet"
