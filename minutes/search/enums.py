"""What a hit can be, and in which order hits come."""

from enum import StrEnum


class HitKind(StrEnum):
    """What was found."""

    ITEM = "item"
    POINT = "point"
    PAPER = "paper"
    CASE = "case"
    NOTICE = "notice"
    PROCLAMATION = "proclamation"


class Order(StrEnum):
    """Which hit is first."""

    BEST = "best"
    NEWEST = "newest"
