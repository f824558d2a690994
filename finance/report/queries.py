"""Reads of interim reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from django.db.models import Q, QuerySet

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.board.models import Board
from boards.shared.money import format_tkr
from boards.shared.paper.tree import Chart
from boards.shared.texts import sentence
from finance.report.charts import charts
from finance.report.checks import Check, check_period, check_tables
from finance.report.comparison import ComparedRow, compare
from finance.report.enums import ReportState, RowKind, SumState, TableKind
from finance.report.links import Cell, fill
from finance.report.models import DeficitReminder, InterimReport, ReportTable
from finance.report.numbers import Remark, remarks
from finance.report.rules import (
    Amounts,
    Row,
    SumCheck,
    TableFacts,
    check_sums,
    printed_sum,
    summary_line,
    table_result,
    variance,
)
from finance.report.sentences import (
    LINKED_COLUMNS,
    LINKED_VARIANCE,
    RESULT,
    column_headings,
)
from finance.report.trend import trend_chart, trend_rows
from finance.report.workbook import Sheet, make_workbook

# The fields of a table that may hold links to cells.
LINKED_TEXTS = ("description", "comment")


def visible_reports(user: Any) -> QuerySet[InterimReport]:
    """Reports of the boards the user works in."""
    boards = boards_with_role(user)
    return InterimReport.objects.filter(board__in=boards).select_related(
        "board", "case"
    )


def whole_report() -> QuerySet[InterimReport]:
    """Reports with everything a page or the PDF needs."""
    return InterimReport.objects.select_related(
        "board__host", "case", "document__file"
    ).prefetch_related("tables__rows", "tables__followed_up__by", "coverings__board")


def boards_to_cover(user: Any, report: InterimReport) -> QuerySet[Board]:
    """Return the boards a user may let a report cover, and those it covers already."""
    known = Q(pk__in=boards_with_role(user, Role.CONTROLLER).values("pk"))
    known |= Q(pk__in=report.coverings.values("board"))
    return Board.objects.filter(known).exclude(pk=report.board_id).order_by("name")


def tables_to_follow() -> QuerySet[ReportTable]:
    """Return the tables of frozen reports whose deficit nobody has followed up."""
    tables = ReportTable.objects.filter(
        report__state=ReportState.FROZEN,
        follow_up_on__isnull=False,
        followed_up__isnull=True,
    )
    return tables.select_related("report__board")


def tables_unanswered(row: DeficitReminder) -> list[ReportTable]:
    """Return all a person was reminded of that day and that has not been done."""
    told = DeficitReminder.objects.filter(email=row.email, asked_on=row.asked_on)
    tables = tables_to_follow().filter(pk__in=told.values("table"))
    return list(tables.order_by("follow_up_on", "report", "position"))


@dataclass(frozen=True)
class ShownRow:
    """A row as it is printed: whole thousands of kronor, with the deviation."""

    label: str
    kind: RowKind
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ShownTable:
    """A table as it is printed, with how its sums stand to its rows."""

    table: ReportTable
    headings: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    checks: tuple[SumCheck, ...]
    charts: tuple[Chart, ...]
    trend: Chart | None = None

    @property
    def months(self) -> list[tuple[str, ...]]:
        """The rows of the trend's table."""
        return trend_rows(self.table.months)

    @property
    def remarks(self) -> tuple[SumCheck, ...]:
        """The sums that differ from their rows."""
        return tuple(c for c in self.checks if c.state != SumState.EXACT)


def shown_tables(report: InterimReport) -> list[ShownTable]:
    """Return the tables as printed; the summary's lines come from the units' tables."""
    tables = list(report.tables.all())
    return [_shown(table, tables, report) for table in tables]


def table_rows(table: ReportTable, tables: list[ReportTable]) -> tuple[Row, ...]:
    """Return a table's rows; a summary has one line for each income table."""
    entered = table.facts().rows
    if table.kind != TableKind.SUMMARY:
        return entered
    lines = tuple(
        Row(RowKind.LINE, unit.heading, summary_line(unit.facts().rows))
        for unit in tables
        if unit.kind == TableKind.INCOME
    )
    return lines + tuple(row for row in entered if row.kind == RowKind.SUM)


def printed_rows(table: ReportTable, tables: list[ReportTable]) -> tuple[Row, ...]:
    """Return the rows as printed: sums as they stand (F-03), the result last."""
    rows = table_rows(table, tables)
    printed = tuple(
        replace(row, amounts=printed_sum(rows)) if row.kind == RowKind.SUM else row
        for row in rows
    )
    outcome = table_result(rows) if table.kind == TableKind.INCOME else None
    if outcome is None:
        return printed
    return (*printed, Row(RowKind.RESULT, RESULT, outcome))


def report_facts(tables: list[ReportTable]) -> list[TableFacts]:
    """Return the tables as the rules see them, the summary with its units' lines."""
    return [replace(t.facts(), rows=table_rows(t, tables)) for t in tables]


def report_checks(report: InterimReport) -> list[Check]:
    """Return what is checked of a report: its period, then table by table."""
    facts = report_facts(list(report.tables.all()))
    return [check_period(report.period_end), *check_tables(facts, report.limit)]


def checks_by_table(report: InterimReport) -> dict[str, list[tuple[str, str]]]:
    """Return each check as its state and a sentence, by the table's heading."""
    found: dict[str, list[tuple[str, str]]] = {}
    for check in report_checks(report):
        said = found.setdefault(check.table, [])
        said.append((str(check.state), sentence(check.said)))
    return found


@dataclass(frozen=True)
class Noticed:
    """A number in the words of a report, with what is said of it."""

    place: str
    heading: str
    remark: Remark


def typed_numbers(report: InterimReport) -> list[Noticed]:
    """Return what the numbers typed into a draft have to do with its tables."""
    if report.is_frozen:
        return []
    tables = list(report.tables.all())
    cells = report_cells(tables)
    return [
        Noticed(place, heading, remark)
        for place, heading, text in linked_texts(report, tables)
        for remark in remarks(text, cells, heading)
    ]


def linked_texts(
    report: InterimReport, tables: list[ReportTable]
) -> list[tuple[str, str, str]]:
    """Return every text that may hold links: its place, its table's heading, itself."""
    of_tables = [
        (f"{table.pk}-{name}", table.heading, getattr(table, name))
        for table in tables
        for name in LINKED_TEXTS
    ]
    return [("introduction", "", report.introduction), *of_tables]


def report_workbook(report: InterimReport) -> bytes:
    """Return the report as a spreadsheet, the same bytes for the same rows."""
    tables = list(report.tables.all())
    sheets = [
        Sheet(facts.heading, facts.kind, column_headings(facts.kind, day), facts.rows)
        for day in [report.period_end]
        for facts in report_facts(tables)
    ]
    moment = report.frozen_at or datetime.combine(report.period_end, time(), tzinfo=UTC)
    return make_workbook(report.title, report.board.name, moment, sheets)


def earlier_report(report: InterimReport) -> InterimReport | None:
    """Return the board's last frozen report of the same year, before this one."""
    frozen = whole_report().filter(
        board=report.board,
        state=ReportState.FROZEN,
        period_end__year=report.period_end.year,
        period_end__lt=report.period_end,
    )
    return frozen.order_by("-period_end", "-frozen_at").first()


def compared_tables(
    report: InterimReport, earlier: InterimReport | None
) -> list[tuple[ReportTable, list[ComparedRow]]]:
    """Return each table's rows against last year and against an earlier forecast."""
    tables = list(report.tables.all())
    before = list(earlier.tables.all()) if earlier else []
    forecasts = {
        table.heading: {
            row.label: row.amounts.forecast_year for row in printed_rows(table, before)
        }
        for table in before
    }
    return [
        (table, compare(printed_rows(table, tables), forecasts.get(table.heading, {})))
        for table in tables
    ]


def report_cells(tables: list[ReportTable]) -> list[Cell]:
    """Return every figure of a report that its words may be linked to."""
    return [cell for table in tables for cell in table_cells(table, tables)]


def table_cells(table: ReportTable, tables: list[ReportTable]) -> list[Cell]:
    """Return one table's figures by the names they are linked with."""
    columns = column_headings(TableKind(table.kind), table.report.period_end)
    return [
        Cell(table.heading, row.label, name, ore, row.amounts.budget_year)
        for row in printed_rows(table, tables)
        for name, ore in _named(row, columns)
        if ore is not None
    ]


def _named(row: Row, columns: Iterable[str]) -> list[tuple[str, int | None]]:
    found = [(LINKED_COLUMNS[name], getattr(row.amounts, name)) for name in columns]
    if row.kind in (RowKind.LINE, RowKind.SUM):
        found.append((LINKED_VARIANCE, variance(row.amounts)))
    return found


def with_figures(report: InterimReport) -> InterimReport:
    """Return a report just read, its words with the figures written out (unsaved)."""
    tables = list(report.tables.all())
    cells = report_cells(tables)
    report.introduction = fill(report.introduction, cells)
    for table in tables:
        for name in LINKED_TEXTS:
            setattr(table, name, fill(getattr(table, name), cells, table.heading))
    return report


def _shown(
    table: ReportTable, tables: list[ReportTable], report: InterimReport
) -> ShownTable:
    kind = TableKind(table.kind)
    headings = column_headings(kind, report.period_end)
    rows = table_rows(table, tables)
    shown = [_shown_row(row, rows, tuple(headings)) for row in rows]
    outcome = table_result(rows) if kind == TableKind.INCOME else None
    if outcome is not None:
        cells = _cells(outcome, tuple(headings))
        shown.append(ShownRow(RESULT, RowKind.RESULT, (*cells, "")))
    return ShownTable(
        table=table,
        headings=tuple(headings.values()),
        rows=tuple(shown),
        checks=tuple(check_sums(rows)),
        charts=tuple(
            charts(table.heading, kind, printed_rows(table, tables), headings)
        ),
        trend=trend_chart(table.heading, table.months),
    )


def _shown_row(row: Row, rows: tuple[Row, ...], columns: tuple[str, ...]) -> ShownRow:
    amounts = printed_sum(rows) if row.kind == RowKind.SUM else row.amounts
    deviation = None if row.kind == RowKind.GRANT else variance(amounts)
    return ShownRow(row.label, row.kind, (*_cells(amounts, columns), _cell(deviation)))


def _cells(amounts: Amounts, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_cell(getattr(amounts, column)) for column in columns)


def _cell(ore: int | None) -> str:
    return "" if ore is None else format_tkr(ore)
