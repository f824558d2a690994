"""Reads of the dashboards: boards, units and projects as they stand on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from django.db.models import Max, QuerySet
from django.urls import reverse

from boards.access.queries import boards_known, boards_with_role
from boards.shared.clock import today
from boards.shared.paper.tree import Chart
from finance.chart.models import ReportUnit
from finance.dashboard.rules import Standing, last_day
from finance.figures.queries import BoardFigures, UnitFigures, board_figures
from finance.figures.trends import Trend, together
from finance.ledger.enums import Measure
from finance.ledger.models import LedgerMonth, Voucher
from finance.report.charts import charts
from finance.report.enums import RowKind, TableKind
from finance.report.filling import income_rows, project_rows
from finance.report.rules import Amounts, Row, printed_sum, summary_line, table_result
from finance.report.sentences import (
    INVESTMENTS,
    RESULT,
    SUM,
    SUMMARY,
    column_headings,
)
from finance.report.trend import trend_chart, trend_rows
from finance.report.workbook import Sheet, make_workbook

if TYPE_CHECKING:
    from boards.board.models import Board


@dataclass(frozen=True)
class Dashboard:
    """A table with its pictures, for a board or one of its units."""

    rows: tuple[Standing, ...]
    charts: tuple[Chart, ...]
    trend: Chart | None
    months: list[tuple[str, ...]]
    projects: tuple[Standing, ...] = ()
    unmapped: int = 0


def boards_to_see(user: Any) -> QuerySet[Board]:
    """Boards the user works in or is elected to, those with a ledger."""
    known = boards_known(user).filter(ledger_files__isnull=False)
    return known.distinct().order_by("name")


def base_of(user: Any) -> str:
    """Return the frame of the page: the office, or that of who is elected only."""
    return "staff.html" if boards_with_role(user).exists() else "elected.html"


def latest_day(board: Board) -> date:
    """Return the last day of the last month with an outcome, else of this month."""
    counted = LedgerMonth.objects.filter(board=board, measure=Measure.ACTUAL)
    month = counted.filter(is_own=True).aggregate(last=Max("month"))["last"] or today()
    return last_day(month.year, month.month) or month


def board_dashboard(board: Board, day: date) -> Dashboard:
    """Return every unit of a board on a day, and their sum."""
    figures = board_figures(board, day)
    lines = [
        Row(RowKind.LINE, one.unit.name, printed_sum(income_rows(one)))
        for one in figures.units
    ]
    rows = [*lines, Row(RowKind.SUM, SUM, Amounts())]
    links = [place_url(board, day, "unit", unit=one.unit.pk) for one in figures.units]
    trend = together(one.trend for one in figures.units) if figures.units else Trend()
    return Dashboard(
        rows=standings(rows, links),
        charts=drawn(board.name, rows, day),
        trend=trend_chart(board.name, trend),
        months=trend_rows(trend),
        projects=project_standings(board, day, figures),
        unmapped=len(figures.unmapped),
    )


def unit_dashboard(unit: ReportUnit, day: date) -> Dashboard:
    """Return a unit's rows on a day, its grant and result."""
    figures = board_figures(unit.board, day)
    one = next(one for one in figures.units if one.unit.pk == unit.pk)
    rows = income_rows(one)
    links = [
        place_url(unit.board, day, "line", unit=unit.pk, line=line.pk)
        for line, _columns in one.rows
    ]
    shown = standings(rows, links)
    outcome = table_result(rows)
    if outcome is not None:
        shown = (*shown, Standing(RESULT, outcome, RowKind.GRANT))
    return Dashboard(
        rows=shown,
        charts=drawn(unit.name, rows, day),
        trend=trend_chart(unit.name, one.trend),
        months=trend_rows(one.trend),
    )


def standings(rows: Sequence[Row], links: Sequence[str]) -> tuple[Standing, ...]:
    """Return rows with their links; sums from unrounded amounts (F-03)."""
    left = iter(links)
    return tuple(
        Standing(
            row.label,
            printed_sum(rows) if row.kind == RowKind.SUM else row.amounts,
            row.kind,
            next(left, "") if row.kind == RowKind.LINE else "",
        )
        for row in rows
    )


def drawn(heading: str, rows: Sequence[Row], day: date) -> tuple[Chart, ...]:
    """Return the charts of a table."""
    known = [
        Row(row.kind, row.label, printed_sum(rows)) if row.kind == RowKind.SUM else row
        for row in rows
    ]
    headings = column_headings(TableKind.INCOME, day)
    return tuple(charts(heading, TableKind.INCOME, known, headings))


def project_standings(
    board: Board, day: date, figures: BoardFigures
) -> tuple[Standing, ...]:
    """Return the investment projects on a day, and their sum."""
    if not figures.projects:
        return ()
    links = [
        place_url(board, day, "project", project=project.project_id)
        for project, _columns in figures.projects
    ]
    return standings(project_rows(figures.projects), links)


def place_url(board: Board, day: date, page: str, **keys: int | str) -> str:
    """Return the address of a page of a board's month."""
    month = {"slug": board.slug, "year": day.year, "month": day.month}
    return reverse(f"dashboard-{page}", kwargs={**month, **keys})


def dashboard_workbook(board: Board, day: date) -> bytes:
    """Return the board's month as a spreadsheet with formulas, as a report's."""
    figures = board_figures(board, day)
    sheets = [
        _sheet(one.unit.name, TableKind.INCOME, income_rows(one), day)
        for one in figures.units
    ]
    if figures.projects:
        rows = project_rows(figures.projects)
        sheets.append(_sheet(INVESTMENTS, TableKind.INVESTMENT, rows, day))
    summary = [_summary(one) for one in figures.units]
    whole = [*summary, Row(RowKind.SUM, SUM, Amounts())]
    sheets.append(_sheet(SUMMARY, TableKind.SUMMARY, whole, day))
    moment = datetime.combine(day, time(), tzinfo=UTC)
    return make_workbook(f"{board.name} {day:%Y-%m}", board.name, moment, sheets)


def _summary(one: UnitFigures) -> Row:
    return Row(RowKind.LINE, one.unit.name, summary_line(income_rows(one)))


def _sheet(heading: str, kind: TableKind, rows: Sequence[Row], day: date) -> Sheet:
    return Sheet(heading, kind, column_headings(kind, day), tuple(rows))


def vouchers() -> QuerySet[Voucher]:
    """Vouchers with what their page shows."""
    return Voucher.objects.select_related("file__board").prefetch_related("rows")
