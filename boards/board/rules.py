"""What a board's register entries must hold to."""

from __future__ import annotations

from string import Formatter

from boards.shared.refusals import Refusal

PARTS = frozenset({"prefix", "number", "year"})
NEEDED = frozenset({"number", "year"})


def blocks_pattern(pattern: str) -> list[Refusal]:
    """Say what is wrong with a pattern of case numbers.

    Without number and year two ärenden could get the same; anything else in braces
    cannot be filled in.
    """
    refusal = Refusal("board.bad_dnr_pattern", field="dnr_pattern")
    try:
        parsed = list(Formatter().parse(pattern))
    except ValueError:
        return [refusal]
    names = {name for _text, name, _spec, _conversion in parsed if name is not None}
    plain = all(not spec and not conversion for _t, _n, spec, conversion in parsed)
    return [] if plain and NEEDED <= names <= PARTS else [refusal]


def dnr(pattern: str, *, prefix: str, number: int, year: int) -> str:
    """Return the case number as the board writes it: `ITVT 4/2020`, `MBN 2026/12`."""
    return pattern.format(prefix=prefix, number=number, year=year)
