"""Fetching a draft's figures from ledger, budget and forecast; the words stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction

from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.budget.queries import ProjectBudget
from finance.chart.queries import blocks_unplaced
from finance.figures.queries import Columns, UnitFigures, board_figures
from finance.figures.trends import Trend, together
from finance.report.actions import add_table, lock_draft, set_figures
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport, ReportTable
from finance.report.rules import Amounts, Row
from finance.report.sentences import (
    BUDGETED_BY,
    GRANT,
    INVESTMENTS,
    INVESTMENTS_SUM,
    SUM,
    SUMMARY,
    SUMMARY_SUM,
)

if TYPE_CHECKING:
    from boards.person.models import User


@transaction.atomic
def fill_report(*, report: InterimReport, by: User) -> list[ReportTable]:
    """Replace a draft's figures with those of the ledger, budget and forecast.

    Refused while amounts have no place: they would be missing in the sums (F-05). Sums
    are left to be computed from unrounded amounts (F-03).
    """
    report = lock_draft(report, by)
    figures = board_figures(report.board, report.period_end)
    refuse_if(_nothing(figures.units) + blocks_unplaced(figures.unmapped))
    made = [
        _set(
            report,
            (TableKind.INCOME, one.unit.name),
            income_rows(one),
            by,
            one.trend,
        )
        for one in figures.units
    ]
    if figures.projects:
        rows = project_rows(figures.projects)
        table = _set(report, (TableKind.INVESTMENT, INVESTMENTS), rows, by)
        _note(table, [project for project, _columns in figures.projects])
        made.append(table)
    total = [Row(RowKind.SUM, SUMMARY_SUM, Amounts())]
    whole = together(one.trend for one in figures.units)
    made.append(_set(report, (TableKind.SUMMARY, SUMMARY), total, by, whole))
    record(report, "report.filled", by=by)
    return made


def _nothing(units: Sequence[UnitFigures]) -> list[Refusal]:
    return [] if units else [Refusal("report.no_units")]


def amounts(columns: Columns) -> Amounts:
    """Return the columns as the report's rules know them."""
    return Amounts(**asdict(columns))


def income_rows(one: UnitFigures) -> list[Row]:
    """Return a unit's rows, the sum to be computed, and its grant."""
    rows = [Row(RowKind.LINE, line.label, amounts(cells)) for line, cells in one.rows]
    rows.append(Row(RowKind.SUM, SUM, Amounts()))
    if one.grant:
        rows.append(Row(RowKind.GRANT, GRANT, amounts(one.grant)))
    return rows


def project_rows(projects: Iterable[tuple[ProjectBudget, Columns]]) -> list[Row]:
    """Return the projects' rows; a star says that a partner budgets it (F-06)."""
    rows = [
        Row(
            RowKind.LINE,
            f"{project.code} {project.name}{' *' if project.budgeted_by else ''}",
            amounts(columns),
        )
        for project, columns in projects
    ]
    return [*rows, Row(RowKind.SUM, INVESTMENTS_SUM, Amounts())]


def _set(
    report: InterimReport,
    what: tuple[TableKind, str],
    rows: Sequence[Row],
    by: User,
    trend: Trend | None = None,
) -> ReportTable:
    """Write the rows into the table that is there, with its words, or a new one."""
    kind, heading = what
    there = report.tables.filter(kind=kind)
    if kind == TableKind.INCOME:
        there = there.filter(heading=heading)
    table = there.first() or add_table(report=report, kind=kind, heading=heading, by=by)
    own = _with_own_sum(table, rows)
    return set_figures(table=table, rows=own, by=by, trend=trend)


def _with_own_sum(table: ReportTable, rows: Sequence[Row]) -> list[Row]:
    """Keep what the table calls its sum."""
    own = table.rows.filter(kind=RowKind.SUM).values_list("label", flat=True).first()
    return [
        Row(row.kind, own, row.amounts) if own and row.kind == RowKind.SUM else row
        for row in rows
    ]


def _note(table: ReportTable, projects: Sequence[ProjectBudget]) -> None:
    """Say below the investments who budgets those with a star."""
    names = sorted({one.budgeted_by for one in projects if one.budgeted_by})
    if names and not table.note:
        table.note = BUDGETED_BY.format(names=" och ".join(names))
        table.save(update_fields=["note"])
