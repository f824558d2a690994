"""What stands against opening, attendance and the choice of justerare."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from boards.shared.refusals import Refusal
from minutes.meeting.enums import MeetingState

ROLL_OPEN = frozenset({MeetingState.IN_SESSION, MeetingState.CLOSED})


@dataclass(frozen=True, slots=True)
class ApproverFacts:
    """Who the meeting chose to approve its minutes, and who may be chosen."""

    chosen: tuple[int, ...]
    wanted: int
    served: frozenset[int]
    chair: int | None


def blocks_roll(state: str, *, is_frozen: bool) -> list[Refusal]:
    """Refuse attendance before the meeting, and once the minutes are frozen."""
    if state not in ROLL_OPEN:
        return [Refusal("attendance.not_in_session")]
    return [Refusal("attendance.is_frozen")] if is_frozen else []


def blocks_approvers(facts: ApproverFacts) -> list[Refusal]:
    """Refuse too few or many, the chair, and those who did not serve (KL 5:69)."""
    field, found = "approvers", []
    if len(set(facts.chosen)) != facts.wanted:
        values = {"wanted": facts.wanted, "chosen": len(set(facts.chosen))}
        found.append(Refusal("approvers.wrong_number", "KL 5:69", values, field))
    if facts.chair in facts.chosen:
        found.append(Refusal("approvers.chair_signs_anyway", "KL 5:69", {}, field))
    if set(facts.chosen) - facts.served:
        found.append(Refusal("approvers.did_not_serve", "KL 5:69", {}, field))
    return found


def blocks_closing(starts_at: datetime, ends_at: datetime) -> list[Refusal]:
    """Refuse an end that is not after the start."""
    if ends_at > starts_at:
        return []
    return [Refusal("meeting.ends_before_start", field="ends_at")]


def blocks_stay(
    first: int, stays: Sequence[tuple[int | None, int | None]]
) -> list[Refusal]:
    """Refuse an arrival of somebody who is already there from that point on."""
    if any(last is None or last >= first for _first, last in stays):
        return [Refusal("attendance.is_already_there", field="item")]
    return []
