"""What a plan may say and when a handling is due, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.refusals import Refusal
from cases.document.enums import DocumentKind
from cases.retention import rules
from cases.retention.enums import Outcome, StartEvent
from cases.retention.rules import DocumentFacts, PlanFacts, RuleFacts

pytestmark = pytest.mark.law("R-02")

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
YEARS = st.integers(1, rules.LONGEST)
REGISTERED, CLOSED, APPROVED = (
    date(2020, 2, 3),
    date(2020, 10, 1),
    date(2020, 9, 29),
)


def letter(years: int | None = 5, start: str = StartEvent.CASE_CLOSED) -> RuleFacts:
    outcome = Outcome.YEARS if years else Outcome.INACTIVE
    return RuleFacts(DocumentKind.LETTER, outcome, years, start)


def facts(**values: object) -> DocumentFacts:
    said = {
        "kind": DocumentKind.LETTER,
        "registered_on": REGISTERED,
        "closed_on": CLOSED,
        "approved_on": APPROVED,
    }
    return DocumentFacts(**said | values)


def codes(found: object) -> list[str]:
    return [one.code for one in found]


@given(day=DAYS, years=YEARS)
def test_years_when_counted_then_all_of_them_have_passed_and_not_a_day_more(
    day: date, years: int
) -> None:
    end = rules.after_years(day, years)
    assert end.year == day.year + years
    assert (end.month, end.day) >= (day.month, day.day)
    assert end - timedelta(days=1) < date(end.year, 12, 31)
    is_same = (end.month, end.day) == (day.month, day.day)
    assert is_same or (day.month, day.day, end.month, end.day) == (2, 29, 3, 1)


@given(first=DAYS, second=DAYS, years=YEARS)
def test_years_when_one_begins_later_then_it_never_ends_earlier(
    first: date, second: date, years: int
) -> None:
    early, late = sorted([first, second])
    assert rules.after_years(early, years) <= rules.after_years(late, years)


@pytest.mark.parametrize(
    ("day", "years", "end"),
    [
        (date(2021, 1, 15), 10, date(2031, 1, 15)),
        (date(2020, 2, 29), 1, date(2021, 3, 1)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
        (date(1999, 12, 31), 2, date(2001, 12, 31)),
    ],
)
def test_years_when_it_is_a_leap_day_then_never_early(
    day: date, years: int, end: date
) -> None:
    assert rules.after_years(day, years) == end


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (StartEvent.CASE_CLOSED, date(2025, 10, 1)),
        (StartEvent.MINUTES_APPROVED, date(2025, 9, 29)),
        (StartEvent.REGISTERED, date(2025, 2, 3)),
    ],
)
def test_due_when_counted_from_an_event_then_from_that_day(
    start: StartEvent, due: date
) -> None:
    found = rules.verdict(facts(), letter(start=start))
    assert found.due_on == due
    assert not found.is_due(due - timedelta(days=1))
    assert found.is_ready(due)


def test_due_when_no_longer_of_use_then_from_the_event_itself() -> None:
    assert rules.verdict(facts(), letter(None)).due_on == CLOSED


def test_due_when_the_event_has_not_happened_then_on_no_day() -> None:
    rule = letter(start=StartEvent.MINUTES_APPROVED)
    assert rules.verdict(facts(approved_on=None), rule).due_on is None


def test_due_when_the_case_is_open_then_it_stands_against() -> None:
    rule = letter(start=StartEvent.REGISTERED)
    found = rules.verdict(facts(closed_on=None), rule)
    assert codes(found.blocks) == ["retention.case_open"]
    assert not found.is_ready(date(2099, 1, 1))


def test_due_when_there_is_no_plan_or_no_rule_then_it_says_which() -> None:
    without = rules.verdict(facts(), None, has_plan=False)
    assert codes(without.blocks) == ["retention.no_plan"]
    assert codes(rules.verdict(facts(), None).blocks) == ["retention.no_rule"]


def test_due_when_preserved_then_only_once_an_archive_has_it() -> None:
    rule = RuleFacts("decision", Outcome.PRESERVE, None, StartEvent.CASE_CLOSED)
    kept = rules.verdict(facts(kind="decision"), rule)
    assert codes(kept.blocks) == ["retention.not_delivered"]
    delivered = facts(kind="decision", is_delivered=True)
    assert rules.verdict(delivered, rule).is_ready(CLOSED)


@given(delivered=st.booleans(), outcome=st.sampled_from(Outcome), on=DAYS)
def test_minutes_whatever_a_rule_says_then_they_stay(
    delivered: bool, outcome: Outcome, on: date
) -> None:
    years = 1 if outcome == Outcome.YEARS else None
    rule = RuleFacts(DocumentKind.MINUTES, outcome, years, StartEvent.CASE_CLOSED)
    minutes = facts(kind=DocumentKind.MINUTES, is_delivered=delivered)
    found = rules.verdict(minutes, rule)
    assert codes(found.blocks) == ["retention.minutes_stay"]
    assert not found.is_ready(on)


@given(holds=st.lists(st.sampled_from(["a", "b", "c"]), max_size=3), on=DAYS)
def test_holds_when_there_are_any_then_each_is_told_and_nothing_goes(
    holds: list[str], on: date
) -> None:
    found = rules.verdict(facts(holds=tuple(Refusal(code) for code in holds)), letter())
    assert codes(found.blocks) == holds
    assert found.is_ready(on) == (not holds and on >= date(2025, 10, 1))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (RuleFacts("minutes", "years", 10, "case_closed"), "minutes_preserved"),
        (RuleFacts("minutes", "inactive", None, "case_closed"), "minutes_preserved"),
        (RuleFacts("letter", "years", None, "case_closed"), "no_years"),
        (RuleFacts("letter", "years", 0, "case_closed"), "no_years"),
        (RuleFacts("letter", "years", 201, "case_closed"), "no_years"),
        (RuleFacts("letter", "preserve", 5, "case_closed"), "years_unused"),
        (RuleFacts("opinion", "years", 5, "case_closed"), "rule_exists"),
    ],
)
def test_rule_when_it_cannot_stand_then_it_is_refused(
    rule: RuleFacts, code: str
) -> None:
    assert codes(rules.blocks_rule(rule, ["opinion"])) == [f"retention.{code}"]


def test_rule_when_minutes_are_preserved_then_it_stands() -> None:
    rule = RuleFacts("minutes", Outcome.PRESERVE, None, StartEvent.CASE_CLOSED)
    assert rules.blocks_rule(rule, []) == []


DAY = date(2020, 1, 15)
WHOLE = PlanFacts("draft", 3, "ITVT 10/2017", DAY, DAY)


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (PlanFacts("adopted", 3, "ITVT 10/2017", DAY, DAY), "adopted"),
        (PlanFacts("draft", 0, "ITVT 10/2017", DAY, DAY), "no_rules"),
        (PlanFacts("draft", 3, " ", DAY, DAY), "no_decision"),
        (PlanFacts("draft", 3, "x", date(2020, 1, 16), DAY), "decided_ahead"),
        (PlanFacts("draft", 3, "x", None, DAY), "decided_ahead"),
        (PlanFacts("draft", 3, "x", DAY, date(2020, 1, 14)), "valid_too_early"),
        (PlanFacts("draft", 3, "x", DAY, None), "valid_too_early"),
        (PlanFacts("draft", 3, "x", DAY, DAY, DAY), "before_previous"),
    ],
)
def test_adopting_when_something_lacks_then_it_is_refused(
    plan: PlanFacts, code: str
) -> None:
    assert codes(rules.blocks_adopting(plan, DAY)) == [f"retention.{code}"]


def test_adopting_when_whole_then_nothing_stands_against() -> None:
    assert rules.blocks_adopting(WHOLE, DAY) == []
