"""What somebody is reminded of."""

from enum import StrEnum


class ReminderKind(StrEnum):
    """What is still missing while the 14 days run (KL 5:69)."""

    LOOK = "look"
    SIGN = "sign"
    LATE = "late"
