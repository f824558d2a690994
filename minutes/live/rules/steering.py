"""Whether the meeting may go to a point, and whether an answer rests on old facts."""

from boards.shared.refusals import Refusal
from minutes.meeting.enums import MeetingState


def blocks_going(*, state: str, is_withdrawn: bool, is_own: bool) -> list[Refusal]:
    """Refuse to go on when the meeting does not run, or to a point it does not have."""
    if state != MeetingState.IN_SESSION:
        return [Refusal("live.not_in_session")]
    if is_withdrawn or not is_own:
        return [Refusal("live.no_such_point")]
    return []


def blocks_stale(*, seen: int, now: int) -> list[Refusal]:
    """Refuse to write over what somebody else wrote after the page was shown."""
    return [Refusal("live.changed_meanwhile")] if seen != now else []


def neighbours(
    positions: tuple[int, ...], current: int | None
) -> tuple[int | None, int | None]:
    """Return the position before and after one; before all of them when it is None."""
    ordered = sorted(positions)
    if current is None:
        return None, ordered[0] if ordered else None
    before = [one for one in ordered if one < current]
    after = [one for one in ordered if one > current]
    return (before[-1] if before else None), (after[0] if after else None)
