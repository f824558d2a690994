"""What the pages of the budget show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from boards.shared.clock import today
from finance.budget import queries
from finance.budget.forms import initial_cells
from finance.budget.models import BudgetVersion

if TYPE_CHECKING:
    from finance.chart.models import ReportUnit

# The key of the kommunbidrag among the rows of a grid.
GRANT = "grant"


@dataclass(frozen=True)
class UnitSum:
    """A unit's year: what its rows cost, its kommunbidrag; and if it is here."""

    unit: ReportUnit
    cost: int
    grant: int
    is_here: bool

    @property
    def result(self) -> int:
        """Kommunbidrag less cost (F-02)."""
        return self.grant - self.cost


def budget_page(version: BudgetVersion) -> dict[str, Any]:
    """Return the page of a version: with it, what would hold."""
    board, year = version.board, version.year
    cells = with_version(version)
    costs: dict[int, int] = defaultdict(int)
    grants: dict[int, int] = defaultdict(int)
    for (unit, line, _month), ore in cells.items():
        (grants if line is None else costs)[unit] += ore
    here = set(version.amounts.values_list("unit", flat=True))
    units = [
        UnitSum(unit, costs[unit.pk], grants[unit.pk], unit.pk in here)
        for unit in board.report_units.all()
    ]
    on = version.decided_on or today()
    return {
        "version": version,
        "units": units,
        "projects": queries.project_budgets(board, year, on),
        "has_projects": version.project_amounts.exists(),
        "unbalanced": queries.grant_checks(board, cells),
    }


def with_version(version: BudgetVersion) -> queries.Budgeted:
    """Return what holds from the version's decision on, or would if it were adopted."""
    day = version.decided_on or date.max
    cells = queries.cells_in_force(version.board, version.year, day)
    if not version.is_adopted:
        rows = version.amounts.values_list("unit", "line", "month", "ore")
        cells |= {(unit, line, month): ore for unit, line, month, ore in rows}
    return cells


def unit_rows(version: BudgetVersion) -> list[tuple[str, str]]:
    """Return the rows of a unit's grid: the board's rows, then the kommunbidrag."""
    lines = version.board.report_lines.values_list("pk", "label")
    return [*((str(pk), label) for pk, label in lines), (GRANT, _("Municipal grant"))]


@dataclass(frozen=True)
class Cells:
    """Amounts by the grid's fields: what this version says, what held before it."""

    here: dict[str, int]
    before: dict[str, int]


def unit_cells(version: BudgetVersion, unit: ReportUnit) -> Cells:
    """Return a unit's amounts for the grid."""
    rows = version.amounts.filter(unit=unit).values_list("line", "month", "ore")
    known = queries.cells_in_force(version.board, version.year, date.max)
    return Cells(
        initial_cells(
            {(str(line or GRANT), month.month): ore for line, month, ore in rows}
        ),
        initial_cells(
            {
                (str(line or GRANT), month.month): ore
                for (of, line, month), ore in known.items()
                if of == unit.pk
            }
        ),
    )


def project_cells(version: BudgetVersion) -> Cells:
    """Return the projects' amounts for the grid."""
    rows = version.project_amounts.values_list("project", "month", "ore")
    known = queries.project_budgets(version.board, version.year, date.max)
    return Cells(
        initial_cells(
            {(str(project), month.month): ore for project, month, ore in rows}
        ),
        initial_cells(
            {
                (str(one.project_id), month.month): ore
                for one in known
                for month, ore in one.months.items()
            }
        ),
    )
