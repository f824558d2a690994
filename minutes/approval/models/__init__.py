"""Justering: a frozen set of §§, those who sign it, and their signatures."""

from minutes.approval.models.aftermath import Correction, Referral, SignerOpinion
from minutes.approval.models.approval import Approval, Approver
from minutes.approval.models.signing import EvidenceFile, Signature, SigningAttempt

__all__ = [
    "Approval",
    "Approver",
    "Correction",
    "EvidenceFile",
    "Referral",
    "Signature",
    "SignerOpinion",
    "SigningAttempt",
]
