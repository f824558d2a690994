"""The Swedish sentences of the minutes themselves.

They become part of a legal document, so they are data of the product and never follow
the language of the reader's screen.
"""

from minutes.item.enums import ProposalKind, SectionKind, VoteChoice

SECTION_HEADINGS: dict[str, str] = {
    SectionKind.SUMMARY: "Sammanfattning",
    SectionKind.FINANCES: "Ekonomi",
    SectionKind.BACKGROUND: "Bakgrund",
    SectionKind.PROCEDURE: "Beslutsgång",
}

ANSWER = {True: "ja", False: "nej"}
ASKED = "Ordföranden frågar om {question}"
ASKED_QUOTED = "Ordföranden ställer frågan ”{question}”"
FOUND = " och finner att svaret är {answer}."
ORDER = "Frågorna ställs i den ordning som de redovisas här."
NUMBERED_ROUND = "Fråga {number}"

OPEN_VOTE = (
    "Omröstning begärs. Den genomförs öppet, namn för namn,"
    " och ordföranden röstar sist."
)
CLOSED_VOTE = "Omröstningen genomförs med slutna sedlar."
MEANING = {True: "Ja betyder {meaning}.", False: "Nej betyder {meaning}."}
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
VOTER, CHOICE, SUM = "Ledamot", "Röst", "Summa"
CHOICES = {
    VoteChoice.YES: "Ja",
    VoteChoice.NO: "Nej",
    VoteChoice.ABSTAIN: "Avstår",
}

PROPOSED_LEAD = "Förvaltningens förslag:"
PROPOSED_HEADING = "Förslag till beslut"
FLOOR_HEADING = "Yrkanden"
FLOOR_LEADS = {
    ProposalKind.ADOPT: "{people} yrkar bifall",
    ProposalKind.REJECT: "{people} yrkar avslag",
    ProposalKind.AMEND: "{people} yrkar följande ändring",
    ProposalKind.ADD: "{people} yrkar följande tillägg",
    ProposalKind.POSTPONE: "{people} yrkar bordläggning",
    ProposalKind.REFER_BACK: "{people} yrkar återremiss",
}
CHAIR_NOTE = "Ordföranden"
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
RESERVATION_HEADING = "Reservation"
RESERVES = "{people} reserverar sig mot beslutet."
RECUSAL_HEADING = "Jäv"
RECUSED = (
    "{person} anmäler jäv och deltar varken i handläggningen av ärendet"
    " eller i beslutet."
)
RECUSED_REASON = "Skäl: {reason}."
REPLACED = "{substitute} tjänstgör i stället för {member}."
SERVES_VACANT = "{substitute} tjänstgör på en vakant plats."
PRESIDES = "{person} leder sammanträdet under paragrafen."
DISPATCHED_TO = "Expedieras till"

COMMUNICATIONS_LEAD = "Vid sammanträdet redovisas följande meddelanden:"
COMMUNICATION_LEAD = "Vid sammanträdet redovisas följande meddelande:"
COMMUNICATION_COLUMNS = ("Nr", "Meddelande", "DNR")
CLASSIFIED = "Sekretess"
CLASSIFIED_GROUND = "Sekretess enligt {ground}."
APPENDIX = "bilaga {number}, {citation}"
APPENDIX_STAMP = "Bilaga {number}, {citation}"
NOTED = {1: "Meddelandet läggs till handlingarna."}
NOTED_MANY = "Meddelandena läggs till handlingarna."
