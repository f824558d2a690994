"""Kinds and states that every app uses."""

from enum import StrEnum


class SeriesKind(StrEnum):
    """What a number series counts, per board and year."""

    CASE = "case"
    ITEM = "item"
    MEETING = "meeting"


class OutboxState(StrEnum):
    """Where a side effect stands."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
