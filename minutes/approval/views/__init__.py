"""The pages of justering: the secretary's, and the signer's on a phone."""

from minutes.approval.views.approvals import (
    approval_correct,
    approval_detail,
    approval_evidence,
    approval_freeze,
    approval_pdf,
    approval_reserve,
    approval_retry,
    approval_return,
    approval_review,
    approval_take_back,
)
from minutes.approval.views.saml import saml_metadata
from minutes.approval.views.signing import (
    approval_receipt,
    approval_sign,
    attempt,
    attempt_answer,
    attempt_begin,
    attempt_cancel,
    attempt_return,
    attempt_state,
)

__all__ = [
    "approval_correct",
    "approval_detail",
    "approval_evidence",
    "approval_freeze",
    "approval_pdf",
    "approval_receipt",
    "approval_reserve",
    "approval_retry",
    "approval_return",
    "approval_review",
    "approval_sign",
    "approval_take_back",
    "attempt",
    "attempt_answer",
    "attempt_begin",
    "attempt_cancel",
    "attempt_return",
    "attempt_state",
    "saml_metadata",
]
