"""What may be published, by whom, and until when (D-17, D-18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal
from minutes.privacy.enums import (
    CHOSEN_GROUNDS,
    TRANSITIONS,
    Choice,
    FindingKind,
    GateState,
    Step,
)


@dataclass(frozen=True)
class Chosen:
    """A finding, what was chosen for it, and the field where it was chosen."""

    kind: str
    choice: str
    field: str = ""


@dataclass(frozen=True)
class PublishFacts:
    """A decision to publish; `is_file` has only bytes, which nobody can mask."""

    state: GateState
    chosen: tuple[Chosen, ...]
    ground: str
    ends_on: date | None
    today: date
    is_same: bool = True
    is_file: bool = False
    is_secret: bool = False
    names_protected: bool = False


def blocks_publishing(facts: PublishFacts) -> list[Refusal]:
    """Find what stops a decision: choices, ground or days that are missing (D-17)."""
    if (facts.state, Step.PUBLISH) not in TRANSITIONS:
        return [Refusal("privacy.published_already")]
    if facts.is_secret:
        return [Refusal("privacy.is_secret", "OSL 8:1")]
    if facts.names_protected:
        return [Refusal("privacy.names_protected", "OSL 21:3")]
    if not facts.is_same:
        return [Refusal("privacy.changed_meanwhile")]
    found = [no for one in facts.chosen for no in blocks_choice(one, facts)]
    if facts.ground not in CHOSEN_GROUNDS:
        found.append(Refusal("privacy.no_ground", "GDPR art. 6", {}, "ground"))
    if facts.ends_on and facts.ends_on < facts.today:
        found.append(Refusal("privacy.ends_past", "", {}, "ends_on"))
    return found


def blocks_choice(chosen: Chosen, facts: PublishFacts) -> list[Refusal]:
    """Refuse no choice, a number or a secret handling shown, or a file to be masked."""
    if chosen.choice == Choice.NONE:
        return [Refusal("privacy.no_choice", "", {}, chosen.field)]
    if chosen.choice == Choice.PUBLISH:
        return blocks_showing(chosen)
    if facts.is_file:
        return [Refusal("privacy.file_not_masked", "", {}, chosen.field)]
    return []


def blocks_showing(chosen: Chosen) -> list[Refusal]:
    """Refuse to show a personnummer (D-18) or a handling that is marked secret."""
    if chosen.kind == FindingKind.PERSONAL_NUMBER:
        law = "dataskyddslagen 3:10"
        return [Refusal("privacy.personal_number", law, {}, chosen.field)]
    if chosen.kind == FindingKind.SECRET_DOCUMENT:
        return [Refusal("privacy.secret_document", "OSL 8:1", {}, chosen.field)]
    return []


def blocks_confirming(
    *, state: GateState, decided_by: int | None, by: int | None, is_same: bool
) -> list[Refusal]:
    """Refuse a second pair of eyes that is the first one, or has nothing to look at."""
    if (state, Step.CONFIRM) not in TRANSITIONS:
        return [Refusal("privacy.nothing_to_confirm")]
    if not is_same:
        return [Refusal("privacy.changed_meanwhile")]
    return [Refusal("privacy.same_person")] if decided_by == by else []


def blocks_withdrawing(*, state: GateState, reason: str) -> list[Refusal]:
    """Refuse to take back what is not public, or without saying why."""
    if (state, Step.WITHDRAW) not in TRANSITIONS:
        return [Refusal("privacy.not_published")]
    if not reason.strip():
        return [Refusal("privacy.no_reason", "", {}, "reason")]
    return []


def is_over(ends_on: date | None, today: date) -> bool:
    """Say whether the ground for personal data has ended: its last day is past."""
    return ends_on is not None and ends_on < today
