"""What a figure of a dashboard is made of: accounts, and the rows of vouchers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat

from finance.budget.queries import project_budgets
from finance.chart.queries import account_names, is_invested, place_of
from finance.chart.rules import Placing
from finance.ledger.enums import Measure
from finance.ledger.models import VoucherRow
from finance.ledger.queries import MonthSum, month_sums

if TYPE_CHECKING:
    from boards.board.models import Board
    from finance.budget.models import InvestmentProject
    from finance.chart.models import ReportLine, ReportUnit

Belongs = Callable[[MonthSum], bool]
# No code of an object holds it.
BETWEEN = "\x1f"


@dataclass(frozen=True)
class AccountStanding:
    """An account's part of a figure: last year's and this year's outcome, in öre."""

    account: str
    name: str
    prior: int
    actual: int


def of_line(board: Board, unit: ReportUnit, line: ReportLine, day: date) -> Belongs:
    """Return what tells whether an amount belongs to a unit's row."""
    placing = Placing(mapping.facts() for mapping in board.mappings.all())
    projects = {one.code for one in project_budgets(board, day.year, day)}

    def belongs(row: MonthSum) -> bool:
        if row.project in projects:
            return False
        mapping = placing.mapping_of(place_of(row), row.month)
        return mapping is not None and mapping.target == (unit.pk, line.pk)

    return belongs


def of_project(project: InvestmentProject) -> Belongs:
    """Return what tells whether an amount belongs to an investment project (F-06)."""
    return lambda row: row.project == project.code and is_invested(row.account)


def account_standings(
    board: Board, day: date, belongs: Belongs
) -> list[AccountStanding]:
    """Return the accounts of a figure up to a day, and what they were a year before."""
    actual = _by_account(booked(board, day, belongs))
    prior = _by_account(booked(board, day.replace(day=1, year=day.year - 1), belongs))
    names = account_names(board)
    return [
        AccountStanding(one, names.get(one, ""), prior[one], actual[one])
        for one in sorted(actual.keys() | prior.keys())
    ]


def booked(board: Board, day: date, belongs: Belongs) -> list[MonthSum]:
    """Return the sums of a figure from January to the month of a day."""
    rows = month_sums(board, day.year)
    return [row for row in rows if row.month <= day and belongs(row)]


def _by_account(rows: Iterable[MonthSum]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        found[row.account] += row.ore
    return found


def voucher_rows(
    board: Board, day: date, belongs: Belongs, account: str
) -> QuerySet[VoucherRow]:
    """Return the rows of vouchers behind an account's part of a figure, in order."""
    keys = [_key(row) for row in booked(board, day, belongs) if row.account == account]
    place = Concat(
        Cast("month", CharField()),
        *(part for name in OBJECTS for part in (Value(BETWEEN), F(name))),
        output_field=CharField(),
    )
    return (
        VoucherRow.objects.filter(
            account=account,
            voucher__file__counted_months__board=board,
            voucher__file__counted_months__measure=Measure.ACTUAL,
            voucher__file__counted_months__month=F("month"),
        )
        .alias(place=place)
        .filter(place__in=keys)
        .select_related("voucher")
        .order_by("voucher__day", "voucher__series", "voucher__number", "pk")
    )


OBJECTS = ("unit", "project", "activity")


def _key(row: MonthSum) -> str:
    said = (row.month.isoformat(), *(getattr(row, name) for name in OBJECTS))
    return BETWEEN.join(said)
