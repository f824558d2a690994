"""Which budget holds on a day, and what makes one impossible to adopt.

Amounts are öre; revenue is negative, cost and kommunbidrag positive (F-02).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from boards.shared.money import ORE_PER_TKR
from boards.shared.refusals import Refusal

Key = TypeVar("Key")
MONTHS = 12


@dataclass(frozen=True)
class VersionFacts:
    """A version as the rules see it; `decided_on` is None for a draft."""

    pk: int
    number: int
    decided_on: date | None


def in_force(versions: Iterable[VersionFacts], day: date) -> list[int]:
    """Return the versions decided by a day, the first first."""
    decided = [
        (one.decided_on, one.number, one.pk)
        for one in versions
        if one.decided_on is not None and one.decided_on <= day
    ]
    return [pk for _day, _number, pk in sorted(decided)]


def merged(
    order: Iterable[int], cells: Iterable[tuple[int, Key, int]]
) -> dict[Key, int]:
    """Return the amount that holds in each cell: the latest version that has it.

    `cells` are version, cell and öre; versions that are not in `order` do not count.
    """
    place = {pk: number for number, pk in enumerate(order)}
    found: dict[Key, tuple[int, int]] = {}
    for version, cell, ore in cells:
        if version in place and found.get(cell, (-1, 0))[0] < place[version]:
            found[cell] = (place[version], ore)
    return {cell: ore for cell, (_place, ore) in found.items()}


def spread(total: int) -> list[int]:
    """Divide a year's sum into months of whole tkr; the last takes what is left."""
    each = int(total / MONTHS / ORE_PER_TKR) * ORE_PER_TKR
    return [each] * (MONTHS - 1) + [total - each * (MONTHS - 1)]


def months_of(year: int) -> list[date]:
    """Return the twelve months of a year, each as its first day."""
    return [date(year, month, 1) for month in range(1, MONTHS + 1)]


def blocks_start(year: int, *, has_draft: bool) -> list[Refusal]:
    """Refuse a second draft: two at once would both change the same cells."""
    if has_draft:
        return [Refusal("budget.draft_exists", values={"year": year}, field="year")]
    return []


def blocks_adoption(
    *,
    amounts: int,
    citation: str,
    decided_on: date,
    today: date,
    earlier: Iterable[date],
) -> list[Refusal]:
    """Say what an adoption lacks: amounts, its decision, the order of decisions."""
    found = []
    if not amounts:
        found.append(Refusal("budget.empty"))
    if not citation.strip():
        found.append(Refusal("budget.no_citation", field="citation"))
    if decided_on > today:
        found.append(Refusal("budget.decided_later", field="decided_on"))
    last = max(earlier, default=None)
    if last is not None and decided_on < last:
        values = {"day": f"{last:%Y-%m-%d}"}
        found.append(Refusal("budget.before_last", values=values, field="decided_on"))
    return found


def blocks_project(code: str, *, is_taken: bool) -> list[Refusal]:
    """Refuse a code that is not four digits (F-06), and one another project has."""
    if not re.fullmatch(r"[0-9]{4}", code):
        return [Refusal("budget.project_code", law="F-06", field="code")]
    return [Refusal("budget.project_twice", field="code")] if is_taken else []


@dataclass(frozen=True)
class GrantCheck:
    """A unit whose kommunbidrag is not what its rows cost (F-02)."""

    unit: str
    grant: int
    cost: int

    @property
    def difference(self) -> int:
        """Grant less cost: a budgeted surplus, or a deficit when negative."""
        return self.grant - self.cost


def check_grants(
    names: Mapping[int, str], costs: Mapping[int, int], grants: Mapping[int, int]
) -> list[GrantCheck]:
    """Return the units whose budgeted result is not 0: allowed, but to be seen."""
    return [
        GrantCheck(name, grants.get(pk, 0), costs.get(pk, 0))
        for pk, name in names.items()
        if grants.get(pk, 0) != costs.get(pk, 0)
    ]
