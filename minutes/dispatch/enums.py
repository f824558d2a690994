"""States of an expediering."""

from enum import StrEnum


class DispatchState(StrEnum):
    """Where one recipient's extract stands.

    Pending: not tried yet. In flight: tried without success, and tried again by itself.
    Failed: given up, until a person asks for another attempt.
    """

    PENDING = "pending"
    IN_FLIGHT = "in_flight"
    DELIVERED = "delivered"
    FAILED = "failed"
