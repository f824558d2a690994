"""Standing points: upprop, val av justerare, fastställande av dagordning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes.meeting import registry
from minutes.meeting.enums import AgendaCause
from minutes.meeting.models import AgendaItem, StandingItem

if TYPE_CHECKING:
    from minutes.meeting.models import Meeting


def put_standing(meeting: Meeting, *, last: bool) -> list[AgendaItem]:
    """Put the board's standing points on a new agenda: those first, or those last."""
    rows = StandingItem.objects.filter(
        board=meeting.board_id, is_active=True, is_last=last
    )
    start = meeting.agenda_items.count()
    made = []
    for position, row in enumerate(rows, start=start + 1):
        item = AgendaItem.objects.create(
            meeting=meeting,
            position=position,
            kind=row.kind,
            heading=row.heading,
            section=row.section,
            cause=AgendaCause.STANDING,
        )
        for keeper in registry.draft_keepers:
            keeper.create(item)
        if row.proposal.strip():
            for keep in registry.after_proposal:
                keep(item, row.proposal)
        made.append(item)
    return made
