"""The kungörelse on the public notice board and in its feed."""

from datetime import date

import pytest
from django.test import Client

from boards.shared.clock import local
from cases.secrecy.actions import mark_secret
from minutes.meeting import actions
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Meeting
from minutes.publication.models import PublishedAnnouncement
from tests.factories import approvals
from tests.factories import items as make_items
from tests.factories import meetings as make
from tests.factories.assembly import assembly

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.law("KL-01"),
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
BOARD = "/anslagstavla/alby/"


@pytest.fixture
def meeting() -> Meeting:
    """A fullmäktige that has been summoned, one of its points about an ärende."""
    meeting = make.planned(assembly(9, substitutes=0))
    make.with_points(meeting, 1)
    actions.add_agenda_item(
        meeting=meeting,
        heading="",
        kind=AgendaKind.DECISION,
        case=make_items.case_of(meeting.board, 7, "Köp av tomten"),
        by=None,
    )
    actions.send_summons(meeting=meeting, by=meeting.secretary)
    approvals.work_off()
    return meeting


def shown(client: Client, path: str = BOARD) -> str:
    return client.get(path).content.decode()


def test_meeting_when_announced_then_on_the_board_and_in_the_feed(
    client: Client, meeting: Meeting
) -> None:
    page = shown(client)
    for text in ("Kungjorda sammanträden", meeting.place, "2020-09-29 09.00"):
        assert text in page
    assert "Ärende 1" in page
    assert "Köp av tomten" in page
    assert "Kungörelse" in shown(client, f"{BOARD}atom.xml")


def test_secret_point_when_announced_is_neutral_also_when_marked_later(
    client: Client, meeting: Meeting
) -> None:
    case = meeting.agenda_items.last().case
    mark_secret(obj=case, legal_ground="OSL 21:1", by=None)
    approvals.work_off()
    page = shown(client)
    assert "Köp av tomten" not in page
    assert "Sekretess" in page
    assert case.dnr in page


def test_meeting_when_planned_or_of_a_board_is_not_announced(client: Client) -> None:
    make.planned(assembly(9, substitutes=0))
    make.called()
    approvals.work_off()
    assert not PublishedAnnouncement.objects.exists()
    assert "Kungjorda sammanträden" not in shown(client)


def test_announcement_when_the_day_has_passed_is_gone(
    client: Client, meeting: Meeting, time_machine: object
) -> None:
    time_machine.move_to("2020-09-29T23:59:00+02:00")
    assert meeting.place in shown(client)
    time_machine.move_to("2020-09-30T00:01:00+02:00")
    assert meeting.place not in shown(client)
    assert "Kungörelse" not in shown(client, f"{BOARD}atom.xml")


def test_point_when_added_later_is_shown_once_it_is_announced(
    client: Client, meeting: Meeting
) -> None:
    actions.add_agenda_item(
        meeting=meeting, heading="Brådskande", kind=AgendaKind.DECISION, by=None
    )
    actions.change_meeting(meeting=meeting, minutes_number="5", by=None)
    approvals.work_off()
    assert "Brådskande" not in shown(client)
    actions.send_summons(meeting=meeting, by=meeting.secretary)
    approvals.work_off()
    assert "Brådskande" in shown(client)
    assert PublishedAnnouncement.objects.count() == 1


def test_meeting_when_moved_or_called_off_says_so(
    client: Client, meeting: Meeting
) -> None:
    start = local(date(2020, 9, 30), 9)
    actions.change_meeting(meeting=meeting, starts_at=start, by=None)
    approvals.work_off()
    page = shown(client)
    assert "2020-09-30 09.00" in page
    assert "har ändrats" in page
    actions.cancel_meeting(meeting=meeting, reason="Storm.", by=None)
    approvals.work_off()
    page = shown(client)
    assert "inställt" in page
    assert "Köp av tomten" not in page


def test_board_when_another_serves_its_notices_is_left_alone(
    client: Client, meeting: Meeting
) -> None:
    PublishedAnnouncement.objects.all().delete()
    host = meeting.board.host
    host.is_served_here = False
    host.save()
    actions.change_meeting(meeting=meeting, minutes_number="5", by=None)
    approvals.work_off()
    assert not PublishedAnnouncement.objects.exists()


def test_board_page_when_more_is_announced_asks_no_more_questions(
    client: Client, meeting: Meeting
) -> None:
    shown(client)
    with approvals.counted() as one:
        shown(client)
    for slug in ("kf2", "kf3"):
        make.called(make.planned(assembly(9, slug, substitutes=0)))
    approvals.work_off()
    with approvals.counted() as three:
        page = shown(client)
    assert page.count("Kommunfullmäktige kf") >= 3
    assert len(one) == len(three)
