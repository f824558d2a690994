"""What stops a file from being a board's ledger, and what a file says of itself."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from finance.ledger.enums import Measure
from finance.ledger.sie.facts import Account, Ledger, Note, Problem
from finance.ledger.sie.values import day_of

DECEMBER = 12
CENTURY_DIGITS = 12


def digits(text: str) -> str:
    """Return an organisation number without its hyphen and its century."""
    found = "".join(c for c in text if c in "0123456789")
    is_long = len(found) == CENTURY_DIGITS and found.startswith("16")
    return found[2:] if is_long else found


def blocks_import(
    ledger: Ledger, expected: str, *, is_confirmed: bool
) -> list[Problem]:
    """Refuse another organisation's file, unless confirmed, and one without figures."""
    problems = []
    given = digits(ledger.said("#ORGNR"))
    if given and expected and given != expected and not is_confirmed:
        values = {
            "given": ledger.said("#ORGNR"),
            "name": ledger.said("#FNAMN"),
            "expected": f"{expected[:6]}-{expected[6:]}",
        }
        problems.append(Problem(0, "ledger.other_organisation", values))
    has_figures = ledger.vouchers or ledger.cells or ledger.balances
    if not has_figures and not ledger.problem_count:
        problems.append(Problem(0, "ledger.no_figures"))
    return problems


def declare_used(ledger: Ledger) -> None:
    """Give accounts of vouchers to be booked a row: their chart is elsewhere (4I)."""
    used = {account for _year, account, _month in ledger.booked}
    for number in sorted(used - set(ledger.accounts)):
        ledger.accounts[number] = Account(number, "")


def own_year(ledger: Ledger) -> tuple[date, date]:
    """Return the days of the file's own year; the vouchers' when it declares none."""
    if ledger.years:
        number = 0 if 0 in ledger.years else max(ledger.years)
        return ledger.years[number].starts_on, ledger.years[number].ends_on
    months = [month for _year, _account, month in ledger.booked]
    last = max(months)
    return (
        date(min(months) // 100, 1, 1),
        date(last // 100, DECEMBER, monthrange(last // 100, DECEMBER)[1]),
    )


def said_of_itself(ledger: Ledger) -> dict[str, Any]:
    """Return what is kept of a file's head, and how its rows were read."""
    starts_on, ends_on = own_year(ledger)
    actual, budget = ledger.decided[Measure.ACTUAL], ledger.decided[Measure.BUDGET]
    program = f"{ledger.said('#PROGRAM')} {ledger.said('#PROGRAM', 1)}".strip()
    return {
        "kind": ledger.label,
        "encoding": ledger.encoding,
        "organisation_number": ledger.said("#ORGNR"),
        "organisation_name": ledger.said("#FNAMN"),
        "program": program[:500],
        "generated_on": day_of(ledger.said("#GEN")),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "reading": actual.reading,
        "ground": actual.ground,
        "budget_reading": budget.reading,
        "voucher_count": ledger.vouchers,
    }


def months_between(first: date, last: date) -> Iterator[date]:
    """Give the first day of each month from the first to the last."""
    month = first
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def as_json(problem: Problem | Note) -> dict[str, Any]:
    """Return a problem as it is kept and printed; amounts stay whole öre."""
    values = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in problem.values.items()
    }
    return {"line": problem.line, "code": problem.code, "values": values}


def from_json(said: dict[str, Any]) -> Problem:
    """Return a problem that was kept."""
    return Problem(said["line"], said["code"], said["values"])
