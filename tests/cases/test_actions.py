"""The diary's verbs: numbers, the four facts, drafts, secrecy, closing."""

from datetime import date

import pytest
import time_machine

from boards.board.enums import BoardKind
from boards.board.models import Board
from boards.registers.actions import add_board, add_municipality, set_regulations
from boards.shared.models import HistoryEvent, RowChange
from boards.shared.refusals import Refused
from cases.case.actions import close_case, open_case
from cases.case.models import Case
from cases.diary.models import DiaryRow
from cases.document.actions import add_draft, register_document, remove_draft
from cases.document.enums import Direction
from cases.secrecy.actions import lift_secrecy, mark_secret

pytestmark = pytest.mark.django_db
DAY = date(2020, 9, 14)


@pytest.fixture
def board() -> Board:
    municipality = add_municipality(
        name="Alby", slug="alby", email="kommun@alby.example", by=None
    )
    board = add_board(
        host=municipality,
        kind=BoardKind.BOARD,
        name="Nämnden",
        genitive="Nämndens",
        prefix="ITVT",
        slug="itvt",
        seats=2,
        email="itvt@alby.example",
        valid_from=date(2019, 1, 1),
        by=None,
    )
    set_regulations(
        board=board, valid_from=date(2019, 1, 1), storage_place="Alby", by=None
    )
    return board


@pytest.fixture
def case(board: Board) -> Case:
    return open_case(board=board, title="Delårsrapport", opened_on=DAY, by=None)


def received(case: Case, **fields: object) -> object:
    values = {"subject": "Yttrande", "counterparty": "Berga kommun", "handled_on": DAY}
    return register_document(
        case=case, direction=Direction.RECEIVED, by=None, **(values | fields)
    )


def test_open_case_when_second_of_the_year_then_next_number(board: Board) -> None:
    days = [date(2020, 1, 2), date(2020, 5, 1), date(2021, 1, 4)]
    cases = [open_case(board=board, title="Ä", opened_on=d, by=None) for d in days]
    assert [case.dnr for case in cases] == ["ITVT 1/2020", "ITVT 2/2020", "ITVT 1/2021"]


def test_open_case_when_without_title_then_refused_and_number_kept(
    board: Board,
) -> None:
    with pytest.raises(Refused, match=r"case\.no_title"):
        open_case(board=board, title=" ", by=None)
    assert open_case(board=board, title="Ä", opened_on=DAY, by=None).number == 1


@pytest.mark.law("D-23")
def test_register_document_when_a_draft_was_removed_then_numbers_have_no_gap(
    case: Case,
) -> None:
    received(case)
    draft = add_draft(
        case=case,
        direction=Direction.DRAWN_UP,
        subject="Utkast",
        handled_on=DAY,
        by=None,
    )
    remove_draft(document=draft, by=None)
    assert received(case).designation == "ITVT 1/2020-2"


@pytest.mark.law("D-02")
@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"subject": ""}, "document.no_subject"),
        ({"counterparty": " "}, "document.no_sender"),
        ({"handled_on": date(2099, 1, 1)}, "document.day_to_come"),
    ],
)
def test_register_document_when_a_fact_is_missing_then_refused(
    case: Case, fields: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        received(case, **fields)
    assert not case.documents.exists()


@pytest.mark.law("D-07")
def test_register_document_when_mail_came_on_sunday_then_that_day_counts(
    case: Case,
) -> None:
    with time_machine.travel("2026-03-02T08:00:00+01:00", tick=False):
        document = received(case, handled_on=date(2026, 3, 1))
    assert document.handled_on == date(2026, 3, 1)
    assert document.registered_at.date() == date(2026, 3, 2)


@pytest.mark.law("D-03")
def test_mark_secret_when_document_is_marked_then_diary_keeps_date_and_number(
    case: Case,
) -> None:
    document = received(case)
    mark_secret(obj=document, legal_ground="OSL 21:1", by=None)
    row = DiaryRow.objects.get()
    assert (row.designation, row.handled_on) == ("ITVT 1/2020-1", DAY)
    assert (row.subject, row.counterparty, row.is_masked) == ("", "", True)


@pytest.mark.law("D-03")
def test_mark_secret_when_case_is_marked_then_all_its_rows_are_masked(
    case: Case,
) -> None:
    received(case)
    mark_secret(obj=case, legal_ground="OSL 21:1", by=None)
    row = DiaryRow.objects.get()
    assert (row.case_title, row.subject, row.counterparty) == ("", "", "")
    lift_secrecy(obj=case, reason="Prövad på nytt", by=None)
    assert DiaryRow.objects.get().case_title == "Delårsrapport"


@pytest.mark.law("D-12")
@pytest.mark.parametrize("ground", ["", "hemligt", "OSL", "21:1", "OSL kap 21"])
def test_mark_secret_when_no_section_is_cited_then_refused(
    case: Case, ground: str
) -> None:
    with pytest.raises(Refused, match=r"secrecy\.no_ground"):
        mark_secret(obj=case, legal_ground=ground, by=None)


@pytest.mark.law("D-11")
def test_close_case_when_drafts_are_left_then_refused(case: Case) -> None:
    add_draft(
        case=case,
        direction=Direction.DRAWN_UP,
        subject="Utkast",
        handled_on=DAY,
        by=None,
    )
    with pytest.raises(Refused, match=r"case\.drafts_left"):
        close_case(case=case, by=None)


def test_close_case_when_closed_then_nothing_more_is_registered(case: Case) -> None:
    close_case(case=case, by=None)
    with pytest.raises(Refused, match=r"case\.closed"):
        received(case)


@pytest.mark.law("R-01")
def test_remove_draft_when_document_is_registered_then_refused(case: Case) -> None:
    with pytest.raises(Refused, match=r"document\.needs_disposal"):
        remove_draft(document=received(case), by=None)


def test_open_case_when_done_then_history_tells_who_and_what(case: Case) -> None:
    assert HistoryEvent.objects.filter(code="case.opened", object_id=case.pk).exists()
    change = RowChange.objects.get(table_name="cases_case", row_id=case.pk)
    assert (change.operation, change.after["title"]) == ("INSERT", "Delårsrapport")
