"""What goes up on notice boards, and what shows that it was there."""

from minutes.notice.models.notices import (
    FinalConfirmation,
    Notice,
    PostingCertificate,
)
from minutes.notice.models.proclamations import Proclamation, ProclamationCertificate

__all__ = [
    "FinalConfirmation",
    "Notice",
    "PostingCertificate",
    "Proclamation",
    "ProclamationCertificate",
]
