"""The § that reports decisions lists them by itself, as data (KL 6:39–40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cases.delegation.models import DelegatedDecision
from minutes.item.models import MinutesItem, ReportedDecision
from minutes.meeting.enums import AgendaCause

if TYPE_CHECKING:
    from minutes.meeting.models import AgendaItem


def list_decisions(agenda_item: AgendaItem) -> None:
    """Add to a § every decision of its kind up to its day that no § reports yet."""
    item = MinutesItem.objects.filter(agenda_item=agenda_item).first()
    if item is None:
        return
    waiting = DelegatedDecision.objects.filter(
        board=item.board_id,
        is_urgent=agenda_item.cause == AgendaCause.URGENT_DECISION,
        reported_in__isnull=True,
        decided_on__lte=item.meeting.held_on,
    ).order_by("decided_on", "pk")
    first = item.reported_decisions.count() + 1
    for position, decision in enumerate(waiting, start=first):
        ReportedDecision.objects.create(item=item, decision=decision, position=position)
