"""Which unit and row an amount of the ledger belongs to, and what makes that unclear.

An account stands in an interval by its digits from the left, so that the interval
5000 to 5999 takes 50111 too.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

from boards.shared.refusals import Refusal

# As many digits as an account can have.
DIGITS = 12
# Assets, equity and liabilities, internal accounts: no part of a unit's income
# statement, so they are placed where a mapping names them and missed nowhere (F-05).
OUTSIDE = ("1", "2", "9")


@dataclass(frozen=True)
class Place:
    """What the ledger says of an amount: account and objects."""

    account: str
    unit: str = ""
    project: str = ""
    activity: str = ""

    @property
    def objects(self) -> tuple[str, str, str]:
        """Ansvar, project and activity."""
        return self.unit, self.project, self.activity


@dataclass(frozen=True)
class MappingFacts:
    """A mapping as the rules see it; an empty object means any."""

    account_from: str
    account_to: str
    valid_from: date
    valid_to: date | None = None
    responsibility: str = ""
    project: str = ""
    activity: str = ""
    target: tuple[int, int] = (0, 0)
    name: str = field(default="", compare=False)

    @property
    def objects(self) -> tuple[str, str, str]:
        """Ansvar, project and activity; empty for any."""
        return self.responsibility, self.project, self.activity

    @property
    def lowest(self) -> int:
        """The first account of the interval, with all its digits."""
        return int(self.account_from.ljust(DIGITS, "0"))

    @property
    def highest(self) -> int:
        """The last account of the interval, with all its digits."""
        return int(self.account_to.ljust(DIGITS, "9"))

    @property
    def rank(self) -> tuple[int, int]:
        """How specific it is: more objects first, then fewer accounts."""
        return sum(map(bool, self.objects)), self.lowest - self.highest

    def is_valid_on(self, day: date) -> bool:
        """Say whether it is in force on a day."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )

    def takes_account(self, account: str) -> bool:
        """Say whether the account is in the interval."""
        if not account.isdecimal():
            return False
        return self.lowest <= int(account.ljust(DIGITS, "0")) <= self.highest


class Placing:
    """All of a board's mappings, ready to place many amounts."""

    def __init__(self, mappings: Iterable[MappingFacts]) -> None:
        self.by_objects: dict[tuple[str, str, str], list[MappingFacts]]
        self.by_objects = defaultdict(list)
        for mapping in sorted(mappings, key=lambda one: one.rank, reverse=True):
            self.by_objects[mapping.objects].append(mapping)
        self.found: dict[tuple[Place, date], MappingFacts | None] = {}

    def mapping_of(self, place: Place, day: date) -> MappingFacts | None:
        """Return the most specific mapping that takes the amount on the day."""
        key = (place, day)
        if key not in self.found:
            self.found[key] = max(
                self._candidates(place, day), key=lambda one: one.rank, default=None
            )
        return self.found[key]

    def _candidates(self, place: Place, day: date) -> Iterator[MappingFacts]:
        """Give the best of each combination of objects that are named or any."""
        unit, project, activity = ((said, "") for said in place.objects)
        for objects in set(product(unit, project, activity)):
            for mapping in self.by_objects.get(objects, ()):
                if mapping.is_valid_on(day) and mapping.takes_account(place.account):
                    yield mapping
                    break


def is_expected(account: str) -> bool:
    """Say whether an account must be placed: classes 3 to 8 (F-05)."""
    return not account.startswith(OUTSIDE)


def collide(one: MappingFacts, other: MappingFacts) -> bool:
    """Say whether some amount on some day is taken by both, none before the other."""
    return (
        one.rank == other.rank
        and one.lowest <= other.highest
        and other.lowest <= one.highest
        and one.valid_from <= (other.valid_to or date.max)
        and other.valid_from <= (one.valid_to or date.max)
        and all(
            not a or not b or a == b
            for a, b in zip(one.objects, other.objects, strict=True)
        )
    )


def blocks_mapping(
    mapping: MappingFacts, others: Sequence[MappingFacts]
) -> list[Refusal]:
    """Say what makes a mapping unclear: its accounts, its months, another like it."""
    found = []
    is_bare = all(
        account.isdecimal() for account in (mapping.account_from, mapping.account_to)
    )
    if not is_bare:
        return [Refusal("chart.account_not_digits", field="account_from")]
    if mapping.lowest > mapping.highest:
        found.append(Refusal("chart.accounts_backwards", field="account_to"))
    found += blocks_period(mapping.valid_from, mapping.valid_to)
    if not found:
        found = [
            Refusal("chart.mapping_ties", values={"other": other.name})
            for other in others
            if collide(mapping, other)
        ]
    return found


def blocks_period(first: date, last: date | None) -> list[Refusal]:
    """Refuse parts of months: the ledger is summed by month."""
    found = []
    if first.day != 1:
        found.append(Refusal("chart.not_first_of_month", field="valid_from"))
    if last is not None and last.day != monthrange(last.year, last.month)[1]:
        found.append(Refusal("chart.not_last_of_month", field="valid_to"))
    if last is not None and last < first:
        found.append(Refusal("chart.ends_before_it_starts", field="valid_to"))
    return found


def blocks_target(boards: Iterable[int], board: int) -> list[Refusal]:
    """Refuse a unit or a row of another board."""
    is_foreign = any(other != board for other in boards)
    return [Refusal("chart.other_board", field="unit")] if is_foreign else []


def eve(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)
