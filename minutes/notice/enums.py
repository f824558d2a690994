"""What a notice board may carry, and what a look at it may show."""

from enum import StrEnum


class ProclamationKind(StrEnum):
    """The rest of the closed list: nothing else goes on the board (KL 8:10–11; A-02).

    Justeringar and protokoll are `Notice`, fullmäktige's meetings `Announcement`, and
    how to appeal stands on every board for good.
    """

    OTHER_LAW = "other_law"
    DELEGATION = "delegation"


class Look(StrEnum):
    """What a look at the board means for the record of one notice."""

    EXTEND = "extend"
    BEGIN = "begin"
    BEGIN_AFTER_GAP = "begin_after_gap"
    WAIT = "wait"
    MISSING = "missing"
    UNSEEN = "unseen"


class Outcome(StrEnum):
    """What somebody found when they looked into an interruption."""

    STANDS = "stands"
    INTERRUPTED = "interrupted"
