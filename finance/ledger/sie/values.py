"""Reading the fields of a line: tokens, amounts, days, months, objects."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from finance.ledger.sie.facts import Objects, Wrong

Token = str | list[str]

ORE_DIGITS = 2
MONTHS = 12
OLDEST_YEAR = 1900
LONGEST_SHOWN = 60
# No program writes more; what is kept in an index has to have a limit.
LONGEST_FIELD = 500

# A quoted text (only \" is an escape), a brace, or anything up to a separator.
TOKEN = re.compile(r'[ \t]*+(?:"([^"\\]*+(?:\\"?+[^"\\]*+)*+)"|([{}])|([^ \t"{}]++))')
AMOUNT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,2})?")
NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
ACCOUNT = re.compile(r"[0-9]{1,12}")
DIMENSION = re.compile(r"[0-9]{1,9}")
YEAR = re.compile(r"-?[0-9]{1,3}")
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def shown(text: str) -> str:
    """Return what the file said, short enough to be shown."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def tokens(line: str) -> list[Token]:
    """Split a line into fields; what stands in braces is a list of its own."""
    found: list[Token] = []
    group: list[str] | None = None
    position, end = 0, len(line.rstrip(" \t"))
    while position < end:
        match = TOKEN.match(line, position)
        if match is None:
            raise Wrong("sie.unclosed_quote")
        position = match.end()
        quoted, brace, plain = match.groups()
        if brace:
            group = _braced(brace, group, found)
            continue
        text = plain if quoted is None else quoted.replace('\\"', '"')
        if len(text) > LONGEST_FIELD:
            raise Wrong("sie.field_too_long", text=shown(text), most=LONGEST_FIELD)
        (found if group is None else group).append(text)
    if group is not None:
        raise Wrong("sie.unclosed_brace")
    return found


def _braced(
    brace: str, group: list[str] | None, found: list[Token]
) -> list[str] | None:
    if brace == "{" and group is None:
        return []
    if brace == "}" and group is not None:
        found.append(group)
        return None
    raise Wrong("sie.stray_brace")


def ore(text: str) -> int:
    """Return an amount in öre; the file writes kronor with a dot (SIE 4, 5.9)."""
    if AMOUNT.fullmatch(text):
        whole, _, part = text.partition(".")
        return int(whole + part.ljust(ORE_DIGITS, "0"))
    raise Wrong(_fault_of_amount(text), text=shown(text))


def _fault_of_amount(text: str) -> str:
    if re.fullmatch(r"-?[0-9. \xa0]*,[0-9]+", text):
        return "sie.decimal_comma"
    if re.fullmatch(r"-?[0-9]+\.[0-9]{3,}", text):
        return "sie.three_decimals"
    if re.fullmatch(r"-?[0-9]{16,}(\.[0-9]+)?", text):
        return "sie.amount_too_large"
    return "sie.bad_amount"


def quantity(text: str) -> str:
    """Return a quantity as written; it is not money."""
    if text and not NUMBER.fullmatch(text):
        raise Wrong("sie.bad_quantity", text=shown(text))
    return text


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """Return the day `20200831` means, None when it means none."""
    if not re.fullmatch("[0-9]{8}", text):
        return None
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    try:
        return date(year, month, day) if year >= OLDEST_YEAR else None
    except ValueError:
        return None


def day(text: str) -> date:
    """Return a day that has to be there."""
    found = day_of(text)
    if found is None:
        raise Wrong("sie.bad_date", text=shown(text))
    return found


def day_or_none(text: str) -> date | None:
    """Return a day that may be left out."""
    return day(text) if text else None


def month(text: str) -> int:
    """Return a month `202008` as a number."""
    if not re.fullmatch("[0-9]{6}", text) or not (
        1 <= int(text[4:]) <= MONTHS and int(text[:4]) >= OLDEST_YEAR
    ):
        raise Wrong("sie.bad_period", text=shown(text))
    return int(text)


def year_number(text: str) -> int:
    """Return the number of a year: 0 the file's own, -1 the one before."""
    if not YEAR.fullmatch(text):
        raise Wrong("sie.bad_year", text=shown(text))
    return int(text)


def account(text: str) -> str:
    """Return an account number."""
    if not ACCOUNT.fullmatch(text):
        raise Wrong("sie.bad_account", text=shown(text))
    return text


def dimension(text: str) -> str:
    """Return a dimension's number."""
    if not DIMENSION.fullmatch(text):
        raise Wrong("sie.bad_dimension", text=shown(text))
    return str(int(text))


def objects(fields: list[str]) -> Objects:
    """Return pairs of dimension and object, in the order of the dimensions."""
    if len(fields) % 2:
        raise Wrong("sie.bad_objects", text=shown(" ".join(fields)))
    pairs = sorted(
        (int(dimension(number)), code)
        for number, code in zip(fields[::2], fields[1::2], strict=True)
        if code
    )
    if len({number for number, _code in pairs}) < len(pairs):
        raise Wrong("sie.bad_objects", text=shown(" ".join(fields)))
    return tuple((str(number), code) for number, code in pairs)
