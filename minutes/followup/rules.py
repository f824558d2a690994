"""When a beslutspunkt may be marked as carried out or reported back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class MarkFacts:
    """A beslutspunkt and what is said of it; `personal` is what names somebody."""

    is_approved: bool
    decided_on: date
    done_on: date
    today: date
    is_marked: bool
    personal: Sequence[str] = ()


def blocks_marking(facts: MarkFacts) -> list[Refusal]:
    """Return why it cannot be marked: not approved, a day that cannot be, a name."""
    found = []
    if not facts.is_approved:
        found.append(Refusal("followup.not_approved", "KL 5:69"))
    if facts.is_marked:
        found.append(Refusal("followup.marked_already", field="kind"))
    if facts.done_on < facts.decided_on:
        values = {"day": f"{facts.decided_on}"}
        found.append(Refusal("followup.before_decision", "", values, "done_on"))
    if facts.done_on > facts.today:
        found.append(Refusal("followup.not_yet", field="done_on"))
    if facts.personal:
        values = {"found": ", ".join(facts.personal)}
        found.append(Refusal("followup.personal", "GDPR 5.1 c", values, "text"))
    return found


def blocks_taking_back(*, is_taken_back: bool, reason: str) -> list[Refusal]:
    """Return why a mark cannot be taken back."""
    found = []
    if is_taken_back:
        found.append(Refusal("followup.taken_back_already"))
    if not reason.strip():
        found.append(Refusal("followup.no_reason", field="reason"))
    return found
