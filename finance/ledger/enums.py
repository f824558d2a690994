"""What a ledger's figures are, and how a file gave them."""

from enum import StrEnum


class Measure(StrEnum):
    """Whether a month's figure happened or was planned."""

    ACTUAL = "actual"
    BUDGET = "budget"


class BalanceKind(StrEnum):
    """Opening and closing balances, with and without objects, and results of a year."""

    OPENING = "IB"
    CLOSING = "UB"
    RESULT = "RES"
    OBJECT_OPENING = "OIB"
    OBJECT_CLOSING = "OUB"


class RowKind(StrEnum):
    """A row that counts, one that was added later, one that was struck."""

    ROW = "TRANS"
    ADDED = "RTRANS"
    STRUCK = "BTRANS"


class Encoding(StrEnum):
    """How the text of a file was written; `#FORMAT` is not believed."""

    PC8 = "cp437"
    LATIN = "latin-1"
    UTF8 = "utf-8"


class Reading(StrEnum):
    """What the rows without objects are in a file that also has rows with them."""

    PLAIN = "plain"
    TOTAL = "total"
    PARTS = "parts"


class Ground(StrEnum):
    """What the reading rests on."""

    NO_OBJECTS = "no_objects"
    BALANCES = "balances"
    COVER = "cover"
    STANDARD = "standard"


class UploadState(StrEnum):
    """Where an uploaded file is on its way into the ledger."""

    UNNAMED = "unnamed"
    WAITING = "waiting"
    IMPORTED = "imported"
    REFUSED = "refused"
    FAILED = "failed"


class DimensionRole(StrEnum):
    """Which of a row's own columns a dimension fills; others are kept together."""

    UNIT = "unit"
    PROJECT = "project"
    ACTIVITY = "activity"
    OTHER = ""
