"""What other rooms ask of the §§ about an ärende: who decided, when a year begins."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Min

from boards.shared.clock import STOCKHOLM
from cases.case.registry import CitedDecision
from minutes.item.models import MinutesItem
from minutes.meeting.enums import MeetingState
from minutes.meeting.models import Meeting

if TYPE_CHECKING:
    from cases.case.models import Case


def decisions_in(case: Case) -> Iterator[CitedDecision]:
    """Give the numbered §§ with a decision in an ärende, oldest first."""
    items = (
        MinutesItem.objects.filter(
            agenda_item__case=case,
            number__isnull=False,
            decision_points__isnull=False,
        )
        .distinct()
        .select_related("board", "meeting")
        .order_by("meeting__starts_at", "number")
    )
    for item in items:
        yield CitedDecision(item.citation, item.meeting.held_on)


def first_meetings(boards: Collection[int], year: int) -> dict[int, date]:
    """Return the day of each board's first meeting in a year, where there is one."""
    rows = (
        Meeting.objects.filter(board__in=boards, starts_at__year=year)
        .exclude(state=MeetingState.CANCELLED)
        .values("board")
        .annotate(first=Min("starts_at"))
        .values_list("board", "first")
    )
    return {board: first.astimezone(STOCKHOLM).date() for board, first in rows}
