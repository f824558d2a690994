"""The verbs of justering."""

from minutes.approval.actions.attempts import (
    answer,
    awaiting,
    begin,
    cancel,
    fail,
    give,
    keep_answer,
    look,
    note_not_sealed,
)
from minutes.approval.actions.correcting import correct
from minutes.approval.actions.freezing import freeze
from minutes.approval.actions.referring import bring_referred
from minutes.approval.actions.reserves import let_reserve_sign
from minutes.approval.actions.returning import return_approval, take_back
from minutes.approval.actions.sealing import retry_seal, seal
from minutes.approval.actions.signing import sign

__all__ = [
    "answer",
    "awaiting",
    "begin",
    "bring_referred",
    "cancel",
    "correct",
    "fail",
    "freeze",
    "give",
    "keep_answer",
    "let_reserve_sign",
    "look",
    "note_not_sealed",
    "retry_seal",
    "return_approval",
    "seal",
    "sign",
    "take_back",
]
