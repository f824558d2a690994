"""What is checked of a report, each with a result that can be seen (F-01 to F-03)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boards.shared.calendar import Rolled, roll
from boards.shared.money import format_tkr, tkr
from boards.shared.refusals import Refusal
from boards.shared.statutes import StatuteName, statute
from finance.report.enums import RowKind, SumState, TableKind
from finance.report.rules import (
    TableFacts,
    check_sums,
    is_statutory_period,
    printed_sum,
    table_result,
    variance,
)

MONTHS_A_YEAR, LAST_DAYS = 12, 28


class CheckState(StrEnum):
    """What came of a check."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True)
class Check:
    """One check: of which table (empty: the report), what came of it, in words."""

    table: str
    state: CheckState
    said: Refusal


@dataclass(frozen=True)
class Limit:
    """The deviation from which a board wants to read why: either number is enough."""

    ore: int
    percent: int

    def is_passed(self, deviation: int, budget: int | None) -> bool:
        """Say whether a deviation is larger than the board accepts without words."""
        share = abs(deviation) * 100 > self.percent * abs(budget or 0)
        return abs(deviation) > self.ore or bool(budget and share)


def handed_over_by(period_end: date) -> Rolled:
    """Return by when fullmäktige and the revisorer have the report (LKBR 13:1; F-01).

    Two months after the period; a day that is no weekday runs on to the next that is.
    """
    months = statute(StatuteName.INTERIM_REPORT_MONTHS, period_end).whole
    ahead = period_end.month - 1 + months
    year, month = period_end.year + ahead // MONTHS_A_YEAR, ahead % MONTHS_A_YEAR + 1
    day = period_end.day
    while day > LAST_DAYS:
        try:
            return roll(date(year, month, day))
        except ValueError:
            day -= 1
    return roll(date(year, month, day))


def deviation(table: TableFacts) -> int | None:
    """Return budget less forecast of a whole table (F-02)."""
    return variance(printed_sum(table.rows))


def deficit(table: TableFacts) -> int:
    """Return by how much the forecast exceeds a unit's means, 0 when it does not."""
    outcome = table_result(table.rows)
    forecast = outcome.forecast_year if outcome else deviation(table)
    if table.kind != TableKind.INCOME or forecast is None:
        return 0
    return max(-forecast, 0)


def blocks_silence(tables: Sequence[TableFacts], limit: Limit) -> list[Refusal]:
    """Say which tables deviate beyond the limit or show a deficit without a word."""
    silent = [
        _refusal("report.comment_missing", table, deviation(table) or 0)
        for table in tables
        if _passes(table, limit) and not table.comment
    ]
    unmet = [
        _refusal("report.measure_missing", table, -deficit(table))
        for table in tables
        if deficit(table) and not table.measure and not table.follow_up_on
    ]
    return silent + unmet


def _passes(table: TableFacts, limit: Limit) -> bool:
    found = deviation(table)
    if table.kind == TableKind.SUMMARY or found is None:
        return False
    return limit.is_passed(found, printed_sum(table.rows).budget_year)


def _refusal(code: str, table: TableFacts, ore: int) -> Refusal:
    values = {"table": table.heading, "amount": format_tkr(ore)}
    return Refusal(code, values=values)


def check_period(period_end: date) -> Check:
    """Say whether the report can be the statutory one, and when it is due (F-01)."""
    if not is_statutory_period(period_end):
        return Check("", CheckState.NOTE, Refusal("report.check_period_outside"))
    due = handed_over_by(period_end)
    code = "report.check_period_moved" if due.is_moved else "report.check_period"
    values = {"day": due.day, "nominal": due.nominal}
    law = statute(StatuteName.INTERIM_REPORT_MONTHS, period_end).law
    return Check("", CheckState.OK, Refusal(code, law, values))


def check_tables(tables: Sequence[TableFacts], limit: Limit) -> list[Check]:
    """Return every check of the figures, table by table."""
    return [check for table in tables for check in _of_table(table, limit)]


def _of_table(table: TableFacts, limit: Limit) -> list[Check]:
    made = [_sums(table), _deviations(table)]
    if table.kind == TableKind.INCOME:
        made += [_result(table), _measure(table)]
    if table.kind == TableKind.SUMMARY:
        made.append(_check(table, CheckState.OK, "report.check_measures"))
    else:
        made.append(_comment(table, limit))
    return made


def _check(table: TableFacts, state: CheckState, code: str, **values: object) -> Check:
    return Check(table.heading, state, Refusal(code, values=values))


def _sums(table: TableFacts) -> Check:
    found = check_sums(table.rows)
    if not found:
        return _check(table, CheckState.OK, "report.check_sums_computed")
    off = [one for one in found if one.state != SumState.EXACT]
    if any(one.state == SumState.WRONG for one in off):
        return _check(table, CheckState.WRONG, "report.check_sums_wrong")
    if off:
        most = max(abs(one.difference) for one in off)
        return _check(
            table,
            CheckState.NOTE,
            "report.check_sums_rounded",
            off=len(off),
            count=len(found),
            most=most,
        )
    return _check(table, CheckState.OK, "report.check_sums", count=len(found))


def _deviations(table: TableFacts) -> Check:
    """Hold the sum's deviation against those of its rows: rounding alone may differ."""
    lines = [row for row in table.rows if row.kind == RowKind.LINE]
    known = [variance(row.amounts) for row in lines]
    rows = [one for one in known if one is not None]
    whole = deviation(table)
    if whole is None or len(rows) < len(lines):
        return _check(table, CheckState.NOTE, "report.check_deviation_missing")
    off = tkr(whole) - sum(tkr(one) for one in rows)
    if abs(off) * 2 > len(rows) + 1:
        return _check(table, CheckState.WRONG, "report.check_deviation_off", off=off)
    said = format_tkr(whole)
    return _check(table, CheckState.OK, "report.check_deviation", amount=said)


def _result(table: TableFacts) -> Check:
    """Hold the forecast's result against the sum's deviation: they are one (F-02)."""
    outcome, whole = table_result(table.rows), deviation(table)
    if outcome is None:
        return _check(table, CheckState.NOTE, "report.check_no_grant")
    if outcome.forecast_year is None or whole is None:
        return _check(table, CheckState.NOTE, "report.check_result_missing")
    said = {
        "result": format_tkr(outcome.forecast_year),
        "deviation": format_tkr(whole),
    }
    if tkr(outcome.forecast_year) != tkr(whole):
        return _check(table, CheckState.NOTE, "report.check_result_off", **said)
    return _check(table, CheckState.OK, "report.check_result", **said)


def _measure(table: TableFacts) -> Check:
    short = deficit(table)
    if not short:
        return _check(table, CheckState.OK, "report.check_no_deficit")
    said = format_tkr(-short)
    if table.measure:
        return _check(table, CheckState.OK, "report.check_measure", amount=said)
    if table.follow_up_on:
        day = table.follow_up_on
        code = "report.check_follow_up"
        return _check(table, CheckState.NOTE, code, amount=said, day=day)
    code = "report.check_measure_missing"
    return _check(table, CheckState.WRONG, code, amount=said)


def _comment(table: TableFacts, limit: Limit) -> Check:
    said = {"limit": format_tkr(limit.ore), "percent": limit.percent}
    if not _passes(table, limit):
        return _check(table, CheckState.OK, "report.check_within_limit", **said)
    if table.comment:
        return _check(table, CheckState.OK, "report.check_commented", **said)
    return _check(table, CheckState.WRONG, "report.check_comment_missing", **said)
