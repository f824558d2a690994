"""What goes up on notice boards, and what shows that it was there."""

from minutes.notice.models.notices import (
    FinalConfirmation,
    Notice,
    PostingCertificate,
)
from minutes.notice.models.proclamations import Proclamation, ProclamationCertificate
from minutes.notice.models.uptime import Interruption, NoticeMail, Sighting

__all__ = [
    "FinalConfirmation",
    "Interruption",
    "Notice",
    "NoticeMail",
    "PostingCertificate",
    "Proclamation",
    "ProclamationCertificate",
    "Sighting",
]
