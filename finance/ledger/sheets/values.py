"""One cell of a table as account, amount, day or month; `Wrong` says what it is not."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from boards.shared.money import ORE_PER_KRONA, NotAnAmount, parse_kronor
from finance.ledger.sheets.tables import LONGEST_CELL, Unread
from finance.ledger.sie.facts import Wrong
from finance.ledger.sie.values import ACCOUNT, CONTROL, shown

DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
MONTH = re.compile(r"(\d{4})-?(\d{2})")
TRAILING_MINUS = re.compile(r"(.+?)\s*[-\N{MINUS SIGN}]")
MORE_DECIMALS = re.compile(r"[-\N{MINUS SIGN}]?[\d\s\N{NO-BREAK SPACE}]+[.,]\d{3,}")
# What a number of a workbook may be off by, in öre: it is binary.
BINARY_ERROR = Decimal("0.001")
OLDEST, LATEST = 1990, 2100
MOST_ORE = 10**17


def text(value: Any) -> str:
    """Return a cell as text; numbers that are codes lose no digits and get no dot."""
    if isinstance(value, Unread):
        raise Wrong(value.code, cell=value.cell)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = CONTROL.sub(" ", str(value)).strip()
    if len(said) > LONGEST_CELL:
        raise Wrong("sie.field_too_long", text=shown(said), most=LONGEST_CELL)
    return said


def account(value: Any) -> str:
    """Return an account number."""
    said = text(value)
    if not ACCOUNT.fullmatch(said):
        raise Wrong("sie.bad_account", text=shown(said))
    return said


def ore(value: Any) -> int:
    """Return an amount in öre; an empty cell is nothing."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        found = _of_number(value)
    else:
        said = text(value)
        found = _of_text(said) if said else 0
    if abs(found) > MOST_ORE:
        raise Wrong("sie.amount_too_large", text=shown(text(value)))
    return found


def _of_number(value: float | Decimal) -> int:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise Wrong("sie.bad_amount", text=str(value))
    whole = (exact * ORE_PER_KRONA).to_integral_value()
    if abs(exact * ORE_PER_KRONA - whole) > BINARY_ERROR:
        raise Wrong("sie.three_decimals", text=shown(str(value)))
    return int(whole)


def _of_text(said: str) -> int:
    match = TRAILING_MINUS.fullmatch(said)
    if match:
        said = f"-{match.group(1)}"
    if MORE_DECIMALS.fullmatch(said):
        raise Wrong("sie.three_decimals", text=shown(said))
    try:
        return parse_kronor(said)
    except NotAnAmount as no:
        raise Wrong("sie.bad_amount", text=shown(said)) from no


def day(value: Any) -> date:
    """Return a day: a date of a workbook, `2020-08-31` or `20200831`."""
    if isinstance(value, datetime):
        found: date | None = value.date()
    elif isinstance(value, date):
        found = value
    else:
        found = _day(text(value))
    if found is None or not OLDEST <= found.year <= LATEST:
        raise Wrong("sheet.bad_day", text=shown(text(value)))
    return found


def _day(said: str) -> date | None:
    match = DAY.fullmatch(said)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def month(value: Any) -> date:
    """Return the first day of a month: `202008`, `2020-08`, or a day in it."""
    if not isinstance(value, date):
        match = MONTH.fullmatch(text(value))
        if match:
            return _month(match, text(value))
    return day(value).replace(day=1)


def _month(match: re.Match[str], said: str) -> date:
    year, number = map(int, match.groups())
    if not (OLDEST <= year <= LATEST and 1 <= number <= 12):  # noqa: PLR2004  months
        raise Wrong("sie.bad_period", text=shown(said))
    return date(year, number, 1)
