"""What stands against opening, attendance and the choice of justerare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from boards.membership.enums import PRESIDIUM
from boards.shared.refusals import Refusal
from minutes.meeting.enums import MeetingState
from minutes.meeting.rules.facts import PresenceFacts, RollFacts, Span
from minutes.meeting.rules.serving import blocks_resuming, serving_at

ROLL_OPEN = frozenset({MeetingState.IN_SESSION, MeetingState.CLOSED})


@dataclass(frozen=True, slots=True)
class ApproverFacts:
    """Who the meeting chose to approve its minutes, and who may be chosen.

    For a single point nobody need be chosen: then the meeting's approvers sign it too.
    """

    chosen: tuple[int, ...]
    wanted: int
    served: frozenset[int]
    chair: int | None
    reserves: tuple[int, ...] = ()
    is_single_point: bool = False


def blocks_roll(state: str, *, is_frozen: bool) -> list[Refusal]:
    """Refuse attendance before the meeting, and once the minutes are frozen."""
    if state not in ROLL_OPEN:
        return [Refusal("attendance.not_in_session")]
    return [Refusal("attendance.is_frozen")] if is_frozen else []


def blocks_approvers(facts: ApproverFacts) -> list[Refusal]:
    """Refuse too few or many, the chair, and those who did not serve (KL 5:69)."""
    field, found = "approvers", []
    count = len(set(facts.chosen))
    is_right = count <= facts.wanted if facts.is_single_point else count == facts.wanted
    if not is_right:
        values = {"wanted": facts.wanted, "chosen": count}
        found.append(Refusal("approvers.wrong_number", "KL 5:69", values, field))
    if facts.chair in facts.chosen:
        found.append(Refusal("approvers.chair_signs_anyway", "KL 5:69", {}, field))
    if set(facts.chosen) - facts.served:
        found.append(Refusal("approvers.did_not_serve", "KL 5:69", {}, field))
    return found + blocks_reserves(facts)


def blocks_reserves(facts: ApproverFacts) -> list[Refusal]:
    """Refuse a reserve who is chosen already, signs as chair, or did not serve."""
    field, found = "reserves", []
    if set(facts.reserves) & set(facts.chosen):
        found.append(Refusal("approvers.reserve_is_chosen", "KL 5:69", {}, field))
    if facts.chair in facts.reserves:
        found.append(Refusal("approvers.chair_signs_anyway", "KL 5:69", {}, field))
    if set(facts.reserves) - facts.served:
        found.append(Refusal("approvers.did_not_serve", "KL 5:69", {}, field))
    return found


def blocks_chair(facts: RollFacts, member: int, span: Span) -> list[Refusal]:
    """Refuse a chosen chair where the presidium serves, or who does not (KL 6:20)."""
    presidium = {row.pk for row in facts.members if row.role in PRESIDIUM}
    served = [serving_at(facts, place) for place in span.positions(facts.positions)]
    lacking = [row for row in served if not presidium & set(row.deciders)]
    if not lacking:
        return [Refusal("chair.presidium_serves", "KL 6:20", {}, "chair")]
    if any(member not in row.deciders for row in lacking):
        return [Refusal("chair.does_not_serve", "KL 6:20", {}, "chair")]
    if any(row.position in facts.chosen_chairs for row in lacking):
        return [Refusal("chair.is_chosen", "KL 6:20", {}, "chair")]
    return []


def blocks_closing(starts_at: datetime, ends_at: datetime) -> list[Refusal]:
    """Refuse an end that is not after the start."""
    if ends_at > starts_at:
        return []
    return [Refusal("meeting.ends_before_start", field="ends_at")]


def blocks_stay(
    arrival: PresenceFacts, stays: Iterable[PresenceFacts]
) -> list[Refusal]:
    """Refuse an arrival of somebody who is already there from that point on.

    One who lost the link within a point may come back within it.
    """
    first = arrival.span.first or 0
    for stay in stays:
        last = stay.span.last
        is_back = last == first and stay.ends_within and arrival.begins_within
        if last is None or last > first or (last == first and not is_back):
            return [Refusal("attendance.is_already_there", field="item")]
    return []


def blocks_stays(facts: RollFacts, member: int, reason: str) -> list[Refusal]:
    """Refuse stays that bring somebody back who broke off (KL 5:20; KL-06).

    `facts` is the roll with the new stays.
    """
    for position in facts.positions:
        if member in serving_at(facts, position).deciders:
            found = blocks_resuming(facts, member, position, reason)
            if found:
                return found
    return []


@dataclass(frozen=True, slots=True)
class PauseFacts:
    """When a meeting began and ended, and its pauses; an open end is None."""

    starts_at: datetime
    ends_at: datetime | None
    pauses: tuple[tuple[datetime, datetime | None], ...] = ()

    @property
    def since(self) -> datetime | None:
        """When the pause began that is not over yet."""
        return next((start for start, end in self.pauses if end is None), None)


def blocks_adjourning(
    facts: PauseFacts, from_at: datetime, to_at: datetime | None
) -> list[Refusal]:
    """Refuse a pause within a pause, outside the meeting, or that ends before it."""
    if facts.since is not None:
        return [Refusal("meeting.is_adjourned", field="from_at")]
    if from_at < facts.starts_at or (facts.ends_at and from_at >= facts.ends_at):
        return [Refusal("meeting.pause_outside", field="from_at")]
    if to_at is not None and to_at <= from_at:
        return [Refusal("meeting.pause_ends_before", field="to_at")]
    if to_at is None and facts.ends_at is not None:
        return [Refusal("meeting.pause_needs_end", field="to_at")]
    until = to_at or datetime.max.replace(tzinfo=from_at.tzinfo)
    overlaps = any(
        end is None or (start < until and from_at < end) for start, end in facts.pauses
    )
    return [Refusal("meeting.pause_overlaps", field="from_at")] if overlaps else []


def blocks_resuming_session(facts: PauseFacts, to_at: datetime) -> list[Refusal]:
    """Refuse to go on when nothing was paused, or before the pause began."""
    if facts.since is None:
        return [Refusal("meeting.is_not_adjourned")]
    if to_at <= facts.since:
        return [Refusal("meeting.pause_ends_before", field="to_at")]
    return []


def blocks_closing_paused(facts: PauseFacts, ends_at: datetime) -> list[Refusal]:
    """Refuse to end a meeting that is paused, or before its last pause was over."""
    if facts.since is not None:
        return [Refusal("meeting.is_adjourned", field="ends_at")]
    last = max((end for _start, end in facts.pauses if end), default=None)
    if last is not None and ends_at < last:
        return [Refusal("meeting.ends_before_pause", field="ends_at")]
    return []
