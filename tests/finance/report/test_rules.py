"""Sums, results and rounding, on the model's own figures (F-01 to F-03)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.money import tkr
from finance.report import rules
from finance.report.enums import RowKind, SumState, TableKind
from finance.report.rules import Amounts, TableFacts
from tests.factories.model_report import FINANCE, INVESTMENTS, IT, STAFF, TKR, line, row


def in_tkr(amounts: Amounts) -> list[int | None]:
    values = [getattr(amounts, column) for column in rules.COLUMNS]
    return [None if value is None else tkr(value) for value in values]


@pytest.mark.law("F-02")
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FINANCE, [1093, 0, 1042, 0, 600]),
        (STAFF, [391, 0, 1076, 0, 200]),
        (IT, [-403, 0, -2791, 0, -3850]),
    ],
)
def test_table_result_when_model_then_every_printed_result(
    rows: list[rules.Row], expected: list[int]
) -> None:
    outcome = rules.table_result(rows)
    assert outcome is not None
    assert in_tkr(outcome) == expected


@pytest.mark.law("F-02")
def test_variance_when_revenue_beats_budget_then_positive() -> None:
    amounts = Amounts(budget_year=-4311 * TKR, forecast_year=-4635 * TKR)
    assert rules.variance(amounts) == 324 * TKR


@pytest.mark.law("F-02")
@pytest.mark.parametrize(
    ("rows", "expected"),
    [(FINANCE, 600), (STAFF, 200), (IT, -3850), (INVESTMENTS, -2500)],
)
def test_variance_when_sum_row_then_budget_less_forecast(
    rows: list[rules.Row], expected: int
) -> None:
    assert rules.variance(rules.printed_sum(rows)) == expected * TKR


@pytest.mark.law("F-03")
def test_check_sums_when_model_then_the_known_cases_are_rounding() -> None:
    off = [
        (check.column, check.difference, check.state)
        for rows in (FINANCE, STAFF, IT, INVESTMENTS)
        for check in rules.check_sums(rows)
        if check.state != SumState.EXACT
    ]
    assert off == [
        ("budget_to_date", 1, SumState.ROUNDED),
        ("prior_actual", -1, SumState.ROUNDED),
        ("prior_actual", 1, SumState.ROUNDED),
        ("budget_to_date", -1, SumState.ROUNDED),
        ("actual_to_date", 1, SumState.ROUNDED),
        ("budget_to_date", 1, SumState.ROUNDED),
        ("actual_to_date", 1, SumState.ROUNDED),
        ("budget_year", -1, SumState.ROUNDED),
        ("forecast_year", -1, SumState.ROUNDED),
    ]


@pytest.mark.law("F-03")
@pytest.mark.parametrize(
    ("printed", "computed", "cells", "state"),
    [
        (7314, 7314, 5, SumState.EXACT),
        (7315, 7314, 5, SumState.ROUNDED),
        (7317, 7314, 5, SumState.DOUBTFUL),
        (7320, 7314, 5, SumState.WRONG),
        (-674, -673, 3, SumState.ROUNDED),
    ],
)
def test_sum_state_when_off_then_rounding_only_within_the_bound(
    printed: int, computed: int, cells: int, state: SumState
) -> None:
    assert rules.sum_state(printed, computed, cells) == state


@pytest.mark.law("F-03")
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=30))
def test_sum_state_when_sum_is_of_unrounded_amounts_then_never_wrong(
    amounts: list[int],
) -> None:
    printed, cells = tkr(sum(amounts)), [tkr(amount) for amount in amounts]
    assert rules.sum_state(printed, sum(cells), len(cells)) != SumState.WRONG


def test_printed_sum_when_none_was_entered_then_it_comes_from_unrounded_rows() -> None:
    rows = [
        rules.Row(RowKind.LINE, "a", Amounts(actual_to_date=40_000)),
        rules.Row(RowKind.LINE, "b", Amounts(actual_to_date=40_000)),
    ]
    assert rules.printed_sum(rows).actual_to_date == 80_000
    assert tkr(80_000) == 1


@pytest.mark.law("F-02")
def test_summary_line_when_unit_then_outcome_is_result_and_budget_is_net_cost() -> None:
    assert in_tkr(rules.summary_line(IT)) == [-403, None, -2791, 14066, 17916]


def test_blocks_freezing_when_sum_is_far_off_then_refused() -> None:
    rows = (line("Intäkter", 7314), row(RowKind.SUM, "Summa", 7320))
    found = rules.blocks_freezing([TableFacts("IT", TableKind.INCOME, rows)])
    assert [refusal.code for refusal in found] == ["report.wrong_sum"]


def test_blocks_freezing_when_no_table_then_refused() -> None:
    assert [r.code for r in rules.blocks_freezing([])] == ["report.no_tables"]


def test_blocks_rows_when_two_sums_then_refused() -> None:
    rows = [row(RowKind.SUM, "Summa", 1), row(RowKind.SUM, "Summa", 2)]
    found = rules.blocks_rows(TableKind.INCOME, rows)
    assert [refusal.code for refusal in found] == ["report.two_sum_rows"]


def test_blocks_rows_when_investments_have_a_grant_then_refused() -> None:
    rows = [row(RowKind.GRANT, "Kommunbidrag", 1)]
    found = rules.blocks_rows(TableKind.INVESTMENT, rows)
    assert [refusal.code for refusal in found] == ["report.investments_have_no_grant"]


@pytest.mark.law("F-01")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 8, 31), True),
        (date(2020, 6, 30), True),
        (date(2020, 9, 30), False),
        (date(2020, 5, 31), False),
    ],
)
def test_is_statutory_period_when_half_to_two_thirds_then_allowed(
    day: date, *, expected: bool
) -> None:
    assert rules.is_statutory_period(day) is expected
