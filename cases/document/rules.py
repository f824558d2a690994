"""What a handling must tell before it is registered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from boards.shared.calendar import next_weekday
from boards.shared.refusals import Refusal
from cases.document.enums import Direction


@dataclass(frozen=True)
class DocumentFacts:
    """A handling as the rules see it."""

    direction: str
    subject: str
    counterparty: str
    handled_on: date | None


def registered_by(handled_on: date) -> date:
    """Return the last day to register: the weekday after it came in (OSL 5:1)."""
    return next_weekday(handled_on + timedelta(days=1))


def is_late(facts: DocumentFacts, today: date) -> bool:
    """Say whether a received handling has waited too long for its number (D-01)."""
    if facts.direction != Direction.RECEIVED or facts.handled_on is None:
        return False
    return today > registered_by(facts.handled_on)


def blocks_draft(facts: DocumentFacts, today: date) -> list[Refusal]:
    """Refuse a draft nobody can tell from another, or one of a day to come."""
    needed = {"handled_on", "subject"}
    return [no for no in blocks_registering(facts, today) if no.field in needed]


def blocks_registering(facts: DocumentFacts, today: date) -> list[Refusal]:
    """Refuse a handling without its four facts, or of a day to come (OSL 5:2)."""
    found = []
    if facts.handled_on is None:
        found.append(Refusal("document.no_date", "OSL 5:2", field="handled_on"))
    elif facts.handled_on > today:
        found.append(Refusal("document.day_to_come", field="handled_on"))
    if not facts.subject.strip():
        found.append(Refusal("document.no_subject", "OSL 5:2", field="subject"))
    if facts.direction != Direction.DRAWN_UP and not facts.counterparty.strip():
        code = {
            Direction.RECEIVED: "document.no_sender",
            Direction.SENT: "document.no_recipient",
        }[Direction(facts.direction)]
        found.append(Refusal(code, "OSL 5:2", field="counterparty"))
    return found
