"""What was decided in the board's place is reported at its next meeting (KL 6:39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.history import record
from cases.delegation.models import DelegatedDecision
from minutes.meeting import registry
from minutes.meeting.actions.returning import COMING, place_in
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.enums import AgendaCause, AgendaKind, MeetingState
from minutes.meeting.models import AgendaItem, Meeting

if TYPE_CHECKING:
    from datetime import date

    from boards.board.models import Board
    from boards.person.models import User

# Headings of the minutes: data of the product, in Swedish whatever the screen is in.
HEADINGS = {
    AgendaCause.URGENT_DECISION: "Anmälan av brådskande beslut",
    AgendaCause.DELEGATION: "Anmälan av delegationsbeslut",
}


def report_decisions(board: Board, by: User | None) -> list[AgendaItem]:
    """See to it that the next meeting has the points under which they are reported.

    A decision belongs to the first meeting on or after its day; it cannot be put off.
    """
    made = []
    for cause, is_urgent in (
        (AgendaCause.URGENT_DECISION, True),
        (AgendaCause.DELEGATION, False),
    ):
        unreported = DelegatedDecision.objects.filter(
            board=board, is_urgent=is_urgent, reported_in__isnull=True
        )
        day = unreported.values_list("decided_on", flat=True).first()
        meeting = next_meeting(board, day) if day else None
        if meeting is not None:
            made.append(point_for(lock_meeting(meeting.pk), cause, by))
    return made


def next_meeting(board: Board, day: date) -> Meeting | None:
    """Return the board's next meeting on or after a day."""
    meetings = Meeting.objects.filter(board=board, state__in=COMING)
    return meetings.coming(day).first()


def point_for(meeting: Meeting, cause: AgendaCause, by: User | None) -> AgendaItem:
    """Return the point of a meeting that reports, made when it is not there yet."""
    item = meeting.agenda_items.filter(cause=cause, withdrawn_at__isnull=True).first()
    if item is None:
        item = AgendaItem.objects.create(
            meeting=meeting,
            position=place_in(meeting),
            kind=AgendaKind.DELEGATIONS,
            heading=HEADINGS[cause],
            cause=cause,
            is_late=meeting.state != MeetingState.PLANNED,
        )
        for keeper in registry.draft_keepers:
            keeper.create(item)
        record(item, "agenda.item_forced", by=by, cause=cause)
    for tell in registry.reporting:
        tell(item)
    return item
