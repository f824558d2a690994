"""The §'s page: who may, what is kept when refused, and what it answers."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minutes.item import actions
from minutes.item.enums import AskedKind, NoteKind, RoundMethod
from minutes.item.models import MinutesItem
from tests.factories import items as make
from tests.factories.meetings import board_with_roster, secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> MinutesItem:
    return make.item_in_session()


@pytest.fixture
def secretary(item: MinutesItem, client: Client) -> Client:
    client.force_login(item.meeting.secretary)
    return client


def part(item: MinutesItem, name: str) -> str:
    return reverse("item-part", args=[item.pk, name])


def rows(prefix: str, *given: dict[str, str]) -> dict[str, str]:
    data = {f"{prefix}-TOTAL_FORMS": str(len(given)), f"{prefix}-INITIAL_FORMS": "0"}
    if prefix == "points":
        data |= rows("elected")
    for number, row in enumerate(given):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_page_when_the_secretary_opens_it_shows_every_part(
    item: MinutesItem, secretary: Client
) -> None:
    page = secretary.get(item.get_absolute_url())
    assert page.status_code == 200
    for anchor in ("service", "basis", "floor", "rounds", "decision", "reservations"):
        assert f'id="{anchor}"' in page.content.decode()


def test_page_when_another_boards_secretary_asks_does_not_exist(
    item: MinutesItem, client: Client
) -> None:
    client.force_login(secretary_of(board_with_roster("annan")))
    assert client.get(item.get_absolute_url()).status_code == 404
    minutes = reverse("meeting-minutes", args=[item.meeting_id])
    assert client.get(minutes).status_code == 404


def test_section_when_two_edit_it_answers_409_with_both_texts(
    item: MinutesItem, secretary: Client
) -> None:
    section = make.section_of(item)
    url = reverse("section-save", args=[section.pk])

    def send(body: str) -> object:
        sent = json.dumps({"body": body, "version": 1})
        return secretary.post(url, sent, content_type="application/json")

    assert send("<p>Första</p>").json()["version"] == 2
    second = send("<p>Andra</p>")
    assert second.status_code == 409
    assert second.json()["body"] == "<p>Första</p>"
    assert second.json()["yours"] == "<p>Andra</p>"
    assert make.section_of(item).body == "<p>Första</p>"


def test_section_when_the_session_is_over_answers_with_the_way_to_log_in(
    item: MinutesItem, client: Client
) -> None:
    url = reverse("section-save", args=[make.section_of(item).pk])
    sent = json.dumps({"body": "x", "version": 1})
    assert client.post(url, sent, content_type="application/json").status_code == 302


def test_section_when_sent_as_a_form_on_an_old_version_shows_both(
    item: MinutesItem, secretary: Client
) -> None:
    section = make.section_of(item)
    actions.save_section(section=section, body="<p>Deras</p>", version=1, by=None)
    url = reverse("section-save", args=[section.pk])
    page = secretary.post(url, {"body": "<p>Min</p>", "version": "1"})
    assert page.status_code == 409
    assert "Deras" in page.content.decode()
    assert "&lt;p&gt;Min&lt;/p&gt;" in page.content.decode()


def test_decision_when_not_quorate_keeps_what_was_typed(
    item: MinutesItem, secretary: Client
) -> None:
    chair = make.attendance(item.meeting, "Ekström")
    secretary.post(part(item, "jav"), {"attendance": chair.pk, "reason": "släkt"})
    typed = {"text": "Nämnden antar.", "outcome": "adopted", "appeal": "legality"}
    url = reverse("item-rows", args=[item.pk, "beslut"])
    page = secretary.post(url, rows("points", typed))
    assert page.status_code == 409
    assert "KL 6:27" in page.content.decode()
    assert "Nämnden antar." in page.content.decode()
    assert not item.decision_points.exists()


def test_decision_when_typed_in_rows_is_numbered_in_their_order(
    item: MinutesItem, secretary: Client
) -> None:
    given = [
        {"text": text, "outcome": "adopted", "appeal": "legality"}
        for text in ("Ett.", "", "Två.")
    ]
    url = reverse("item-rows", args=[item.pk, "beslut"])
    assert secretary.post(url, rows("points", *given)).status_code == 302
    assert [row.text for row in item.decision_points.all()] == ["Ett.", "Två."]


def test_decision_when_a_row_lacks_something_is_refused_at_that_row(
    item: MinutesItem, secretary: Client
) -> None:
    plain = {"text": "", "outcome": "adopted", "appeal": "legality"}
    back = {**plain, "text": "Åter.", "outcome": "referred_back"}
    url = reverse("item-rows", args=[item.pk, "beslut"])
    page = secretary.post(url, rows("points", {**plain, "text": "Ett."}, plain, back))
    assert page.status_code == 409
    form = page.context["forms"]["decision"]
    assert [list(row.errors) for row in form.rows] == [[], [], ["reason"]]
    back |= {"reason": "Kostnaden saknas.", "depth": "1"}
    sent = rows("points", {**plain, "text": "Ett."}, back)
    assert secretary.post(url, sent).status_code == 302
    assert item.decision_points.last().parent == item.decision_points.first()


@pytest.mark.parametrize(
    ("elected", "field"),
    [
        ({"name": "Eva Ek", "post": "ledamot"}, ""),
        ({"name": "Eva Ek", "post": "ledamot", "point": "1."}, ""),
        ({"name": "Eva Ek", "post": ""}, "post"),
        ({"name": "Eva Ek", "post": "ledamot", "point": "3"}, "point"),
    ],
)
def test_election_when_typed_in_rows_goes_to_its_point_or_its_field(
    item: MinutesItem, secretary: Client, elected: dict[str, str], field: str
) -> None:
    point = {"text": "Väljs.", "outcome": "elected", "appeal": "legality"}
    url = reverse("item-rows", args=[item.pk, "beslut"])
    answer = secretary.post(url, rows("points", point) | rows("elected", elected))
    if not field:
        assert item.decision_points.get().elected.get().name == "Eva Ek"
        return
    assert answer.status_code == 409
    (row,) = answer.context["forms"]["decision"].elected
    assert list(row.errors) == [field]


def test_rows_when_rightly_filled_are_saved(
    item: MinutesItem, secretary: Client
) -> None:
    url = reverse("item-rows", args=[item.pk, "tidigare"])
    assert secretary.post(url, rows("earlier", {"label": "Au 57"})).status_code == 302
    url = reverse("item-rows", args=[item.pk, "stallda-fragor"])
    asked = {"kind": "public_question", "asked_by": "en åhörare", "text": "När?"}
    assert secretary.post(url, rows("asked", asked)).status_code == 302
    page = secretary.post(url, rows("asked", {**asked, "kind": "question"}))
    assert page.status_code == 409
    assert [list(row.errors) for row in page.context["forms"]["asked"].rows] == [
        ["kind", "asked_to"]
    ]
    assert item.earlier_handlings.get().label == "Au 57"
    assert item.asked_questions.get().kind == "public_question"


def test_reservation_and_note_when_sent_are_noted_and_rewritten(
    item: MinutesItem, secretary: Client
) -> None:
    make.decided(item)
    vice = make.attendance(item.meeting, "Lindqvist")
    point = item.decision_points.get()
    sent = {"people": [vice.pk], "points": [point.pk], "on_behalf_of": "C"}
    assert secretary.post(part(item, "reservationer"), sent).status_code == 302
    assert item.reservations.get().points.get() == point
    sent = {"kind": "note", "people": [vice.pk], "text": "Så."}
    assert secretary.post(part(item, "anteckningar"), sent).status_code == 302
    row = item.notes.get()
    url = reverse("note-text", args=[item.pk, row.pk])
    assert secretary.post(url, {f"note{row.pk}-text": ""}).status_code == 409
    assert secretary.post(url, {f"note{row.pk}-text": "Annars."}).status_code == 302
    assert item.notes.get().text == "Annars."


def test_page_when_the_item_holds_more_asks_no_more_questions(
    item: MinutesItem, secretary: Client
) -> None:
    make.decided(item)

    def fill(name: str) -> None:
        people = [make.attendance(item.meeting, name)]
        actions.announce_reservation(item=item, people=people, by=None)
        said = actions.Note(NoteKind.NOTE, "Så.")
        actions.add_note(item=item, people=people, note=said, by=None)
        count = item.notes.count() + 1
        points = [actions.Point(f"Punkt {number}.") for number in range(count)]
        actions.set_decision(item=item, points=points, by=None)
        earlier = [actions.Earlier(f"Au {number}") for number in range(count)]
        actions.set_earlier(item=item, earlier=earlier, by=None)
        asked = [actions.Asked(AskedKind.PUBLIC_QUESTION, "A", "B?")] * count
        actions.set_questions(item=item, questions=asked, by=None)

    def asked_for() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert secretary.get(item.get_absolute_url()).status_code == 200
        return len(seen)

    fill("Ekström")
    asked_for()
    before = asked_for()
    fill("Lindqvist")
    assert asked_for() == before


def test_basis_when_only_a_document_is_chosen_gets_its_name(
    item: MinutesItem, secretary: Client
) -> None:
    item.agenda_item.case = make.case_of(item.board, 4)
    item.agenda_item.save()
    letter = make.handling(item.agenda_item.case, kind="staff_report")
    url = reverse("item-rows", args=[item.pk, "underlag"])
    secretary.post(url, rows("basis", {"document": str(letter.pk), "label": ""}))
    assert item.basis.get().label == "Tjänsteskrivelse daterad 2020-09-29"


def test_rows_when_saved_again_keep_the_handling_each_has(
    item: MinutesItem, secretary: Client
) -> None:
    item.agenda_item.case = make.case_of(item.board, 4)
    item.agenda_item.save()
    papers = [make.handling(item.agenda_item.case) for _number in range(2)]
    url = reverse("item-rows", args=[item.pk, "underlag"])
    for count in (1, 2, 2):
        given = [
            {"document": str(paper.pk), "label": f"Handling {paper.pk}"}
            for paper in papers[:count]
        ]
        sent = rows("basis", *given, {"document": "", "label": ""})
        sent["basis-INITIAL_FORMS"] = str(item.basis.count())
        assert secretary.post(url, sent).status_code == 302
    assert [row.document for row in item.basis.all()] == papers


def test_point_when_saved_again_keeps_its_question(
    item: MinutesItem, secretary: Client
) -> None:
    row = actions.put_round(item=item, question=actions.Question("antas"), by=None)
    actions.settle_round(round_=row, is_yes=True, by=None)
    url = reverse("item-rows", args=[item.pk, "beslut"])
    for first in ("0", "1"):
        point = {"text": "Antas.", "outcome": "adopted", "appeal": "legality"}
        sent = rows("points", {**point, "round": str(row.pk)})
        sent["points-INITIAL_FORMS"] = first
        assert secretary.post(url, sent).status_code == 302
    assert item.decision_points.get().round == row


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rubrik", {"heading": "Ny rubrik"}),
        ("avsnitt", {"kind": "details", "heading": "Ekonomi"}),
        ("forslag", {"texts": "Ett.\nTvå."}),
        ("yrkanden", {"kind": "add", "text": "Tillägg."}),
        ("fragor", {"text": "det antas", "method": "acclamation", "answer": "yes"}),
        ("expediering", {}),
        ("uppgifter", {"reference": "KF 12", "is_authority": "on"}),
        ("arenden", {}),
        ("samtycke", {"is_agreed": "on"}),
        ("delegationsbeslut", {}),
        ("meddelanden", {}),
        ("sekretess", {"legal_ground": "OSL 21:1"}),
    ],
)
def test_part_when_rightly_filled_is_saved_and_shown_again(
    item: MinutesItem, secretary: Client, name: str, data: dict[str, str]
) -> None:
    answer = secretary.post(part(item, name), data)
    assert answer.status_code == 302
    assert answer.url.startswith(item.get_absolute_url())
    assert secretary.get(item.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rubrik", {"heading": ""}),
        ("reservationer", {"text": "min mening"}),
        ("sekretess", {"legal_ground": ""}),
        ("anteckningar", {"kind": "note", "text": "Så."}),
        ("deltar-inte", {}),
        ("fragor", {"text": "det antas", "method": "open_vote"}),
    ],
)
def test_part_when_refused_says_why_on_the_page(
    item: MinutesItem, secretary: Client, name: str, data: dict[str, str]
) -> None:
    page = secretary.post(part(item, name), data)
    assert page.status_code == 409
    assert "error-summary" in page.content.decode()


def test_votes_when_one_is_missing_keep_the_others(
    item: MinutesItem, secretary: Client
) -> None:
    question = actions.Question("det antas", RoundMethod.OPEN_VOTE, "ja", "nej")
    row = actions.put_round(item=item, question=question, by=None)
    chair = make.attendance(item.meeting, "Ekström")
    url = reverse("round-votes", args=[item.pk, row.pk])
    page = secretary.post(url, {f"round{row.pk}-vote_{chair.pk}": "yes"})
    assert page.status_code == 409
    assert row.votes.count() == 1


def test_row_when_its_verb_is_pressed_is_carried_out(
    item: MinutesItem, secretary: Client
) -> None:
    row = actions.put_round(item=item, question=actions.Question("antas"), by=None)
    secretary.post(reverse("item-row", args=[item.pk, "fragor", row.pk, "ja"]))
    assert item.rounds.get().is_yes is True
    unknown = reverse("item-row", args=[item.pk, "fragor", row.pk, "kanske"])
    assert secretary.post(unknown).status_code == 404


def test_minutes_page_when_there_are_more_items_asks_no_more_questions(
    client: Client,
) -> None:
    meeting = make.model_meeting()
    client.force_login(meeting.secretary)
    url = reverse("meeting-minutes", args=[meeting.pk])

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
        return len(seen)

    asked()
    before = asked()
    for number in (7, 8):
        make.copy_of_plan(meeting, number)
    assert asked() == before
