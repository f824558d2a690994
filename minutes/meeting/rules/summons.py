"""When a summons has to be sent, and what is late on the agenda."""

from dataclasses import dataclass
from datetime import date, timedelta

from boards.shared.calendar import previous_weekday
from boards.shared.legal_dates import summons_deadline
from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class SummonsDeadline:
    """The last day to send, an earlier weekday when it is none, and who decided."""

    latest: date
    proposed: date
    law: str

    def is_late(self, sent_on: date) -> bool:
        """Say whether a summons sent that day was sent too late."""
        return sent_on > self.latest


def summons_due(
    meeting_day: date, *, days: int, is_assembly: bool = False
) -> SummonsDeadline:
    """Return the last day of the summons: KL 5:13, or the reglemente (KL-01, KL-02).

    Counted backwards, so it is never moved on to a later weekday.
    """
    latest, law = meeting_day - timedelta(days=days), "reglementet"
    if is_assembly:
        statutory = summons_deadline(meeting_day)
        latest, law = min(latest, statutory.due), statutory.law
    return SummonsDeadline(latest, previous_weekday(latest), law)


def urgent_item_due(meeting_day: date) -> date:
    """Return the last day to announce an urgent matter, a weekday (KL 5:14; KL-01)."""
    return previous_weekday(meeting_day - timedelta(days=1))


def announcement_due(meeting_day: date, *, is_addition: bool) -> SummonsDeadline:
    """Return the last day to announce an assembly, or an urgent matter (KL 5:13–14).

    A week before, counted backwards; what only adds points is for urgent matters, and
    those are announced on the weekday before at the latest.
    """
    if is_addition:
        latest = urgent_item_due(meeting_day)
        return SummonsDeadline(latest, latest, "KL 5:14")
    deadline = summons_deadline(meeting_day)
    return SummonsDeadline(deadline.due, previous_weekday(deadline.due), deadline.law)


def warns_announcement(
    meeting_day: date, announced_on: date, *, is_addition: bool = False
) -> list[Refusal]:
    """Find whether an announcement is late; it is made when that is confirmed."""
    due = announcement_due(meeting_day, is_addition=is_addition)
    if not due.is_late(announced_on):
        return []
    values = {"latest": f"{due.latest:%Y-%m-%d}"}
    return [Refusal("announcement.late", due.law, values, "is_late_confirmed")]


def warns_summons(
    meeting_day: date, sent_on: date, *, days: int, is_assembly: bool = False
) -> list[Refusal]:
    """Find whether a summons is late; it is sent all the same (KL-01, KL-02)."""
    due = summons_due(meeting_day, days=days, is_assembly=is_assembly)
    if not due.is_late(sent_on):
        return []
    return [Refusal("summons.late", due.law, {"latest": due.latest})]


def blocks_late_item(*, is_late: bool, is_unanimous: bool) -> list[Refusal]:
    """Find whether an item not announced lacks everybody's consent (KL 5:15; KL-01)."""
    if not is_late or is_unanimous:
        return []
    return [Refusal("summons.item_needs_unanimity", "KL 5:15")]
