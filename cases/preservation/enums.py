"""What became of looking at a file, and why."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a file is to the archive (R-03)."""

    FIT = "fit"
    CONVERTED = "converted"
    KEPT = "kept"
    UNSETTLED = "unsettled"


class Reason(StrEnum):
    """Why a file has no copy, or why somebody has to look at it."""

    NONE = ""
    SIGNED = "signed"
    DECIDED = "decided"
    MISSING = "missing"
    EMPTY = "empty"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    UNKNOWN = "unknown"
    NO_WAY = "no_way"
    NO_PROGRAM = "no_program"
    FAILED = "failed"
    SLOW = "slow"


class Program(StrEnum):
    """What makes the copy: a program of the machine."""

    LIBREOFFICE = "soffice"
    GHOSTSCRIPT = "gs"
