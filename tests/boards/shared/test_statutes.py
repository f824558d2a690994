"""The numbers that law sets."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from boards.shared.statutes import FIRST_DAY, STATUTES, StatuteName, statute


@pytest.mark.parametrize(
    ("name", "value", "law"),
    [
        pytest.param(StatuteName.APPROVAL_DAYS, 14, "KL 5:69", id="P-03"),
        pytest.param(StatuteName.NOTICE_DAYS, 2, "KL 8:12", id="A-04"),
        pytest.param(StatuteName.APPEAL_WEEKS, 3, "KL 13:5", id="A-06"),
        pytest.param(StatuteName.SUMMONS_DAYS, 7, "KL 5:13", id="KL-01"),
        pytest.param(StatuteName.INTERIM_REPORT_MONTHS, 2, "LKBR 13:1", id="F-01"),
    ],
)
def test_statute_today_gives_the_number_and_its_law(
    name: StatuteName, value: int, law: str
) -> None:
    row = statute(name, date(2026, 11, 23))
    assert (row.whole, row.law) == (value, law)


def test_statute_before_the_act_gives_the_act_before_it() -> None:
    row = statute(StatuteName.APPEAL_WEEKS, date(2017, 12, 31))
    assert row.law == "KL (1991:900) 10:6"


def test_statute_on_a_day_without_known_law_raises() -> None:
    with pytest.raises(LookupError, match="appeal_weeks"):
        statute(StatuteName.APPEAL_WEEKS, FIRST_DAY - timedelta(days=1))


@pytest.mark.parametrize("name", list(StatuteName))
def test_statutes_of_one_name_follow_each_other_without_gap(name: StatuteName) -> None:
    rows = sorted(
        (row for row in STATUTES if row.name == name), key=lambda row: row.valid_from
    )
    assert rows[-1].valid_to is None
    for before, after in pairwise(rows):
        assert before.valid_to + timedelta(days=1) == after.valid_from
