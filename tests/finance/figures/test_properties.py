"""What holds for any amounts: sums to date, and how far rounding can go (F-03)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.money import tkr
from finance.figures.queries import to_date
from finance.report.enums import SumState
from finance.report.rules import sum_state

amounts = st.integers(-(10**11), 10**11)


@pytest.mark.law("F-03")
@given(st.lists(amounts, min_size=1, max_size=30))
def test_sum_when_rounded_from_unrounded_rows_then_within_the_bound(
    rows: list[int],
) -> None:
    printed, computed = tkr(sum(rows)), sum(tkr(ore) for ore in rows)
    assert abs(printed - computed) <= (len(rows) + 1) / 2
    assert sum_state(printed, computed, len(rows)) != SumState.WRONG


@given(st.lists(st.tuples(st.integers(1, 12), amounts)), st.integers(1, 12))
def test_to_date_when_months_are_split_then_sums_to_the_same(
    rows: list[tuple[int, int]], last: int
) -> None:
    sums: dict[tuple[str, date], int] = {}
    for month, ore in rows:
        key = ("it", date(2020, month, 1))
        sums[key] = sums.get(key, 0) + ore
    found = to_date(sums, date(2020, last, 28)).get("it", 0)
    assert found == sum(ore for month, ore in rows if month <= last)
