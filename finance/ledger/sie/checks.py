"""What only the whole file tells: undeclared accounts, and sums that contradict."""

from __future__ import annotations

from finance.ledger.enums import BalanceKind, Measure
from finance.ledger.sie.facts import Ledger
from finance.ledger.sie.months import account_total, readings

BALANCE_CLASSES = ("1", "2")
BALANCE_KINDS = ("T", "S")

Used = dict[str, list[int]]


def check(ledger: Ledger, in_vouchers: Used, in_figures: Used) -> None:
    """Add every problem that no single line shows."""
    if not ledger.said("#FNAMN"):
        ledger.note(0, "sie.no_name")
    if not ledger.years and not ledger.is_order:
        ledger.wrong(0, "sie.no_year")
    if not ledger.is_order:
        undeclared(ledger, in_vouchers, in_figures)
    ledger.decided = readings(ledger)
    for measure, decided in ledger.decided.items():
        for key in decided.doubled:
            ledger.wrong(
                ledger.cells[key].line,
                "sie.doubled_period",
                account=key[2],
                month=key[3],
                measure=measure,
            )
    compare_months(ledger)
    compare_balances(ledger)


def undeclared(ledger: Ledger, in_vouchers: Used, in_figures: Used) -> None:
    """Every account that is used must be declared: first line and number of rows."""
    for number in sorted({*in_vouchers, *in_figures} - set(ledger.accounts)):
        found = [used[number] for used in (in_vouchers, in_figures) if number in used]
        ledger.wrong(
            min(line for line, _rows in found),
            "sie.undeclared_account",
            account=number,
            rows=sum(rows for _line, rows in found),
        )


def compare_months(ledger: Ledger) -> None:
    """Where a year has both vouchers and monthly figures they say the same."""
    booked_years = {year for year, _account, _month in ledger.booked}
    said_years = {
        year for measure, year, *_rest in ledger.cells if measure == Measure.ACTUAL
    }
    decided = ledger.decided[Measure.ACTUAL]
    keys = {key for key in ledger.booked if key[0] in said_years}
    keys |= {
        key[1:]
        for key in ledger.cells
        if key[0] == Measure.ACTUAL and key[1] in booked_years
    }
    for year, account, month in sorted(keys):
        cell = ledger.cells.get((Measure.ACTUAL, year, account, month))
        said = account_total(cell, decided) if cell else 0
        booked = ledger.booked.get((year, account, month), 0)
        if said != booked:
            ledger.wrong(
                cell.line if cell else 0,
                "sie.month_against_vouchers",
                account=account,
                month=month,
                said=said,
                booked=booked,
            )


def compare_balances(ledger: Ledger) -> None:
    """The year's changes are its result, or lead from opening to closing balance."""
    changes = yearly_changes(ledger)
    years = {year for year, _account in changes}
    accounts = set(changes)
    accounts |= {
        (year, account) for _kind, year, account in ledger.balances if year in years
    }
    given = {(kind, year) for kind, year, _account in ledger.balances}
    for year, account in sorted(accounts):
        change = changes.get((year, account), 0)
        if (BalanceKind.RESULT, year, account) in ledger.balances:
            _compare_result(ledger, year, account, change)
        elif (BalanceKind.CLOSING, year, account) in ledger.balances:
            _compare_closing(ledger, year, account, change)
        elif change and not _is_balance(ledger, account):
            if (BalanceKind.RESULT, year) in given:
                _compare_result(ledger, year, account, change)
        elif (BalanceKind.CLOSING, year) in given:
            _compare_closing(ledger, year, account, change)


def yearly_changes(ledger: Ledger) -> dict[tuple[int, str], int]:
    """What vouchers, or monthly figures where there are none, change in a year."""
    changes: dict[tuple[int, str], int] = {}
    booked_years = set()
    for (year, account, _month), ore in ledger.booked.items():
        booked_years.add(year)
        changes[year, account] = changes.get((year, account), 0) + ore
    decided = ledger.decided[Measure.ACTUAL]
    for (measure, year, account, _month), cell in ledger.cells.items():
        if measure == Measure.ACTUAL and year not in booked_years:
            ore = account_total(cell, decided)
            changes[year, account] = changes.get((year, account), 0) + ore
    return changes


def _is_balance(ledger: Ledger, number: str) -> bool:
    account = ledger.accounts.get(number)
    if account and account.kind:
        return account.kind in BALANCE_KINDS
    return number.startswith(BALANCE_CLASSES)


def _said(ledger: Ledger, kind: BalanceKind, year: int, account: str) -> int:
    found = ledger.balances.get((kind, year, account))
    return found.ore if found else 0


def _line(ledger: Ledger, year: int, account: str) -> int:
    lines = [
        found.line
        for kind in (BalanceKind.RESULT, BalanceKind.CLOSING, BalanceKind.OPENING)
        if (found := ledger.balances.get((kind, year, account)))
    ]
    return lines[0] if lines else 0


def _compare_result(ledger: Ledger, year: int, account: str, change: int) -> None:
    said = _said(ledger, BalanceKind.RESULT, year, account)
    if said != change:
        ledger.wrong(
            _line(ledger, year, account),
            "sie.result_contradicts",
            account=account,
            year=year,
            said=said,
            found=change,
        )


def _compare_closing(ledger: Ledger, year: int, account: str, change: int) -> None:
    opening = _said(ledger, BalanceKind.OPENING, year, account)
    said = _said(ledger, BalanceKind.CLOSING, year, account)
    if said != opening + change:
        ledger.wrong(
            _line(ledger, year, account),
            "sie.closing_contradicts",
            account=account,
            year=year,
            opening=opening,
            change=change,
            said=said,
        )
