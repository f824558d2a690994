"""The verbs of what goes up on notice boards."""

from minutes.notice.actions.mailing import mail_about
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
from minutes.notice.actions.watching import assess_interruption, note_look

__all__ = [
    "Proclaimed",
    "Proof",
    "about_certificate",
    "assess_interruption",
    "await_posting",
    "certify_posting",
    "certify_proclamation",
    "confirm_final",
    "mail_about",
    "note_look",
    "post_notice",
    "proclaim",
    "record_external_posting",
    "take_down_notice",
    "take_down_proclamation",
    "withdraw_proclamation",
]
