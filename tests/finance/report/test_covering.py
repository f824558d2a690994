"""One report for several boards: their units, their sums, who may."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.access.enums import Role
from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import local
from boards.shared.refusals import Refused
from finance.chart.models import Mapping
from finance.report import actions
from finance.report.enums import TableKind
from finance.report.filling import fill_report
from finance.report.models import CoveredBoard, InterimReport
from finance.report.pages import covered
from finance.report.queries import boards_to_cover, shown_tables, whole_report
from tests.factories import budgets, cases, charts, registers
from tests.finance.ledger.imports import take_in

pytestmark = pytest.mark.django_db
AUGUST = date(2020, 8, 31)
TKR = 100_000


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 14), 9), tick=False):
        yield


def with_money(slug: str, *names: str) -> Board:
    """A board with a unit for each name, each with 1 tkr a month, and a project."""
    board = registers.board(slug)
    line, draft = charts.line(board), budgets.draft(board)
    for place, name in enumerate(names):
        unit = charts.unit(board, f"{place}", name, place)
        charts.mapping(unit, line, ("5000", "5999"), responsibility=f"{place}")
        months = budgets.every_month(TKR)
        budgets.cells(draft, unit, Personalkostnader=months, grant=months)
    project = budgets.budgets.save_project(
        board=board, code="5201", name="Nät", by=None
    )
    cells = {(project.pk, date(2020, 1, 1)): 12 * TKR}
    budgets.budgets.set_project_amounts(version=draft, cells=cells, by=None)
    budgets.adopted(draft)
    return board


@pytest.fixture
def itvt() -> Board:
    return with_money("itvt", "IT", "Växel")


@pytest.fixture
def pers() -> Board:
    return with_money("pers", "IT", "Löner")


@pytest.fixture
def controller(itvt: Board, pers: Board) -> User:
    return registers.role(pers, Role.CONTROLLER, registers.role(itvt, Role.CONTROLLER))


def started(*boards: Board, by: User | None = None) -> InterimReport:
    return actions.start_report(
        case=cases.case(boards[0]),
        title="Delår",
        period_end=AUGUST,
        boards=boards,
        by=by,
    )


def headings(report: InterimReport) -> list[str]:
    return [table.heading for table in report.tables.all()]


@pytest.mark.law("F-03")
def test_fill_report_when_two_boards_then_their_units_and_one_sum(
    itvt: Board, pers: Board, controller: User
) -> None:
    report = started(itvt, pers, by=controller)
    fill_report(report=report, by=controller)
    assert headings(report) == [
        "ITVT IT",
        "Växel",
        "PERS IT",
        "Löner",
        "Investeringar",
        "Sammanställning",
    ]
    *_units, projects, summary = shown_tables(whole_report().get(pk=report.pk))
    assert [row.label for row in projects.rows] == [
        "ITVT 5201 Nät",
        "PERS 5201 Nät",
        "S:a investeringar",
    ]
    budget = summary.headings.index("Nettokostnad, budget 2020")
    cells = [row.cells[budget] for row in summary.rows]
    assert cells == ["12"] * 4 + ["48"]
    assert summary.table.months.budget[-1] == 48 * TKR


def test_frozen_report_when_two_boards_then_its_pdf_names_them(
    itvt: Board, pers: Board
) -> None:
    report = whole_report().get(pk=started(itvt, pers).pk)
    assert covered(report) == ["Rapporten omfattar Nämnden itvt och Nämnden pers."]
    assert covered(whole_report().get(pk=started(itvt).pk)) == []


def test_cover_boards_when_a_board_is_added_then_its_units_stand_among_the_others(
    itvt: Board, pers: Board
) -> None:
    report = started(itvt)
    table = fill_report(report=report, by=None)[0]
    words = {"description": "", "comment": "<p>Vakanser.</p>", "note": ""}
    actions.set_table_text(table=table, **words, by=None)
    actions.cover_boards(report=report, boards=[pers], by=None)
    fill_report(report=report, by=None)
    assert headings(report)[:4] == ["ITVT IT", "Växel", "PERS IT", "Löner"]
    table.refresh_from_db()
    assert (table.heading, table.comment) == ("ITVT IT", "<p>Vakanser.</p>")


def test_cover_boards_when_a_board_is_taken_out_then_its_tables_go(
    itvt: Board, pers: Board
) -> None:
    report = started(itvt, pers)
    fill_report(report=report, by=None)
    actions.cover_boards(report=report, boards=[], by=None)
    fill_report(report=report, by=None)
    assert headings(report) == ["IT", "Växel", "Investeringar", "Sammanställning"]


def test_start_report_when_a_board_is_another_s_then_denied_and_nothing_started(
    itvt: Board, pers: Board
) -> None:
    by = registers.role(itvt, Role.CONTROLLER)
    with pytest.raises(PermissionDenied):
        started(itvt, pers, by=by)
    assert not InterimReport.objects.exists()


def test_cover_boards_when_only_a_secretary_there_then_denied(
    itvt: Board, pers: Board
) -> None:
    by = registers.role(pers, Role.SECRETARY, registers.role(itvt, Role.CONTROLLER))
    report = started(itvt)
    with pytest.raises(PermissionDenied):
        actions.cover_boards(report=report, boards=[pers], by=by)
    assert not boards_to_cover(by, report).exists()


def test_fill_report_when_no_controller_of_every_board_then_denied(
    itvt: Board, pers: Board
) -> None:
    report = started(itvt, pers)
    with pytest.raises(PermissionDenied):
        fill_report(report=report, by=registers.role(itvt, Role.CONTROLLER))
    assert not report.tables.exists()


def test_cover_boards_when_another_controller_s_board_is_kept_then_no_right_is_asked(
    itvt: Board, pers: Board
) -> None:
    report, by = started(itvt, pers), registers.role(itvt, Role.CONTROLLER)
    assert list(boards_to_cover(by, report)) == [pers]
    actions.cover_boards(report=report, boards=[pers], by=by)
    assert report.coverings.get().board == pers


def test_cover_boards_when_its_own_board_then_refused(itvt: Board) -> None:
    with pytest.raises(Refused, match=r"report\.own_board"):
        actions.cover_boards(report=started(itvt), boards=[itvt], by=None)


@pytest.mark.law("F-05")
def test_fill_report_when_the_other_board_s_amount_has_no_place_then_its_page(
    client: Client, itvt: Board, pers: Board, controller: User
) -> None:
    head = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 3", '#FNAMN "Alby kommun"']
    year = ["#RAR 0 20200101 20201231", "#KONTO 5011 Lön"]
    rows = ["#PSALDO 0 202001 5011 {} 9.00"]
    take_in(pers, [*head, *year, *rows], is_confirmed=True)
    assert Mapping.objects.filter(board=pers, responsibility="").count() == 0
    report = started(itvt, pers)
    client.force_login(controller)
    answer = client.post(reverse("report-fill", args=[report.pk]))
    assert answer["Location"] == reverse("chart-unmapped", args=["pers", 2020])
    assert not report.tables.exists()


def test_fill_report_when_the_other_board_has_no_units_then_it_is_named(
    itvt: Board,
) -> None:
    bare = registers.board("bar")
    with pytest.raises(Refused) as no:
        fill_report(report=started(itvt, bare), by=None)
    assert [one.values for one in no.value.refusals] == [{"board": "Nämnden bar"}]


def test_covered_board_when_frozen_then_plain_sql_is_refused(
    itvt: Board, pers: Board
) -> None:
    report = started(itvt, pers)
    fill_report(report=report, by=None)
    for table in report.tables.exclude(kind=TableKind.SUMMARY):
        words = {"description": "", "comment": "<p>Därför.</p>", "note": ""}
        actions.set_table_text(table=table, **words, by=None)
    document = actions.freeze_report(report=report, by=None)
    assert document.case.board == itvt
    with pytest.raises(DatabaseError), transaction.atomic():
        CoveredBoard.objects.all()._raw_delete("default")
    with pytest.raises(Refused, match=r"report\.frozen"):
        actions.cover_boards(report=report, boards=[], by=None)


def test_covered_board_when_its_own_in_plain_sql_then_no(itvt: Board) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        CoveredBoard.objects.create(report=started(itvt), board=itvt)


def test_start_page_when_no_role_in_a_board_then_it_is_not_offered(
    client: Client, itvt: Board, pers: Board, controller: User
) -> None:
    foreign, case = registers.board("annan"), cases.case(itvt)
    client.force_login(controller)
    assert 'name="boards"' in client.get(reverse("report-start")).content.decode()
    sent = {"case": case.pk, "title": "Delår", "period_end": "2020-08-31"}
    answer = client.post(reverse("report-start"), sent | {"boards": [foreign.pk]})
    assert answer.context["form"].errors["boards"]
    assert set(answer.context["form"].fields["boards"].queryset) == {itvt, pers}
    client.post(reverse("report-start"), sent | {"boards": [itvt.pk, pers.pk]})
    assert InterimReport.objects.get().boards == [itvt, pers]


def test_start_page_when_one_board_then_no_further_ones_are_asked_for(
    client: Client, itvt: Board
) -> None:
    client.force_login(registers.role(itvt, Role.CONTROLLER))
    assert 'name="boards"' not in client.get(reverse("report-start")).content.decode()


def test_report_page_when_boards_are_chosen_then_kept_and_others_refused(
    client: Client, itvt: Board, pers: Board, controller: User
) -> None:
    foreign, report = registers.board("annan"), started(itvt)
    client.force_login(controller)
    page = client.get(report.get_absolute_url())
    assert list(page.context["cover_form"].fields["boards"].queryset) == [pers]
    address = reverse("report-cover", args=[report.pk])
    client.post(address, {"boards": [foreign.pk]})
    assert not report.coverings.exists()
    answer = client.post(address, {"boards": [pers.pk]}, follow=True)
    assert "Nämnden itvt, Nämnden pers" in answer.content.decode()


def test_report_page_when_more_boards_are_covered_then_no_more_queries(
    client: Client, itvt: Board
) -> None:
    client.force_login(registers.role(itvt, Role.SECRETARY))
    counts = []
    for others in (1, 3):
        boards = [registers.board(f"b{others}{n}") for n in range(others)]
        report = started(itvt, *boards)
        with CaptureQueriesContext(connection) as found:
            client.get(report.get_absolute_url())
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_fill_report_when_one_board_then_one_query_more_tells_it(itvt: Board) -> None:
    report = started(itvt)
    fill_report(report=report, by=None)
    with CaptureQueriesContext(connection) as found:
        fill_report(report=report, by=None)
    asked = [row["sql"] for row in found if "finance_coveredboard" in row["sql"]]
    assert len(asked) == 1
