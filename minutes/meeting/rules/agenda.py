"""May the agenda be changed, and may the kallelse go (KL 6:17, 6:23)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal
from minutes.meeting.enums import (
    FORCED_CAUSES,
    MEETING_TRANSITIONS,
    AgendaCause,
    AgendaKind,
    MeetingState,
    MeetingVerb,
)
from minutes.meeting.rules.summons import SummonsDeadline

AGENDA_OPEN = frozenset(
    {MeetingState.PLANNED, MeetingState.CALLED, MeetingState.IN_SESSION}
)
ASSEMBLY_KINDS = frozenset({AgendaKind.INTERPELLATION, AgendaKind.QUESTION})
SUMMONABLE = frozenset({MeetingState.PLANNED, MeetingState.CALLED})


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """A handling somebody wants to put under a point."""

    same_board: bool
    is_secret: bool
    has_note: bool


@dataclass(frozen=True, slots=True)
class SummonsFacts:
    """A meeting somebody wants to call."""

    state: str
    kinds: tuple[str, ...]
    has_started: bool
    lateness: Sequence[Refusal]
    is_late_confirmed: bool
    recipients: int


def blocks_verb(state: str, verb: MeetingVerb) -> list[Refusal]:
    """Refuse what the meeting's state does not allow."""
    if (state, verb) in MEETING_TRANSITIONS:
        return []
    return [Refusal(f"meeting.cannot_{verb}")]


def blocks_change(state: str) -> list[Refusal]:
    """Refuse a new time or place once the meeting has begun."""
    return [] if state in SUMMONABLE else [Refusal("meeting.has_begun")]


def blocks_agenda(state: str) -> list[Refusal]:
    """Refuse changes of the agenda of a meeting that is over or will not be."""
    return [] if state in AGENDA_OPEN else [Refusal("agenda.is_settled")]


def blocks_case(*, same_board: bool, is_open: bool) -> list[Refusal]:
    """Refuse a point about another board's ärende, or about a closed one."""
    if not same_board:
        return [Refusal("agenda.case_of_other_board", field="case")]
    if not is_open:
        return [Refusal("agenda.case_is_closed", field="case")]
    return []


def blocks_paper(facts: PaperFacts) -> list[Refusal]:
    """Refuse other boards' handlingar, and secret ones without a note (OSL 8:1)."""
    if not facts.same_board:
        return [Refusal("agenda.paper_of_other_board", field="document")]
    if facts.is_secret and not facts.has_note:
        return [Refusal("agenda.secret_paper_needs_note", "OSL 8:1", field="note")]
    return []


def blocks_summons(facts: SummonsFacts) -> list[Refusal]:
    """Refuse an empty agenda and, until it is confirmed, a late kallelse (KL-02)."""
    refusals = blocks_verb(facts.state, MeetingVerb.SUMMON)
    if refusals:
        return refusals
    if facts.has_started:
        return [Refusal("summons.after_start")]
    if not has_matters(facts.kinds):
        refusals.append(Refusal("summons.empty_agenda"))
    if not facts.recipients:
        refusals.append(Refusal("summons.nobody_serves", "KL 6:17"))
    if not facts.is_late_confirmed:
        refusals.extend(facts.lateness)
    return refusals


def blocks_announcing(
    state: str, kinds: Sequence[str], *, is_assembly: bool, has_started: bool
) -> list[Refusal]:
    """Refuse to announce a nämnd, a meeting that has begun, or no matters (KL 5:13)."""
    if not is_assembly:
        return [Refusal("announcement.only_assembly", "KL 5:13")]
    if state not in SUMMONABLE or has_started:
        return [Refusal("announcement.after_start", "KL 5:13")]
    if not has_matters(kinds):
        return [Refusal("announcement.without_matters", "KL 5:13")]
    return []


def lateness(due: SummonsDeadline, sent_on: date) -> list[Refusal]:
    """Warn that the kallelse is later than law or reglemente says (KL-01, KL-02)."""
    if not due.is_late(sent_on):
        return []
    values = {"latest": f"{due.latest:%Y-%m-%d}"}
    return [Refusal("summons.late", due.law, values, field="is_late_confirmed")]


def blocks_continuing(state: str, *, has_points: bool, is_later: bool) -> list[Refusal]:
    """Refuse to continue what is not over, is finished, or would begin before it."""
    if state != MeetingState.CLOSED:
        return [Refusal("meeting.not_closed_yet")]
    if not has_points:
        return [Refusal("meeting.nothing_left")]
    return [] if is_later else [Refusal("meeting.continues_before", field="starts_at")]


def blocks_settling_agenda(state: str) -> list[Refusal]:
    """Refuse to settle the agenda when the meeting is not in session."""
    is_open = state == MeetingState.IN_SESSION
    return [] if is_open else [Refusal("agenda.not_in_session")]


def blocks_taking_off(cause: str) -> list[Refusal]:
    """Refuse to take off what law or the nämnd has put there (KL 6:39–40; KL-15)."""
    if cause not in FORCED_CAUSES:
        return []
    law = "KL 6:39" if cause == AgendaCause.URGENT_DECISION else "KL 6:40"
    return [Refusal("agenda.is_forced", law)]


def blocks_kind(kind: str, *, is_assembly: bool) -> list[Refusal]:
    """Refuse interpellationer and frågor outside an assembly (KL 5:59–64)."""
    if is_assembly or kind not in ASSEMBLY_KINDS:
        return []
    return [Refusal("agenda.only_in_assembly", "KL 5:59", {}, "kind")]


def has_matters(kinds: Iterable[str]) -> bool:
    """Say whether there is anything on the agenda besides the opening."""
    return any(kind != AgendaKind.OPENING for kind in kinds)
