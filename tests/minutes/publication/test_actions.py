"""What is published, when, and with what taken out."""

from collections.abc import Iterator
from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.masking import PROTECTED
from boards.shared.paper.html import render_html
from boards.shared.paper.store import from_json
from boards.shared.storage import read_bytes
from cases.secrecy.actions import mark_secret
from minutes.approval.models import Approval
from minutes.item import actions as items
from minutes.item.models import MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Meeting
from minutes.publication import actions
from minutes.publication.models import (
    PublishedBoard,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
)
from minutes.search.queries import find
from minutes.search.questions import Question
from tests.factories import approvals, publications
from tests.factories import cases as diary
from tests.factories import meetings as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_at_noon")]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def pdf_text(sha256: str) -> str:
    pages = PdfReader(BytesIO(read_bytes(sha256))).pages
    return "\n".join(page.extract_text() for page in pages)


def secret_approval() -> Approval:
    """Minutes of one secret § among two open ones, published alone."""
    meeting = approvals.decided()
    chosen = approvals.items_of(meeting)[1]
    items.mark_item_secret(item=chosen, legal_ground="OSL 21:1", by=None)
    return publications_of(meeting, [chosen])


def publications_of(meeting: Meeting, chosen: list[MinutesItem]) -> Approval:
    approval = approvals.signed(meeting, items=chosen)
    approvals.work_off()
    return approval


def called(meeting: Meeting | None = None) -> Meeting:
    """A meeting whose kallelse went out two weeks before."""
    with at(local(publications.MEETING_DAY.replace(day=15), 10)):
        return make.called(meeting)


def protect(family_name: str, meeting: Meeting) -> None:
    who = make.attendance(meeting, family_name).person
    who.is_protected = True
    who.save()


def test_publish_registers_when_board_is_joint_then_both_municipalities_show() -> None:
    board = make.board_with_roster()
    shown = actions.publish_registers(board=board)
    names = [row.name for row in shown.municipalities.order_by("name")]
    assert (shown.slug, shown.name, names) == ("itvt", board.name, ["Alby", "Berga"])


def test_publish_registers_when_run_again_then_the_row_follows_the_name() -> None:
    board = make.board_with_roster()
    actions.publish_registers(board=board)
    board.name = "Nämnden med nytt namn"
    actions.publish_registers(board=board)
    assert PublishedBoard.objects.get().name == "Nämnden med nytt namn"


def test_publish_meeting_before_summons_then_agenda_is_not_shown() -> None:
    meeting = make.planned()
    make.with_points(meeting)
    shown = actions.publish_meeting(meeting=meeting)
    assert (shown.place, shown.agenda) == (meeting.place, [])


def test_publish_meeting_after_summons_then_agenda_is_shown_without_the_opening() -> (
    None
):
    meeting = make.planned()
    meetings.add_agenda_item(
        meeting=meeting, heading="Upprop", kind=AgendaKind.OPENING, by=None
    )
    make.with_points(meeting, 2)
    called(meeting)
    approvals.work_off()
    headings = [point["heading"] for point in PublishedMeeting.objects.get().agenda]
    assert headings == ["Ärende 1", "Ärende 2"]


def test_publish_meeting_when_cancelled_then_it_says_so_and_shows_no_agenda() -> None:
    meeting = called()
    meetings.cancel_meeting(meeting=meeting, by=None, reason="Sjukdom")
    approvals.work_off()
    shown = PublishedMeeting.objects.get()
    assert (shown.is_cancelled, shown.agenda) == (True, [])


@pytest.mark.law("KL-17")
def test_mark_item_secret_after_summons_then_agenda_hides_the_heading() -> None:
    meeting = called()
    item = approvals.items_of(meeting)[0]
    items.mark_item_secret(item=item, legal_ground="OSL 21:1", by=None)
    approvals.work_off()
    headings = [point["heading"] for point in PublishedMeeting.objects.get().agenda]
    assert headings == ["Sekretess", "Ärende 2", "Ärende 3"]


@pytest.mark.law("KL-17")
def test_mark_case_secret_after_summons_then_agenda_hides_the_heading() -> None:
    meeting = make.planned()
    case = diary.case(meeting.board, title="Anmälan mot Bo Ek")
    meetings.add_agenda_item(
        meeting=meeting, heading="", kind=AgendaKind.DECISION, case=case, by=None
    )
    called(meeting)
    approvals.work_off()
    mark_secret(obj=case, legal_ground="OSL 26:1", by=None)
    approvals.work_off()
    point = {"heading": "Sekretess", "dnr": case.dnr}
    assert PublishedMeeting.objects.get().agenda == [point]


@pytest.mark.law("D-09")
def test_publish_minutes_before_last_signature_then_nothing_is_published() -> None:
    approval = approvals.sealed()
    approvals.sign_as(approval, "Sundell")
    approvals.work_off()
    assert actions.publish_minutes(approval=approval) is None
    assert not PublishedMinutes.objects.exists()
    assert not PublishedItem.objects.exists()


def test_publish_minutes_when_approved_then_content_is_what_was_frozen() -> None:
    approval = publications.published()
    shown = publications.shown(approval)
    assert shown.html == render_html(from_json(approval.content))
    assert shown.pdf_sha256 == shown.signed_sha256 == approval.document.sha256
    headings = list(shown.items.values_list("heading", flat=True))
    assert headings == ["Ärende 1", "Ärende 2", "Ärende 3"]


def test_publish_minutes_when_run_again_then_nothing_is_doubled() -> None:
    approval = publications.published()
    first = publications.shown(approval)
    actions.publish_minutes(approval=approval)
    assert PublishedMinutes.objects.get().html == first.html
    assert PublishedItem.objects.count() == 3


@pytest.mark.law("P-08")
def test_publish_minutes_when_secret_then_number_and_ground_alone() -> None:
    shown = publications.shown(secret_approval())
    item = shown.items.get()
    assert (shown.html, shown.pdf_sha256, shown.is_secret) == ("", "", True)
    assert (item.number, item.heading) == (2, "Sekretess (OSL 21:1)")
    assert (item.dnr, item.html, item.text) == ("", "", "")


@pytest.mark.law("D-20")
def test_publish_minutes_when_somebody_is_protected_then_name_is_gone() -> None:
    meeting = approvals.decided()
    protect("Lindqvist", meeting)
    shown = publications.shown(publications.published(meeting))
    everything = [shown.html, pdf_text(shown.pdf_sha256)]
    everything += [item.html + item.text for item in shown.items.all()]
    assert not any("Lindqvist" in text or "Birgitta" in text for text in everything)
    assert PROTECTED in shown.html
    assert PROTECTED in everything[1]


@pytest.mark.law("D-16")
def test_publish_minutes_when_masked_then_it_says_so_and_keeps_the_original() -> None:
    meeting = approvals.decided()
    protect("Lindqvist", meeting)
    approval = publications.published(meeting)
    shown = publications.shown(approval)
    assert shown.is_masked
    assert shown.pdf_sha256 != shown.signed_sha256 == approval.document.sha256
    assert "Lindqvist" in pdf_text(approval.document.sha256)


@pytest.mark.law("D-20")
def test_publish_meeting_when_protected_name_in_heading_then_it_is_masked() -> None:
    meeting = make.planned()
    protect_new = make.person("Anna", "Berg", email="anna.berg@hemma.example")
    protect_new.is_protected = True
    protect_new.save()
    make.with_points(meeting, 1)
    item = meeting.agenda_items.get()
    text = "Fråga från ANNA  BERG, anna.berg@hemma.example"
    meetings.change_agenda_item(item=item, heading=text, by=None)
    called(meeting)
    approvals.work_off()
    heading = PublishedMeeting.objects.get().agenda[0]["heading"]
    assert heading == f"Fråga från {PROTECTED}, {PROTECTED}"


@pytest.mark.law("D-20")
def test_publish_person_when_protected_afterwards_then_all_is_masked_anew() -> None:
    approval = publications.published()
    assert "Lindqvist" in publications.shown(approval).html
    protect("Lindqvist", approval.meeting)
    person = make.attendance(approval.meeting, "Lindqvist").person
    actions.publish_person(person=person)
    assert "Lindqvist" not in publications.shown(approval).html
    assert not find(Question("Lindqvist")).rows


def test_publish_person_when_protection_ends_then_original_is_shown_again() -> None:
    meeting = approvals.decided()
    protect("Lindqvist", meeting)
    approval = publications.published(meeting)
    person = make.attendance(meeting, "Lindqvist").person
    person.is_protected = False
    person.save()
    actions.publish_person(person=person)
    shown = publications.shown(approval)
    assert (shown.is_masked, shown.pdf_sha256) == (False, approval.document.sha256)


@pytest.mark.law("D-20")
def test_publish_minutes_when_appendix_names_protected_then_it_is_left_out() -> None:
    meeting = approvals.decided(is_closed=False)
    item = approvals.items_of(meeting)[0]
    case = diary.case(meeting.board)
    pdf = approvals.a_pdf("Skrivelse från Anna Berg")
    paper = diary.document(
        case,
        file=store_file(pdf, "application/pdf"),
        file_name="skrivelse.pdf",
        subject="Skrivelse",
    )
    items.add_appendix(item=item, document=paper, by=None)
    who = make.person("Anna", "Berg")
    who.is_protected = True
    who.save()
    with at(publications.NOON):
        meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    shown = publications.shown(publications.published(meeting))
    assert shown.is_masked
    assert "Berg" not in pdf_text(shown.pdf_sha256).replace("Berga", "")
