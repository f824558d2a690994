"""The verbs of justering."""

from minutes.approval.actions.freezing import freeze
from minutes.approval.actions.returning import return_approval, take_back
from minutes.approval.actions.sealing import retry_seal, seal
from minutes.approval.actions.signing import sign

__all__ = ["freeze", "retry_seal", "return_approval", "seal", "sign", "take_back"]
