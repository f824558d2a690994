"""Who is to be reminded of what on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, cast

from boards.shared.clock import STOCKHOLM
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approver
from minutes.approval.rules import approval_due
from minutes.item.queries import kept_items
from minutes.meeting.enums import MeetingState
from minutes.meeting.models import Meeting
from minutes.reminder.enums import ReminderKind
from minutes.reminder.rules import step_due
from minutes.review.queries import Reviewed, reviewed

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

# What is older was late long ago; whoever is responsible has been told.
BACK = timedelta(days=60)


class Due(NamedTuple):
    """A reminder that is due."""

    kind: ReminderKind
    due_on: date
    days: int
    person: int | None = None
    approval: int | None = None


def running(day: date) -> QuerySet[Meeting]:
    """Return meetings lately held; those moved here were approved elsewhere."""
    return (
        Meeting.objects.filter(
            state__in=[MeetingState.IN_SESSION, MeetingState.CLOSED],
            starts_at__date__gte=day - BACK,
            starts_at__date__lte=day,
            migrated_from="",
        )
        .select_related("board")
        .order_by("starts_at", "pk")
    )


def due_of(meeting: Meeting, day: date) -> list[Due]:
    """Return every reminder that is due at a meeting; those made already too."""
    return [*unlooked(meeting, day), *unsigned(meeting, day), *late(meeting, day)]


def unlooked(meeting: Meeting, day: date) -> Iterator[Due]:
    """Remind reviewers of §§ they have not looked at as these stand."""
    waiting: dict[int, list[Reviewed]] = defaultdict(list)
    for row in reviewed(meeting):
        for seat in row.seats:
            if not (row.is_held or seat.has_looked):
                waiting[seat.reviewer.person_id].append(row)
    for person, rows in waiting.items():
        due_on = min(row.review.due_on for row in rows)
        asked_on = max(local_day(row.review.sent_at) for row in rows)
        days = step_due(day, due_on, asked_on)
        if days is not None:
            yield Due(ReminderKind.LOOK, due_on, days, person=person)


def unsigned(meeting: Meeting, day: date) -> Iterator[Due]:
    """Remind signers of frozen minutes they have not signed (KL 5:69)."""
    due_on = approval_due(meeting.held_on).due
    waiting = Approver.objects.filter(
        approval__meeting=meeting,
        approval__state=ApprovalState.FROZEN,
        approval__document__isnull=False,
        signature__isnull=True,
    ).select_related("approval")
    for row in waiting:
        # What is frozen has its moment: a constraint says so.
        frozen_at = cast("datetime", row.approval.frozen_at)
        days = step_due(day, due_on, local_day(frozen_at))
        if days is not None:
            yield Due(ReminderKind.SIGN, due_on, days, row.person_id, row.approval_id)


def late(meeting: Meeting, day: date) -> Iterator[Due]:
    """Tell the secretary when minutes are not approved in time (KL 5:69; P-03)."""
    deadline = approval_due(meeting.held_on)
    if deadline.is_late(day) and is_unapproved(meeting):
        yield Due(ReminderKind.LATE, deadline.due, 0)


def is_unapproved(meeting: Meeting) -> bool:
    """Say whether any § of the meeting is not approved."""
    return kept_items(meeting).exclude(approval__state=ApprovalState.APPROVED).exists()


def local_day(moment: datetime) -> date:
    """Return the local date of a moment."""
    return moment.astimezone(STOCKHOLM).date()
