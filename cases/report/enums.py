"""How far a digital service meets the requirements."""

from enum import StrEnum


class Compliance(StrEnum):
    """What a statement may say of the service (DOS-lagen 13 §, MDFFS 2019:2)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
