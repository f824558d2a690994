"""Where a transfer to an e-archive is."""

from enum import StrEnum


class TransferState(StrEnum):
    """Where a transfer is on its way."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
