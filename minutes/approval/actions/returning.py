"""Sending minutes back: the §§ are free again, the justering stays with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from minutes.approval.actions.referring import bring_referred, note_opinion
from minutes.approval.enums import (
    APPROVAL_TRANSITIONS,
    ApprovalState,
    ApprovalVerb,
    ReturnKind,
)
from minutes.approval.facts import return_facts
from minutes.approval.models import Approval, Signature
from minutes.approval.rules import blocks_returning
from minutes.item.models import MinutesItem

if TYPE_CHECKING:
    from boards.person.models import User


@transaction.atomic
def return_approval(
    *,
    approval: Approval,
    reason: str,
    by: User,
    kind: ReturnKind = ReturnKind.MISTAKE,
) -> Approval:
    """Send minutes back unsigned, with the reason; any signer may (P-06).

    The secretary puts a mistake right; a differing opinion is printed in what is frozen
    next; what the signers cannot agree about the board decides at a coming meeting.
    """
    require(by, "approval.return", approval, reason)
    approval = Approval.objects.lock(approval.pk)
    refuse_if(blocks_returning(return_facts(approval, by, reason)))
    if kind == ReturnKind.DISSENT:
        note_opinion(approval, reason, by)
    release(approval, reason, by, kind)
    if kind == ReturnKind.REFERRED:
        bring_referred(approval.board)
    return approval


@transaction.atomic
def take_back(*, approval: Approval, reason: str, by: User | None) -> Approval:
    """Let the secretary take minutes back before anybody has signed them."""
    require(by, "approval.freeze", approval, reason)
    approval = Approval.objects.lock(approval.pk)
    refuse_if(blocks_taking_back(approval, reason))
    return release(approval, reason, by)


def blocks_taking_back(approval: Approval, reason: str) -> list[Refusal]:
    """Refuse once somebody has signed: then only a signer can send them back."""
    found = []
    if approval.state == ApprovalState.APPROVED:
        found.append(Refusal("return.already_approved", "JO 581-2013"))
    elif approval.state != ApprovalState.FROZEN:
        found.append(Refusal("return.not_frozen"))
    elif Signature.objects.filter(approver__approval=approval).exists():
        found.append(Refusal("return.signed_by_somebody"))
    if not reason.strip():
        found.append(Refusal("return.reason_missing", "", {}, "reason"))
    return found


def release(
    approval: Approval,
    reason: str,
    by: User | None,
    kind: ReturnKind = ReturnKind.MISTAKE,
) -> Approval:
    """End the justering, free its §§, and tell everybody concerned.

    The §§ keep their numbers; the signatures given stay with the returned justering.
    """
    verb = (ApprovalState(approval.state), ApprovalVerb.RETURN)
    approval.state = APPROVAL_TRANSITIONS[verb]
    approval.returned_at = now()
    approval.returned_by = by
    approval.return_reason = reason.strip()
    approval.return_kind = kind
    fields = ["state", "returned_at", "returned_by", "return_reason", "return_kind"]
    approval.save(update_fields=fields)
    MinutesItem.objects.filter(approval=approval).update(approval=None)
    reason = approval.return_reason
    record(approval, "approval.returned", by=by, reason=reason, kind=kind)
    for approver in approval.approvers.exclude(person__email=""):
        enqueue("approval.tell_returned", approver)
    secretary = approval.meeting.secretary
    signers = {row.person_id for row in approval.approvers.all()}
    if secretary and secretary.person_id not in signers:
        enqueue("approval.tell_secretary", approval)
    return approval
