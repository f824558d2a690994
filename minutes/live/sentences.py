"""What the chair says, in Swedish: the talk of a Swedish board, on any screen."""

from minutes.item.enums import ProposalKind

WELCOME = "Välkomna. Jag förklarar sammanträdet öppnat."
ROLL = "Vi börjar med upprop. Sekreteraren läser upp namnen."
ROLL_DONE = "{present} tjänstgör. {body} är beslutsför."
APPROVERS = "Vem föreslås att justera protokollet tillsammans med mig?"
APPROVERS_CHOSEN = "Kan {body} välja {people} att justera protokollet?"
AGENDA = "Finns det några ändringar av föredragningslistan?"
AGENDA_SETTLED = "Kan {body} fastställa föredragningslistan?"
ANY_RECUSAL = "Är det någon som vill anmäla jäv i något ärende?"

PAUSED = "Sammanträdet är ajournerat."
RESUME = "Vi återupptar sammanträdet."
NOT_QUORATE = (
    "{body} är inte beslutsför: {present} tjänstgör, {needed} behövs (KL 6:27)."
    " Inget kan beslutas."
)

ANNOUNCE = "Vi går till punkt {position}: {heading}."
ANNOUNCE_ITEM = "Vi går till § {number}, punkt {position}: {heading}."
RECUSED = "{people} har anmält jäv och lämnar rummet."
REPLACED = "{substitute} tjänstgör i stället för {member}."
PRESIDES = "{person} leder sammanträdet under punkten."
RAPPORTEUR = "Jag lämnar ordet till {person}."
QUESTIONS = "Finns det några frågor?"
ANY_WORD = "Ordet är fritt."
ANY_PROPOSAL = "Finns det några yrkanden?"
PROPOSES = {
    ProposalKind.ADOPT: "{people} yrkar bifall.",
    ProposalKind.REJECT: "{people} yrkar avslag.",
    ProposalKind.AMEND: "{people} yrkar en ändring: {text}",
    ProposalKind.ADD: "{people} yrkar ett tillägg: {text}",
    ProposalKind.POSTPONE: "{people} yrkar bordläggning.",
    ProposalKind.REFER_BACK: "{people} yrkar återremiss.",
    ProposalKind.ELECT: "{people} föreslår {text}",
}
SOMEBODY = "Jag själv"
DEBATE_ENDED = "Jag finner att överläggningen är avslutad."

ASK = "Jag frågar om {question}."
ASK_WHOLE = "{question}"
NEXT_QUESTION = "Ställ nästa fråga: om {question}."
NEXT_QUESTION_WHOLE = "Ställ nästa fråga: {question}"
YES_MEANS = "Ja: {meaning}."
NO_MEANS = "Nej: {meaning}."
FOUND = "Jag finner att svaret är {answer}."
ANSWER = {True: "ja", False: "nej"}
ASK_FOR_VOTE = "Begär någon omröstning?"
VOTE_ASKED = "Omröstning är begärd. Ja betyder: {yes}."
VOTE_NO = "Nej betyder: {no}."
VOTE_ORDER = "Kan {body} godkänna omröstningsordningen?"
CALL_NAMES = "Sekreteraren ropar upp: {people}."
CALL_NAMES_CHAIR = "Sekreteraren ropar upp: {people} och sist {chair}."
CLOSED_VOTE = "Rösta med slutna sedlar."
VOTE_RESULT = "Omröstningen gav {yes} ja och {no} nej."
VOTE_ABSTAINED = "Omröstningen gav {yes} ja, {no} nej och {abstained} som avstod."

NOTE_IT = "Kan {body} ta emot informationen och lägga den till handlingarna?"
LAY_DOWN = "Kan {body} lägga redovisningen till handlingarna?"
DECIDES = "Jag finner att {body} beslutar:"
GAVEL = "Klubbslag."
NO_PROPOSAL = "Skriv beslutet, läs upp det och klubba."
ANY_RESERVATION = "Vill någon reservera sig?"
RESERVES = "{people} reserverar sig mot beslutet."
IMMEDIATE = "Ska paragrafen justeras omedelbart, läses den upp nu."
IMMEDIATE_ASK = "Kan {body} förklara § {number} omedelbart justerad?"
IMMEDIATE_DONE = "§ {number} är omedelbart justerad."

NO_MORE = "Föredragningslistan är slut. Reservationer måste anmälas nu."
CLOSING = "Tack för i dag. Jag förklarar sammanträdet avslutat."
