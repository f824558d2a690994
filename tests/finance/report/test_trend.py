"""A year month by month: the lines, their table, and that nothing is left out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.paper import tree
from boards.shared.paper.chart import chart_svg
from boards.shared.paper.store import pack
from finance.figures.trends import MONTHS, Trend, added_up, together, trends
from finance.report.trend import trend_chart, trend_rows

ORE = st.integers(-(10**12), 10**12)
YEAR = st.lists(ORE, min_size=MONTHS, max_size=MONTHS).map(tuple)
WHOLE = Trend(
    prior=tuple(range(100_000, 1_300_000, 100_000)),
    budget=tuple(range(200_000, 2_600_000, 200_000)),
    actual=(300_000, 500_000, 450_000),
)


def curves(chart: tree.Chart) -> list[tree.Curve]:
    return [one for one in chart.shapes if isinstance(one, tree.Curve)]


@given(st.dictionaries(st.integers(1, 12), ORE), st.integers(1, 12))
def test_added_up_when_any_months_then_it_ends_with_their_sum(
    months: dict[int, int], last: int
) -> None:
    found = added_up(months, last)
    assert len(found) == last
    assert found[-1] == sum(ore for month, ore in months.items() if month <= last)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 12), ORE)))
def test_trends_when_any_units_then_together_they_are_the_whole(
    rows: list[tuple[int, int, int]],
) -> None:
    placed: dict[tuple[int, int, date], int] = {}
    for unit, month, ore in rows:
        key = (unit, 1, date(2020, month, 1))
        placed[key] = placed.get(key, 0) + ore
    found = together(trends(placed, placed, placed, 8).values())
    if placed:
        assert found.actual == found.prior[:8] == found.budget[:8]
        assert found.prior[-1] == sum(placed.values())


def test_together_when_one_has_no_budget_then_the_whole_has_none() -> None:
    bare = Trend(actual=(1,), prior=(1,) * 12)
    assert together([bare, Trend((1,) * 12, (1,) * 12, (1,))]).budget == ()


@given(YEAR, YEAR, st.integers(1, 12))
def test_trend_chart_when_any_amounts_then_every_point_is_in_the_picture(
    budget: tuple[int, ...], actual: tuple[int, ...], last: int
) -> None:
    chart = trend_chart("IT", Trend(budget=budget, actual=actual[:last]))
    if chart is None:
        assert not any(budget + actual[:last])
        return
    for curve in curves(chart):
        for x, y in curve.points:
            assert 0 <= x <= chart.width
            assert 0 <= y <= chart.height


def test_trend_chart_when_three_sources_then_told_apart_without_colour() -> None:
    chart = trend_chart("IT", WHOLE)
    drawn = curves(chart)[4:]
    assert [len(one.points) for one in drawn] == [13, 13, 4]
    assert len({one.dashes for one in drawn}) == 3
    assert "I fjol mar 3; Budget mar 6; Utfall mar 5" in chart.alternative


def test_trend_chart_when_drawn_then_lines_are_svg_and_can_be_frozen() -> None:
    chart = trend_chart("IT", WHOLE)
    svg = chart_svg(chart, "1")
    assert svg.count("<polyline") == 7
    assert 'stroke-dasharray="9 5"' in svg
    assert pack(chart)["node"] == "Chart"


def test_trend_rows_when_the_period_ended_in_march_then_no_outcome_after_it() -> None:
    rows = trend_rows(WHOLE)
    assert rows[2] == ("mar", "3", "6", "5")
    assert rows[3] == ("apr", "4", "8", "")


@pytest.mark.parametrize(
    "trend",
    [Trend(), Trend(actual=(1, 2)), Trend(budget=(0,) * 12, actual=(0,))],
)
def test_trend_chart_when_nothing_to_compare_then_none(trend: Trend) -> None:
    assert trend_chart("IT", trend) is None
