"""Which days count as weekdays when a time set in law ends (lag 1930:173 § 2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

HOLIDAY_LAW = "lag 1930:173 2 §"

_DAY = timedelta(days=1)
_SATURDAY = 5
_SUNDAY = 6


class Holiday(StrEnum):
    """Why a day is not a weekday; the eves are those that lag 1930:173 names."""

    NEW_YEARS_DAY = "new_years_day"
    EPIPHANY = "epiphany"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    MAY_DAY = "may_day"
    ASCENSION_DAY = "ascension_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    NATIONAL_DAY = "national_day"
    MIDSUMMER_EVE = "midsummer_eve"
    MIDSUMMER_DAY = "midsummer_day"
    ALL_SAINTS_DAY = "all_saints_day"
    CHRISTMAS_EVE = "christmas_eve"
    CHRISTMAS_DAY = "christmas_day"
    BOXING_DAY = "boxing_day"
    NEW_YEARS_EVE = "new_years_eve"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True)
class Reason:
    """One ground for an answer: a code with a sentence in `texts.py`, and the law."""

    code: str
    law: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Rolled:
    """The day a time ends: as counted, as it counts, and the days passed over."""

    nominal: date
    day: date
    skipped: tuple[tuple[date, Holiday], ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether the counted day was not a weekday."""
        return self.day != self.nominal

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Each day passed over, with what it is."""
        return tuple(
            Reason(f"calendar.{holiday}", HOLIDAY_LAW, {"day": day})
            for day, holiday in self.skipped
        )


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, year_of_century = divmod(year, 100)
    golden = year % 19
    moon = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4)) - epact
    weekday = (sunday - year_of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def holidays(year: int) -> Mapping[date, Holiday]:
    """Return the public holidays and the three eves of a year (lag 1989:253)."""
    easter = easter_sunday(year)
    midsummer = _saturday_from(date(year, 6, 20))
    days = {
        date(year, 1, 1): Holiday.NEW_YEARS_DAY,
        date(year, 1, 6): Holiday.EPIPHANY,
        date(year, 5, 1): Holiday.MAY_DAY,
        midsummer - _DAY: Holiday.MIDSUMMER_EVE,
        midsummer: Holiday.MIDSUMMER_DAY,
        _saturday_from(date(year, 10, 31)): Holiday.ALL_SAINTS_DAY,
        date(year, 12, 24): Holiday.CHRISTMAS_EVE,
        date(year, 12, 25): Holiday.CHRISTMAS_DAY,
        date(year, 12, 26): Holiday.BOXING_DAY,
        date(year, 12, 31): Holiday.NEW_YEARS_EVE,
    }
    # The national day took the place of Whit Monday (SFS 2004:1320).
    if year >= _NATIONAL_DAY_SINCE:
        days[date(year, 6, 6)] = Holiday.NATIONAL_DAY
    else:
        days[easter + timedelta(days=50)] = Holiday.WHIT_MONDAY
    # Last, so that a day that is two things is called by the feast of Easter.
    days |= {easter + timedelta(days=n): holiday for n, holiday in _EASTER}
    return days


_NATIONAL_DAY_SINCE = 2005
_EASTER = (
    (-2, Holiday.GOOD_FRIDAY),
    (0, Holiday.EASTER_SUNDAY),
    (1, Holiday.EASTER_MONDAY),
    (39, Holiday.ASCENSION_DAY),
    (49, Holiday.WHIT_SUNDAY),
)


def why_not_weekday(day: date) -> Holiday | None:
    """Return what keeps a day from being a weekday, `None` when nothing does."""
    holiday = holidays(day.year).get(day)
    if holiday is not None:
        return holiday
    return {_SATURDAY: Holiday.SATURDAY, _SUNDAY: Holiday.SUNDAY}.get(day.weekday())


def is_weekday(day: date) -> bool:
    """Say whether a time set in law can end on a day (lag 1930:173 § 2; A-06)."""
    return why_not_weekday(day) is None


def roll(nominal: date) -> Rolled:
    """Return the first weekday from a day on, with every day passed over."""
    day, skipped = nominal, []
    while (holiday := why_not_weekday(day)) is not None:
        skipped.append((day, holiday))
        day += _DAY
    return Rolled(nominal, day, tuple(skipped))


def next_weekday(day: date) -> date:
    """Return the day itself when it is a weekday, else the next that is."""
    return roll(day).day


def previous_weekday(day: date) -> date:
    """Return the day itself when it is a weekday, else the last that was."""
    while not is_weekday(day):
        day -= _DAY
    return day


def _saturday_from(day: date) -> date:
    """Return the first Saturday from a day on."""
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)
