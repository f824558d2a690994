"""Numbers typed into a report's words, held against the cells of its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from html import escape, unescape

from boards.shared.money import tkr
from finance.report.links import CLOSE, OPEN, SHAPE, Cell, Shape, cell_of, percent

BLANK = r"(?:[ \u00a0\u202f\u2009]|&nbsp;)"
NUMBER = re.compile(
    # What is no number of the text: elements and links.
    r"<[^<>]{0,2000}>|\{\{[^{}<>]{0,400}\}\}"
    rf"|(?<![\w.,:/-])(?P<sign>[\u2212\u2013-])?"
    rf"(?P<digits>\d{{1,3}}(?:{BLANK}\d{{3}}){{1,4}}|\d{{1,9}})(?P<part>,\d{{1,3}})?"
    rf"(?!\d|[.:/-]\d)(?:{BLANK}{{1,3}}(?P<unit>tkr|mkr|kronor|kr|procent|%)(?!\w))?"
)
SENTENCE_END = re.compile(r"[.!?]\s|</p>|</li>|<br")
WORSE = re.compile(r"underskott|sämre|förlust|överskrid", re.IGNORECASE)
BETTER = re.compile(r"överskott|bättre|vinst", re.IGNORECASE)
COMPARED = re.compile(r"budget|avvik|sämre|bättre|överskrid", re.IGNORECASE)
# A number without a unit counts from here on; a year never does.
SMALLEST, FIRST_YEAR, LAST_YEAR = 1_000, 1_900, 2_100
# How near "nearly" is: one thousand, or one per cent of the cell.
NEAR = Decimal("0.01")
NEAR_FROM = 100
MOST_OFFERED = 3
VARIANCE, RESULT = "avvikelse", "Resultat"
TENTH, HALF = Decimal("0.05"), Decimal("0.5")
IN_TKR = {"mkr": Decimal(1000), "kr": Decimal("0.001"), "kronor": Decimal("0.001")}


class Finding(StrEnum):
    """What is said of a number."""

    EQUAL = "equal"
    NEAR = "near"
    SIGN = "sign"
    PERCENT = "percent"


@dataclass(frozen=True)
class Literal:
    """A number somebody typed: where it stands, what it is in tkr or per cent."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    sense: int
    sentence: str

    @property
    def words(self) -> str:
        """The number as it is read, not as it is stored."""
        return unescape(self.text)


@dataclass(frozen=True)
class Remark:
    """What is said of a typed number, and the links that could stand in its place."""

    literal: Literal
    finding: Finding
    offers: tuple[tuple[str, Cell], ...] = ()


def literals(text: str) -> list[Literal]:
    """Return the amounts and percentages of rich text that are no links."""
    found = [_literal(text, match) for match in NUMBER.finditer(text)]
    return [one for one in found if one is not None]


def with_link(
    text: str, start: int, name: str, cells: Sequence[Cell], table: str
) -> str | None:
    """Return the text with a link where a number was, None when either is gone."""
    number = next((one for one in literals(text) if one.start == start), None)
    if number is None or cell_of(name, cells, table) is None:
        return None
    return f"{text[:start]}{OPEN}{escape(name)}{CLOSE}{text[number.end :]}"


def _literal(text: str, match: re.Match[str]) -> Literal | None:
    digits, unit = match["digits"], match["unit"] or ""
    if digits is None:
        return None
    whole = re.sub(r"\D", "", digits.replace("&nbsp;", ""))
    value = Decimal(whole + (match["part"] or "").replace(",", "."))
    is_year = whole == digits and FIRST_YEAR <= value <= LAST_YEAR
    if not unit and (value < SMALLEST or is_year):
        return None
    sentence = _sentence(text, match.start(), match.end())
    sense = -1 if match["sign"] else _sense(text, match.start(), sentence)
    end = match.end("part") if match["part"] else match.end("digits")
    unit = "%" if unit == "procent" else unit
    value *= IN_TKR.get(unit, Decimal(1))
    said = text[match.start() : end]
    return Literal(match.start(), end, said, value, unit, sense, sentence)


def _sentence(text: str, start: int, end: int) -> str:
    """Return what is said around a number, a few hundred signs at most."""
    before = SENTENCE_END.split(text[max(start - 200, 0) : start])[-1]
    return before + text[start:end] + SENTENCE_END.split(text[end : end + 200])[0]


def _sense(text: str, start: int, sentence: str) -> int:
    """Say whether the sentence calls the number worse (-1), better (1) or neither."""
    before = SENTENCE_END.split(text[max(start - 200, 0) : start])[-1]
    for said in (before, sentence):
        worse, better = bool(WORSE.search(said)), bool(BETTER.search(said))
        if worse != better:
            return 1 if better else -1
    return 0


def remarks(text: str, cells: Sequence[Cell], table: str = "") -> list[Remark]:
    """Return what the typed numbers of a text have to do with the tables."""
    own = [cell for cell in cells if cell.table == table] if table else list(cells)
    others = [cell for cell in cells if cell.table != table] if table else []
    found = [_remark(one, own, others, table) for one in literals(text)]
    return [one for one in found if one is not None]


def _remark(
    one: Literal, own: Sequence[Cell], others: Sequence[Cell], table: str
) -> Remark | None:
    if one.unit == "%":
        return _percent_remark(one, own, table)
    equal = _equal(one, own) or _equal(one, others)
    if equal:
        judged = [cell for cell in equal if _has_sense(cell)]
        against = one.sense and judged and all(c.ore * one.sense < 0 for c in judged)
        minus = one.text[0] in "\u2212\u2013-" and all(cell.ore > 0 for cell in equal)
        finding = Finding.SIGN if against or minus else Finding.EQUAL
        return Remark(one, finding, _offers(one, equal, table))
    near = [cell for cell in own if _is_near(one.value, abs(tkr(cell.ore)))]
    near.sort(key=lambda cell: abs(abs(tkr(cell.ore)) - one.value))
    return Remark(one, Finding.NEAR, _offers(one, near, table)) if near else None


def _equal(one: Literal, cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells with the number; those with a sense of their own go first."""
    wanted = tkr(int(one.value * 100_000))
    same = [c for c in cells if c.ore and abs(tkr(c.ore)) == wanted]
    if one.unit == "mkr":
        same = [c for c in cells if c.ore and _rounds_to(one, abs(tkr(c.ore)))]
    fits = [cell for cell in same if cell.ore * (one.sense or 1) > 0]
    rest = [cell for cell in same if cell not in fits]
    return sorted(fits + rest, key=lambda cell: not (one.sense and _has_sense(cell)))


def _rounds_to(one: Literal, wanted: int) -> bool:
    decimals = len(one.text.partition(",")[2])
    return abs(one.value - wanted) * 2 <= 1000 / Decimal(10) ** decimals


def _has_sense(cell: Cell) -> bool:
    return cell.column == VARIANCE or cell.row == RESULT


def _is_near(value: Decimal, wanted: int) -> bool:
    return wanted >= NEAR_FROM and abs(wanted - value) <= max(Decimal(1), wanted * NEAR)


def _offers(
    one: Literal, cells: Sequence[Cell], table: str
) -> tuple[tuple[str, Cell], ...]:
    """Return the links that write the figure as it was typed, sign or no sign."""
    made = []
    for cell in cells[:MOST_OFFERED]:
        name = cell.short if cell.table == table else cell.name
        bare = cell.ore < 0 and one.text[0].isdigit()
        made.append((f"{name}{SHAPE}{Shape.AMOUNT}" if bare else name, cell))
    return tuple(made) if one.unit in ("", "tkr") else ()


def _percent_remark(one: Literal, own: Sequence[Cell], table: str) -> Remark | None:
    """Hold a percentage against the table's deviations in per cent of the budget."""
    shares = {
        cell: percent(cell.ore, cell.base)
        for cell in own
        if cell.column == VARIANCE and cell.base
    }
    if not table or not shares or not COMPARED.search(one.sentence):
        return None
    room = TENTH if "," in one.text else HALF
    value = one.value
    same = [c for c, share in shares.items() if abs(abs(share) - value) <= room]
    if not same:
        return Remark(one, Finding.PERCENT)
    if one.sense and all(cell.ore * one.sense < 0 for cell in same):
        return Remark(one, Finding.SIGN)
    return None
