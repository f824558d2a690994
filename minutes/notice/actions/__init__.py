"""The verbs of what goes up on notice boards."""

from minutes.notice.actions.posting import (
    Proof,
    about_certificate,
    await_posting,
    certify_posting,
    confirm_final,
    post_notice,
    record_external_posting,
    take_down_notice,
)
from minutes.notice.actions.proclaiming import (
    Proclaimed,
    certify_proclamation,
    proclaim,
    take_down_proclamation,
    withdraw_proclamation,
)

__all__ = [
    "Proclaimed",
    "Proof",
    "about_certificate",
    "await_posting",
    "certify_posting",
    "certify_proclamation",
    "confirm_final",
    "post_notice",
    "proclaim",
    "record_external_posting",
    "take_down_notice",
    "take_down_proclamation",
    "withdraw_proclamation",
]
