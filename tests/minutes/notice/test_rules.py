"""Posting, taking down, and the time to appeal on one board and on several."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.calendar import Reason
from boards.shared.refusals import Refusal
from minutes.notice.rules import (
    AppealWindow,
    ApprovalFacts,
    NoticeFacts,
    NotRunning,
    PeriodState,
    appeal_window,
    blocks_confirming_final,
    blocks_posting,
    blocks_taking_down,
    days_left,
    notice_due,
    period_state,
)

day = date.fromisoformat
HOST, PARTNER = 1, 2
APPROVED = ApprovalFacts(
    approved_on=day("2020-09-29"),
    posted={HOST: None, PARTNER: None},
    storage_place="Kommunhuset Alby",
)
POSTED = {HOST: day("2020-09-29"), PARTNER: day("2020-09-29")}
DAYS = st.dates(date(2018, 1, 1), date(2100, 12, 31))


def codes(refusals: Iterable[Refusal | Reason]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.law("A-07")
@pytest.mark.parametrize(
    ("host", "partner", "start", "last", "removal"),
    [
        ("2020-09-29", "2020-09-29", "2020-09-29", "2020-10-20", "2020-10-21"),
        ("2020-09-29", "2020-10-01", "2020-10-01", "2020-10-22", "2020-10-23"),
        ("2026-06-01", "2026-05-29", "2026-06-01", "2026-06-22", "2026-06-23"),
    ],
    ids=["A-07-same-day", "A-07-partner-later", "A-07-host-later"],
)
def test_appeal_window_of_two_boards_starts_with_the_last(
    host: str, partner: str, start: str, last: str, removal: str
) -> None:
    window = appeal_window({HOST: day(host), PARTNER: day(partner)})
    assert isinstance(window, AppealWindow)
    assert window.start == day(start)
    assert window.last_day == day(last)
    assert window.earliest_removal == window.final_candidate == day(removal)
    assert window.reasons[0].code == "notice.starts_with_last_board"


@pytest.mark.law("A-07")
def test_appeal_window_when_a_board_has_not_posted_does_not_run() -> None:
    window = appeal_window({HOST: day("2026-12-03"), PARTNER: None})
    assert isinstance(window, NotRunning)
    assert window.missing == (PARTNER,)
    assert window.reasons[0].law == "KL 9:32, 13:5"


def test_appeal_window_without_any_board_does_not_run() -> None:
    assert isinstance(appeal_window({}), NotRunning)


@pytest.mark.law("A-06")
def test_appeal_window_over_easter_tells_why_it_ends_later() -> None:
    window = appeal_window({HOST: day("2024-03-08")})
    assert isinstance(window, AppealWindow)
    assert codes(window.reasons) == [
        "notice.starts",
        "notice.end_moved",
        "calendar.good_friday",
        "calendar.saturday",
        "calendar.easter_sunday",
        "calendar.easter_monday",
    ]


@pytest.mark.law("A-04")
def test_notice_due_after_approval_on_thursday_is_saturday_and_late_after_monday() -> (
    None
):
    due = notice_due(day("2026-03-12"))
    assert (due.due, due.late_after) == (day("2026-03-14"), day("2026-03-16"))


def test_blocks_posting_when_approved_finds_nothing() -> None:
    assert blocks_posting(APPROVED, HOST) == []


@pytest.mark.law("KL 8:12")
@pytest.mark.parametrize(
    ("change", "municipality", "code"),
    [
        ({"approved_on": None}, HOST, "notice.not_approved"),
        ({}, 99, "notice.other_municipality"),
        ({"posted": POSTED}, HOST, "notice.already_posted"),
        ({"storage_place": " "}, HOST, "notice.storage_place_missing"),
    ],
)
def test_blocks_posting_when_something_is_missing_names_it(
    change: dict[str, Any], municipality: int, code: str
) -> None:
    assert codes(blocks_posting(replace(APPROVED, **change), municipality)) == [code]


@pytest.mark.parametrize(
    ("posted_on", "found"),
    [
        ("2020-09-28", ["notice.before_approval"]),
        ("2020-09-29", []),
        ("2020-10-02", []),
        ("2020-10-03", ["notice.day_to_come"]),
    ],
)
def test_blocks_posting_recorded_afterwards_keeps_to_days_that_can_be(
    posted_on: str, found: list[str]
) -> None:
    refusals = blocks_posting(
        APPROVED, PARTNER, posted_on=day(posted_on), today=day("2020-10-02")
    )
    assert codes(refusals) == found


@pytest.mark.law("A-05")
@pytest.mark.parametrize(
    ("today", "found"),
    [("2020-10-20", ["notice.too_early"]), ("2020-10-21", []), ("2021-01-01", [])],
)
def test_blocks_taking_down_until_the_day_after_the_last(
    today: str, found: list[str]
) -> None:
    facts = NoticeFacts(municipality=HOST, posted=POSTED)
    assert codes(blocks_taking_down(facts, day(today))) == found


@pytest.mark.law("A-07")
def test_blocks_taking_down_one_board_waits_for_the_other() -> None:
    posted = {HOST: day("2020-09-29"), PARTNER: day("2020-10-01")}
    facts = NoticeFacts(municipality=HOST, posted=posted)
    assert codes(blocks_taking_down(facts, day("2020-10-22"))) == ["notice.too_early"]
    assert blocks_taking_down(facts, day("2020-10-23")) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (NoticeFacts(HOST, {HOST: None}), "notice.not_posted"),
        (NoticeFacts(HOST, POSTED, day("2020-10-21")), "notice.already_down"),
        (
            NoticeFacts(HOST, {HOST: day("2026-12-03"), PARTNER: None}),
            "notice.clock_not_started",
        ),
    ],
)
def test_blocks_taking_down_what_is_not_up_or_has_no_clock(
    facts: NoticeFacts, code: str
) -> None:
    assert codes(blocks_taking_down(facts, day("2030-01-01"))) == [code]


@pytest.mark.law("A-05")
@pytest.mark.parametrize(
    ("posted", "hidden", "today", "state"),
    [
        ({HOST: None}, [], "2020-10-30", PeriodState.NOT_RUNNING),
        (POSTED, [], "2020-10-20", PeriodState.RUNNING),
        (POSTED, [], "2020-10-21", PeriodState.EXPIRED),
        (POSTED, ["2020-10-05"], "2020-10-30", PeriodState.NEEDS_ASSESSMENT),
        (POSTED, ["2020-10-21"], "2020-10-30", PeriodState.EXPIRED),
    ],
)
def test_period_state_follows_the_days_and_any_gap(
    posted: dict[int, date | None], hidden: list[str], today: str, state: str
) -> None:
    assert period_state(posted, [day(gap) for gap in hidden], day(today)) == state


@pytest.mark.law("A-09")
@pytest.mark.parametrize(
    ("posted", "today", "answer", "found"),
    [
        (POSTED, "2020-10-20", "Inget inkommet", ["notice.time_still_runs"]),
        (POSTED, "2020-10-21", "", ["notice.court_not_asked"]),
        (POSTED, "2020-10-21", "Inget inkommet", []),
        ({HOST: None}, "2020-10-21", "Inget", ["notice.clock_not_started"]),
    ],
)
def test_blocks_confirming_final_needs_time_and_the_courts_answer(
    posted: dict[int, date | None], today: str, answer: str, found: list[str]
) -> None:
    assert codes(blocks_confirming_final(posted, day(today), answer)) == found


def test_days_left_counts_the_last_day() -> None:
    window = appeal_window(POSTED)
    assert isinstance(window, AppealWindow)
    assert days_left(window, day("2020-10-20")) == 1
    assert days_left(window, day("2020-10-21")) == 0


@given(st.lists(DAYS, min_size=1, max_size=4))
def test_appeal_window_depends_on_nothing_but_the_last_posting(
    days: list[date],
) -> None:
    several = appeal_window(dict(enumerate(days)))
    one = appeal_window({0: max(days)})
    assert isinstance(several, AppealWindow)
    assert isinstance(one, AppealWindow)
    assert several.last_day == one.last_day


@given(DAYS, st.integers(0, 40))
def test_blocks_taking_down_is_free_exactly_from_the_day_after(
    posted: date, later: int
) -> None:
    facts = NoticeFacts(HOST, {HOST: posted})
    window = appeal_window(facts.posted)
    assert isinstance(window, AppealWindow)
    today = posted + timedelta(days=later)
    assert (not blocks_taking_down(facts, today)) == (today > window.last_day)
