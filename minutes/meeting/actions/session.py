"""Opening and closing a meeting, and choosing who approves its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.membership.models import Membership
from boards.person.models import StaffPost
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.meeting.actions.steps import lock_meeting, move_on, roll_refusals
from minutes.meeting.enums import MeetingVerb
from minutes.meeting.facts import roll_facts
from minutes.meeting.models import Attendance, ChosenApprover
from minutes.meeting.queries import who_served
from minutes.meeting.roster import member_rows, staff_rows
from minutes.meeting.rules.agenda import blocks_verb
from minutes.meeting.rules.session import (
    ApproverFacts,
    blocks_approvers,
    blocks_closing,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from boards.person.models import User
    from minutes.meeting.models import Meeting


@transaction.atomic
def open_meeting(
    *, meeting: Meeting, by: User | None, starts_at: datetime | None = None
) -> Meeting:
    """Begin: everybody of that day's roster gets a row, with name, party and title.

    The roster is the one of the meeting day, whatever it is today (KL-14). Nobody is
    present until the upprop says so.
    """
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(blocks_verb(meeting.state, MeetingVerb.OPEN))
    if starts_at is not None:
        meeting.starts_at = starts_at
        meeting.save(update_fields=["starts_at"])
    move_on(meeting, MeetingVerb.OPEN)
    members = Membership.objects.serving_on(meeting.held_on).filter(
        board=meeting.board_id
    )
    posts = StaffPost.objects.filter(board=meeting.board_id)
    rows = [*member_rows(meeting, members), *staff_rows(meeting, posts)]
    for position, row in enumerate(one_each(rows), start=1):
        row.position = position
        row.save()
    record(meeting, "meeting.opened", by=by)
    return meeting


def one_each(rows: Sequence[Attendance]) -> list[Attendance]:
    """Return the first row of each person: an uppdrag comes before a post."""
    return list({row.person_id: row for row in reversed(rows)}.values())[::-1]


@transaction.atomic
def close_meeting(*, meeting: Meeting, ends_at: datetime, by: User | None) -> Meeting:
    """End the meeting; it is never opened again."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(blocks_verb(meeting.state, MeetingVerb.CLOSE))
    refuse_if(blocks_closing(meeting.starts_at, ends_at))
    meeting.ends_at = ends_at
    meeting.save(update_fields=["ends_at"])
    move_on(meeting, MeetingVerb.CLOSE)
    record(meeting, "meeting.closed", by=by)
    return meeting


@transaction.atomic
def choose_approvers(
    *, meeting: Meeting, chosen: Sequence[Attendance], by: User | None
) -> list[ChosenApprover]:
    """Write down whom the meeting chose to approve its minutes (KL 5:69)."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(roll_refusals(meeting))
    served, chair = who_served(roll_facts(meeting))
    facts = ApproverFacts(
        chosen=tuple(row.pk for row in chosen),
        wanted=meeting.board.regulations_on(meeting.held_on).approver_count,
        served=served,
        chair=chair,
    )
    refuse_if(blocks_approvers(facts))
    meeting.chosen_approvers.exclude(attendance__in=chosen).delete()
    rows = [
        ChosenApprover.objects.get_or_create(meeting=meeting, attendance=row)[0]
        for row in chosen
    ]
    record(meeting, "meeting.approvers_chosen", by=by, names=[r.name for r in chosen])
    return rows


@transaction.atomic
def add_attendee(*, attendance: Attendance, by: User | None) -> Attendance:
    """Add staff or a guest who came without being on the board's list (KL 6:26).

    `attendance` is an unsaved row with person, kind, title and where they belong.
    """
    meeting = attendance.meeting
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(roll_refusals(meeting))
    is_listed = meeting.attendances.filter(person=attendance.person_id).exists()
    refuse_if([Refusal("attendance.is_listed", field="person")] if is_listed else [])
    attendance.name = attendance.person.name
    attendance.position = meeting.attendances.count() + 1
    attendance.save()
    attendance.presence.create()
    record(meeting, "attendance.added", by=by, name=attendance.name)
    return attendance
