"""The start pages: what waits, in the order of the law's days."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from minutes.approval.models import Approval
from minutes.desk.deadlines import next_first
from minutes.desk.queries import coming_meetings, decided_lately, to_sign
from minutes.meeting import actions
from minutes.meeting.models import Meeting
from tests.factories import approvals
from tests.factories import meetings as make
from tests.minutes.meeting.test_agenda import case_of, document_of

DAY = date(2020, 9, 15)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-14T08:00:00+02:00"),
]


def waiting(meeting: Meeting) -> list[tuple[str, str]]:
    rows = next_first(meeting.secretary, DAY)
    return [(row.url_name, str(row.day)) for row in rows]


def approval_of(meeting: Meeting, **values: Any) -> Approval:
    defaults = {"state": "frozen", "frozen_at": meeting.starts_at}
    return Approval.objects.create(
        meeting=meeting, items_label="1–3", **defaults | values
    )


@pytest.mark.law("KL-02")
def test_desk_when_meeting_is_planned_then_summons_day() -> None:
    assert waiting(make.planned()) == [("meeting-summons", "2020-09-22")]


def test_desk_when_meeting_is_called_then_its_day() -> None:
    assert waiting(make.called()) == [("meeting-detail", "2020-09-29")]


@pytest.mark.law("P-03")
def test_desk_when_meeting_is_closed_then_fourteen_days() -> None:
    assert waiting(make.closed()) == [("meeting-detail", "2020-10-13")]


@pytest.mark.law("P-03")
def test_desk_when_minutes_are_frozen_then_waits_for_signatures() -> None:
    meeting = make.closed()
    approval_of(meeting)
    assert waiting(meeting) == [("approval-detail", "2020-10-13")]


@pytest.mark.law("A-04")
@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        ((), [("notice-detail", "2020-10-01"), ("notice-detail", "2020-10-01")]),
        (("Alby",), [("notice-detail", "2020-10-01")]),
        (
            ("Alby", "Berga"),
            [("notice-detail", "2020-10-21"), ("notice-detail", "2020-10-21")],
        ),
    ],
    ids=["to post", "another kommun has not posted", "to take down"],
)
def test_desk_when_minutes_are_approved_then_days_of_the_notices(
    boards: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    noon = make.local(make.MEETING_DAY, 12)
    approval = approvals.approved_on(noon)
    if boards:
        approvals.posted(approval, noon, *boards)
    rows = waiting(approval.meeting)
    assert [row for row in rows if row[0] == "notice-detail"] == expected


def test_desk_when_mail_has_failed_then_said() -> None:
    meeting = make.called()
    row = OutboxMessage.objects.filter(kind="meeting.mail_summons").first()
    OutboxMessage.objects.filter(pk=row.pk).update(state=OutboxState.FAILED)
    assert ("meeting-detail", str(DAY)) in waiting(meeting)


def test_desk_when_something_came_in_then_to_be_registered() -> None:
    meeting = make.planned()
    document = document_of(case_of(meeting.board))
    document.direction = "received"
    document.save()
    assert waiting(meeting)[0] == ("document-detail", "2020-09-14")


def test_desk_when_opened_then_only_own_boards() -> None:
    meeting = make.planned()
    other = make.planned(make.board_with_roster("sn"))
    client = Client()
    client.force_login(meeting.secretary)
    html = client.get(reverse("desk")).content.decode()
    assert meeting.board.name in html
    assert other.board.name not in html


def test_desk_when_registrar_then_only_what_registrars_do() -> None:
    meeting = make.planned()
    document = document_of(case_of(meeting.board))
    document.direction = "received"
    document.save()
    user = make.user_for(make.person("Rita", "Registrator"))
    user.roles.create(board=meeting.board, role="registrar", valid_from=make.TERM)
    rows = next_first(user, DAY)
    assert [row.url_name for row in rows] == ["document-detail"]


def test_desk_when_user_has_no_role_then_denied() -> None:
    board = make.board_with_roster()
    client = Client()
    client.force_login(make.user_for(board.memberships.first().person))
    assert client.get(reverse("desk")).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_desk_when_more_meetings_then_same_number_of_queries(
    rows: int, django_assert_num_queries: Any
) -> None:
    meeting = make.planned()
    for hour in range(1, rows):
        actions.plan_meeting(
            board=meeting.board,
            starts_at=make.local(make.MEETING_DAY, 9 + hour),
            place="A",
            by=None,
        )
    with django_assert_num_queries(15):
        assert len(next_first(meeting.secretary, DAY)) == rows


def test_assignments_when_called_then_meeting_and_what_to_sign() -> None:
    meeting = make.called()
    person = meeting.board.memberships.get(role="chair").person
    user = make.user_for(person)
    closed = make.closed(make.planned_again(meeting))
    approval = approval_of(closed)
    approval.approvers.create(person=person, role="chair", name=person.name)
    assert list(coming_meetings(user, DAY)) == [meeting]
    assert [row.approval for row in to_sign(user)] == [approval]
    client = Client()
    client.force_login(user)
    html = client.get(reverse("assignments")).content.decode()
    assert reverse("assignment-meeting", kwargs={"pk": meeting.pk}) in html


def test_assignments_when_secret_paragraph_was_approved_then_not_listed() -> None:
    meeting = make.closed()
    user = make.user_for(meeting.board.memberships.get(role="chair").person)
    item = meeting.items.first()
    item.legal_ground, item.marked_on = "OSL 21:1", DAY
    item.save()
    assert not decided_lately(user, DAY)
