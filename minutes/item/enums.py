"""Kinds of sections, proposals, rounds, votes and outcomes of a §."""

from enum import StrEnum


class SectionKind(StrEnum):
    """A part of a §, in the order the minutes print them."""

    SUMMARY = "summary"
    FINANCES = "finances"
    BACKGROUND = "background"
    DETAILS = "details"
    PROCEDURE = "procedure"


class ProposalKind(StrEnum):
    """What a yrkande asks for."""

    ADOPT = "adopt"
    REJECT = "reject"
    AMEND = "amend"
    ADD = "add"
    POSTPONE = "postpone"
    REFER_BACK = "refer_back"


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


class PointOutcome(StrEnum):
    """What a beslutspunkt does with the matter."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    REFERRED_BACK = "referred_back"
    NOTED = "noted"


class AppealRegime(StrEnum):
    """How a decision may be appealed (KL 13:1–2, FL 40)."""

    LEGALITY = "legality"
    ADMINISTRATIVE = "administrative"
    NONE = "none"
