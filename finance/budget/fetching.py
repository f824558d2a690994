"""Fetching a draft's months from the budget in the ledger; kommunbidrag stays."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.budget.actions import Cell, lock_draft, set_amounts, set_project_amounts
from finance.budget.models import BudgetVersion
from finance.budget.queries import budget_sums, project_budgets
from finance.chart.models import ReportUnit
from finance.chart.queries import Placed, blocks_unplaced, placed_sums, units_of
from finance.ledger.enums import Measure

if TYPE_CHECKING:
    from boards.person.models import User

Cells = dict[Cell, int | None]


@transaction.atomic
def fetch_budget(*, version: BudgetVersion, by: User | None) -> BudgetVersion:
    """Replace a draft's rows with the ledger's budget of the year.

    Refused while amounts have no place: they would be missing in the sums (F-05). The
    kommunbidrag stays, and so does a project of which the ledger says nothing.
    """
    version = lock_draft(version, by)
    board = version.board
    projects = dict(board.investment_projects.values_list("code", "pk"))
    placed = placed_sums(
        board, version.year, Measure.BUDGET, investments=projects.keys()
    )
    refuse_if(_nothing(placed, version.year) + blocks_unplaced(board, placed.unmapped))
    rows = _rows(version, placed)
    for unit in units_of(board):
        _set_unit(version, unit, rows[unit.pk], by)
    if placed.projects:
        cells = _projects(version, placed, projects)
        set_project_amounts(version=version, cells=cells, by=by)
    record(version, "budget.fetched", by=by)
    return version


def _nothing(placed: Placed, year: int) -> list[Refusal]:
    if placed.sums or placed.projects or placed.unmapped:
        return []
    return [Refusal("budget.none_in_ledger", values={"year": year})]


def _rows(version: BudgetVersion, placed: Placed) -> dict[int, Cells]:
    """Return the rows' cells by unit: 0 where only an earlier version has an amount.

    A cell left empty would be left to that version, and the sums would differ.
    """
    found: dict[int, Cells] = defaultdict(dict)
    before = budget_sums(version.board, version.year, date.max)
    for unit, line, month in before.keys() | placed.sums.keys():
        found[unit][line, month] = placed.sums.get((unit, line, month), 0)
    return found


def _set_unit(
    version: BudgetVersion, unit: ReportUnit, rows: Cells, by: User | None
) -> None:
    here = version.amounts.filter(unit=unit).values_list("line", "month", "ore")
    grant: Cells = {(None, month): ore for line, month, ore in here if line is None}
    if rows or here:
        set_amounts(version=version, unit=unit, cells=grant | rows, by=by)


def _projects(
    version: BudgetVersion, placed: Placed, projects: dict[str, int]
) -> dict[tuple[int, date], int | None]:
    said = {projects[code] for code, _month in placed.projects}
    here = version.project_amounts.exclude(project__in=said)
    kept = here.values_list("project", "month", "ore")
    cells: dict[tuple[int, date], int | None] = {
        (project, month): ore for project, month, ore in kept
    }
    for one in project_budgets(version.board, version.year, date.max):
        if one.project_id in said:
            cells |= {(one.project_id, month): 0 for month in one.months}
    for (code, month), ore in placed.projects.items():
        cells[projects[code], month] = ore
    return cells
