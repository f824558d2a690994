"""How many have to be there, per §, and how many can ask for something."""

from datetime import date

from boards.shared.refusals import Refusal
from boards.shared.statutes import StatuteName, statute


def needed(seats: int) -> int:
    """Return how many make a quorum: more than half of the seats (KL 6:27; KL-03)."""
    return seats // 2 + 1


def blocks_handling(
    *, seats: int, present: int, recused: int = 0, is_assembly: bool = False
) -> list[Refusal]:
    """Find whether a § has too few to be handled (KL 6:27; KL-03, KL-04).

    `present` does not count the recused. An assembly keeps its quorum despite jäv
    (KL 5:46); a nämnd does not.
    """
    counted = present + recused if is_assembly else present
    if counted >= needed(seats):
        return []
    values = {"present": counted, "needed": needed(seats), "seats": seats}
    if is_assembly:
        return [Refusal("meeting.not_quorate_assembly", "KL 5:45", values)]
    return [Refusal("meeting.not_quorate", "KL 6:27", values)]


def members_to_demand_meeting(members: int, day: date) -> int:
    """Return how many members can have a nämnd meet: a third (KL 6:23; KL-02)."""
    share = statute(StatuteName.MEETING_REQUEST_SHARE, day).value
    return -(-members * share.numerator // share.denominator)


def votes_to_refer(
    *,
    present: int,
    day: date,
    is_assembly: bool,
    times_before: int = 0,
    is_election: bool = False,
) -> int:
    """Return how many can postpone or refer back a matter (KL 5:50–51, 6:33; KL-13).

    A third of those present, in an assembly, once in a matter and never in elections;
    else the majority.
    """
    if not is_assembly or times_before or is_election:
        return needed(present)
    share = statute(StatuteName.REFERRAL_SHARE, day).value
    return -(-present * share.numerator // share.denominator)


def blocks_minority_referral(*, votes: int, threshold: int) -> list[Refusal]:
    """Find whether too few stand behind a referral (KL 5:50; KL-13)."""
    if votes >= threshold:
        return []
    values = {"votes": votes, "threshold": threshold}
    return [Refusal("meeting.too_few_to_refer", "KL 5:50, 6:33", values)]
