"""What the pages of a forecast show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from finance.budget.queries import budget_sums, project_budgets
from finance.forecast import queries
from finance.forecast.forms import ForecastForm
from finance.forecast.models import ForecastFigure, ForecastRound

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField

    from finance.chart.models import ReportUnit


@dataclass(frozen=True)
class UnitState:
    """How a unit stands in a round, in öre; None where nothing is given."""

    unit: ReportUnit
    budget: int
    forecast: int | None
    prior: int | None
    who: str
    comment: str

    @property
    def deviation(self) -> int | None:
        """Budget less forecast: positive is better (F-02)."""
        return None if self.forecast is None else self.budget - self.forecast

    @property
    def change(self) -> int | None:
        """How much better than the round before."""
        if self.forecast is None or self.prior is None:
            return None
        return self.prior - self.forecast


@dataclass(frozen=True)
class FormRow:
    """A row of the form with what it is compared with."""

    label: str
    budget: int
    prior: int | None
    field: BoundField


def by_unit(sums: dict[tuple[int, int], int]) -> dict[int, int]:
    """Return what each unit's rows come to."""
    found: dict[int, int] = defaultdict(int)
    for (unit, _line), ore in sums.items():
        found[unit] += ore
    return dict(found)


def budget_by_row(of: ForecastRound) -> dict[tuple[int, int], int]:
    """Return the year's budget by unit and row, as it held when the figures ended."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for (unit, line, _month), ore in budget_sums(of.board, of.year, of.as_of).items():
        found[unit, line] += ore
    return found


def round_page(of: ForecastRound) -> dict[str, Any]:
    """Return the page of a round: each unit against its budget and before."""
    budget, given = by_unit(budget_by_row(of)), by_unit(queries.sums_of(of))
    before = queries.prior_round(of)
    prior = by_unit(queries.sums_of(before))
    duties = {duty.unit_id: duty.user for duty in of.duties.select_related("user")}
    comments = {
        one.unit_id: one.comment for one in queries.latest_figures(of) if one.comment
    }
    units = [
        UnitState(
            unit,
            budget.get(unit.pk, 0),
            given.get(unit.pk),
            prior.get(unit.pk),
            str(duties.get(unit.pk, "")),
            comments.get(unit.pk, ""),
        )
        for unit in of.board.report_units.all()
    ]
    return {
        "round": of,
        "before": before,
        "units": units,
        "projects": projects_of(of),
        "history": history(of),
    }


def projects_of(of: ForecastRound) -> list[tuple[Any, int | None]]:
    """Return the investment projects with budget and forecast."""
    given = queries.project_forecasts(of.board, of.year, of.as_of)
    rows = project_budgets(of.board, of.year, of.as_of)
    return [(row, given.get(row.project_id)) for row in rows]


def history(of: ForecastRound) -> list[ForecastFigure]:
    """Return every figure that was ever given in a round, the latest first."""
    rows = of.figures.select_related("unit", "line", "project", "given_by")
    return list(rows.order_by("-given_at", "-pk")[:200])


def unit_rows(
    of: ForecastRound, unit: ReportUnit
) -> tuple[list[tuple[int, str]], dict[str, Any], Callable[[ForecastForm], Any]]:
    """Return a unit's rows, what they hold now, and how a form of them is shown."""
    rows = list(of.board.report_lines.values_list("pk", "label"))
    now = [one for one in queries.latest_figures(of) if one.unit_id == unit.pk]
    initial: dict[str, Any] = {f"row_{one.line_id}": one.ore for one in now}
    initial["comment"] = next((one.comment for one in now if one.comment), "")
    budget = budget_by_row(of)
    prior = queries.sums_of(queries.prior_round(of))

    def shown(form: ForecastForm) -> list[FormRow]:
        return [
            FormRow(
                label,
                budget.get((unit.pk, pk), 0),
                prior.get((unit.pk, pk)),
                form[f"row_{pk}"],
            )
            for pk, label in rows
        ]

    return rows, initial, shown


def project_rows(
    of: ForecastRound,
) -> tuple[list[tuple[int, str]], dict[str, Any], Callable[[ForecastForm], Any]]:
    """Return the projects' rows in the same way."""
    projects = projects_of(of)
    before = queries.prior_round(of)
    prior = {one.project_id: one.ore for one in queries.latest_figures(before)}
    rows = [(row.project_id, f"{row.code} {row.name}") for row, _ore in projects]
    initial: dict[str, Any] = {
        f"row_{row.project_id}": ore for row, ore in projects if ore is not None
    }

    def shown(form: ForecastForm) -> list[FormRow]:
        return [
            FormRow(
                f"{row.code} {row.name}",
                row.year,
                prior.get(row.project_id),
                form[f"row_{row.project_id}"],
            )
            for row, _ore in projects
        ]

    return rows, initial, shown
