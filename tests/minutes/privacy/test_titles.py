"""Titles of agendas and ärenden: public at once, but for what nobody let through."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from boards.shared.clock import at
from boards.shared.masking import PROTECTED
from cases.case.actions import change_case
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Meeting
from minutes.privacy.actions import publish, withdraw
from minutes.privacy.enums import Choice, GateState
from minutes.privacy.models import Publication
from minutes.publication.actions import publish_meeting
from minutes.publication.models import PublishedAgendaPoint, PublishedCase
from tests.crawler import crawl
from tests.factories import approvals, gate, publications
from tests.factories import cases as diary
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
NAME = "Sven Persson"
TITLE = f"Medborgarförslag från {NAME} om en cykelväg"


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def called(title: str = TITLE, heading: str = "") -> Meeting:
    """A summoned meeting with one point about an ärende of that title."""
    meeting = make.planned()
    case = diary.case(meeting.board, title=title)
    with at(meeting.starts_at.replace(day=15)):
        meetings.add_agenda_item(
            meeting=meeting,
            heading=heading or title,
            kind=AgendaKind.DECISION,
            case=case,
            by=None,
        )
        make.called(meeting)
    approvals.work_off()
    return meeting


def titles() -> list[str]:
    points = PublishedAgendaPoint.objects.filter(case__isnull=False)
    return [
        *points.values_list("heading", flat=True),
        *PublishedCase.objects.values_list("title", flat=True),
    ]


def gate_of(meeting: Meeting) -> Publication:
    return Publication.objects.get(meeting=meeting)


def decide(row: Publication, choice: str) -> None:
    publish(publication=row, said=gate.said(row, choice), by=None)
    approvals.work_off()


@pytest.mark.law("D-18")
def test_agenda_when_a_title_names_somebody_then_masked_everywhere_and_waits(
    client: Client,
) -> None:
    meeting = called()
    masked = f"Medborgarförslag från {PROTECTED} om en cykelväg"
    assert titles() == [masked, masked]
    found = crawl(client)
    assert [url for url, text in found.said.items() if NAME in text] == []
    assert any(masked in text for text in found.said.values())
    row = gate_of(meeting)
    assert row.state == GateState.WAITING
    client.force_login(meeting.secretary)
    assert row in list(client.get(reverse("publication-list")).context["waiting"])
    page = client.get(row.get_absolute_url()).content.decode()
    assert NAME in page
    assert NAME in client.get(meeting.get_absolute_url()).content.decode()


@pytest.mark.law("D-18")
def test_agenda_when_a_name_is_let_through_then_it_is_shown() -> None:
    meeting = called()
    decide(gate_of(meeting), Choice.PUBLISH)
    assert titles() == [TITLE, TITLE]
    assert gate_of(meeting).state == GateState.PUBLISHED


@pytest.mark.law("D-18")
def test_agenda_when_a_name_is_masked_then_it_stays_masked() -> None:
    meeting = called()
    decide(gate_of(meeting), Choice.MASK)
    assert not [title for title in titles() if NAME in title]
    assert gate_of(meeting).state == GateState.PUBLISHED


@pytest.mark.law("D-17")
def test_agenda_when_the_decision_is_withdrawn_then_masked_at_once() -> None:
    meeting = called()
    decide(gate_of(meeting), Choice.PUBLISH)
    withdraw(publication=gate_of(meeting), reason="Begärt av den enskilde.", by=None)
    assert not [title for title in titles() if NAME in title]
    decide(gate_of(meeting), Choice.PUBLISH)
    assert titles() == [TITLE, TITLE]


@pytest.mark.law("D-18")
def test_agenda_when_a_title_changes_then_the_new_name_waits_and_the_old_is_shown() -> (
    None
):
    meeting = called()
    decide(gate_of(meeting), Choice.PUBLISH)
    case = meeting.agenda_items.get(case__isnull=False).case
    change_case(case=case, title=f"{TITLE} och Karin Nilsson", by=None)
    approvals.work_off()
    title = PublishedCase.objects.get().title
    assert NAME in title
    assert "Karin Nilsson" not in title
    assert gate_of(meeting).state == GateState.WAITING
    change_case(case=case, title=TITLE, by=None)
    approvals.work_off()
    assert gate_of(meeting).state == GateState.PUBLISHED


@pytest.mark.law("D-17")
def test_agenda_when_a_second_pair_of_eyes_is_needed_then_masked_until_it_looked() -> (
    None
):
    meeting = called()
    meeting.board.regulations.update(publication_checked=True)
    decide(gate_of(meeting), Choice.PUBLISH)
    assert gate_of(meeting).state == GateState.CHECKING
    case = meeting.agenda_items.get(case__isnull=False).case
    change_case(case=case, title=f"{TITLE} och Karin Nilsson", by=None)
    approvals.work_off()
    assert not [title for title in titles() if NAME in title]
    assert gate_of(meeting).state == GateState.WAITING
    assert {one.choice for one in gate_of(meeting).found} == {Choice.NONE}


@pytest.mark.law("D-18")
@pytest.mark.parametrize(
    "word",
    ["sven.persson@example.com", "070-123 45 67", "Ekgatan 12", "19811228-9874"],
)
def test_title_when_it_holds_personal_data_of_any_kind_then_masked(word: str) -> None:
    called(f"Klagomål {word} om buller", heading=f"Buller, {word}")
    assert not [title for title in titles() if word in title]
    assert all("uller" in title for title in titles())


def test_title_when_it_names_elected_only_then_nothing_to_decide() -> None:
    title = "Motion från Göran Ekström om en cykelväg"
    meeting = called(title)
    assert titles() == [title, title]
    assert not Publication.objects.filter(meeting=meeting).exists()


@pytest.mark.law("D-12")
def test_agenda_when_a_point_is_secret_then_its_title_is_not_at_the_gate() -> None:
    meeting = make.planned()
    case = diary.case(meeting.board, title=TITLE, secret=True)
    with at(meeting.starts_at.replace(day=15)):
        meetings.add_agenda_item(
            meeting=meeting,
            heading="Ett ärende",
            kind=AgendaKind.DECISION,
            case=case,
            by=None,
        )
        make.called(meeting)
    approvals.work_off()
    assert not Publication.objects.filter(meeting=meeting).exists()
    assert not [title for title in titles() if NAME in title]


def test_title_when_the_minutes_let_the_name_through_then_it_is_shown() -> None:
    meeting = called()
    with at(meeting.starts_at):
        approvals.decide(meeting)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    approval = publications.published(meeting)
    decide(approval.publication, Choice.PUBLISH)
    publish_meeting(meeting=meeting)
    assert titles() == [TITLE, TITLE]
