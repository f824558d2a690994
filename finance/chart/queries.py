"""Reads of the chart: the ledger's amounts placed in units and rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from boards.access.queries import boards_with_role
from boards.shared.money import format_kronor
from boards.shared.refusals import Refusal
from finance.chart.models import Mapping, ReportLine, ReportUnit
from finance.chart.rules import Place, Placing, is_expected
from finance.ledger.enums import Measure
from finance.ledger.models import LedgerAccount
from finance.ledger.queries import MonthSum, month_sums

if TYPE_CHECKING:
    from boards.board.models import Board


@dataclass(frozen=True)
class Unmapped:
    """An account with its objects that no mapping takes, and its amount in the year."""

    account: str
    name: str
    unit: str
    project: str
    activity: str
    ore: int


@dataclass(frozen=True)
class Placed:
    """A year's amounts by unit, row and month, by project, and what has no place."""

    sums: Dict[tuple[int, int, date], int]
    projects: Dict[tuple[str, date], int]
    unmapped: tuple[Unmapped, ...]


def placed_sums(
    board: Board,
    year: int,
    measure: Measure = Measure.ACTUAL,
    *,
    investments: Collection[str] = frozenset(),
) -> Placed:
    """Return where the year's amounts belong, each once, in three queries.

    What is booked on a project among `investments` belongs to that project and to no
    unit; balance accounts follow there too, apart from receivables, money and debts.
    """
    placing = Placing(mapping.facts() for mapping in board.mappings.all())
    sums: dict[tuple[int, int, date], int] = defaultdict(int)
    projects: dict[tuple[str, date], int] = defaultdict(int)
    left: dict[Place, int] = defaultdict(int)
    for row in month_sums(board, year, measure):
        if row.project in investments:
            if is_invested(row.account):
                projects[row.project, row.month] += row.ore
            continue
        place = place_of(row)
        mapping = placing.mapping_of(place, row.month)
        if mapping:
            sums[*mapping.target, row.month] += row.ore
        elif row.ore and is_expected(row.account):
            left[place] += row.ore
    return Placed(sums, projects, _named(left, account_names(board)))


# Fixed assets (10 to 12) and what is booked as a cost or a revenue (F-06).
INVESTED = ("10", "11", "12", "3", "4", "5", "6", "7", "8")


def is_invested(account: str) -> bool:
    """Say whether an amount on a project is part of what it costs, net."""
    return account.startswith(INVESTED)


def place_of(row: MonthSum) -> Place:
    """Return what the mappings are asked about."""
    return Place(row.account, row.unit, row.project, row.activity)


def account_names(board: Board) -> dict[str, str]:
    """Return what the board's latest file calls each account."""
    accounts = LedgerAccount.objects.filter(file__board=board)
    return dict(
        accounts.order_by("number", "-file__imported_at", "-file_id")
        .distinct("number")
        .values_list("number", "name")
    )


def _named(left: Dict[Place, int], names: Dict[str, str]) -> tuple[Unmapped, ...]:
    """Return what has no place, also where the year's months sum to nothing."""
    return tuple(
        Unmapped(place.account, names.get(place.account, ""), *place.objects, ore)
        for place, ore in sorted(left.items(), key=lambda one: one[0].objects)
    )


def blocks_unplaced(board: Board, left: Iterable[Unmapped]) -> list[Refusal]:
    """Say which amounts have no place: they would be missing in the sums (F-05)."""
    return [
        Refusal(
            "chart.unmapped",
            values={
                "board": board.slug,
                "account": f"{one.account} {one.name}".strip(),
                "objects": " ".join(filter(None, (one.unit, one.project, one.activity)))
                or "–",
                "kronor": format_kronor(one.ore),
            },
        )
        for one in left
    ]


def mappings_of(board: Board) -> QuerySet[Mapping]:
    """Return the board's mappings with unit and row."""
    return Mapping.objects.filter(board=board).select_related("unit", "line")


def units_of(board: Board) -> list[ReportUnit]:
    """Return the board's units in order."""
    return list(ReportUnit.objects.filter(board=board))


def lines_of(board: Board) -> list[ReportLine]:
    """Return the rows of the board's tables in order."""
    return list(ReportLine.objects.filter(board=board))


def boards_with_chart(user: Any) -> QuerySet[Board]:
    """Boards the user works in."""
    return boards_with_role(user).order_by("name")
