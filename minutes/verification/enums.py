"""What a checked file turned out to be."""

from enum import StrEnum


class Verdict(StrEnum):
    """How a file stands to what was issued."""

    IDENTICAL = "identical"
    APPENDED = "appended"
    ALTERED = "altered"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


class Problem(StrEnum):
    """Why the signatures of a file could not be read."""

    NONE = ""
    NOT_PDF = "not_pdf"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    TOO_SLOW = "too_slow"
    BUSY = "busy"
