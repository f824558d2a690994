"""What may go up as a kungörelse, for how long, and when it may come down."""

from dataclasses import dataclass
from datetime import date, timedelta

from boards.shared.legal_dates import appeal_period
from boards.shared.refusals import Refusal
from minutes.notice.enums import ProclamationKind

LONGEST = 366
LAW_OF = {
    ProclamationKind.OTHER_LAW: "KL 8:10",
    ProclamationKind.DELEGATION: "KL 6:40, 8:10",
}
NEEDED: dict[str, tuple[str, ...]] = {
    ProclamationKind.OTHER_LAW: (
        "heading",
        "text",
        "law",
        "requested_by",
        "required_days",
    ),
    ProclamationKind.DELEGATION: ("heading", "text", "law", "storage_place"),
}
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ProclamationFacts:
    """What somebody wants to post, and on whose boards.

    `personal`: what in the heading looks like somebody's data (A-12).
    """

    kind: str
    heading: str
    text: str
    law: str
    requested_by: str = ""
    storage_place: str = ""
    required_days: int | None = None
    personal: tuple[str, ...] = ()
    may_name: bool = False
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProclamationTime:
    """The last day it has to be up, and the day it comes down."""

    last_day: date
    removable_on: date


def blocks_proclaiming(facts: ProclamationFacts) -> list[Refusal]:
    """Find what keeps it off the board: not of the closed list, or unclear (A-02)."""
    if facts.kind not in set(ProclamationKind):
        return [Refusal("proclamation.not_of_the_list", "KL 8:10–11", {}, "kind")]
    found = [
        Refusal("proclamation.missing", LAW_OF[ProclamationKind(facts.kind)], {}, name)
        for name in NEEDED[facts.kind]
        if not str(getattr(facts, name) or "").strip()
    ]
    if facts.required_days is not None and not 1 <= facts.required_days <= LONGEST:
        most = {"most": LONGEST}
        found.append(Refusal("proclamation.days", "", most, "required_days"))
    if facts.elsewhere:
        where = {"municipality": ", ".join(facts.elsewhere)}
        found.append(Refusal("proclamation.board_elsewhere", "KL 8:9", where))
    if facts.personal and not facts.may_name:
        looks = {"found": ", ".join(facts.personal)}
        found.append(Refusal("proclamation.names_somebody", "", looks, "heading"))
    return found


def time_on_board(posted_on: date, required_days: int | None) -> ProclamationTime:
    """Return until when it is up: its own days, else the time to appeal (A-06, A-11).

    The day it went up is not counted: 2 March and 14 days end on the 16th.
    """
    if required_days is None:
        period = appeal_period(posted_on)
        return ProclamationTime(period.last_day, period.day_after)
    last_day = posted_on + timedelta(days=required_days)
    return ProclamationTime(last_day, last_day + _DAY)


def blocks_taking_proclamation_down(
    removable_on: date, taken_down_on: date | None, today: date
) -> list[Refusal]:
    """Find what keeps it up: its time is not over, or it is down already."""
    if taken_down_on is not None:
        return [Refusal("proclamation.already_down", "KL 8:10", {"day": taken_down_on})]
    if today < removable_on:
        return [Refusal("proclamation.too_early", "KL 8:10", {"day": removable_on})]
    return []


def blocks_withdrawing(
    kind: str, taken_down_on: date | None, reason: str
) -> list[Refusal]:
    """Find what stops it from leaving before its time; a time to appeal has to run."""
    if taken_down_on is not None:
        return [Refusal("proclamation.already_down", "KL 8:10", {"day": taken_down_on})]
    if kind == ProclamationKind.DELEGATION:
        return [Refusal("proclamation.appeal_runs", "KL 8:12, 13:5")]
    if not reason.strip():
        return [Refusal("proclamation.no_reason", "", {}, "reason")]
    return []
