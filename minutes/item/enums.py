"""Kinds of sections, proposals, rounds, votes and outcomes of a §."""

from enum import StrEnum


class SectionKind(StrEnum):
    """A part of a §, in the order the minutes print them."""

    SUMMARY = "summary"
    FINANCES = "finances"
    BACKGROUND = "background"
    DETAILS = "details"
    TABLES = "tables"
    ATTENDANCE = "attendance"
    RECUSAL = "recusal"
    FLOOR = "floor"
    PROCEDURE = "procedure"
    RESERVATION = "reservation"
    NOTES = "notes"
    DISPATCH = "dispatch"


# Sections whose text comes from the data until the secretary writes their own.
GENERATED_SECTIONS = (
    SectionKind.TABLES,
    SectionKind.ATTENDANCE,
    SectionKind.RECUSAL,
    SectionKind.FLOOR,
    SectionKind.PROCEDURE,
    SectionKind.RESERVATION,
    SectionKind.NOTES,
    SectionKind.DISPATCH,
)


class ProposalKind(StrEnum):
    """What a yrkande asks for."""

    ADOPT = "adopt"
    REJECT = "reject"
    AMEND = "amend"
    ADD = "add"
    POSTPONE = "postpone"
    REFER_BACK = "refer_back"
    ELECT = "elect"


class RoundPurpose(StrEnum):
    """What a question settles; formal ones come first, additions last (KL-09)."""

    PROCEDURAL = "procedural"
    COUNTER = "counter"
    MAIN = "main"
    ADDITION = "addition"
    ELECTION = "election"


class RoundMethod(StrEnum):
    """How the chair puts a question and learns the answer."""

    ACCLAMATION = "acclamation"
    OPEN_VOTE = "open_vote"
    CLOSED_VOTE = "closed_vote"


class VoteChoice(StrEnum):
    """What somebody answered in an open vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class SettledBy(StrEnum):
    """What settled a round."""

    ACCLAMATION = "acclamation"
    MAJORITY = "majority"
    CASTING_VOTE = "casting_vote"
    LOT = "lot"
    MINORITY = "minority"


class PointOutcome(StrEnum):
    """What a beslutspunkt does with the matter."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    REFERRED_BACK = "referred_back"
    REMITTED = "remitted"
    PROPOSES = "proposes"
    ELECTED = "elected"
    NOTED = "noted"
    ANSWERED = "answered"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class AppealRegime(StrEnum):
    """How a decision may be appealed (KL 13:1–2, FL 40)."""

    LEGALITY = "legality"
    ADMINISTRATIVE = "administrative"
    NONE = "none"


class NoteKind(StrEnum):
    """What is noted beside the decision; none of them is a reservation (KL-12)."""

    NOTE = "note"
    STATEMENT = "statement"
    OPINION = "opinion"


class AskedKind(StrEnum):
    """A question put to somebody at the meeting (KL 5:59–64, 8:14)."""

    INTERPELLATION = "interpellation"
    QUESTION = "question"
    PUBLIC_QUESTION = "public_question"
