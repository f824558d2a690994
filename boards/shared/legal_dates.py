"""The dates that follow from a meeting, an approval and its postings, with grounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from boards.shared.calendar import HOLIDAY_LAW, Reason, Rolled, previous_weekday, roll
from boards.shared.refusals import Refusal
from boards.shared.statutes import FIRST_DAY, Statute, StatuteName, statute

LAST_DAY = date(2999, 12, 31)
_DAY = timedelta(days=1)


class LegalDateCode(StrEnum):
    """Every kind of date that can follow; the names are a stable format."""

    SUMMONS_DEADLINE = "summons_deadline"
    APPROVAL_DUE = "approval_due"
    APPROVAL_LATE_AFTER = "approval_late_after"
    NOTICE_DUE = "notice_due"
    NOTICE_LATE_AFTER = "notice_late_after"
    APPEAL_START = "appeal_start"
    APPEAL_NOMINAL_END = "appeal_nominal_end"
    LAST_APPEAL_DAY = "last_appeal_day"
    EARLIEST_REMOVAL = "earliest_removal"
    FINAL_CANDIDATE = "final_candidate"


@dataclass(frozen=True)
class Deadline:
    """A day by which something is due, and the day after which it is late."""

    due: date
    late_after: date
    law: str
    reasons: tuple[Reason, ...] = ()

    def is_late(self, done_on: date) -> bool:
        """Say whether something done on a day was done too late."""
        return done_on > self.late_after


@dataclass(frozen=True)
class AppealPeriod:
    """The time to appeal, from the day it starts to what follows on its end."""

    start: date
    rolled: Rolled
    law: str

    @property
    def last_day(self) -> date:
        """The last day on which an appeal is in time (KL 13:5)."""
        return self.rolled.day

    @property
    def day_after(self) -> date:
        """The day the notice may come down and the decision may be final."""
        return self.rolled.day + _DAY


@dataclass(frozen=True)
class LegalDate:
    """One date that follows, with its law and why it is that day."""

    code: LegalDateCode
    day: date
    nominal: date
    law: str
    reason: Reason
    grounds: tuple[Reason, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether the day is another than the one counted to."""
        return self.day != self.nominal


def approval_deadline(meeting_day: date) -> Deadline:
    """Return when the minutes are to be approved: 14 days (KL 5:69; P-03)."""
    rule = statute(StatuteName.APPROVAL_DAYS, meeting_day)
    return _deadline(meeting_day, rule)


def notice_deadline(approved_on: date) -> Deadline:
    """Return when a notice is to be up: the second day after (KL 8:12; A-04)."""
    rule = statute(StatuteName.NOTICE_DAYS, approved_on)
    return _deadline(approved_on, rule)


def appeal_period(start: date) -> AppealPeriod:
    """Return the three weeks to appeal, on to the next weekday (KL 13:5; A-06)."""
    rule = statute(StatuteName.APPEAL_WEEKS, start)
    return AppealPeriod(start, roll(start + timedelta(weeks=rule.whole)), rule.law)


def summons_deadline(meeting_day: date) -> Deadline:
    """Return the last day to announce an assembly: a week before (KL 5:13; KL-01).

    Counted backwards, so it is never moved on; `reasons` proposes an earlier weekday.
    """
    rule = statute(StatuteName.SUMMONS_DAYS, meeting_day)
    due = meeting_day - timedelta(days=rule.whole)
    better = previous_weekday(due)
    proposal = Reason("calendar.earlier_weekday", "", {"day": better})
    return Deadline(due, due, rule.law, () if better == due else (proposal,))


def blocks_dates(
    posted: Sequence[date], meeting: date | None, approved: date | None
) -> list[Refusal]:
    """Find days that cannot be: unknown law, or an order that law forbids."""
    order = (
        ("meeting", meeting),
        ("approved", approved),
        ("posted", min_or_none(posted)),
    )
    days = [day for day in (meeting, approved, *posted) if day is not None]
    if any(not FIRST_DAY <= day <= LAST_DAY for day in days):
        values = {"first": FIRST_DAY, "last": LAST_DAY}
        return [Refusal("dates.outside_known_law", "", values)]
    known = [(name, day) for name, day in order if day is not None]
    return [
        Refusal(f"dates.{later}_before_{earlier}", _ORDER_LAW[later], {}, later)
        for (earlier, first), (later, second) in pairwise(known)
        if second < first
    ]


def legal_dates(
    *,
    posted: Sequence[date] = (),
    meeting: date | None = None,
    approved: date | None = None,
) -> list[LegalDate]:
    """Return every date that follows; many postings: a joint board (KL 9:32)."""
    found: list[LegalDate] = []
    if meeting is not None:
        found += [_summons(meeting), *_approval(meeting)]
    if approved is not None:
        found += _notice(approved)
    if posted:
        found += _appeal(posted)
    return found


def min_or_none(days: Sequence[date]) -> date | None:
    """Return the earliest day, `None` when there is none."""
    return min(days, default=None)


_ORDER_LAW = {"approved": "KL 5:69", "posted": "KL 8:12"}


def _deadline(start: date, rule: Statute) -> Deadline:
    """Count days, and let a day that is no weekday run on to the next that is."""
    rolled = roll(start + timedelta(days=rule.whole))
    return Deadline(rolled.nominal, rolled.day, rule.law, rolled.reasons)


def _summons(meeting: date) -> LegalDate:
    deadline = summons_deadline(meeting)
    reason = Reason("dates.summons_deadline", deadline.law, {"meeting": meeting})
    return LegalDate(
        LegalDateCode.SUMMONS_DEADLINE,
        deadline.due,
        deadline.due,
        deadline.law,
        reason,
        deadline.reasons,
    )


def _approval(meeting: date) -> list[LegalDate]:
    deadline = approval_deadline(meeting)
    codes = (LegalDateCode.APPROVAL_DUE, LegalDateCode.APPROVAL_LATE_AFTER)
    return _due_and_late(deadline, meeting, codes)


def _notice(approved: date) -> list[LegalDate]:
    deadline = notice_deadline(approved)
    codes = (LegalDateCode.NOTICE_DUE, LegalDateCode.NOTICE_LATE_AFTER)
    return _due_and_late(deadline, approved, codes)


def _due_and_late(
    deadline: Deadline, start: date, codes: tuple[LegalDateCode, LegalDateCode]
) -> list[LegalDate]:
    due, late = codes
    law, moved = deadline.law, deadline.due != deadline.late_after
    values = {
        "start": start,
        "days": (deadline.due - start).days,
        "nominal": deadline.due,
        "day": deadline.late_after,
    } | _why(deadline.reasons)
    late_code = "dates.late_after_moved" if moved else "dates.late_after"
    late_law = _with_roll(law, moved)
    return [
        LegalDate(
            due, deadline.due, deadline.due, law, Reason(f"dates.{due}", law, values)
        ),
        LegalDate(
            late,
            deadline.late_after,
            deadline.due,
            late_law,
            Reason(late_code, late_law, values),
            deadline.reasons,
        ),
    ]


def _appeal(posted: Sequence[date]) -> list[LegalDate]:
    """Return the five dates of the time to appeal, in order of time."""
    period = appeal_period(max(posted))
    start, rolled, law = period.start, period.rolled, period.law
    boards, moved = len(posted) > 1, rolled.is_moved
    values = {
        "start": start,
        "nominal": rolled.nominal,
        "day": rolled.day,
        "boards": len(posted),
    } | _why(rolled.reasons)
    after, nominal_after = period.day_after, rolled.nominal + _DAY
    code = LegalDateCode
    rows = (
        (code.APPEAL_START, start, start, f"KL 9:32; {law}" if boards else law),
        (code.APPEAL_NOMINAL_END, rolled.nominal, rolled.nominal, law),
        (code.LAST_APPEAL_DAY, rolled.day, rolled.nominal, _with_roll(law, moved)),
        (code.EARLIEST_REMOVAL, after, nominal_after, "KL 8:12"),
        (code.FINAL_CANDIDATE, after, nominal_after, law),
    )
    variants = {
        code.APPEAL_START: "_boards" if boards else "",
        code.LAST_APPEAL_DAY: "_moved" if moved else "",
    }
    return [
        LegalDate(
            which,
            day,
            nominal,
            where,
            Reason(f"dates.{which}{variants.get(which, '')}", where, values),
            rolled.reasons if which == code.LAST_APPEAL_DAY else (),
        )
        for which, day, nominal, where in rows
    ]


def _why(reasons: tuple[Reason, ...]) -> dict[str, object]:
    """Return what the counted day is, where it is no weekday, for the sentence."""
    return {"why": reasons[0]} if reasons else {}


def _with_roll(law: str, moved: bool) -> str:
    return f"{law}; {HOLIDAY_LAW}" if moved else law
