"""A year month by month: what had been budgeted and used when each month ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

MONTHS = 12
# The key of an amount: unit, row and month.
Placed = Mapping[tuple[int, int, date], int]


@dataclass(frozen=True)
class Trend:
    """Net cost added up from January, one figure a month, in öre.

    The outcome ends with the period; a source that has nothing is empty.
    """

    prior: tuple[int, ...] = ()
    budget: tuple[int, ...] = ()
    actual: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to compare the outcome with."""
        return not self.actual or not (self.prior or self.budget)


def added_up(months: Mapping[int, int], last: int = MONTHS) -> tuple[int, ...]:
    """Return the amounts of each month with all before it, up to a month's number."""
    return tuple(accumulate(months.get(number, 0) for number in range(1, last + 1)))


def trends(
    prior: Placed, budget: Placed, actual: Placed, last: int
) -> dict[int, Trend]:
    """Return each unit's trend; `last` is the number of the period's last month."""
    sources = (_by_unit(prior), _by_unit(budget), _by_unit(actual))
    return {
        unit: Trend(
            prior=added_up(sources[0][unit]) if unit in sources[0] else (),
            budget=added_up(sources[1][unit]) if unit in sources[1] else (),
            actual=added_up(sources[2][unit], last),
        )
        for unit in set().union(*sources)
    }


def together(parts: Iterable[Trend]) -> Trend:
    """Add trends up; what one of them lacks, none of them has."""
    known = list(parts)
    return Trend(
        *(
            tuple(map(sum, zip(*columns, strict=True))) if all(columns) else ()
            for columns in (
                [one.prior for one in known],
                [one.budget for one in known],
                [one.actual for one in known],
            )
        )
    )


def _by_unit(sums: Placed) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for (unit, _line, month), ore in sums.items():
        found[unit][month.month] += ore
    return found
