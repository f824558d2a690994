"""Reads of the budget: what holds on a day, in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from boards.access.queries import boards_with_role
from boards.shared.clock import today
from finance.budget import rules
from finance.budget.models import BudgetAmount, BudgetVersion, ProjectAmount

if TYPE_CHECKING:
    from boards.board.models import Board
    from finance.budget.rules import GrantCheck

Budgeted = dict[tuple[int, int | None, date], int]


@dataclass(frozen=True)
class ProjectBudget:
    """An investment project's budget in force, by month and for the year, in öre.

    `budgeted_by` names the partner whose budget it is in, empty for the host (F-06).
    """

    project_id: int
    code: str
    name: str
    budgeted_by: str
    months: dict[date, int]

    @property
    def year(self) -> int:
        """The whole year."""
        return sum(self.months.values())


def order_on(board: Board, year: int, on: date | None) -> list[int]:
    """Return the versions in force on a day, the first first."""
    versions = board.budget_versions.filter(year=year)
    return rules.in_force([one.facts() for one in versions], on or today())


def cells_in_force(board: Board, year: int, on: date | None = None) -> Budgeted:
    """Return every amount in force, by unit, row and month; row None is the grant."""
    order = order_on(board, year, on)
    rows = BudgetAmount.objects.filter(version__in=order).values_list(
        "version", "unit", "line", "month", "ore"
    )
    cells = (
        (version, (unit, line, month), ore) for version, unit, line, month, ore in rows
    )
    return rules.merged(order, cells)


def budget_sums(
    board: Board, year: int, on: date | None = None
) -> dict[tuple[int, int, date], int]:
    """Return the budget in force by unit, row and month, in öre."""
    cells = cells_in_force(board, year, on)
    return {
        (unit, line, month): ore
        for (unit, line, month), ore in cells.items()
        if line is not None
    }


def grant_sums(
    board: Board, year: int, on: date | None = None
) -> dict[tuple[int, date], int]:
    """Return the kommunbidrag in force by unit and month, in öre."""
    cells = cells_in_force(board, year, on)
    return {
        (unit, month): ore for (unit, line, month), ore in cells.items() if line is None
    }


def project_budgets(
    board: Board, year: int, on: date | None = None
) -> list[ProjectBudget]:
    """Return every investment project with its budget in force, in order."""
    order = order_on(board, year, on)
    rows = ProjectAmount.objects.filter(version__in=order).values_list(
        "version", "project", "month", "ore"
    )
    cells = rules.merged(
        order, ((pk, (which, day), ore) for pk, which, day, ore in rows)
    )
    months: dict[int, dict[date, int]] = defaultdict(dict)
    for (project, month), ore in sorted(cells.items()):
        months[project][month] = ore
    return [
        ProjectBudget(
            project_id=project.pk,
            code=project.code,
            name=project.name,
            budgeted_by=project.budgeted_by.name if project.budgeted_by else "",
            months=months[project.pk],
        )
        for project in board.investment_projects.select_related("budgeted_by")
    ]


def grant_checks(board: Board, cells: Budgeted) -> list[GrantCheck]:
    """Return the units whose budgeted result is not 0."""
    costs: dict[int, int] = defaultdict(int)
    grants: dict[int, int] = defaultdict(int)
    for (unit, line, _month), ore in cells.items():
        (grants if line is None else costs)[unit] += ore
    names = dict(board.report_units.values_list("pk", "name"))
    return rules.check_grants(names, costs, grants)


def visible_versions(user: Any) -> QuerySet[BudgetVersion]:
    """Budgets of the boards the user works in, the latest year first."""
    boards = boards_with_role(user)
    rows = BudgetVersion.objects.filter(board__in=boards)
    return rows.select_related("board").order_by("-year", "board__name", "number")
