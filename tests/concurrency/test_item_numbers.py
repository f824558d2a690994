"""§ numbers under fire: no gap, none twice, whatever is rolled back (P-09)."""

from functools import partial

import pytest
from django.db import transaction

from boards.board.models import Board
from boards.shared.refusals import Refused
from minutes.approval.actions import freeze
from minutes.approval.models import Approval
from minutes.item.models import DecisionPoint, MinutesItem
from minutes.meeting.enums import AgendaKind, AttendanceKind
from minutes.meeting.models import (
    AgendaItem,
    Attendance,
    ChosenApprover,
    Meeting,
    PresenceSpan,
)
from tests.concurrency.threads import at_once
from tests.factories import approvals as make
from tests.factories import meetings

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.law("P-09"),
]

MANY = 50


class TurnedBack(Exception):  # noqa: N818  a test's own
    """The transaction ends without a trace."""


def ready(board: Board, secretary: object) -> Meeting:
    """A closed meeting with one decided §, written quickly."""
    start = meetings.local(meetings.MEETING_DAY, 9)
    meeting = Meeting.objects.create(
        board=board,
        starts_at=start,
        ends_at=start + meetings.timedelta(hours=1),
        place="Alby",
        state="closed",
        secretary=secretary,
    )
    point = AgendaItem.objects.create(
        meeting=meeting, position=1, kind=AgendaKind.DECISION, heading="Ärende"
    )
    item = MinutesItem.objects.create(
        agenda_item=point, meeting=meeting, board=board, year=2020, heading="Ärende"
    )
    DecisionPoint.objects.create(item=item, text="att besluta.", position=1)
    for place, row in enumerate(board.memberships.seated().order_by("call_order")):
        attendance = Attendance.objects.create(
            meeting=meeting,
            person=row.person,
            membership=row,
            kind=AttendanceKind.MEMBER,
            name=row.person.name,
            role=row.role,
            party="M",
            position=place,
        )
        PresenceSpan.objects.create(attendance=attendance)
    ChosenApprover.objects.create(meeting=meeting, attendance=attendance)
    return meeting


def freeze_it(meeting: Meeting, *, is_turned_back: bool = False) -> Approval:
    with transaction.atomic():
        made = freeze(meeting=meeting, items=list(meeting.items.all()), by=None)
        if is_turned_back:
            raise TurnedBack
    return made


def numbers() -> list[int]:
    given = MinutesItem.objects.filter(number__isnull=False)
    return sorted(given.values_list("number", flat=True))


def test_numbers_when_50_meetings_freeze_at_once_then_1_to_n_without_gap() -> None:
    board = meetings.board_with_roster()
    secretary = meetings.secretary_of(board)
    found = [ready(board, secretary) for _number in range(MANY)]
    jobs = [
        partial(freeze_it, meeting, is_turned_back=place % 5 == 0)
        for place, meeting in enumerate(found)
    ]
    results = at_once(jobs)
    back = [place for place, one in enumerate(results) if isinstance(one, TurnedBack)]
    assert back == list(range(0, MANY, 5))
    assert not [one for one in results if isinstance(one, Refused)]
    assert numbers() == list(range(1, MANY - len(back) + 1))
    assert Approval.objects.count() == MANY - len(back)
    for place in back:
        freeze_it(found[place])
    assert numbers() == list(range(1, MANY + 1))


def test_freeze_when_twice_at_once_then_one_justering_only() -> None:
    meeting = make.decided()
    results = at_once([partial(freeze_it, meeting)] * 4)
    assert sum(isinstance(one, Approval) for one in results) == 1
    assert sum(isinstance(one, Refused) for one in results) == 3
    assert Approval.objects.count() == 1
    assert numbers() == [1, 2, 3]
