"""Which way a handling went, and what it is."""

from enum import StrEnum


class Direction(StrEnum):
    """How a handling came about (TF 2:9, 2:10)."""

    RECEIVED = "received"
    DRAWN_UP = "drawn_up"
    SENT = "sent"


class DocumentKind(StrEnum):
    """What a handling is."""

    APPLICATION = "application"
    STAFF_REPORT = "staff_report"
    INTERIM_REPORT = "interim_report"
    DECISION = "decision"
    LETTER = "letter"
    OPINION = "opinion"
    MINUTES = "minutes"
    EXTRACT = "extract"
    OTHER = "other"
