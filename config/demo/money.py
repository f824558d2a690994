"""The joint board's units, mappings, budget and forecast for 2020."""

from __future__ import annotations

from datetime import date

from boards.board.models import Board, Municipality
from boards.person.models import User
from boards.shared.clock import at, local
from config.demo.interim_report import (
    FINANCE,
    INVESTMENTS,
    IT,
    PERIOD_END,
    STAFF,
    TKR,
    Figures,
    kind_of,
)
from config.demo.ledger import UNITS as ANSVAR
from finance.budget import actions as budgets
from finance.budget.models import BudgetVersion, InvestmentProject
from finance.chart import actions as charts
from finance.chart.enums import LineKind
from finance.chart.models import ReportLine, ReportUnit
from finance.forecast import actions as forecasts
from finance.report.enums import RowKind

YEAR, LAST = PERIOD_END.year, PERIOD_END.month
# Code, name and figures of each unit.
TABLES = (
    ("ekonomi", "Ekonomiavdelningen", FINANCE),
    ("personal", "Personalavdelningen", STAFF),
    ("it", "IT, växel, telefoni", IT),
)
ACCOUNTS = {
    "Intäkter": ("3000", "3999"),
    "Personalkostnader": ("5000", "5999"),
    "Lokalkostnader": ("6000", "6099"),
    "Övriga kostnader": ("4000", "4999"),
    "Kapitalkostnad": ("7900", "7999"),
}
Units = dict[str, ReportUnit]
Lines = dict[str, ReportLine]


def build_money(board: Board, partner: Municipality, by: User) -> None:
    """Say what the board reports on, budget the year, and forecast it in August."""
    with at(local(date(2019, 10, 1), 9)):
        units, lines = build_chart(board, by)
        projects = build_projects(board, partner, by)
    with at(local(date(2019, 12, 2), 9)):
        version = build_budget(board, units, lines, by)
        plan_investments(version, projects, by)
        budgets.adopt_budget(
            version=version,
            citation="KF § 124/2019-11-26",
            decided_on=date(2019, 11, 26),
            by=by,
        )
    with at(local(date(2020, 9, 8), 14)):
        build_forecast(board, units, lines, by)
        give_investments(board, projects, by)
    with at(local(date(2020, 9, 21), 9)):
        budgets.start_budget(board=board, year=YEAR, purpose="Ny IT-plattform", by=by)
        forecasts.open_round(
            board=board, as_of=date(2020, 10, 31), due_on=date(2020, 11, 10), by=by
        )


def build_chart(board: Board, by: User) -> tuple[Units, Lines]:
    """Name units and rows, and say which accounts belong where."""
    units = {
        name: charts.save_unit(
            board=board,
            said={"code": code, "name": name, "position": place},
            by=by,
            unit=None,
        )
        for place, (code, name, _figures) in enumerate(TABLES)
    }
    lines = {
        label: charts.save_line(
            board=board,
            said={"kind": kind(label), "label": label, "position": place},
            by=by,
            line=None,
        )
        for place, label in enumerate(ACCOUNTS)
    }
    for code, name in ANSVAR.items():
        for label, (first, last) in ACCOUNTS.items():
            values = charts.MappingValues(
                unit=units[name],
                line=lines[label],
                account_from=first,
                account_to=last,
                responsibility=code,
                valid_from=date(2019, 1, 1),
            )
            charts.save_mapping(board=board, values=values, by=by)
    return units, lines


def kind(label: str) -> LineKind:
    """Return what a row holds."""
    return LineKind.REVENUE if label == "Intäkter" else LineKind.COST


def build_projects(
    board: Board, partner: Municipality, by: User
) -> list[InvestmentProject]:
    """Name the investment projects; a star says that the partner budgets it (F-06)."""
    return [
        budgets.save_project(
            board=board,
            code=label[:4],
            name=label[5:].removesuffix(" *"),
            budgeted_by=partner if label.endswith("*") else None,
            position=place,
            by=by,
        )
        for place, label in enumerate(lines_of(INVESTMENTS))
    ]


def lines_of(figures: dict[str, Figures]) -> list[str]:
    """Return the labels of the rows that are neither sum nor grant."""
    return [label for label in figures if kind_of(label) == RowKind.LINE]


def build_budget(board: Board, units: Units, lines: Lines, by: User) -> BudgetVersion:
    """Enter each unit's months: to August as printed, the rest after that."""
    version = budgets.start_budget(board=board, year=YEAR, by=by)
    for _code, name, figures in TABLES:
        labels = [*lines_of(figures), "Kommunbidrag"]
        cells = {
            (lines[label].pk if label in lines else None, month): ore
            for label in labels
            for month, ore in months(figures[label]).items()
        }
        budgets.set_amounts(version=version, unit=units[name], cells=cells, by=by)
    return version


def plan_investments(
    version: BudgetVersion, projects: list[InvestmentProject], by: User
) -> None:
    """Enter the projects' months."""
    cells = {
        (project.pk, month): ore
        for project, label in zip(projects, lines_of(INVESTMENTS), strict=True)
        for month, ore in months(INVESTMENTS[label]).items()
    }
    budgets.set_project_amounts(version=version, cells=cells, by=by)


def months(figures: Figures) -> dict[date, int]:
    """Divide a row's budget over the year so that August comes out as printed."""
    to_date, year = (figures[1] or 0) * TKR, (figures[3] or 0) * TKR
    early = divided(to_date, LAST)
    late = divided(year - to_date, 12 - LAST)
    return {
        date(YEAR, month, 1): ore for month, ore in enumerate([*early, *late], start=1)
    }


def divided(total: int, count: int) -> list[int]:
    """Divide an amount into whole tkr, the last with what is left."""
    each = int(total / count / TKR) * TKR
    return [each] * (count - 1) + [total - each * (count - 1)]


def build_forecast(board: Board, units: Units, lines: Lines, by: User) -> None:
    """Give every unit's forecast of August."""
    of = forecasts.open_round(
        board=board, as_of=PERIOD_END, due_on=date(2020, 9, 10), by=by
    )
    for _code, name, figures in TABLES:
        said = {
            lines[label].pk: (figures[label][4] or 0) * TKR
            for label in lines_of(figures)
        }
        forecasts.give_forecast(
            of=of, unit=units[name], figures=said, comment="", by=by
        )


def give_investments(board: Board, projects: list[InvestmentProject], by: User) -> None:
    """Give the projects' forecast, and make all figures of August final."""
    of = board.forecast_rounds.get(as_of=PERIOD_END)
    figures = {
        project: (INVESTMENTS[label][4] or 0) * TKR
        for project, label in zip(projects, lines_of(INVESTMENTS), strict=True)
    }
    forecasts.give_project_forecasts(of=of, figures=figures, comment="", by=by)
    forecasts.lock_round(of=of, by=by)
