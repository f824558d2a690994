"""Which mail an address gets, and when."""

from datetime import date, timedelta

import pytest

from boards.shared.clock import local
from minutes.subscription.enums import AskAnswer, Frequency
from minutes.subscription.rules import (
    MOST_PENDING,
    MOST_SUBSCRIPTIONS,
    AskFacts,
    answer_to,
    collected_until,
)

TUESDAY = date(2026, 5, 5)
NOON = local(TUESDAY, 12)


@pytest.mark.law("GDPR-6")
@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (AskFacts(False, 0, 0, None), AskAnswer.CONFIRM),
        (AskFacts(False, 0, MOST_PENDING - 1, None), AskAnswer.CONFIRM),
        (AskFacts(False, 0, MOST_PENDING, None), AskAnswer.NOTHING),
        (AskFacts(True, 1, 0, None), AskAnswer.REMIND),
        (AskFacts(True, 1, 0, NOON - timedelta(hours=1)), AskAnswer.NOTHING),
        (AskFacts(True, 1, 0, NOON - timedelta(days=2)), AskAnswer.REMIND),
        (AskFacts(False, MOST_SUBSCRIPTIONS, 0, None), AskAnswer.REMIND),
    ],
)
def test_ask_then_the_address_gets_one_of_three_mails(
    facts: AskFacts, answer: AskAnswer
) -> None:
    assert answer_to(facts, NOON) == answer


@pytest.mark.parametrize(
    ("frequency", "at", "until"),
    [
        (Frequency.AT_ONCE, NOON, NOON),
        (Frequency.DAILY, NOON, local(TUESDAY, 6)),
        (Frequency.DAILY, local(TUESDAY, 5, 59), local(date(2026, 5, 4), 6)),
        (Frequency.WEEKLY, NOON, local(date(2026, 5, 4), 6)),
        (Frequency.WEEKLY, local(date(2026, 5, 4), 5), local(date(2026, 4, 27), 6)),
        (Frequency.WEEKLY, local(date(2026, 3, 30), 7), local(date(2026, 3, 30), 6)),
    ],
)
def test_letter_then_it_holds_what_came_before_its_morning(
    frequency: Frequency, at: object, until: object
) -> None:
    assert collected_until(frequency, at) == until  # type: ignore[arg-type]
