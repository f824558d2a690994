"""Weekdays in the sense of lag 1930:173, against our own table and python-holidays."""

from datetime import date, timedelta

import holidays as python_holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.calendar import (
    Holiday,
    easter_sunday,
    holidays,
    is_weekday,
    next_weekday,
    previous_weekday,
    roll,
    why_not_weekday,
)

DAYS = st.dates(date(1992, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    "easter",
    [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2026, 4, 5),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2285, 3, 22),
    ],
)
def test_easter_sunday_of_a_year_is_the_known_day(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


@pytest.mark.law("A-06")
@pytest.mark.parametrize("year", range(2018, 2032))
def test_holidays_of_a_year_agree_with_python_holidays(year: int) -> None:
    theirs = python_holidays.country_holidays(
        "SE", years=year, categories=("public", "de_facto"), include_sundays=False
    )
    assert set(holidays(year)) == set(theirs)


@pytest.mark.law("A-06")
@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2024, 6, 21), Holiday.MIDSUMMER_EVE),
        (date(2024, 12, 24), Holiday.CHRISTMAS_EVE),
        (date(2024, 12, 31), Holiday.NEW_YEARS_EVE),
        (date(2024, 5, 9), Holiday.ASCENSION_DAY),
        (date(2025, 4, 18), Holiday.GOOD_FRIDAY),
        (date(2025, 11, 1), Holiday.ALL_SAINTS_DAY),
        (date(2026, 1, 6), Holiday.EPIPHANY),
        (date(2026, 4, 4), Holiday.SATURDAY),
        (date(2026, 5, 23), Holiday.SATURDAY),
        (date(2026, 3, 1), Holiday.SUNDAY),
        (date(2004, 5, 31), Holiday.WHIT_MONDAY),
        (date(2008, 5, 1), Holiday.ASCENSION_DAY),
    ],
)
def test_why_not_weekday_on_a_holiday_names_it(day: date, holiday: Holiday) -> None:
    assert why_not_weekday(day) == holiday


@pytest.mark.law("A-06")
@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 4, 2), id="skärtorsdag"),
        pytest.param(date(2026, 1, 5), id="trettondagsafton"),
        pytest.param(date(2026, 4, 30), id="valborg"),
        pytest.param(date(2025, 5, 30), id="klämdag"),
        pytest.param(date(2025, 10, 31), id="allhelgonaafton"),
        pytest.param(date(2026, 6, 5), id="eve of nationaldagen"),
        pytest.param(date(2005, 5, 16), id="annandag pingst since 2005"),
        pytest.param(date(2003, 6, 6), id="6 juni before 2005"),
    ],
)
def test_is_weekday_on_days_that_only_feel_like_holidays_is_true(day: date) -> None:
    assert is_weekday(day)


def test_roll_over_easter_tells_every_day_passed() -> None:
    rolled = roll(date(2024, 3, 29))
    assert rolled.day == date(2024, 4, 2)
    assert [reason.code for reason in rolled.reasons] == [
        "calendar.good_friday",
        "calendar.saturday",
        "calendar.easter_sunday",
        "calendar.easter_monday",
    ]


@given(DAYS)
def test_next_weekday_is_a_weekday_never_before_and_never_a_week_off(day: date) -> None:
    after = next_weekday(day)
    assert is_weekday(after)
    assert day <= after <= day + timedelta(days=6)
    assert (after == day) == is_weekday(day)


@given(DAYS, DAYS)
def test_next_weekday_keeps_the_order_of_days(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert next_weekday(first) <= next_weekday(second)


@given(DAYS)
def test_previous_weekday_and_next_weekday_have_no_weekday_between(day: date) -> None:
    before, after = previous_weekday(day), next_weekday(day)
    between = (before + timedelta(days=n) for n in range(1, (after - before).days))
    assert not any(is_weekday(other) for other in between)
