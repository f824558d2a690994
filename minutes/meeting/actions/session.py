"""Opening and closing a meeting, and choosing who approves its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.membership.models import Membership
from boards.person.models import StaffPost
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.meeting.actions.adjournments import pause_facts
from minutes.meeting.actions.attendance import foreign, replace_stays
from minutes.meeting.actions.returning import bring_back
from minutes.meeting.actions.steps import lock_meeting, move_on, roll_refusals
from minutes.meeting.enums import MeetingVerb
from minutes.meeting.facts import item_span, roll_facts
from minutes.meeting.models import Attendance, ChosenApprover, ChosenChair
from minutes.meeting.queries import who_served
from minutes.meeting.roster import member_rows, staff_rows
from minutes.meeting.rules.agenda import blocks_verb
from minutes.meeting.rules.session import (
    ApproverFacts,
    blocks_approvers,
    blocks_chair,
    blocks_closing,
    blocks_closing_paused,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from boards.person.models import User
    from minutes.meeting.models import AgendaItem, Meeting
    from minutes.meeting.rules.ranges import Stay


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
    """End the meeting; it is never opened again.

    What it postponed or referred back goes onto the coming agenda by itself.
    """
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(blocks_verb(meeting.state, MeetingVerb.CLOSE))
    refuse_if(
        blocks_closing(meeting.starts_at, ends_at)
        + blocks_closing_paused(pause_facts(meeting), ends_at)
    )
    meeting.ends_at = ends_at
    meeting.save(update_fields=["ends_at"])
    move_on(meeting, MeetingVerb.CLOSE)
    record(meeting, "meeting.closed", by=by)
    bring_back(meeting.board, by=by)
    return meeting


@transaction.atomic
def choose_approvers(
    *,
    meeting: Meeting,
    chosen: Sequence[Attendance],
    by: User | None,
    reserves: Sequence[Attendance] = (),
    for_item: AgendaItem | None = None,
) -> list[ChosenApprover]:
    """Write down whom the meeting chose to approve its minutes (KL 5:69).

    With `for_item` they approve that point alone, because of jäv; nobody chosen means
    that the meeting's approvers do.
    """
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if([*roll_refusals(meeting), *foreign(meeting, for_item)])
    position = for_item.position if for_item else None
    served, chair = who_served(roll_facts(meeting), position)
    facts = ApproverFacts(
        chosen=tuple(row.pk for row in chosen),
        wanted=meeting.board.regulations_on(meeting.held_on).approver_count,
        served=served,
        chair=chair,
        reserves=tuple(row.pk for row in reserves),
        is_single_point=for_item is not None,
    )
    refuse_if(blocks_approvers(facts))
    earlier = meeting.chosen_approvers.filter(for_item=for_item)
    earlier.exclude(attendance__in=[*chosen, *reserves]).delete()
    rows = [
        ChosenApprover.objects.update_or_create(
            meeting=meeting,
            attendance=row,
            for_item=for_item,
            defaults={"is_reserve": row in reserves},
        )[0]
        for row in [*chosen, *reserves]
    ]
    record(meeting, "meeting.approvers_chosen", by=by, names=[r.name for r in chosen])
    return rows


@transaction.atomic
def choose_chair(
    *,
    attendance: Attendance,
    by: User | None,
    span: tuple[AgendaItem | None, AgendaItem | None] = (None, None),
) -> ChosenChair:
    """Write who was chosen to preside where the presidium does not serve (KL 6:20)."""
    require(by, "meeting.run", attendance.meeting)
    meeting = lock_meeting(attendance.meeting_id)
    refuse_if([*roll_refusals(meeting), *foreign(meeting, *span)])
    refuse_if(blocks_chair(roll_facts(meeting), attendance.pk, item_span(*span)))
    row = ChosenChair.objects.create(
        meeting=meeting, attendance=attendance, from_item=span[0], to_item=span[1]
    )
    record(meeting, "meeting.chair_chosen", by=by, name=attendance.name)
    return row


@transaction.atomic
def withdraw_chair(*, chair: ChosenChair, by: User | None) -> None:
    """Take back that somebody was chosen to preside."""
    require(by, "meeting.run", chair.meeting)
    meeting = lock_meeting(chair.meeting_id)
    refuse_if(roll_refusals(meeting))
    record(meeting, "meeting.chair_withdrawn", by=by, name=chair.attendance.name)
    chair.delete()


@transaction.atomic
def add_attendee(
    *,
    attendance: Attendance,
    by: User | None,
    stays: Sequence[Stay] | None = None,
) -> Attendance:
    """Add staff, union, observers or guests who came (KL 4:28, 6:26, 7:10).

    `attendance` is an unsaved row with person, kind, title and where they belong; with
    no `stays` they were there all the time.
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
    if stays is None:
        attendance.presence.create()
    else:
        replace_stays(attendance, stays)
    record(meeting, "attendance.added", by=by, name=attendance.name)
    return attendance
