"""Planning a meeting, changing its time and place, calling it off."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from minutes.meeting.actions.reporting import report_decisions
from minutes.meeting.actions.returning import bring_back
from minutes.meeting.actions.standing import put_standing
from minutes.meeting.actions.steps import lock_meeting, move_on
from minutes.meeting.enums import MeetingKind, MeetingVerb
from minutes.meeting.models import Meeting
from minutes.meeting.rules.agenda import blocks_change, blocks_verb

if TYPE_CHECKING:
    from typing import Unpack

    from boards.board.models import Board
    from boards.person.models import User


# What may be said of a meeting that is over; its time and place may not.
SAID_AFTERWARDS = {"approval_place", "approval_planned_at", "minutes_number"}


class MeetingValues(TypedDict, total=False):
    """What may be said of a meeting before it has begun."""

    starts_at: datetime
    place: str
    secretary: User | None
    approval_place: str
    approval_planned_at: datetime | None
    minutes_number: str


@transaction.atomic
def plan_meeting(
    *,
    board: Board,
    starts_at: datetime,
    place: str,
    by: User | None,
    secretary: User | None = None,
    kind: MeetingKind = MeetingKind.ORDINARY,
) -> Meeting:
    """Set the time and place of a meeting (KL 6:23).

    Its agenda begins with the board's standing points, and what others sent on.
    """
    require(by, "meeting.plan", board)
    refuse_if(without_regulations(board))
    meeting = Meeting.objects.create(
        board=board,
        starts_at=starts_at,
        place=place,
        secretary=secretary or by,
        kind=kind,
    )
    put_standing(meeting, last=False)
    put_standing(meeting, last=True)
    bring_back(board, by=by)
    report_decisions(board, by)
    record(meeting, "meeting.planned", by=by)
    enqueue("publication.meeting", meeting)
    return meeting


def without_regulations(board: Board) -> list[Refusal]:
    """Refuse a board whose local rules nobody has entered: the law refers to them."""
    if board.regulations.exists():
        return []
    return [Refusal("meeting.no_regulations", "KL 6:44", {"board": board.name})]


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, by: User | None, **values: Unpack[MeetingValues]
) -> Meeting:
    """Change time, place, secretary or the justering that is planned."""
    require(by, "meeting.plan", meeting)
    meeting = lock_meeting(meeting.pk)
    if values.keys() - SAID_AFTERWARDS:
        refuse_if(blocks_change(meeting.state))
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting.save(update_fields=list(values))
    record(meeting, "meeting.changed", by=by)
    enqueue("publication.meeting", meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, reason: str, by: User | None) -> Meeting:
    """Call the meeting off; it stays in the list with its reason."""
    require(by, "meeting.plan", meeting, reason)
    meeting = lock_meeting(meeting.pk)
    refuse_if(blocks_verb(meeting.state, MeetingVerb.CANCEL))
    move_on(meeting, MeetingVerb.CANCEL)
    record(meeting, "meeting.cancelled", by=by, reason=reason)
    enqueue("publication.meeting", meeting)
    return meeting
