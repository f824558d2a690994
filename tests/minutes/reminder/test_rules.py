"""Which day which reminder is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from minutes.reminder.rules import STEPS, step_due

DUE = date(2020, 10, 13)
EARLY = date(2020, 9, 30)


@pytest.mark.law("P-03")
@pytest.mark.parametrize(
    ("day", "asked_on", "expected"),
    [
        (date(2020, 10, 5), EARLY, None),
        (date(2020, 10, 6), EARLY, 7),
        (date(2020, 10, 9), EARLY, 7),
        (date(2020, 10, 10), EARLY, 3),
        (date(2020, 10, 12), EARLY, 1),
        (date(2020, 10, 13), EARLY, 1),
        (date(2020, 10, 14), EARLY, None),
        (date(2020, 10, 6), date(2020, 10, 6), None),
        (date(2020, 10, 9), date(2020, 10, 8), None),
        (date(2020, 10, 10), date(2020, 10, 8), 3),
        (date(2020, 10, 12), date(2020, 10, 12), None),
    ],
)
def test_step_when_days_are_left_then_the_nearest_one_after_asking(
    day: date, asked_on: date, expected: int | None
) -> None:
    assert step_due(day, DUE, asked_on) == expected


@given(some.integers(0, 30), some.integers(0, 30))
def test_steps_when_every_day_is_run_then_each_comes_in_order(
    asked: int, skipped: int
) -> None:
    asked_on = DUE - timedelta(days=asked)
    days = [DUE - timedelta(days=left) for left in range(30, -3, -1)]
    seen = [step_due(day, DUE, asked_on) for day in days if day != days[skipped]]
    found = [step for step in dict.fromkeys(seen) if step is not None]
    assert found == sorted(found, reverse=True)
    assert set(found) <= set(STEPS)
    assert all(step < asked for step in found)
