"""Balances and months: `#IB #UB #RES #OIB #OUB #PSALDO #PBUDGET`."""

from __future__ import annotations

from datetime import date

from finance.ledger.enums import BalanceKind, Measure
from finance.ledger.sie import values
from finance.ledger.sie.facts import Balance, Cell, Ledger, Objects, Period, Wrong
from finance.ledger.sie.values import Token

MEASURES = {"#PSALDO": Measure.ACTUAL, "#PBUDGET": Measure.BUDGET}
BALANCES = {f"#{kind.value}": kind for kind in BalanceKind}
WITH_OBJECTS = (BalanceKind.OBJECT_OPENING, BalanceKind.OBJECT_CLOSING)


def with_objects(fields: list[Token], at: int) -> tuple[list[str], Objects]:
    """Return the plain fields and the objects, which some programs leave out."""
    plain = list(fields)
    objects: Objects = ()
    if len(plain) > at and isinstance(plain[at], list):
        group = plain.pop(at)
        objects = values.objects(group) if isinstance(group, list) else ()
    if any(isinstance(field, list) for field in plain):
        raise Wrong("sie.stray_brace")
    return [field for field in plain if isinstance(field, str)], objects


def known_year(ledger: Ledger, text: str) -> int:
    """Return the number of a year the file has declared."""
    number = values.year_number(text)
    if number not in ledger.years:
        raise Wrong("sie.unknown_year", year=number)
    return number


def balance(ledger: Ledger, label: str, fields: list[Token], line: int) -> Balance:
    """Read one balance; one account has one of a kind in a year."""
    kind = BALANCES[label]
    has_objects = kind in WITH_OBJECTS
    said, objects = with_objects(fields, 2) if has_objects else (_plain(fields), ())
    if len(said) < 3:  # noqa: PLR2004  year, account, amount
        raise Wrong("sie.too_few_fields", least=3)
    found = Balance(
        kind,
        known_year(ledger, said[0]),
        values.account(said[1]),
        objects,
        values.ore(said[2]),
        values.quantity(said[3]) if len(said) > 3 else "",  # noqa: PLR2004  the fourth
        line,
    )
    if not has_objects:
        key = (kind, found.year, found.account)
        if ledger.balances.setdefault(key, found) is not found:
            raise Wrong(
                "sie.doubled_balance",
                label=label,
                account=found.account,
                first=ledger.balances[key].line,
            )
    return found


def _plain(fields: list[Token]) -> list[str]:
    return with_objects(fields, len(fields))[0]


def period(ledger: Ledger, label: str, fields: list[Token], line: int) -> Period:
    """Read one month's figure; its month lies in its year."""
    said, objects = with_objects(fields, 3)
    if len(said) < 4:  # noqa: PLR2004  year, month, account, amount
        raise Wrong("sie.too_few_fields", least=4)
    number = known_year(ledger, said[0])
    month = values.month(said[1])
    year = ledger.years[number]
    if not month_of(year.starts_on) <= month <= month_of(year.ends_on):
        raise Wrong("sie.period_outside_year", month=said[1], year=number)
    found = Period(
        MEASURES[label],
        number,
        month,
        values.account(said[2]),
        objects,
        values.ore(said[3]),
        values.quantity(said[4]) if len(said) > 4 else "",  # noqa: PLR2004  the fifth
        line,
    )
    _add(ledger, found)
    return found


def month_of(day: date) -> int:
    """Return a day's month as the file writes it."""
    return day.year * 100 + day.month


def _add(ledger: Ledger, found: Period) -> None:
    key = (found.measure, found.year, found.account, found.month)
    cell = ledger.cells.get(key)
    if cell is None:
        cell = ledger.cells[key] = Cell(found.line)
    if not found.objects:
        cell.bare += found.ore
        cell.bare_rows += 1
        cell.line = found.line
        return
    signature = tuple(number for number, _code in found.objects)
    cell.parts[signature] = cell.parts.get(signature, 0) + found.ore
