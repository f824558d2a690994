"""Sums, results, deviations and rounding of a board's interim report.

Amounts are öre. Revenues are negative and costs positive, as in the ledger; the grant
(kommunbidrag) is positive, and a positive deviation is better than the budget (F-02).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

from boards.shared.money import tkr
from boards.shared.refusals import Refusal
from finance.report.enums import RowKind, SumState, TableKind


@dataclass(frozen=True)
class Amounts:
    """The entered columns of one row, in öre; None where the table has no figure."""

    prior_actual: int | None = None
    budget_to_date: int | None = None
    actual_to_date: int | None = None
    budget_year: int | None = None
    forecast_year: int | None = None


COLUMNS = tuple(field.name for field in fields(Amounts))


@dataclass(frozen=True)
class Row:
    """A row as the rules see it."""

    kind: RowKind
    label: str
    amounts: Amounts


@dataclass(frozen=True)
class SumCheck:
    """One printed sum against its rows, in whole thousands of kronor."""

    label: str
    column: str
    printed: int
    computed: int
    state: SumState

    @property
    def difference(self) -> int:
        """Printed less computed."""
        return self.printed - self.computed


def variance(amounts: Amounts) -> int | None:
    """Return budget less forecast: positive is better, for revenue too (F-02)."""
    if amounts.budget_year is None or amounts.forecast_year is None:
        return None
    return amounts.budget_year - amounts.forecast_year


def total(rows: Iterable[Amounts]) -> Amounts:
    """Return the sums of the columns, from unrounded amounts."""
    rows = list(rows)
    return Amounts(**{column: _column_total(rows, column) for column in COLUMNS})


def _column_total(rows: Sequence[Amounts], column: str) -> int | None:
    values = [getattr(row, column) for row in rows]
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def result(grant: Amounts, net_cost: Amounts) -> Amounts:
    """Return kommunbidrag less net cost, column by column (F-02)."""
    return Amounts(
        **{
            column: _difference(getattr(grant, column), getattr(net_cost, column))
            for column in COLUMNS
        }
    )


def _difference(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left - right


def printed_sum(rows: Sequence[Row]) -> Amounts:
    """Return the sum row: what was printed where it was entered, else the computed.

    A sum that was entered already rounded keeps its printed figure (F-03).
    """
    entered = next((row.amounts for row in rows if row.kind == RowKind.SUM), Amounts())
    computed = total(row.amounts for row in rows if row.kind == RowKind.LINE)
    return Amounts(
        **{
            column: _first(getattr(entered, column), getattr(computed, column))
            for column in COLUMNS
        }
    )


def _first(entered: int | None, computed: int | None) -> int | None:
    return computed if entered is None else entered


def table_result(rows: Sequence[Row]) -> Amounts | None:
    """Return the result of an income table, None while it has no grant row."""
    grant = next((row.amounts for row in rows if row.kind == RowKind.GRANT), None)
    return None if grant is None else result(grant, printed_sum(rows))


def summary_line(rows: Sequence[Row]) -> Amounts:
    """Return a unit's line in the sammanställning: it mixes two measures.

    The outcome columns are the unit's result, budget and forecast its net cost; the
    column headings say so (F-02, trap a).
    """
    outcome = table_result(rows) or Amounts()
    cost = printed_sum(rows)
    return Amounts(
        prior_actual=outcome.prior_actual,
        actual_to_date=outcome.actual_to_date,
        budget_year=cost.budget_year,
        forecast_year=cost.forecast_year,
    )


def sum_state(printed: int, computed: int, cells: int) -> SumState:
    """Say how far a printed sum may stand from its rows, all in tkr (F-03).

    Each of n rounded cells and the sum may be half a unit off: (n + 1) / 2 is the
    bound. Beyond one the difference is doubtful, beyond the bound it is wrong.
    """
    off = abs(printed - computed)
    if off == 0:
        return SumState.EXACT
    if off == 1:
        return SumState.ROUNDED
    return SumState.DOUBTFUL if off <= (cells + 1) / 2 else SumState.WRONG


def check_sums(rows: Sequence[Row]) -> list[SumCheck]:
    """Compare every entered sum with the rows above it, as they are printed."""
    lines = [row.amounts for row in rows if row.kind == RowKind.LINE]
    checks = []
    for row in rows:
        if row.kind != RowKind.SUM:
            continue
        for column in COLUMNS:
            printed = getattr(row.amounts, column)
            cells = [getattr(line, column) for line in lines]
            known = [tkr(value) for value in cells if value is not None]
            if printed is None or not known:
                continue
            state = sum_state(tkr(printed), sum(known), len(known))
            checks.append(SumCheck(row.label, column, tkr(printed), sum(known), state))
    return checks


def blocks_rows(kind: TableKind, rows: Sequence[Row]) -> list[Refusal]:
    """Say what makes a table impossible to save."""
    kinds = [row.kind for row in rows]
    found = [
        Refusal(f"report.two_{single}_rows")
        for single in (RowKind.SUM, RowKind.GRANT)
        if kinds.count(single) > 1
    ]
    if kind == TableKind.INVESTMENT and RowKind.GRANT in kinds:
        found.append(Refusal("report.investments_have_no_grant"))
    return found


@dataclass(frozen=True)
class TableFacts:
    """A table for the check before freezing."""

    heading: str
    kind: TableKind
    rows: tuple[Row, ...]
    comment: str = ""
    measure: str = ""
    follow_up_on: date | None = None


def blocks_freezing(tables: Sequence[TableFacts]) -> list[Refusal]:
    """Say what a report still lacks: no table, an empty one, a sum that is wrong."""
    if not tables:
        return [Refusal("report.no_tables")]
    empty = [
        Refusal("report.empty_table", values={"table": table.heading})
        for table in tables
        if not any(row.kind == RowKind.LINE for row in table.rows)
    ]
    wrong = [
        _wrong_sum(table, check)
        for table in tables
        for check in check_sums(table.rows)
        if check.state == SumState.WRONG
    ]
    return empty + wrong


def _wrong_sum(table: TableFacts, check: SumCheck) -> Refusal:
    values = {
        "table": table.heading,
        "label": check.label,
        "printed": check.printed,
        "computed": check.computed,
    }
    return Refusal("report.wrong_sum", values=values)


# A period of at least half and at most two thirds of the year (LKBR 13:1; F-01).
FIRST_MONTH, LAST_MONTH = 6, 8


def is_statutory_period(period_end: date) -> bool:
    """Say whether a report to this day can be the statutory one (LKBR 13:1; F-01)."""
    return FIRST_MONTH <= period_end.month <= LAST_MONTH


# Days before the day of a deficit's follow-up on which it is reminded of.
REMINDED_BEFORE = (7, 0)


def reminded_on(follow_up_on: date, day: date) -> date | None:
    """Return the latest day to remind that has come, None before the first."""
    steps = [follow_up_on - timedelta(days=days) for days in REMINDED_BEFORE]
    return max((step for step in steps if step <= day), default=None)


def blocks_follow_up(
    *,
    frozen_on: date | None,
    has_day: bool,
    is_done: bool,
    done_on: date,
    today: date,
) -> list[Refusal]:
    """Say why a deficit cannot be said to have been followed up on a day."""
    if frozen_on is None:
        return [Refusal("report.follow_up_draft")]
    if not has_day:
        return [Refusal("report.follow_up_no_day")]
    if is_done:
        return [Refusal("report.follow_up_done")]
    if done_on > today:
        return [Refusal("report.follow_up_later", field="done_on")]
    if done_on < frozen_on:
        values = {"day": f"{frozen_on:%Y-%m-%d}"}
        return [Refusal("report.follow_up_before", values=values, field="done_on")]
    return []
