"""The kungörelse: what may go up, for how long, and when its bevis is made."""

from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from pypdf import PdfReader

from boards.board.models import Board, Municipality
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.issued.models import IssuedDocument
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from minutes.notice import actions
from minutes.notice.models import Proclamation, ProclamationCertificate
from minutes.notice.tasks import take_down_due_notices
from minutes.publication.models import PublishedProclamation
from tests.factories import approvals, registers
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]

UP = date(2026, 3, 2)
SAID = {
    "kind": "other_law",
    "heading": "Granskning av detaljplan för kvarteret Eken",
    "text": "Förslaget finns att läsa i kommunhuset.",
    "law": "PBL 5:18",
    "requested_by": "Miljönämnden",
    "required_days": 14,
}
DELEGATED = SAID | {
    "kind": "delegation",
    "heading": "Delegationsbeslut 2026-02-27",
    "law": "KL 6:40",
    "required_days": None,
    "storage_place": "Kommunhuset, Alby",
}


def proclaimed(
    base: dict[str, object] = SAID,
    said: dict[str, object] | None = None,
    **more: object,
) -> Proclamation:
    board = Board.objects.first() or make.board_with_roster()
    with at(local(UP, 9)):
        rows = actions.proclaim(
            board=board,
            municipality=Municipality.objects.get(name="Alby"),
            said=actions.Proclaimed(**(base | (said or {}))),
            by=None,
            **more,
        )
        approvals.work_off()
    return rows[0]


def run_task(day: date) -> None:
    with at(local(day, 0, 5)):
        take_down_due_notices()
        approvals.work_off()


@pytest.mark.law("A-11")
def test_bevis_when_fourteen_days_are_over_then_made_and_not_before() -> None:
    row = proclaimed()
    run_task(date(2026, 3, 16))
    assert not ProclamationCertificate.objects.exists()
    run_task(date(2026, 3, 17))
    row.refresh_from_db()
    assert row.taken_down_on == date(2026, 3, 17)
    pdf = row.certificate.document.read()
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    for words in ("2026-03-02", "14 dagar", "2026-03-16", "2026-03-17", "Miljönämnden"):
        assert words in text
    assert IssuedDocument.objects.get(length=len(pdf)).is_public is False


@pytest.mark.law("A-11")
def test_take_down_when_early_then_refused_and_the_database_refuses_too() -> None:
    row = proclaimed()
    with (
        at(local(date(2026, 3, 16), 23)),
        pytest.raises(Refused, match=r"proclamation.too_early"),
    ):
        actions.take_down_proclamation(proclamation=row, by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Proclamation.objects.update(taken_down_on=date(2026, 3, 16))


@pytest.mark.parametrize(
    "change",
    [
        {"posted_on": date(2026, 2, 1)},
        {"removable_on": date(2026, 3, 3)},
        {"required_days": 1},
        {"heading": "Annat"},
        {"text": ""},
    ],
)
def test_row_when_written_over_then_the_database_refuses(
    change: dict[str, object],
) -> None:
    proclaimed()
    with pytest.raises(DatabaseError), transaction.atomic():
        Proclamation.objects.update(**change)


def test_bevis_when_written_before_its_time_then_the_database_refuses() -> None:
    row = proclaimed()
    file = store_file(b"%PDF-1.7", "application/pdf")
    with pytest.raises(DatabaseError), transaction.atomic():
        ProclamationCertificate.objects.create(
            proclamation=row, document=file, made_at=local(UP, 9)
        )


@pytest.mark.law("A-02")
@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"kind": "nyhet"}, "not_of_the_list"),
        ({"heading": " "}, "missing"),
        ({"law": ""}, "missing"),
        ({"requested_by": ""}, "missing"),
        ({"required_days": None}, "missing"),
        ({"required_days": 400}, "days"),
    ],
)
def test_proclaim_when_not_of_the_law_then_refused(
    said: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused, match=f"proclamation.{code}"):
        proclaimed(said=said)
    assert not Proclamation.objects.exists()


@pytest.mark.law("A-02")
def test_row_when_of_no_listed_kind_then_the_database_refuses() -> None:
    row = proclaimed()
    row.pk, row.kind = None, "nyhet"
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.law("A-12")
def test_heading_when_it_names_somebody_then_warned_and_confirmed() -> None:
    said = {"heading": "Delgivning med Anna Andersson"}
    with pytest.raises(Refused) as no:
        proclaimed(said=said)
    assert [(row.code, row.field) for row in no.value.refusals] == [
        ("proclamation.names_somebody", "heading")
    ]
    assert proclaimed(said=said, may_name=True).names_somebody


@pytest.mark.law("A-12")
def test_board_when_somebody_is_named_then_noindex_and_no_name_in_the_feed(
    client: Client,
) -> None:
    said = {"heading": "Delgivning med Anna Andersson"}
    with at(local(UP, 10)):
        proclaimed(said=said, may_name=True)
        page = client.get("/anslagstavla/alby/").content.decode()
        feed = client.get("/anslagstavla/alby/atom.xml").content.decode()
    assert "Anna Andersson" in page
    assert 'content="noindex"' in page
    assert "PBL 5:18" in feed
    assert "Andersson" not in feed


@pytest.mark.law("A-06")
def test_delegated_when_posted_then_on_every_board_for_the_time_to_appeal() -> None:
    row = proclaimed(DELEGATED)
    assert row.removable_on == date(2026, 3, 24)
    rows = Proclamation.objects.order_by("municipality__name")
    assert [one.municipality.name for one in rows] == ["Alby", "Berga"]
    assert {one.last_day for one in rows} == {date(2026, 3, 23)}


def test_delegated_when_a_board_is_elsewhere_then_refused() -> None:
    make.board_with_roster()
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    with pytest.raises(Refused, match=r"proclamation.board_elsewhere"):
        proclaimed(DELEGATED)


@pytest.mark.law("A-05")
def test_withdraw_when_it_can_be_appealed_then_refused() -> None:
    row = proclaimed(DELEGATED)
    with pytest.raises(Refused, match=r"proclamation.appeal_runs"):
        actions.withdraw_proclamation(proclamation=row, reason="Fel", by=None)


def test_withdraw_when_faulty_then_off_the_board_and_never_a_bevis(
    client: Client,
) -> None:
    row = proclaimed()
    with at(local(date(2026, 3, 4), 9)):
        url = PublishedProclamation.objects.get().get_absolute_url()
        assert client.get(url).status_code == 200
        actions.withdraw_proclamation(proclamation=row, reason="Fel karta", by=None)
        approvals.work_off()
        assert client.get(url).status_code == 410
        page = client.get("/anslagstavla/alby/").content.decode()
    assert "kvarteret Eken" not in page
    run_task(date(2026, 3, 17))
    assert not ProclamationCertificate.objects.exists()
    assert HistoryEvent.objects.get(code="proclamation.withdrawn").reason == "Fel karta"


@pytest.mark.law("A-12")
def test_snapshot_when_taken_down_then_its_words_are_gone() -> None:
    proclaimed()
    run_task(date(2026, 3, 17))
    shown = PublishedProclamation.objects.get()
    assert (shown.heading, shown.text, shown.requested_by) == ("", "", "")
    assert shown.withdrawn_at is not None


def test_pages_when_secretary_posts_then_shown_and_refusals_at_their_fields(
    client: Client,
) -> None:
    board = make.board_with_roster()
    client.force_login(registers.secretary(board))
    with at(local(UP, 9)):
        url = f"/kansli/anslag/kungorelser/ny/{board.pk}/"
        assert client.get(url).status_code == 200
        data = SAID | {"heading": "Delgivning med Anna Andersson"}
        page = client.post(url, data).content.decode()
        assert "Anna Andersson" in page
        assert "verkar peka ut" in page
        answer = client.post(url, SAID, follow=True)
        text = answer.content.decode()
    assert "2026-03-17" in text
    assert Proclamation.objects.count() == len(board.municipalities())
