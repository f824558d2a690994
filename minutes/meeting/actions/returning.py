"""Matters that come back by themselves: postponed, referred back, or not reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from minutes.meeting import registry
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.enums import AgendaCause, AgendaKind, MeetingKind, MeetingState
from minutes.meeting.models import AgendaItem, AgendaPaper, Meeting
from minutes.meeting.rules.agenda import blocks_continuing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from boards.board.models import Board
    from boards.person.models import User
    from minutes.meeting.registry import Returning

COMING = (MeetingState.PLANNED, MeetingState.CALLED)


def waiting(board: Board) -> list[Returning]:
    """Return what earlier meetings sent on and no agenda has taken up (KL 5:51)."""
    return [one for provider in registry.returning for one in provider(board)]


def bring_back(board: Board, *, by: User | None) -> list[AgendaItem]:
    """Put what waits on the first coming agenda on or after its day."""
    for put in registry.arising:
        put(board)
    meetings = list(
        Meeting.objects.filter(board=board, state__in=COMING).order_by("starts_at")
    )
    made = []
    for one in waiting(board):
        target = first_on(meetings, one.not_before, one.item)
        if target is not None:
            made.append(put_again(one.item, lock_meeting(target.pk), one.cause, by=by))
    return made


def first_on(
    meetings: Iterable[Meeting], not_before: date | None, item: AgendaItem
) -> Meeting | None:
    """Return the first meeting after the one that sent a matter on, on its day."""
    for meeting in meetings:
        is_later = meeting.starts_at > item.meeting.starts_at
        if is_later and (not_before is None or meeting.held_on >= not_before):
            return meeting
    return None


def put_again(
    earlier: AgendaItem, meeting: Meeting, cause: AgendaCause, *, by: User | None
) -> AgendaItem:
    """Put a point on a later agenda with its ärende and its papers."""
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=place_in(meeting),
        kind=earlier.kind,
        heading=earlier.heading,
        case=earlier.case,
        section=earlier.section,
        rapporteur=earlier.rapporteur,
        cause=cause,
        follows=earlier,
        is_late=meeting.state != MeetingState.PLANNED,
    )
    AgendaPaper.objects.bulk_create(
        AgendaPaper(agenda_item=item, document_id=row.document_id)
        for row in earlier.papers.all()
    )
    for keeper in registry.draft_keepers:
        keeper.create(item)
    record(item, "agenda.item_returned", by=by, cause=cause)
    return item


def place_in(meeting: Meeting) -> int:
    """Make room before the standing points at the end, and return the position."""
    points = list(meeting.agenda_items.order_by("position"))
    last = len(points)
    while last and is_at_end(points[last - 1]):
        last -= 1
    meeting.agenda_items.filter(position__gt=last).update(position=F("position") + 1)
    return last + 1


def is_at_end(item: AgendaItem) -> bool:
    """Say whether a point is a standing one that closes the agenda."""
    return item.cause == AgendaCause.STANDING and any(
        row.heading == item.heading and row.is_last
        for row in item.meeting.board.standing_items.all()
    )


@transaction.atomic
def continue_meeting(
    *, meeting: Meeting, starts_at: datetime, place: str, by: User | None
) -> Meeting:
    """Plan the meeting's continuation, with the points that were not decided.

    The §§ go on from where they stopped; the papers follow their points.
    """
    require(by, "meeting.plan", meeting)
    meeting = lock_meeting(meeting.pk)
    left = undecided(meeting)
    refuse_if(
        blocks_continuing(
            meeting.state,
            has_points=bool(left),
            is_later=starts_at > (meeting.ends_at or meeting.starts_at),
        )
    )
    new = Meeting.objects.create(
        board=meeting.board,
        starts_at=starts_at,
        place=place.strip() or meeting.place,
        secretary=meeting.secretary,
        kind=MeetingKind.CONTINUED,
        continues=meeting,
    )
    for item in left:
        put_again(item, new, AgendaCause.POSTPONED, by=by)
        for keeper in registry.draft_keepers:
            keeper.remove(item)
        item.withdrawn_at = now()
        item.save(update_fields=["withdrawn_at"])
    record(new, "meeting.continued", by=by, continues=meeting.pk)
    return new


def undecided(meeting: Meeting) -> list[AgendaItem]:
    """Return the points of a meeting that it did not decide on."""
    points = meeting.agenda_items.filter(withdrawn_at__isnull=True)
    return [
        item
        for item in points.exclude(kind=AgendaKind.OPENING)
        if not any(keeper.is_decided(item) for keeper in registry.draft_keepers)
    ]
