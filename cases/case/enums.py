"""States of an ärende."""

from enum import StrEnum


class CaseState(StrEnum):
    """Where an ärende stands."""

    OPEN = "open"
    CLOSED = "closed"
