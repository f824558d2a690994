"""What may be done with an ärende."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal
from cases.case.enums import CaseState


@dataclass(frozen=True)
class CaseFacts:
    """An ärende as the rules see it; `drafts` are working papers not registered."""

    state: str
    drafts: tuple[str, ...] = ()


def blocks_opening(day: date, today: date, *, has_regulations: bool) -> list[Refusal]:
    """Refuse a day to come, and a board whose number pattern nobody has entered."""
    found = [] if day <= today else [Refusal("case.day_to_come", field="opened_on")]
    if not has_regulations:
        found.append(Refusal("case.no_regulations"))
    return found


def blocks_change(facts: CaseFacts) -> list[Refusal]:
    """Refuse everything in a closed ärende."""
    if facts.state == CaseState.CLOSED:
        return [Refusal("case.closed")]
    return []


def blocks_reopening(facts: CaseFacts, reason: str) -> list[Refusal]:
    """Refuse to open again what is open, or without saying why."""
    found = []
    if facts.state != CaseState.CLOSED:
        found.append(Refusal("case.is_open"))
    if not reason.strip():
        found.append(Refusal("case.no_reason", field="reason"))
    return found


def blocks_closing(facts: CaseFacts) -> list[Refusal]:
    """Refuse to close while drafts are not dealt with (TF 2:12; D-11)."""
    found = blocks_change(facts)
    if facts.drafts:
        values = {"drafts": "; ".join(facts.drafts), "count": len(facts.drafts)}
        found.append(Refusal("case.drafts_left", "TF 2:12", values))
    return found
