"""Who gets which mail, when, and how many of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from minutes.subscription.enums import AskAnswer, Frequency, Topic, What

# An address that never answers is forgotten after this (GDPR 5.1 e).
CONFIRM_WITHIN = timedelta(hours=48)
# So many mails that ask for a confirmation may wait for one address.
MOST_PENDING = 3
MOST_SUBSCRIPTIONS = 20
# Whoever subscribes already is told so, but not more often than this.
REMIND_AFTER = timedelta(days=1)
# After so many refused mails in a row nothing more is sent, and later all is forgotten.
MOST_FAILURES = 3
FORGET_AFTER = timedelta(days=30)
# One mail lists no more than this.
MOST_LINES = 50
LONGEST_TARGET = 500
MORNING = 6

AUDIENCE: dict[Topic, frozenset[What]] = {
    Topic.BOARD: frozenset(
        {
            What.AGENDA,
            What.CANCELLED,
            What.MINUTES,
            What.NOTICE,
            What.ANNOUNCEMENT,
            What.PROCLAMATION,
        }
    ),
    Topic.NOTICE_BOARD: frozenset({What.NOTICE, What.ANNOUNCEMENT, What.PROCLAMATION}),
    Topic.CASE: frozenset({What.ITEM, What.POINT, What.PAPER, What.FOLLOW_UP}),
}


@dataclass(frozen=True)
class AskFacts:
    """What is known of an address when somebody asks for one more subscription."""

    is_subscribed: bool
    subscriptions: int
    pending_mails: int
    reminded_at: datetime | None


def answer_to(facts: AskFacts, at: datetime) -> AskAnswer:
    """Say which mail the address gets; what the page says is always the same."""
    if facts.is_subscribed or facts.subscriptions >= MOST_SUBSCRIPTIONS:
        was_told = facts.reminded_at and at - facts.reminded_at < REMIND_AFTER
        return AskAnswer.NOTHING if was_told else AskAnswer.REMIND
    if facts.pending_mails >= MOST_PENDING:
        return AskAnswer.NOTHING
    return AskAnswer.CONFIRM


def collected_until(frequency: str, at: datetime) -> datetime:
    """Return until when what is new goes into the mail that is due now.

    A day's mail goes out in the morning, a week's on Monday morning; `at` is local.
    """
    if frequency == Frequency.AT_ONCE:
        return at
    morning = at.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if at < morning:
        morning -= timedelta(days=1)
    if frequency == Frequency.WEEKLY:
        morning -= timedelta(days=morning.weekday())
    return morning
