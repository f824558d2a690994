"""Mandatperioder: four years, from 15 October for the assembly, January for others.

They follow from the calendar and have no rows; each is there since it began.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boards.shared.clock import local, today

FIRST_ELECTION = 2014
YEARS = 4


@dataclass(frozen=True)
class Term:
    """One term of office of the assembly or of the boards it elects."""

    name: str
    code: str
    starts_on: date
    ends_on: date


def terms() -> list[Term]:
    """Return the terms that have begun, the oldest first."""
    begun = [term for term in _all() if term.starts_on <= today()]
    return sorted(begun, key=lambda term: term.starts_on)


def _all() -> Iterator[Term]:
    for year in range(FIRST_ELECTION, today().year + 1, YEARS):
        yield _term("Fullmäktiges", "assembly", date(year, 10, 15))
        yield _term("Nämndernas", "boards", date(year + 1, 1, 1))


def _term(whose: str, code: str, starts_on: date) -> Term:
    ends_on = starts_on.replace(year=starts_on.year + YEARS) - timedelta(days=1)
    return Term(
        name=f"{whose} mandatperiod {starts_on.year}–{ends_on.year}",
        code=f"{code}-{starts_on.year}",
        starts_on=starts_on,
        ends_on=ends_on,
    )


def latest_start() -> datetime:
    """Return when the youngest term began."""
    return local(terms()[-1].starts_on)
