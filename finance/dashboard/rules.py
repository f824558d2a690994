"""How far a board has come, and what a month is called in an address."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from finance.report.enums import RowKind
from finance.report.rules import Amounts, variance

EARLIEST, LATEST, MONTHS = 1990, 2999, 12


@dataclass(frozen=True)
class Standing:
    """One row of a dashboard, in öre; a link leads to what it is made of."""

    label: str
    amounts: Amounts
    kind: RowKind = RowKind.LINE
    url: str = ""

    @property
    def deviation_to_date(self) -> int | None:
        """Budget less outcome so far: positive is better (F-02)."""
        amounts = self.amounts
        if self.kind == RowKind.GRANT or None in (
            amounts.budget_to_date,
            amounts.actual_to_date,
        ):
            return None
        return (amounts.budget_to_date or 0) - (amounts.actual_to_date or 0)

    @property
    def deviation(self) -> int | None:
        """Budget less forecast for the year: positive is better (F-02)."""
        return None if self.kind == RowKind.GRANT else variance(self.amounts)


def last_day(year: int, month: int) -> date | None:
    """Return the last day of a month of an address, None where there is no such."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= MONTHS):
        return None
    return date(year, month, monthrange(year, month)[1])


def shifted(day: date, months: int) -> date:
    """Return the last day of the month so many months later."""
    number = day.year * MONTHS + day.month - 1 + months
    year, month = divmod(number, MONTHS)
    return date(year, month + 1, monthrange(year, month + 1)[1])
