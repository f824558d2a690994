"""Which amount holds in a cell, whatever the order and number of versions."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from finance.budget import rules
from finance.budget.rules import VersionFacts

FIRST = date(2020, 1, 1)
ore = st.integers(-(10**12), 10**12)
versions = st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=6).map(
    lambda days: [
        VersionFacts(pk, pk + 1, None if day is None else FIRST + timedelta(day))
        for pk, day in enumerate(days)
    ]
)


@given(versions, st.integers(0, 400))
def test_in_force_then_only_what_was_decided_by_the_day_in_order(
    known: list[VersionFacts], after: int
) -> None:
    day = FIRST + timedelta(after)
    order = rules.in_force(known, day)
    by_pk = {one.pk: one for one in known}
    days = [by_pk[pk].decided_on for pk in order]
    assert days == sorted(days)
    assert set(order) == {
        one.pk for one in known if one.decided_on and one.decided_on <= day
    }


@given(
    st.permutations(range(5)),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), ore), max_size=30),
)
def test_merged_then_the_latest_version_that_has_the_cell(
    order: list[int], cells: list[tuple[int, int, int]]
) -> None:
    once = {(version, cell): amount for version, cell, amount in cells}
    found = rules.merged(order, ((v, c, o) for (v, c), o in once.items()))
    for cell in range(4):
        having = [v for v in order if (v, cell) in once]
        assert found.get(cell) == (once[having[-1], cell] if having else None)


@given(ore)
def test_spread_then_twelve_months_that_sum_to_the_year(total: int) -> None:
    months = rules.spread(total)
    assert len(months) == 12
    assert sum(months) == total
    assert all(month % 100_000 == 0 for month in months[:-1])


def test_spread_when_it_does_not_divide_then_the_last_takes_the_rest() -> None:
    assert rules.spread(8_803 * 100_000)[0] == 733 * 100_000
    assert rules.spread(8_803 * 100_000)[-1] == 740 * 100_000
