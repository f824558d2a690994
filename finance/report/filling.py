"""Fetching a draft's figures from ledger, budget and forecast; the words stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from boards.access.permissions import require
from boards.board.models import Board
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.budget.queries import ProjectBudget
from finance.chart.models import ReportUnit
from finance.chart.queries import blocks_unplaced
from finance.figures.queries import (
    BoardFigures,
    Columns,
    UnitFigures,
    board_figures,
)
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


Figures = Mapping[Board, BoardFigures]
# Tables stand in this order, whatever was added last.
KINDS = (TableKind.INCOME, TableKind.INVESTMENT, TableKind.SUMMARY)
LONGEST = 120


@dataclass(frozen=True)
class Target:
    """Which table figures belong in."""

    kind: TableKind
    heading: str
    unit: ReportUnit | None = None


@transaction.atomic
def fill_report(*, report: InterimReport, by: User) -> list[ReportTable]:
    """Replace a draft's figures with those of the ledger, budget and forecast.

    Of every board it covers. Refused while amounts have no place: they would be missing
    in the sums (F-05). Sums are left to be computed from unrounded amounts (F-03).
    """
    report = lock_draft(report, by)
    boards = report.boards
    for board in boards[1:]:
        require(by, "report.edit", board)
    figures = {board: board_figures(board, report.period_end) for board in boards}
    refuse_if(_blocks(figures))
    made = []
    for heading, one in by_heading(figures):
        target = Target(TableKind.INCOME, heading, one.unit)
        made.append(_set(report, target, income_rows(one), by, one.trend))
    projects = [project for one in figures.values() for project, _ in one.projects]
    if projects:
        target = Target(TableKind.INVESTMENT, INVESTMENTS)
        made.append(_set(report, target, labelled_rows(by_label(figures)), by))
        _note(made[-1], projects)
    total = [Row(RowKind.SUM, SUMMARY_SUM, Amounts())]
    whole = together(unit.trend for one in figures.values() for unit in one.units)
    made.append(_set(report, Target(TableKind.SUMMARY, SUMMARY), total, by, whole))
    _put_in_order(report, made)
    record(report, "report.filled", by=by)
    return made


def _blocks(figures: Figures) -> list[Refusal]:
    empty = [
        Refusal("report.no_units", values={"board": board.name})
        for board, one in figures.items()
        if not one.units
    ]
    return empty + [
        refusal
        for board, one in figures.items()
        for refusal in blocks_unplaced(board, one.unmapped)
    ]


def by_heading(figures: Figures) -> list[tuple[str, UnitFigures]]:
    """Return every board's units by what their tables are called."""
    units = [(board, unit) for board, one in figures.items() for unit in one.units]
    names = told_apart([(board, unit.unit.name) for board, unit in units])
    return [(name, unit) for name, (_board, unit) in zip(names, units, strict=True)]


def by_label(figures: Figures) -> list[tuple[str, Columns]]:
    """Return every board's projects by what their rows are called."""
    rows = [(board, *row) for board, one in figures.items() for row in one.projects]
    labels = told_apart([(board, project_label(one)) for board, one, _ in rows])
    return [(label, row[-1]) for label, row in zip(labels, rows, strict=True)]


def told_apart(said: Sequence[tuple[Board, str]]) -> list[str]:
    """Return what each is called, with the board's prefix where two boards share it."""
    boards: dict[str, set[int]] = defaultdict(set)
    for board, text in said:
        boards[text].add(board.pk)
    return [
        f"{board.prefix} {text}"[:LONGEST] if len(boards[text]) > 1 else text
        for board, text in said
    ]


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


def project_label(project: ProjectBudget) -> str:
    """Return what a project's row says; a star is a partner's budget (F-06)."""
    return f"{project.code} {project.name}{' *' if project.budgeted_by else ''}"


def project_rows(projects: Iterable[tuple[ProjectBudget, Columns]]) -> list[Row]:
    """Return the rows of a board's projects."""
    return labelled_rows((project_label(one), columns) for one, columns in projects)


def labelled_rows(labelled: Iterable[tuple[str, Columns]]) -> list[Row]:
    """Return the rows of projects by their labels, and the sum to be computed."""
    rows = [Row(RowKind.LINE, label, amounts(columns)) for label, columns in labelled]
    return [*rows, Row(RowKind.SUM, INVESTMENTS_SUM, Amounts())]


def _set(
    report: InterimReport,
    target: Target,
    rows: Sequence[Row],
    by: User,
    trend: Trend | None = None,
) -> ReportTable:
    """Write the rows into the table that is there, with its words, or a new one."""
    table = _table_of(report, target) or add_table(
        report=report,
        kind=target.kind,
        heading=target.heading,
        unit=target.unit,
        by=by,
    )
    own = _with_own_sum(table, rows)
    return set_figures(table=table, rows=own, by=by, trend=trend)


def _table_of(report: InterimReport, target: Target) -> ReportTable | None:
    """Return a unit's table, also one that somebody added under its heading."""
    there = report.tables.filter(kind=target.kind)
    if target.unit is None:
        return there.first()
    same = Q(unit=target.unit) | Q(unit=None, heading=target.heading)
    table = there.filter(same).order_by("unit", "pk").first()
    if table and (table.unit, table.heading) != (target.unit, target.heading):
        table.unit, table.heading = target.unit, target.heading
        table.save(update_fields=["unit", "heading"])
    return table


def _put_in_order(report: InterimReport, made: Sequence[ReportTable]) -> None:
    """Let a unit that came later stand among the units, before what is of all."""
    place = {table.pk: number for number, table in enumerate(made)}
    tables = sorted(
        report.tables.all(),
        key=lambda one: (
            KINDS.index(TableKind(one.kind)),
            place.get(one.pk, len(place)),
        ),
    )
    moved = [(n, one) for n, one in enumerate(tables) if one.position != n]
    for number, table in moved:
        table.position = number
    ReportTable.objects.bulk_update([table for _n, table in moved], ["position"])


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
