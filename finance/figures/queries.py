"""The figures of every unit and project: ledger, budget and forecast joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from finance.budget.queries import (
    ProjectBudget,
    budget_sums,
    grant_sums,
    project_budgets,
)
from finance.chart.models import ReportLine, ReportUnit
from finance.chart.queries import Placed, Unmapped, lines_of, placed_sums, units_of
from finance.figures.trends import Trend, trends
from finance.forecast.queries import forecast_sums, project_forecasts
from finance.ledger.enums import Measure

if TYPE_CHECKING:
    from boards.board.models import Board

Key = TypeVar("Key")
Cell = tuple[int, int]


@dataclass(frozen=True)
class Columns:
    """The columns of one row, in öre; None where nothing is known (F-02)."""

    prior_actual: int | None = None
    budget_to_date: int | None = None
    actual_to_date: int | None = None
    budget_year: int | None = None
    forecast_year: int | None = None


@dataclass(frozen=True)
class UnitFigures:
    """A unit's rows and its kommunbidrag, None where it is budgeted for no month."""

    unit: ReportUnit
    rows: tuple[tuple[ReportLine, Columns], ...]
    grant: Columns | None
    trend: Trend


@dataclass(frozen=True)
class BoardFigures:
    """Everything a report to a day is made of."""

    units: tuple[UnitFigures, ...]
    projects: tuple[tuple[ProjectBudget, Columns], ...]
    unmapped: tuple[Unmapped, ...]


def unit_figures(board: Board, period_end: date) -> tuple[UnitFigures, ...]:
    """Return each unit's figures up to a day."""
    return board_figures(board, period_end).units


def project_figures(
    board: Board, period_end: date
) -> tuple[tuple[ProjectBudget, Columns], ...]:
    """Return each investment project's figures up to a day."""
    return board_figures(board, period_end).projects


def unmapped(
    board: Board, year: int, measure: Measure = Measure.ACTUAL
) -> tuple[Unmapped, ...]:
    """Return what belongs to no unit and no investment project."""
    codes = set(board.investment_projects.values_list("code", flat=True))
    return placed_sums(board, year, measure, investments=codes).unmapped


def to_date(sums: Mapping[tuple[Key, date], int], last: date) -> dict[Key, int]:
    """Accumulate months up to and including that of a day."""
    found: dict[Key, int] = defaultdict(int)
    for (key, month), ore in sums.items():
        if month <= last:
            found[key] += ore
    return dict(found)


def by_cell(sums: Mapping[tuple[int, int, date], int]) -> dict[tuple[Cell, date], int]:
    """Return sums by unit and row together."""
    return {((unit, line), month): ore for (unit, line, month), ore in sums.items()}


def board_figures(board: Board, period_end: date) -> BoardFigures:
    """Join the board's year with the year before, in a constant number of queries.

    The budget and the grant are those in force at the end of the period; the prior
    year's grant is what held when that year ended.
    """
    year, end = period_end.year, date(period_end.year, 12, 31)
    prior_end = date(year - 1, period_end.month, 1)
    projects = project_budgets(board, year, period_end)
    codes = {project.code for project in projects}
    actual = placed_sums(board, year, investments=codes)
    prior = placed_sums(board, year - 1, investments=codes)
    budgeted = budget_sums(board, year, period_end)
    budget = by_cell(budgeted)
    months = trends(prior.sums, budgeted, actual.sums, period_end.month)
    cells = _Columns(
        prior=to_date(by_cell(prior.sums), prior_end),
        budget=to_date(budget, period_end),
        actual=to_date(by_cell(actual.sums), period_end),
        budget_year=to_date(budget, end),
        forecast=forecast_sums(board, year, period_end),
    )
    return BoardFigures(
        units=_units(board, cells, _grants(board, period_end), months),
        projects=_projects(board, period_end, projects, (actual, prior)),
        unmapped=(*prior.unmapped, *actual.unmapped),
    )


def _units(
    board: Board,
    cells: _Columns,
    grants: Mapping[int, Columns],
    months: Mapping[int, Trend],
) -> tuple[UnitFigures, ...]:
    """Return each unit with the rows it has mappings or figures for."""
    mapped = set(board.mappings.values_list("unit_id", "line_id"))
    lines = lines_of(board)
    return tuple(
        UnitFigures(
            unit,
            tuple(
                (line, cells.of((unit.pk, line.pk)))
                for line in lines
                if (unit.pk, line.pk) in mapped or cells.has((unit.pk, line.pk))
            ),
            grants.get(unit.pk),
            months.get(unit.pk, Trend()),
        )
        for unit in units_of(board)
    )


@dataclass(frozen=True)
class _Columns:
    """Five sources of the same cells; no budget or forecast at all is no figure."""

    prior: Mapping[Cell, int]
    budget: Mapping[Cell, int]
    actual: Mapping[Cell, int]
    budget_year: Mapping[Cell, int]
    forecast: Mapping[Cell, int]

    def has(self, cell: Cell) -> bool:
        """Say whether there is anything but nothing in the cell."""
        return any(
            source.get(cell)
            for source in (self.prior, self.actual, self.budget_year, self.forecast)
        )

    def of(self, cell: Cell) -> Columns:
        """Return a row's columns."""
        budget_year = self.budget_year.get(cell, 0) if self.budget_year else None
        return Columns(
            prior_actual=self.prior.get(cell, 0) if self.prior else None,
            budget_to_date=self.budget.get(cell, 0) if self.budget_year else None,
            actual_to_date=self.actual.get(cell, 0),
            budget_year=budget_year,
            forecast_year=self._forecast(cell),
        )

    def _forecast(self, cell: Cell) -> int | None:
        """Nothing said is nothing expected only where nothing has been booked."""
        if cell in self.forecast:
            return self.forecast[cell]
        is_given = any(unit == cell[0] for unit, _line in self.forecast)
        is_used = self.actual.get(cell) or self.budget_year.get(cell)
        return 0 if is_given and not is_used else None


def _grants(board: Board, period_end: date) -> dict[int, Columns]:
    """Return each unit's kommunbidrag: what is granted is the outcome and forecast."""
    year, end = period_end.year, date(period_end.year, 12, 31)
    sums = grant_sums(board, year, period_end)
    before = grant_sums(board, year - 1, date(year - 1, 12, 31))
    months, whole = to_date(sums, period_end), to_date(sums, end)
    prior = to_date(before, date(year - 1, period_end.month, 1))
    return {
        unit: Columns(
            prior_actual=prior.get(unit),
            budget_to_date=months.get(unit, 0),
            actual_to_date=months.get(unit, 0),
            budget_year=ore,
            forecast_year=ore,
        )
        for unit, ore in whole.items()
    }


def _projects(
    board: Board,
    period_end: date,
    projects: list[ProjectBudget],
    placed: tuple[Placed, Placed],
) -> tuple[tuple[ProjectBudget, Columns], ...]:
    """Return the columns of every investment project, net amounts (F-06)."""
    actual = to_date(placed[0].projects, period_end)
    prior = to_date(placed[1].projects, date(period_end.year - 1, period_end.month, 1))
    forecast = project_forecasts(board, period_end.year, period_end)
    return tuple(
        (
            project,
            Columns(
                prior_actual=prior.get(project.code, 0),
                budget_to_date=sum(
                    ore for month, ore in project.months.items() if month <= period_end
                ),
                actual_to_date=actual.get(project.code, 0),
                budget_year=project.year,
                forecast_year=forecast.get(project.project_id),
            ),
        )
        for project in projects
    )
