"""Where a delivery is, and what the e-archive answered."""

from enum import StrEnum


class SipState(StrEnum):
    """Where a package is on its way."""

    ORDERED = "ordered"
    BUILT = "built"
    FAILED = "failed"


class Answer(StrEnum):
    """What the e-archive answered."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
