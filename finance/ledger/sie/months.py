"""What a file's monthly rows add up to: `{}` as the account's total, or as a part.

The standard lets `#PSALDO … {}` be the whole account and rows with objects its
breakdown. Some programs let every row be its own part. Which one a file does is told
by its balances and vouchers; without them by whether `{}` covers the rows with objects.
"""

from __future__ import annotations

from collections.abc import Iterator

from finance.ledger.enums import BalanceKind, Ground, Measure, Reading
from finance.ledger.sie.facts import Cell, CellKey, Decided, Ledger, Signature

UNIT = "1"


PLAIN = Decided(Reading.PLAIN, Ground.NO_OBJECTS)


def account_total(cell: Cell, decided: Decided) -> int:
    """Return what the account changed in the month, all objects together."""
    if decided.reading != Reading.TOTAL:
        return cell.bare + sum(cell.parts.values())
    if cell.bare_rows or not decided.cuts:
        return cell.bare if cell.bare_rows else sum(cell.parts.values())
    return cell.parts.get(decided.cuts[0], 0)


def remainders(ledger: Ledger) -> Iterator[tuple[CellKey, int, int]]:
    """Give, per cell and breakdown, what the rows with objects leave of the total."""
    for key, cell in ledger.cells.items():
        found = ledger.decided[key[0]]
        if found.reading != Reading.TOTAL:
            if cell.bare_rows:
                yield key, 0, cell.bare
            continue
        total = account_total(cell, found)
        if not found.cuts:
            yield key, 0, total - sum(cell.parts.values())
        for cut, signature in enumerate(found.cuts):
            yield key, cut, total - cell.parts.get(signature, 0)


def readings(ledger: Ledger) -> dict[Measure, Decided]:
    """Decide each measure; a budget without ground of its own is read as the actual."""
    actual = decide(ledger, Measure.ACTUAL, Ground.STANDARD, Reading.TOTAL)
    fallback = actual if actual.reading != Reading.PLAIN else None
    budget = decide(
        ledger,
        Measure.BUDGET,
        fallback.ground if fallback else Ground.STANDARD,
        fallback.reading if fallback else Reading.TOTAL,
    )
    return {Measure.ACTUAL: actual, Measure.BUDGET: budget}


def decide(
    ledger: Ledger, measure: Measure, ground: Ground, reading: Reading
) -> Decided:
    """Return how the rows of a measure are read; the last two when nothing tells."""
    cells = {key: cell for key, cell in ledger.cells.items() if key[0] == measure}
    split = {key: cell for key, cell in cells.items() if cell.parts}
    if not split:
        return PLAIN
    cuts = _cuts(list(split.values()))
    total = Decided(Reading.TOTAL, Ground.BALANCES, cuts)
    known = _by_balances(ledger, cells, split, total) if measure == "actual" else None
    if known:
        reading, ground = known, Ground.BALANCES
    elif (covered := _by_cover(list(split.values()), cuts)) is not None:
        reading, ground = covered, Ground.COVER
    if reading == Reading.PARTS:
        return Decided(reading, ground)
    doubled = tuple(key for key, cell in cells.items() if cell.bare_rows > 1)
    return Decided(reading, ground, cuts, doubled)


def _cuts(split: list[Cell]) -> tuple[Signature, ...]:
    """Return the kinds of breakdown, none when all rows together are one breakdown."""
    signatures = {signature for cell in split for signature in cell.parts}
    if len(signatures) == 1 or all(
        cell.bare_rows and cell.bare == sum(cell.parts.values()) for cell in split
    ):
        return tuple(signatures) if len(signatures) == 1 else ()
    return tuple(
        sorted(
            signatures,
            key=lambda one: (UNIT not in one, -len(one), list(map(int, one))),
        )
    )


def _by_balances(
    ledger: Ledger,
    cells: dict[CellKey, Cell],
    split: dict[CellKey, Cell],
    total: Decided,
) -> Reading | None:
    """Let every account with objects vote by its result, balances or vouchers."""
    votes = {Reading.TOTAL: 0, Reading.PARTS: 0}
    accounts = {(key[1], key[2]) for key in split}
    as_total = dict.fromkeys(accounts, 0)
    as_parts = dict.fromkeys(accounts, 0)
    for key, cell in cells.items():
        account = (key[1], key[2])
        if account in accounts:
            as_total[account] += account_total(cell, total)
            as_parts[account] += cell.bare + sum(cell.parts.values())
    booked = _booked(ledger)
    for account in accounts:
        known = _known_change(ledger, booked, *account)
        if known is None or as_total[account] == as_parts[account]:
            continue
        votes[Reading.TOTAL] += as_total[account] == known
        votes[Reading.PARTS] += as_parts[account] == known
    if votes[Reading.TOTAL] == votes[Reading.PARTS]:
        return None
    return max(votes, key=lambda reading: votes[reading])


def _booked(ledger: Ledger) -> dict[tuple[int, str], int]:
    booked: dict[tuple[int, str], int] = {}
    for (year, account, _month), ore in ledger.booked.items():
        booked[year, account] = booked.get((year, account), 0) + ore
    return booked


def _known_change(
    ledger: Ledger, booked: dict[tuple[int, str], int], year: int, account: str
) -> int | None:
    if (year, account) in booked:
        return booked[year, account]
    result = ledger.balances.get((BalanceKind.RESULT, year, account))
    if result:
        return result.ore
    closing = ledger.balances.get((BalanceKind.CLOSING, year, account))
    if closing is None:
        return None
    opening = ledger.balances.get((BalanceKind.OPENING, year, account))
    return closing.ore - (opening.ore if opening else 0)


def _by_cover(split: list[Cell], cuts: tuple[Signature, ...]) -> Reading | None:
    """Say what the rows themselves show, None when they fit both ways."""
    if not any(cell.bare_rows for cell in split):
        is_same = len(cuts) > 1 and all(
            len({cell.parts.get(cut, 0) for cut in cuts}) == 1 for cell in split
        )
        return Reading.TOTAL if is_same else Reading.PARTS
    if not all(cell.bare_rows for cell in split):
        return Reading.PARTS
    first = cuts[0] if cuts else None
    is_covered = all(
        cell.bare == (cell.parts.get(first, 0) if first else sum(cell.parts.values()))
        for cell in split
    )
    return Reading.TOTAL if is_covered else None
