"""States of an expediering."""

from enum import StrEnum


class DispatchState(StrEnum):
    """Where one recipient's extract stands."""

    PENDING = "pending"
    IN_FLIGHT = "in_flight"
    DELIVERED = "delivered"
    FAILED = "failed"
