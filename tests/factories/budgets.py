"""Budgets and forecasts of a board, made by the product's actions."""

from datetime import date

from boards.board.models import Board
from boards.shared.clock import at, local
from finance.budget import actions as budgets
from finance.budget.enums import BudgetKind
from finance.budget.models import BudgetVersion
from finance.budget.rules import months_of
from finance.chart.models import ReportLine, ReportUnit
from finance.forecast import actions as forecasts
from finance.forecast.models import ForecastRound

YEAR = 2020
DECIDED = date(2019, 11, 26)


def draft(of: Board, kind: BudgetKind = BudgetKind.FIRST) -> BudgetVersion:
    return budgets.start_budget(board=of, year=YEAR, kind=kind, by=None)


def cells(
    version: BudgetVersion, unit: ReportUnit, **rows: dict[int, int]
) -> BudgetVersion:
    """Enter months by their number; a row by its label, `grant` for kommunbidrag."""
    lines = lines_of(unit)
    said = {
        (lines.get(label), date(YEAR, month, 1)): ore
        for label, months in rows.items()
        for month, ore in months.items()
    }
    return budgets.set_amounts(version=version, unit=unit, cells=said, by=None)


def lines_of(unit: ReportUnit) -> dict[str, int]:
    """The keys of the board's rows by their labels."""
    return dict(ReportLine.objects.filter(board=unit.board).values_list("label", "pk"))


def every_month(ore: int) -> dict[int, int]:
    return {month.month: ore for month in months_of(YEAR)}


def adopted(
    version: BudgetVersion, citation: str = "KF § 1", on: date = DECIDED
) -> BudgetVersion:
    return budgets.adopt_budget(
        version=version, citation=citation, decided_on=on, by=None
    )


def forecast_round(
    of: Board, as_of: date = date(2020, 8, 31), due_on: date = date(2020, 9, 10)
) -> ForecastRound:
    return forecasts.open_round(board=of, as_of=as_of, due_on=due_on, by=None)


def given(
    of: ForecastRound,
    unit: ReportUnit,
    comment: str = "",
    day: date | None = None,
    **rows: int,
) -> ForecastRound:
    """Give a forecast by the rows' labels, in öre."""
    lines = lines_of(unit)
    figures = {lines[label]: ore for label, ore in rows.items()}
    with at(local(day or date(2020, 9, 8), 10)):
        return forecasts.give_forecast(
            of=of, unit=unit, figures=figures, comment=comment, by=None
        )
