"""The model meeting built by the actions, and what its PDF says."""

import re
from io import BytesIO
from subprocess import run

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reportlab.pdfgen.canvas import Canvas

from boards.shared.paper import store
from boards.shared.paper.pdf import render_pdf
from minutes.item import actions
from minutes.item.queries import record_of
from minutes.meeting.models import Meeting
from minutes.pdf.documents import document_of, files_of, minutes_document
from minutes.pdf.keys import item_key
from tests.factories import items as make

pytestmark = pytest.mark.django_db


def report_pdf() -> bytes:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(100, 700, "Utfall och prognos")
    canvas.save()
    return target.getvalue()


def text_of(meeting: Meeting, **values: object) -> str:
    document = minutes_document(meeting, **values)
    pdf = render_pdf(document, files_of(document))
    made = run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return re.sub(r"\s+", " ", made.stdout.decode())


@pytest.fixture
def meeting() -> Meeting:
    return make.model_meeting(report_pdf())


FACTS = (
    "SAMMANTRÄDESPROTOKOLL",
    "Stora Lindås, kommunhuset, Berga, kl. 09.00–10.10",
    "Göran Ekström (M), ordförande, Alby kommun",
    "Birgitta Lindqvist (C), vice ordförande, Berga kommun",
    "Mats Åhlund (S), Alby kommun",
    "Tora Wikman (S), Berga kommun",
    "Ingrid Bergqvist, kommundirektör, Alby kommun",
    "Lars Björnfot, kommunchef, Berga kommun, närvarande digitalt",
    "Jan Hedlund, IT-chef, Alby och Berga kommuner",
    "Jenny Nygård, controller, Alby och Berga kommuner",
    "Sara Gårdman, kommunsekreterare/kanslichef, Berga kommun",
    "Fatima Sundell, nämndsamordnare, Alby kommun",
    "Kommunhuset, Berga kommun, 2020-09-29, kl. 12.00",
    "ANSLAG/BEVIS",
    "Kommunhuset, Alby kommun",
    "Innehållsförteckning",
    "ITVT § 1 ",
    "IT-chefen informerar",
    "Större leveransavvikelser",
    "DNR ITVT 4/2020",
    "Tjänsteskrivelse daterad 2020-09-14",
    "DNR ITVT 5/2020",
    "Birgitta Lindqvist (C) yrkar följande tillägg:",
    "Birgitta Lindqvists (C) tilläggsförslag",
    f"{make.ORGAN}s beslut",
    f"2. {make.ADDED_PROCESS}",
    "Kommunstyrelsen i Alby kommun",
    "KF § 80/2020-06-16 Rambeslut för budget 2021–2023",
    "ITVT 1/2020",
    "1. Meddelandet läggs till handlingarna.",
    "(bilaga 1, ITVT § 2/2020-09-29)",
    "Bilaga 1, ITVT § 2/2020-09-29",
    "Utfall och prognos",
)


@pytest.mark.law("P-02")
def test_minutes_when_built_from_the_model_meeting_carry_every_fact(
    meeting: Meeting,
) -> None:
    text = text_of(meeting)
    assert [fact for fact in FACTS if fact not in text] == []


@pytest.mark.law("P-02")
def test_minutes_when_nobody_had_jav_hold_no_such_block(meeting: Meeting) -> None:
    text = text_of(meeting)
    assert "Jäv" not in text
    assert "Reservation" not in text


def test_minutes_when_stored_as_json_come_back_the_same(meeting: Meeting) -> None:
    document = minutes_document(meeting)
    assert store.from_json(store.to_json(document)) == document


@pytest.mark.law("P-11")
def test_section_when_asked_for_by_its_key_is_one_item(meeting: Meeting) -> None:
    item = meeting.items.get(heading__startswith="Internkontrollplan")
    section = minutes_document(meeting).section(item_key(item))
    assert section.reference == "DNR ITVT 5/2020"
    assert section.dispatched_to == ("Kommunstyrelsen i Alby kommun",)


@pytest.mark.law("P-08")
def test_public_minutes_when_an_item_is_secret_give_number_and_ground_only(
    meeting: Meeting,
) -> None:
    item = meeting.items.get(heading__startswith="Internkontrollplan")
    actions.mark_item_secret(item=item, legal_ground="OSL 18:8", by=meeting.secretary)
    document = minutes_document(meeting, public=True)
    whole = str(store.to_json(document))
    assert "OSL 18:8" in whole
    assert "ncidenthantering" not in whole
    assert "Internkontrollplan" not in whole


@pytest.mark.law("D-20")
def test_public_minutes_when_a_person_is_protected_never_name_them(
    meeting: Meeting,
) -> None:
    person = make.attendance(meeting, "Lindqvist").person
    person.is_protected = True
    person.save()
    whole = str(store.to_json(minutes_document(meeting, public=True)))
    assert "Lindqvist" not in whole
    assert "Skyddad uppgift" in whole
    assert "Lindqvist" in str(store.to_json(minutes_document(meeting)))


@pytest.mark.law("P-01")
def test_minutes_when_a_proposal_was_withdrawn_leave_it_out(meeting: Meeting) -> None:
    item = meeting.items.get(heading__startswith="Internkontrollplan")
    proposal = item.floor_proposals.get()
    actions.withdraw_floor_proposal(proposal=proposal, by=meeting.secretary)
    document = minutes_document(meeting, [item])
    assert "yrkar följande tillägg" not in str(store.to_json(document))


def test_minutes_when_asked_for_some_items_number_them_as_in_the_whole(
    meeting: Meeting,
) -> None:
    last = meeting.items.last()
    document = minutes_document(meeting, [last])
    assert [section.number for section in document.sections()] == ["§ 4"]


def queries_for(meeting: Meeting) -> int:
    with CaptureQueriesContext(connection) as seen:
        document_of(
            record_of(Meeting.objects.select_related("board").get(pk=meeting.pk))
        )
    return len(seen)


def test_building_when_there_are_more_items_asks_no_more_questions(
    meeting: Meeting,
) -> None:
    before = queries_for(meeting)
    for number in (7, 8, 9):
        make.copy_of_plan(meeting, number)
    assert queries_for(meeting) == before


def test_appendix_when_it_is_no_pdf_is_described_with_its_hash(
    meeting: Meeting,
) -> None:
    item = meeting.items.get(heading__startswith="Internkontrollplan")
    sheet = make.handling(
        item.agenda_item.case,
        "Kalkyl",
        b"a;b",
        media_type="text/csv",
        file_name="kalkyl.csv",
    )
    actions.add_appendix(item=item, document=sheet, by=meeting.secretary)
    appendix = minutes_document(meeting).appendices[-1]
    assert appendix.sha256 == ""
    assert sheet.file.sha256 in str(appendix.blocks)
