"""Emptying a meeting whose minutes are drafts, so that a file can be taken in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.refusals import Refusal
from minutes.approval.enums import ApprovalState
from minutes.item.models import (
    DecisionPoint,
    EarlierHandling,
    FloorProposal,
    MinutesItem,
    MinutesNote,
    NonParticipation,
    PropositionRound,
    Recusal,
    ReportedDecision,
    Reservation,
)

if TYPE_CHECKING:
    from minutes.meeting.models import Meeting

HELD = (ApprovalState.FROZEN, ApprovalState.APPROVED)
# What rests on something else goes before it.
PARTS = (
    Reservation,
    DecisionPoint,
    PropositionRound,
    FloorProposal,
    MinutesNote,
    Recusal,
    NonParticipation,
    ReportedDecision,
)


def blocks_replacing(meeting: Meeting, may_replace: bool) -> list[Refusal]:
    """Refuse a second import, and always one over what signers have (KL 5:69)."""
    values = {"meeting": str(meeting)}
    held = meeting.approvals.filter(state__in=HELD).exists()
    numbered = meeting.items.filter(number__isnull=False).exists()
    cited = EarlierHandling.objects.filter(earlier__meeting=meeting)
    followed = meeting.agenda_items.filter(followed_by__isnull=False)
    if held or numbered:
        return [Refusal("exchange.signed_already", "KL 5:69", values)]
    if not may_replace:
        return [Refusal("exchange.there_already", values=values)]
    if cited.exclude(item__meeting=meeting).exists() or followed.exists():
        return [Refusal("exchange.others_rest_on_it", values=values)]
    return []


def clear(meeting: Meeting) -> None:
    """Take away everything the meeting holds; the row history keeps it."""
    meeting.current_item = None
    meeting.save(update_fields=["current_item"])
    for part in PARTS:
        part.objects.filter(item__meeting=meeting).delete()
    EarlierHandling.objects.filter(item__meeting=meeting).delete()
    MinutesItem.objects.filter(meeting=meeting).delete()
    meeting.chosen_approvers.all().delete()
    meeting.chosen_chairs.all().delete()
    meeting.serving_spans.all().delete()
    meeting.adjournments.all().delete()
    for attendance in meeting.attendances.all():
        attendance.presence.all().delete()
    meeting.agenda_items.all().delete()
    meeting.attendances.all().delete()
