"""When a notice may go up and come down, and when the time to appeal ends."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boards.shared.calendar import Reason
from boards.shared.legal_dates import Deadline, appeal_period, notice_deadline
from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class ApprovalFacts:
    """A justering as its postings see it; `posted` has one entry per municipality."""

    approved_on: date | None
    posted: Mapping[int, date | None]
    storage_place: str


@dataclass(frozen=True)
class NoticeFacts:
    """One municipality's notice, with the posting days of all of them."""

    municipality: int
    posted: Mapping[int, date | None]
    taken_down_on: date | None = None
    has_interruption: bool = False


@dataclass(frozen=True)
class AppealWindow:
    """The time to appeal: when it starts and ends, and why."""

    start: date
    nominal_end: date
    last_day: date
    earliest_removal: date
    final_candidate: date
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class NotRunning:
    """No time to appeal runs: these municipalities have not posted yet."""

    missing: tuple[int, ...]
    reasons: tuple[Reason, ...]


class PeriodState(StrEnum):
    """Where the time to appeal stands; final is what a person confirms (KL 13:14)."""

    NOT_RUNNING = "not_running"
    RUNNING = "running"
    EXPIRED = "expired"
    NEEDS_ASSESSMENT = "needs_assessment"


def notice_due(approved_on: date) -> Deadline:
    """Return when the notice is to be up: the second day after (KL 8:12; A-04)."""
    return notice_deadline(approved_on)


def appeal_window(posted: Mapping[int, date | None]) -> AppealWindow | NotRunning:
    """Return three weeks from the last board's posting (KL 9:32, 13:5; A-06, A-07)."""
    days = [day for day in posted.values() if day is not None]
    missing = tuple(key for key, day in posted.items() if day is None)
    if missing or not days:
        values = {"posted": len(days), "boards": len(posted)}
        why = Reason("notice.clock_not_started", "KL 9:32, 13:5", values)
        return NotRunning(missing, (why,))
    period = appeal_period(max(days))
    rolled = period.rolled
    values_of_period = {
        "start": period.start,
        "nominal": rolled.nominal,
        "day": period.last_day,
        "boards": len(posted),
    }
    start = "notice.starts_with_last_board" if len(posted) > 1 else "notice.starts"
    end = "notice.end_moved" if rolled.is_moved else "notice.end"
    return AppealWindow(
        start=period.start,
        nominal_end=rolled.nominal,
        last_day=period.last_day,
        earliest_removal=period.day_after,
        final_candidate=period.day_after,
        reasons=(
            Reason(start, period.law, values_of_period),
            Reason(end, period.law, values_of_period),
            *rolled.reasons,
        ),
    )


def blocks_posting(
    facts: ApprovalFacts,
    municipality: int,
    *,
    posted_on: date | None = None,
    today: date | None = None,
) -> list[Refusal]:
    """Find what stops a notice from going up (KL 8:12, 9:32; A-03).

    A late posting is a posting (A-04). `posted_on` is for a board that others run: a
    day recorded afterwards, which can be neither before the approval nor to come.
    """
    found = []
    if facts.approved_on is None:
        found.append(Refusal("notice.not_approved", "KL 8:12"))
    if municipality not in facts.posted:
        found.append(Refusal("notice.other_municipality", "KL 9:32"))
    elif facts.posted[municipality] is not None:
        values = {"day": facts.posted[municipality]}
        found.append(Refusal("notice.already_posted", "KL 8:12", values))
    if not facts.storage_place.strip():
        found.append(Refusal("notice.storage_place_missing", "KL 8:12"))
    if posted_on is not None:
        found += _blocks_recorded_day(facts, posted_on, today)
    return found


def blocks_proof(told_by: str, address: str, *, has_file: bool) -> list[Refusal]:
    """Find what is missing from the proof of a posting on another's board (A-07)."""
    found = []
    if not told_by.strip():
        found.append(Refusal("notice.no_proof", "", {}, "told_by"))
    if not address.strip() and not has_file:
        found.append(Refusal("notice.proof_cannot_be_seen", "KL 9:32", {}, "address"))
    return found


def blocks_taking_down(facts: NoticeFacts, today: date) -> list[Refusal]:
    """Find what keeps a notice up: until the day after the last (KL 8:12, 13:5; A-05).

    The last day is that of the board which posted last, so one board's notice waits
    for the others.
    """
    if facts.posted.get(facts.municipality) is None:
        return [Refusal("notice.not_posted", "KL 8:12")]
    if facts.taken_down_on is not None:
        values = {"day": facts.taken_down_on}
        return [Refusal("notice.already_down", "KL 8:12", values)]
    window = appeal_window(facts.posted)
    if isinstance(window, NotRunning):
        return [
            Refusal(reason.code, reason.law, reason.values) for reason in window.reasons
        ]
    if today < window.earliest_removal:
        values = {"last_day": window.last_day, "removal": window.earliest_removal}
        return [Refusal("notice.too_early", "KL 8:12, 13:5", values)]
    return blocks_by_interruption(has_interruption=facts.has_interruption)


def blocks_by_interruption(*, has_interruption: bool) -> list[Refusal]:
    """Find whether anything waits for an interruption to be assessed (KL 13:5 st 2)."""
    if not has_interruption:
        return []
    return [Refusal("notice.interruption_unassessed", "KL 13:5")]


def period_state(
    posted: Mapping[int, date | None], hidden_on: Collection[date], today: date
) -> PeriodState:
    """Return where the time stands; a day off the board needs a person (KL 13:5; A-05).

    `hidden_on` holds the days on which some notice was not there to be read.
    """
    window = appeal_window(posted)
    if isinstance(window, NotRunning):
        return PeriodState.NOT_RUNNING
    if any(window.start <= day <= window.last_day for day in hidden_on):
        return PeriodState.NEEDS_ASSESSMENT
    return PeriodState.EXPIRED if today > window.last_day else PeriodState.RUNNING


def blocks_confirming_final(
    posted: Mapping[int, date | None], today: date, answer: str
) -> list[Refusal]:
    """Find what stops laga kraft: the time runs, or no court asked (KL 13:14; A-09)."""
    window = appeal_window(posted)
    found = []
    if isinstance(window, NotRunning):
        found += [Refusal(why.code, why.law, why.values) for why in window.reasons]
    elif today < window.final_candidate:
        values = {"last_day": window.last_day}
        found.append(Refusal("notice.time_still_runs", "KL 13:5", values))
    if not answer.strip():
        found.append(Refusal("notice.court_not_asked", "KL 13:14", {}, "answer"))
    return found


def mail_due(due: Deadline, day: date) -> str:
    """Return what a secretary is told of a notice not posted: due, late, or nothing.

    From the day before the last one on, and every day once it is late (KL 8:12; A-04).
    """
    if due.is_late(day):
        return "late"
    return "due" if day >= due.due - timedelta(days=1) else ""


def days_left(window: AppealWindow, today: date) -> int:
    """Return how many days remain, the last one counted; 0 when the time is over."""
    return max((window.last_day - today) // timedelta(days=1) + 1, 0)


def _blocks_recorded_day(
    facts: ApprovalFacts, posted_on: date, today: date | None
) -> list[Refusal]:
    found = []
    if facts.approved_on is not None and posted_on < facts.approved_on:
        values = {"approved_on": facts.approved_on}
        refusal = Refusal("notice.before_approval", "KL 8:12", values, "posted_on")
        found.append(refusal)
    if today is not None and posted_on > today:
        found.append(Refusal("notice.day_to_come", "KL 8:12", {}, "posted_on"))
    return found
