"""Which matters come up again: postponed ones, and those referred back (KL 5:50–51)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes.item.enums import PointOutcome
from minutes.item.models import DecisionPoint
from minutes.meeting.enums import AgendaCause, MeetingState
from minutes.meeting.registry import Returning

if TYPE_CHECKING:
    from boards.board.models import Board

CAUSES = {
    PointOutcome.POSTPONED: AgendaCause.POSTPONED,
    PointOutcome.REFERRED_BACK: AgendaCause.REFERRED_BACK,
}


def sent_on(board: Board) -> list[Returning]:
    """Return the points of closed meetings whose matter no later agenda has yet.

    A point postponed to a day waits for it; of several, the first day counts.
    """
    points = (
        DecisionPoint.objects.filter(
            item__board=board,
            item__meeting__state=MeetingState.CLOSED,
            item__meeting__migrated_from="",
            item__agenda_item__followed_by__isnull=True,
            outcome__in=CAUSES,
        )
        .select_related("item__agenda_item__meeting", "item__agenda_item__case")
        .order_by("item__meeting__starts_at", "item__agenda_item__position", "pk")
    )
    found: dict[int, Returning] = {}
    for point in points:
        item = point.item.agenda_item
        cause = CAUSES[PointOutcome(point.outcome)]
        known = found.get(item.pk)
        days = [day for day in (point.until, known and known.not_before) if day]
        is_open = known is not None and known.not_before is None
        day = None if point.until is None or is_open else min(days)
        found[item.pk] = Returning(item, known.cause if known else cause, day)
    return list(found.values())
