"""Whether a notice was up all the time: what each look at the board says (A-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from boards.shared.refusals import Refusal
from minutes.notice.enums import Look, Outcome

# Longer than this unseen, and nobody can say that it was up (KL 13:5 st 2).
TOLERANCE = timedelta(minutes=15)


@dataclass(frozen=True)
class Uptime:
    """From when to when a notice was seen, and how often it was not."""

    seen_from: datetime | None
    seen_until: datetime | None
    interruptions: int


def look(
    *,
    posted_at: datetime,
    last_seen: datetime | None,
    asked_at: datetime,
    is_seen: bool | None,
    is_first: bool = False,
) -> Look:
    """Say what a look means; `is_seen` is None when the board gave no answer.

    `is_first`: nothing has ever been watched, so the record begins here. A notice just
    posted may take a moment to show.
    """
    if is_first:
        return Look.BEGIN if is_seen else Look.WAIT
    gap = asked_at - (last_seen or posted_at)
    if is_seen:
        if gap > TOLERANCE:
            return Look.BEGIN_AFTER_GAP
        return Look.EXTEND if last_seen else Look.BEGIN
    if is_seen is None or last_seen is None:
        return Look.UNSEEN if gap > TOLERANCE else Look.WAIT
    return Look.MISSING


def recorded(spans: Iterable[tuple[datetime, datetime]], interruptions: int) -> Uptime:
    """Return the whole record in short."""
    rows = list(spans)
    return Uptime(
        min((start for start, _end in rows), default=None),
        max((end for _start, end in rows), default=None),
        interruptions,
    )


def blocks_assessing(
    *, outcome: str, ground: str, is_assessed: bool, is_over: bool
) -> list[Refusal]:
    """Find what stops an assessment: done, no ground, or it is still not up."""
    if is_assessed:
        return [Refusal("notice.interruption_assessed")]
    found = []
    if outcome not in set(Outcome):
        found.append(Refusal("notice.interruption_outcome", "", {}, "outcome"))
    if outcome == Outcome.STANDS and not is_over:
        found.append(Refusal("notice.interruption_goes_on", "KL 13:5", {}, "outcome"))
    if not ground.strip():
        found.append(Refusal("notice.interruption_ground", "", {}, "ground"))
    return found
