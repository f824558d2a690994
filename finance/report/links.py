"""Links from a report's words to the cells of its tables: `{{Table.Row.column}}`.

A link is text, so that it survives the editor, its cleaning and a page without
JavaScript. Inside a table's own words the table's name may be left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from difflib import get_close_matches
from enum import StrEnum

from boards.shared.money import MINUS, NO_BREAK_SPACE, format_tkr
from boards.shared.refusals import Refusal

OPEN, CLOSE, DOT, SHAPE = "{{", "}}", ".", "|"
LONGEST = 400
# Neither braces nor elements inside, and a bounded length: one pass over any text.
LINK = re.compile(r"\{\{([^{}<>]{0,400})\}\}")
NEAREST = 3
# So many links get names offered; looking for near names is slow.
EXPLAINED = 5
ANY_SPACE = re.compile(r"\s+")


class Shape(StrEnum):
    """How the figure is written: as in the table, without its sign, or as a share."""

    AS_IS = ""
    AMOUNT = "belopp"
    PERCENT = "procent"


@dataclass(frozen=True)
class Cell:
    """A figure that words may be linked to; `base` is what a percentage is of."""

    table: str
    row: str
    column: str
    ore: int
    base: int | None = None

    @property
    def name(self) -> str:
        """What is typed between the braces."""
        return DOT.join((self.table, self.row, self.column))

    @property
    def short(self) -> str:
        """What is enough inside the table's own words."""
        return DOT.join((self.row, self.column))


@dataclass(frozen=True)
class Link:
    """A link that was found, with where it stands."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere, with the names that are most like it."""

    name: str
    nearest: tuple[str, ...] = ()


def find_links(text: str) -> list[Link]:
    """Return the links of rich text in their order."""
    return [Link(m.start(), m.end(), _plain(m[1])) for m in LINK.finditer(text)]


def fill(text: str, cells: Iterable[Cell], table: str = "") -> str:
    """Return the text with the figures written out; a broken link stays as typed."""
    if OPEN not in text:
        return text
    known = _by_name(cells, table)

    def shown(match: re.Match[str]) -> str:
        found = _look_up(_plain(match[1]), known)
        return match[0] if found is None else written(*found)

    return LINK.sub(shown, text)


def broken_links(text: str, cells: Sequence[Cell], table: str = "") -> list[BrokenLink]:
    """Return the links that lead to no cell, and braces that no link was read from."""
    if OPEN not in text:
        return []
    known = _by_name(cells, table)
    lost = [
        link.name for link in find_links(text) if _look_up(link.name, known) is None
    ]
    made = [
        BrokenLink(name, nearest(name, cells, table) if place < EXPLAINED else ())
        for place, name in enumerate(dict.fromkeys(lost))
    ]
    left = LINK.sub("", text)
    at = left.find(OPEN)
    if at >= 0:
        said = _plain(_words(left[at + len(OPEN) : at + LONGEST]))
        made.append(BrokenLink(said[:40]))
    return made


def nearest(name: str, cells: Sequence[Cell], table: str = "") -> tuple[str, ...]:
    """Return the names most like one that is none, the table's own in short."""
    names = {_key(_offered(cell, table)): _offered(cell, table) for cell in cells}
    wanted = _key(name.rpartition(SHAPE)[0] or name)[:120]
    found = get_close_matches(wanted, names, n=NEAREST, cutoff=0.4)
    return tuple(names[key] for key in found)


def cell_of(name: str, cells: Iterable[Cell], table: str = "") -> Cell | None:
    """Return the cell a name leads to."""
    found = _look_up(name, _by_name(cells, table))
    return found[0] if found else None


def written(cell: Cell, shape: Shape = Shape.AS_IS) -> str:
    """Return the figure as it stands in the text, in thousands of kronor."""
    if shape == Shape.AMOUNT:
        return format_tkr(abs(cell.ore))
    if shape == Shape.PERCENT and cell.base:
        return format_percent(percent(cell.ore, cell.base))
    return format_tkr(cell.ore)


def percent(part: int, whole: int) -> Decimal:
    """Return a share in per cent with one decimal, halves away from zero."""
    share = Decimal(part) * 100 / abs(whole)
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def format_percent(share: Decimal) -> str:
    """Write a share as Swedes do: `5,3 %`; a whole one without its decimal."""
    number = f"{abs(share):.1f}".removesuffix(".0").replace(".", ",")
    sign = MINUS if share < 0 else ""
    return f"{sign}{number}{NO_BREAK_SPACE}%"


def blocks_links(
    texts: Mapping[str, str], cells: Sequence[Cell], table: str = ""
) -> list[Refusal]:
    """Say which links of which field lead nowhere, with the nearest names."""
    return [
        Refusal(
            "report.broken_link" if lost.nearest else "report.unknown_link",
            field=field,
            values={"name": lost.name, "nearest": "; ".join(lost.nearest)},
        )
        for field, text in texts.items()
        for lost in broken_links(text, cells, table)
    ]


def _offered(cell: Cell, table: str) -> str:
    return cell.short if cell.table == table else cell.name


def _by_name(cells: Iterable[Cell], table: str) -> dict[str, Cell]:
    """Return the cells by every name they answer to; the first of two keeps it."""
    known: dict[str, Cell] = {}
    for cell in cells:
        known.setdefault(_key(cell.name), cell)
        if cell.table == table:
            known.setdefault(_key(cell.short), cell)
    return known


def _look_up(name: str, known: Mapping[str, Cell]) -> tuple[Cell, Shape] | None:
    whole = known.get(_key(name))
    if whole:
        return whole, Shape.AS_IS
    first, bar, last = name.rpartition(SHAPE)
    cell = known.get(_key(first))
    if not bar or cell is None:
        return None
    try:
        shape = Shape(_key(last))
    except ValueError:
        return None
    if shape == Shape.PERCENT and not cell.base:
        return None
    return cell, shape


def _key(name: str) -> str:
    return ANY_SPACE.sub(" ", name).strip().casefold()


def _plain(name: str) -> str:
    return ANY_SPACE.sub(" ", html.unescape(name)).strip()


def _words(text: str) -> str:
    return re.sub(r"<[^>]{0,400}>", "", text)
