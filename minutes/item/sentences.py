"""The Swedish sentences of the minutes themselves.

They become part of a legal document, so they are data of the product and never follow
the language of the reader's screen.
"""

from minutes.item.enums import (
    AskedKind,
    NoteKind,
    PointOutcome,
    ProposalKind,
    RoundPurpose,
    SectionKind,
    SettledBy,
    VoteChoice,
)

SECTION_HEADINGS: dict[str, str] = {
    SectionKind.SUMMARY: "Sammanfattning",
    SectionKind.FINANCES: "Ekonomi",
    SectionKind.BACKGROUND: "Bakgrund",
    SectionKind.TABLES: "Tabell ur ärendet",
    SectionKind.ATTENDANCE: "Närvaro under paragrafen",
    SectionKind.RECUSAL: "Jäv",
    SectionKind.FLOOR: "Yrkanden",
    SectionKind.PROCEDURE: "Beslutsgång",
    SectionKind.RESERVATION: "Reservation",
    SectionKind.NOTES: "Anteckningar och yttranden",
    SectionKind.DISPATCH: "Expedieras till",
}

POINT, POINTS = "punkt", "punkterna"
ON_BEHALF = "{people} för {group}"

ANSWER = {True: "ja", False: "nej"}
ASKED = "Ordföranden frågar om {question}"
ASKED_QUOTED = "Ordföranden ställer frågan ”{question}”"
FOUND = " och finner att svaret är {answer}."
ORDER = "Frågorna ställs i den ordning som de redovisas här."
NUMBERED_ROUND = "Fråga {number}"

PURPOSES = {
    RoundPurpose.PROCEDURAL: "formfråga",
    RoundPurpose.COUNTER: "motförslag",
    RoundPurpose.MAIN: "sakfråga",
    RoundPurpose.ADDITION: "tillägg",
    RoundPurpose.ELECTION: "val",
}
MAIN_VOTE = "huvudvotering"
VOTE_ON_MATTER = "sakfråga"
CONTENDERS = {
    RoundPurpose.COUNTER: (
        "{yes} eller {no} ska bli motförslag till huvudförslaget i huvudvoteringen."
    ),
    RoundPurpose.MAIN: "{yes} är huvudförslag och {no} är motförslag.",
}
ROUND_ABOUT = "Frågan gäller {points}."

VOTE_REQUESTED = "Omröstning begärs."
VOTE_REQUESTED_BY = "{person} begär omröstning."
OPEN_VOTE = "Den genomförs öppet, namn för namn, och ordföranden röstar sist."
CLOSED_VOTE = "Omröstningen genomförs med slutna sedlar."
MEANING = {True: "Ja betyder {meaning}.", False: "Nej betyder {meaning}."}
MEANS_PROPOSAL = "bifall till {name}"
MEANS_ANSWER = {
    True: "att frågan besvaras med ja",
    False: "att frågan besvaras med nej",
}
TOTALS = "Omröstningen ger {yes} och {no}."
ABSTAINING = "{people} avstår från att rösta."
BY_MAJORITY = "Frågan är därmed besvarad med {answer}."
BY_MAJORITY_MEANING = "Frågan är därmed besvarad med {answer}, alltså {meaning}."
BY_CASTING_VOTE = (
    "Rösterna är lika många på båda sidor. Ordförandens utslagsröst ger svaret"
    " {answer}."
)
BY_CASTING_VOTE_MEANING = (
    "Rösterna är lika många på båda sidor. Ordförandens utslagsröst ger svaret"
    " {answer}, alltså {meaning}."
)
BY_LOT = "Rösterna är lika många på båda sidor. Lottning ger svaret {answer}."
BY_LOT_MEANING = (
    "Rösterna är lika många på båda sidor. Lottning ger svaret {answer},"
    " alltså {meaning}."
)
BY_MINORITY = (
    "Minst en tredjedel av de närvarande ledamöterna har begärt det, och frågan är"
    " därmed besvarad med {answer} (5 kap. 50 § kommunallagen)."
)
BY_MINORITY_MEANING = (
    "Minst en tredjedel av de närvarande ledamöterna har begärt det, och frågan är"
    " därmed besvarad med {answer}, alltså {meaning} (5 kap. 50 § kommunallagen)."
)
OUTCOMES = {
    SettledBy.ACCLAMATION: (BY_MAJORITY, BY_MAJORITY_MEANING),
    SettledBy.MAJORITY: (BY_MAJORITY, BY_MAJORITY_MEANING),
    SettledBy.CASTING_VOTE: (BY_CASTING_VOTE, BY_CASTING_VOTE_MEANING),
    SettledBy.LOT: (BY_LOT, BY_LOT_MEANING),
    SettledBy.MINORITY: (BY_MINORITY, BY_MINORITY_MEANING),
}
VOTES_RUNNING = {
    VoteChoice.YES: "Ja röstar {people}.",
    VoteChoice.NO: "Nej röstar {people}.",
    VoteChoice.ABSTAIN: "Avstår från att rösta gör {people}.",
}
BLANK_BALLOTS = ("valsedel är blank.", "valsedlar är blanka.")
CANDIDATE, VOTES = "Namn", "Röster"
ELECTED_BY_VOTES = "Omröstningen leder till att {people} väljs."
ELECTED_BY_LOT = "Rösterna är lika många. Lottning leder till att {people} väljs."
VOTER, CHOICE, SUM = "Ledamot", "Röst", "Summa"
CHOICES = {
    VoteChoice.YES: "Ja",
    VoteChoice.NO: "Nej",
    VoteChoice.ABSTAIN: "Avstår",
}

PROPOSED_LEAD = "Förvaltningens förslag:"
PROPOSED_BY_LEAD = "{owner} förslag:"
PROPOSED_NAME = "{owner} förslag till beslut"
PROPOSED_OWNER = "förvaltningens"
PROPOSED_HEADING = "Förslag till beslut"
FLOOR_LEADS = {
    ProposalKind.ADOPT: "{people} yrkar bifall",
    ProposalKind.REJECT: "{people} yrkar avslag",
    ProposalKind.AMEND: "{people} yrkar följande ändring",
    ProposalKind.ADD: "{people} yrkar följande tillägg",
    ProposalKind.POSTPONE: "{people} yrkar bordläggning",
    ProposalKind.REFER_BACK: "{people} yrkar återremiss",
    ProposalKind.ELECT: "{people} föreslår att följande väljs",
}
FLOOR_REASON = {
    ProposalKind.POSTPONE: " med följande motivering",
    ProposalKind.REFER_BACK: " med följande motivering",
}
CHAIR_NOTE = "Ordföranden"
CHAIR_OWNS = "ordförandens"
SECONDED = "{people}, med instämmande av {others},"
ABOUT_OTHERS = "{lead} till {others}"
AGAINST_OTHERS = "{lead} på {others}"
UNTIL = "{lead} till {date}"
IN_POINTS = "{lead} i {points}"
NOT_PUT = "Ordföranden ställer inte yrkandet under proposition. Skäl: {reason}."
PROPOSAL_NAMES = {
    ProposalKind.ADOPT: "yrkande om bifall",
    ProposalKind.REJECT: "yrkande om avslag",
    ProposalKind.AMEND: "ändringsyrkande",
    ProposalKind.ADD: "tilläggsyrkande",
    ProposalKind.POSTPONE: "yrkande om bordläggning",
    ProposalKind.REFER_BACK: "yrkande om återremiss",
    ProposalKind.ELECT: "förslag till val",
}
QUESTION_PROPOSED = "förvaltningens förslag till beslut antas"
QUESTION_WITH = "förvaltningens förslag till beslut med {changes} antas"
QUESTION_CHANGE = {
    ProposalKind.ADD: "{people} tilläggsförslag",
    ProposalKind.AMEND: "{people} ändringsförslag",
}
QUESTION_FORMAL = {
    ProposalKind.POSTPONE: "ärendet avgörs i dag eller bordläggs",
    ProposalKind.REFER_BACK: "ärendet avgörs i dag eller återremitteras",
}

BASIS_HEADING = "Beslutsunderlag"
DECISION_HEADING = "{board} beslut"
PROPOSES_HEADING = "{board} förslag till {body}"
OUTCOME_TEXTS = {
    PointOutcome.ADOPTED: "Förslaget bifalls.",
    PointOutcome.PARTLY: "Förslaget bifalls delvis.",
    PointOutcome.REJECTED: "Förslaget avslås.",
    PointOutcome.POSTPONED: "Ärendet bordläggs.",
    PointOutcome.REFERRED_BACK: "Ärendet återremitteras.",
    PointOutcome.REMITTED: "Ärendet skickas på remiss.",
    PointOutcome.PROPOSES: "Förslaget lämnas vidare.",
    PointOutcome.ELECTED: "Val förrättas.",
    PointOutcome.NOTED: "Informationen antecknas.",
    PointOutcome.ANSWERED: "Ärendet anses besvarat.",
    PointOutcome.COMPLETED: "Ärendet anses färdigbehandlat.",
    PointOutcome.WITHDRAWN: "Ärendet utgår.",
}
POSTPONED_UNTIL = "Ärendet tas upp igen {date}."
ADDRESSEE = "Ärendet går till {addressee}."
IS_ELECTED = "{person} väljs till {post}"
PERIOD = "för tiden {first}–{last}"
PERIOD_FROM = "från och med {first}"
PERIOD_TO = "till och med {last}"
IN_PLACE_OF = "i {member} ställe"
THE_DECISION = "beslutet"
APPEAL_HEADING = "Överklagande"
APPEAL_HEADING_POINT = "Överklagande av {points}"
NOT_APPEALABLE = "{points} kan inte överklagas."

RESERVATION_HEADING = "Reservation"
RESERVATIONS_HEADING = "Reservationer"
RESERVES = "{people} reserverar sig mot beslutet."
IN_FAVOUR = "{lead} till förmån för {proposal}"
OWN_PROPOSAL = "eget yrkande"
WRITTEN_RESERVATION = "Reservationen är skriftlig: {document}."
HIDDEN_PAPER = "handling som omfattas av sekretess"
ATTACHED = "bilaga {number}"
STANDS_ASIDE_HEADING = "Deltar inte i beslutet"
STANDS_ASIDE = "{people} deltar inte i beslutet."
NOTES_HEADING = "Anteckningar och yttranden"
NOTE_HEADINGS = {
    NoteKind.NOTE: ("Protokollsanteckning", "Protokollsanteckningar"),
    NoteKind.STATEMENT: ("Särskilt yttrande", "Särskilda yttranden"),
    NoteKind.OPINION: ("Mening antecknad", "Meningar antecknade"),
}
NOTE_LEADS = {
    NoteKind.NOTE: "{people} lämnar en protokollsanteckning",
    NoteKind.STATEMENT: "{people} lämnar ett särskilt yttrande",
    NoteKind.OPINION: "{people} får sin mening antecknad",
}
NOTE_ATTACHED = {
    NoteKind.NOTE: "Anteckningen är skriftlig: {document}.",
    NoteKind.STATEMENT: "Yttrandet är skriftligt: {document}.",
    NoteKind.OPINION: "Meningen är skriftlig: {document}.",
}
DATED = "daterat {date}"
RECUSED = (
    "{person} anmäler jäv och deltar varken i handläggningen av ärendet"
    " eller i beslutet."
)
RECUSED_FOUND = (
    "{board} finner att {person} är jävig. {person} deltar varken i handläggningen"
    " av ärendet eller i beslutet."
)
RECUSED_REASON = "Skäl: {reason}."
REPLACED = "{substitute} tjänstgör i stället för {member}."
SERVES_VACANT = "{substitute} tjänstgör på en vakant plats."
PRESIDES = "{person} leder sammanträdet under paragrafen."
LEAVES = "{person} lämnar sammanträdet"
ARRIVES = "{person} kommer till sammanträdet"
AT_CLOCK = "kl. {clock}"
DURING_ITEM = "under paragrafen"
THERE_FOR = "och är närvarande i denna del: {part}"
SERVES_SELF = "och tjänstgör från och med § {number}."
BEGINS = "{substitute} tjänstgör i {member} ställe från och med § {number}."
BEGINS_VACANT = "{substitute} tjänstgör på en vakant plats från och med § {number}."
ENDS = "{substitute} tjänstgör inte längre i {member} ställe."
ENDS_VACANT = "{substitute} tjänstgör inte längre på den vakanta platsen."
LEADS_ON = "{person} leder sammanträdet från och med § {number}."
DISPATCHED_TO = "Expedieras till"

EARLIER_HEADING = "Tidigare behandling"
ASKED_HEADINGS = {
    AskedKind.INTERPELLATION: "Interpellation",
    AskedKind.QUESTION: "Fråga",
    AskedKind.PUBLIC_QUESTION: "Fråga från allmänheten",
}
ASKED_LEADS = {
    AskedKind.INTERPELLATION: "{person} ställer en interpellation",
    AskedKind.QUESTION: "{person} ställer en fråga",
    AskedKind.PUBLIC_QUESTION: "{person} ställer en fråga från allmänheten",
}
ASKED_TO = "{lead} till {person}"
ANSWERS = "{person} svarar"
NOT_ANSWERED = "Frågan besvaras inte vid sammanträdet."
WRITTEN_ANSWER = "Svaret är skriftligt: {document}."
DELEGATED_LEAD = "Vid sammanträdet redovisas följande beslut fattade på delegation:"
URGENT_LEAD = (
    "Vid sammanträdet redovisas följande beslut i brådskande ärenden"
    " (6 kap. 39 § kommunallagen):"
)
DELEGATED_COLUMNS = ("Nr", "Datum", "Beslut", "Beslutsfattare", "Stöd")
AGENDA_HEADING = "Ändringar av dagordningen"
AGENDA_LEAD = "Dagordningen ändras så här jämfört med kallelsen:"
AGENDA_ADDED = "Ärendet ”{heading}” läggs till."
AGENDA_WITHDRAWN = "Ärendet ”{heading}” utgår."
AGENDA_MOVED = "Ärendet ”{heading}” behandlas efter ”{before}”."
AGENDA_MOVED_FIRST = "Ärendet ”{heading}” behandlas först."

COMMUNICATIONS_LEAD = "Vid sammanträdet redovisas följande meddelanden:"
COMMUNICATION_LEAD = "Vid sammanträdet redovisas följande meddelande:"
COMMUNICATION_COLUMNS = ("Nr", "Meddelande", "DNR")
CLASSIFIED = "Sekretess"
CLASSIFIED_POINT = "Ärende med sekretess enligt {ground}"
CLASSIFIED_GROUND = "Sekretess enligt {ground}."
APPENDIX = "bilaga {number}, {citation}"
APPENDIX_STAMP = "Bilaga {number}, {citation}"
NOTED = {1: "Meddelandet läggs till handlingarna."}
NOTED_MANY = "Meddelandena läggs till handlingarna."

# What the chair asks next, and what the answers mean, to be changed by whoever writes.
NEXT_FORMAL = {
    ProposalKind.POSTPONE: "ärendet avgörs i dag eller bordläggs",
    ProposalKind.REFER_BACK: "ärendet avgörs i dag eller återremitteras",
}
NEXT_FORMAL_NO = {
    ProposalKind.POSTPONE: "ärendet bordläggs",
    ProposalKind.REFER_BACK: "ärendet återremitteras",
}
NEXT_TODAY = "ärendet avgörs i dag"
NEXT_COUNTER = "{yes} eller {no} blir motförslag i huvudvoteringen"
NEXT_MAIN = "{yes} antas"
NEXT_MAIN_AGAINST = "{yes} eller {no} antas"
NEXT_MAIN_REJECT = "{yes} antas eller avslås"
NEXT_ADDITION = "{yes} antas"
NEXT_ELECTION = "{yes} antas"
NEXT_MEANS = "{name} antas"
NEXT_BECOMES = "{name} blir motförslag"
NEXT_REJECTED = "{name} avslås"
BASE_NAME = "förvaltningens förslag"
BASE_NAME_OF = "{whose} förslag"
