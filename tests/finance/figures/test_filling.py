"""The model's report from ledger, budget and forecasts, every figure as printed."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.board.models import Board
from boards.shared.clock import local
from boards.shared.refusals import Refused
from finance.chart.models import Mapping
from finance.figures.queries import board_figures
from finance.report import actions
from finance.report.enums import TableKind
from finance.report.filling import fill_report
from finance.report.models import InterimReport
from finance.report.queries import shown_tables, whole_report
from finance.report.rules import printed_sum
from tests.factories import budgets, cases, charts, registers
from tests.factories.model_ledger import model_board
from tests.factories.model_report import TABLES

pytestmark = pytest.mark.django_db
AUGUST = date(2020, 8, 31)


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 14), 9), tick=False):
        yield


@pytest.fixture
def board() -> Board:
    return model_board()


def started(board: Board) -> InterimReport:
    return actions.start_report(
        case=cases.case(board), title="Delårsrapport", period_end=AUGUST, by=None
    )


def printed(report: InterimReport) -> list[list[tuple[str, ...]]]:
    whole = whole_report().get(pk=report.pk)
    return [[row.cells for row in shown.rows] for shown in shown_tables(whole)]


@pytest.mark.law("F-02")
@pytest.mark.law("F-03")
def test_fill_report_when_the_model_s_year_then_every_cell_is_as_printed(
    board: Board,
) -> None:
    entered = started(board)
    for kind, heading, rows in TABLES:
        table = actions.add_table(report=entered, kind=kind, heading=heading, by=None)
        actions.set_figures(table=table, rows=rows, by=None)
    report = started(board)
    fill_report(report=report, by=None)
    assert printed(report) == printed(entered)


@pytest.mark.law("F-03")
def test_fill_report_when_the_model_s_year_then_its_months_end_as_its_tables(
    board: Board,
) -> None:
    report = started(board)
    for table in fill_report(report=report, by=None):
        if table.kind == TableKind.INVESTMENT:
            assert table.trend == {}
            continue
        assert len(table.months.actual) == AUGUST.month
        if table.kind == TableKind.INCOME:
            said = printed_sum(table.facts().rows)
            assert table.months.actual[-1] == said.actual_to_date
            assert table.months.budget[7] == said.budget_to_date
            assert table.months.budget[-1] == said.budget_year
            assert table.months.prior[7] == said.prior_actual


def test_set_figures_when_entered_by_hand_then_no_months_of_other_figures(
    board: Board,
) -> None:
    report = started(board)
    table = fill_report(report=report, by=None)[0]
    actions.set_figures(table=table, rows=TABLES[0][2], by=None)
    table.refresh_from_db()
    assert table.trend == {}


def test_fill_report_when_filled_again_then_the_words_stay(board: Board) -> None:
    report = started(board)
    table = fill_report(report=report, by=None)[0]
    actions.set_table_text(
        table=table, description="", comment="<p>Vakanser.</p>", note="", by=None
    )
    before = printed(report)
    fill_report(report=report, by=None)
    table.refresh_from_db()
    assert (table.comment, printed(report)) == ("<p>Vakanser.</p>", before)
    assert report.tables.count() == len(TABLES)


@pytest.mark.law("F-06")
def test_fill_report_when_a_partner_budgets_a_project_then_a_star_and_a_note(
    board: Board,
) -> None:
    report = started(board)
    fill_report(report=report, by=None)
    table = report.tables.get(kind="investment")
    labels = [row.label[:4] for row in table.rows.all() if row.label.endswith("*")]
    assert (labels, table.note) == (["5215", "5217"], "* Budgeteras i Berga kommun.")


@pytest.mark.law("F-05")
def test_fill_report_when_an_amount_has_no_place_then_refused_with_its_amount(
    board: Board,
) -> None:
    report = started(board)
    Mapping.objects.filter(account_from="4010", responsibility="430").delete()
    with pytest.raises(Refused) as no:
        fill_report(report=report, by=None)
    assert {one.values["account"] for one in no.value.refusals} == {"4010 4010"}
    assert not report.tables.exists()


@pytest.mark.law("F-05")
def test_mapping_when_changed_after_filling_then_the_report_holds_its_own_figures(
    board: Board,
) -> None:
    report = started(board)
    fill_report(report=report, by=None)
    before = printed(report)
    Mapping.objects.all().delete()
    assert printed(report) == before


def test_board_figures_when_many_units_then_no_more_queries() -> None:
    counts = []
    for units in (1, 50):
        board = registers.board(f"n{units}a")
        line = charts.line(board)
        draft = budgets.draft(board)
        for number in range(units):
            unit = charts.unit(board, f"{number}")
            charts.mapping(unit, line, ("5000", "5999"), responsibility=f"{number}")
            budgets.cells(draft, unit, Personalkostnader=budgets.every_month(100))
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert len(board_figures(board, AUGUST).units) == units
        counts.append(len(found))
    assert counts[0] == counts[1]
