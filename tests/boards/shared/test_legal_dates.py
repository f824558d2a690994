"""Every date that follows by law, from the tables of the domain rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.calendar import is_weekday
from boards.shared.legal_dates import (
    LAST_DAY,
    LegalDateCode,
    appeal_period,
    approval_deadline,
    blocks_dates,
    legal_dates,
    notice_deadline,
    summons_deadline,
)
from boards.shared.statutes import FIRST_DAY

day = date.fromisoformat
DAYS = st.dates(date(2018, 1, 1), date(2100, 12, 31))


@pytest.mark.law("A-06")
@pytest.mark.parametrize(
    ("posted", "nominal", "last", "removal"),
    [
        pytest.param(*row.split(), id=f"A-06-{number}")
        for number, row in {
            1: "2020-09-29 2020-10-20 2020-10-20 2020-10-21",
            2: "2024-02-08 2024-02-29 2024-02-29 2024-03-01",
            3: "2024-03-08 2024-03-29 2024-04-02 2024-04-03",
            4: "2024-03-11 2024-04-01 2024-04-02 2024-04-03",
            6: "2024-04-18 2024-05-09 2024-05-10 2024-05-11",
            7: "2024-05-16 2024-06-06 2024-06-07 2024-06-08",
            9: "2024-12-03 2024-12-24 2024-12-27 2024-12-28",
            11: "2024-12-10 2024-12-31 2025-01-02 2025-01-03",
            13: "2025-03-28 2025-04-18 2025-04-22 2025-04-23",
            14: "2025-05-08 2025-05-29 2025-05-30 2025-05-31",
            16: "2025-10-10 2025-10-31 2025-10-31 2025-11-01",
            18: "2025-12-10 2025-12-31 2026-01-02 2026-01-03",
            19: "2025-12-16 2026-01-06 2026-01-07 2026-01-08",
            21: "2026-04-10 2026-05-01 2026-05-04 2026-05-05",
            23: "2026-05-15 2026-06-05 2026-06-05 2026-06-06",
            24: "2026-05-16 2026-06-06 2026-06-08 2026-06-09",
            26: "2026-06-01 2026-06-22 2026-06-22 2026-06-23",
            28: "2026-11-21 2026-12-12 2026-12-14 2026-12-15",
            32: "2027-03-05 2027-03-26 2027-03-30 2027-03-31",
            35: "2028-02-08 2028-02-29 2028-02-29 2028-03-01",
        }.items()
    ],
)
def test_appeal_period_from_a_posting_ends_on_a_weekday(
    posted: str, nominal: str, last: str, removal: str
) -> None:
    period = appeal_period(day(posted))
    assert period.rolled.nominal == day(nominal)
    assert period.last_day == day(last)
    assert period.day_after == day(removal)


@pytest.mark.law("P-03")
@pytest.mark.parametrize(
    ("meeting", "due", "late_after"),
    [
        ("2020-09-29", "2020-10-13", "2020-10-13"),
        ("2024-05-30", "2024-06-13", "2024-06-13"),
        ("2024-06-07", "2024-06-21", "2024-06-24"),
        ("2025-04-04", "2025-04-18", "2025-04-22"),
        ("2026-06-05", "2026-06-19", "2026-06-22"),
    ],
)
def test_approval_deadline_after_a_meeting_is_due_and_late(
    meeting: str, due: str, late_after: str
) -> None:
    deadline = approval_deadline(day(meeting))
    assert (deadline.due, deadline.late_after) == (day(due), day(late_after))
    assert not deadline.is_late(day(late_after))
    assert deadline.is_late(day(late_after) + timedelta(days=1))


@pytest.mark.law("A-04")
@pytest.mark.parametrize(
    ("approved", "due", "late_after"),
    [
        ("2020-09-29", "2020-10-01", "2020-10-01"),
        ("2024-03-27", "2024-03-29", "2024-04-02"),
        ("2025-05-28", "2025-05-30", "2025-05-30"),
        ("2025-06-04", "2025-06-06", "2025-06-09"),
        ("2026-04-01", "2026-04-03", "2026-04-07"),
        ("2026-11-19", "2026-11-21", "2026-11-23"),
    ],
)
def test_notice_deadline_after_approval_is_due_and_late(
    approved: str, due: str, late_after: str
) -> None:
    deadline = notice_deadline(day(approved))
    assert (deadline.due, deadline.late_after) == (day(due), day(late_after))


@pytest.mark.law("KL-01")
@pytest.mark.parametrize(
    ("meeting", "due", "proposed"),
    [
        ("2026-02-23", "2026-02-16", None),
        ("2026-04-13", "2026-04-06", "2026-04-02"),
    ],
)
def test_summons_deadline_is_counted_backwards_and_never_moved(
    meeting: str, due: str, proposed: str
) -> None:
    deadline = summons_deadline(day(meeting))
    assert deadline.due == deadline.late_after == day(due)
    found = [reason.values["day"] for reason in deadline.reasons]
    assert found == ([day(proposed)] if proposed else [])


@pytest.mark.law("A-06")
def test_legal_dates_of_the_model_are_those_it_prints() -> None:
    the_day = day("2020-09-29")
    found = legal_dates(posted=[the_day, the_day], meeting=the_day, approved=the_day)
    assert {row.code: row.day.isoformat() for row in found} == {
        LegalDateCode.SUMMONS_DEADLINE: "2020-09-22",
        LegalDateCode.APPROVAL_DUE: "2020-10-13",
        LegalDateCode.APPROVAL_LATE_AFTER: "2020-10-13",
        LegalDateCode.NOTICE_DUE: "2020-10-01",
        LegalDateCode.NOTICE_LATE_AFTER: "2020-10-01",
        LegalDateCode.APPEAL_START: "2020-09-29",
        LegalDateCode.APPEAL_NOMINAL_END: "2020-10-20",
        LegalDateCode.LAST_APPEAL_DAY: "2020-10-20",
        LegalDateCode.EARLIEST_REMOVAL: "2020-10-21",
        LegalDateCode.FINAL_CANDIDATE: "2020-10-21",
    }
    assert not any(row.is_moved for row in found)


@pytest.mark.law("A-07")
def test_legal_dates_of_two_boards_start_with_the_last_of_them() -> None:
    found = legal_dates(posted=[day("2020-09-29"), day("2020-10-01")])
    days = {row.code: row.day for row in found}
    assert days[LegalDateCode.APPEAL_START] == day("2020-10-01")
    assert days[LegalDateCode.LAST_APPEAL_DAY] == day("2020-10-22")
    assert days[LegalDateCode.EARLIEST_REMOVAL] == day("2020-10-23")
    assert found[0].law == "KL 9:32; KL 13:5"


def test_legal_dates_when_the_end_moves_name_both_laws_and_every_day_passed() -> None:
    found = legal_dates(posted=[day("2025-03-28")])
    last = next(row for row in found if row.code == LegalDateCode.LAST_APPEAL_DAY)
    assert last.is_moved
    assert last.law == "KL 13:5; lag 1930:173 2 §"
    assert last.reason.code == "dates.last_appeal_day_moved"
    assert last.grounds[0].code == "calendar.good_friday"


def test_blocks_dates_in_an_impossible_order_names_the_law() -> None:
    refusals = blocks_dates([day("2020-09-27")], day("2020-09-29"), day("2020-09-28"))
    assert [(refusal.code, refusal.law) for refusal in refusals] == [
        ("dates.approved_before_meeting", "KL 5:69"),
        ("dates.posted_before_approved", "KL 8:12"),
    ]


def test_blocks_dates_when_only_posting_and_meeting_are_given_compares_them() -> None:
    refusals = blocks_dates([day("2020-09-28")], day("2020-09-29"), None)
    assert [refusal.code for refusal in refusals] == ["dates.posted_before_meeting"]


@pytest.mark.parametrize(
    "outside", [FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1)]
)
def test_blocks_dates_outside_known_law_says_so(outside: date) -> None:
    assert blocks_dates([outside], None, None)[0].code == "dates.outside_known_law"


def test_blocks_dates_in_order_finds_nothing() -> None:
    the_day = day("2020-09-29")
    assert blocks_dates([the_day], the_day, the_day) == []


@given(DAYS)
def test_appeal_period_is_never_short_and_never_ends_on_a_holiday(start: date) -> None:
    period = appeal_period(start)
    assert period.last_day >= start + timedelta(weeks=3)
    assert is_weekday(period.last_day)
    assert period.day_after == period.last_day + timedelta(days=1)


@given(DAYS, DAYS)
def test_appeal_period_keeps_the_order_of_postings(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert appeal_period(first).last_day <= appeal_period(second).last_day


@given(DAYS)
def test_deadlines_are_never_late_before_they_are_due(start: date) -> None:
    for deadline in (approval_deadline(start), notice_deadline(start)):
        assert deadline.due <= deadline.late_after
        assert is_weekday(deadline.late_after)
