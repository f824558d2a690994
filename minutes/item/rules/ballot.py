"""How a question put by the chair is answered: acclamation, open or closed vote."""

from collections import Counter
from dataclasses import dataclass

from boards.shared.refusals import Refusal, refuse_if
from minutes.item.enums import RoundMethod, RoundPurpose, SettledBy, VoteChoice

# Never about whom to choose, so never answered by closed ballot (KL 5:55).
ALWAYS_OPEN = frozenset({RoundPurpose.PROCEDURAL, RoundPurpose.ADDITION})


@dataclass(frozen=True)
class VoteFacts:
    """What one person answered in an open vote."""

    member: int
    choice: str


@dataclass(frozen=True)
class RoundFacts:
    """A question and its answers; a closed vote has totals and no names.

    `is_election` covers elections and appointments (KL 5:55); `is_authority` is
    myndighetsutövning (KL 4:26). Who does not take part in the decision at all is in
    `not_taking_part`. `minority` is how many no votes suffice to send a matter away.
    """

    method: str
    deciders: frozenset[int]
    presiding: int | None = None
    votes: tuple[VoteFacts, ...] = ()
    yes: int = 0
    no: int = 0
    abstained: int = 0
    acclaimed_yes: bool | None = None
    lot_yes: bool | None = None
    not_taking_part: frozenset[int] = frozenset()
    is_election: bool = False
    is_authority: bool = False
    minority: int | None = None


@dataclass(frozen=True)
class Outcome:
    """The answer, what settled it, and the counts."""

    is_yes: bool
    settled_by: SettledBy
    yes: int = 0
    no: int = 0
    abstained: int = 0


def settle(facts: RoundFacts) -> Outcome:
    """Return the answer of a round; raise `Refused` when it has none (KL 5:53–55)."""
    refuse_if(blocks_settling(facts))
    if facts.method == RoundMethod.ACCLAMATION:
        return Outcome(bool(facts.acclaimed_yes), SettledBy.ACCLAMATION)
    yes, no, abstained = counts(facts)
    if is_sent_away(facts):
        return Outcome(
            is_yes=False,
            settled_by=SettledBy.MINORITY,
            yes=yes,
            no=no,
            abstained=abstained,
        )
    if yes != no:
        return Outcome(yes > no, SettledBy.MAJORITY, yes, no, abstained)
    if facts.is_election:
        return Outcome(bool(facts.lot_yes), SettledBy.LOT, yes, no, abstained)
    is_yes = _chairs_vote(facts) == VoteChoice.YES
    return Outcome(is_yes, SettledBy.CASTING_VOTE, yes, no, abstained)


def is_sent_away(facts: RoundFacts) -> bool:
    """Say whether a third of those present decides against the majority (KL 5:50)."""
    yes, no, _abstained = counts(facts)
    return facts.minority is not None and facts.minority <= no <= yes


def counts(facts: RoundFacts) -> tuple[int, int, int]:
    """Return how many said yes, said no and abstained."""
    if facts.method == RoundMethod.CLOSED_VOTE:
        return facts.yes, facts.no, facts.abstained
    tally = Counter(vote.choice for vote in facts.votes)
    return tally[VoteChoice.YES], tally[VoteChoice.NO], tally[VoteChoice.ABSTAIN]


def blocks_settling(facts: RoundFacts) -> list[Refusal]:
    """Find why a round has no valid answer (KL 4:24–26, 5:54–55; KL-07, KL-08)."""
    if facts.method == RoundMethod.ACCLAMATION:
        missing = facts.acclaimed_yes is None
        refusal = Refusal("ballot.no_answer", "KL 5:53", {}, "is_yes")
        return [refusal] if missing else []
    if facts.method == RoundMethod.OPEN_VOTE:
        found = _blocks_open(facts)
    else:
        found = _blocks_closed(facts)
    return found or _blocks_tie(facts)


def blocks_calling_vote(*, has_gavel_fallen: bool) -> list[Refusal]:
    """Find whether a vote is asked for too late: after the gavel (KL 5:53; KL-08)."""
    if has_gavel_fallen:
        return [Refusal("ballot.after_the_gavel", "KL 5:53")]
    return []


def blocks_closed_vote(method: str, purpose: str) -> list[Refusal]:
    """Find whether a question no closed ballot may answer would get one (KL 5:55)."""
    if method == RoundMethod.CLOSED_VOTE and purpose in ALWAYS_OPEN:
        return [Refusal("ballot.must_be_open", "KL 5:55", {}, "method")]
    return []


def _blocks_open(facts: RoundFacts) -> list[Refusal]:
    """Find votes that are not theirs, twice, too many, or missing."""
    field = "votes"
    voted = [vote.member for vote in facts.votes]
    outside = set(voted) - facts.deciders
    aside = set(voted) & facts.not_taking_part
    missing = facts.deciders - set(voted) - facts.not_taking_part
    entitled = len(facts.deciders)
    must = facts.is_authority and (
        bool(facts.not_taking_part)
        or any(vote.choice == VoteChoice.ABSTAIN for vote in facts.votes)
    )
    votes = {"votes": len(voted), "entitled": entitled}
    checks = (
        (facts.is_election, "ballot.election_is_closed", "KL 5:55"),
        (len(voted) > entitled, "ballot.too_many_votes", "KL 4:24"),
        (len(voted) > len(set(voted)), "ballot.voted_twice", "KL 4:24"),
        (bool(outside), "ballot.not_serving", "KL 4:24"),
        (bool(aside), "ballot.voted_aside", "KL 4:25"),
        (bool(missing), "ballot.vote_missing", "KL 5:67"),
        (must, "ballot.must_take_part", "KL 4:26"),
    )
    values = votes | {"missing": len(missing), "outside": len(outside)}
    return [Refusal(code, law, values, field) for no, code, law in checks if no]


def _blocks_closed(facts: RoundFacts) -> list[Refusal]:
    """Find names, totals that cannot be, or a closed vote where it must be open."""
    total = facts.yes + facts.no + facts.abstained
    entitled = len(facts.deciders)
    must = facts.is_authority and (facts.abstained > 0 or bool(facts.not_taking_part))
    checks = (
        (not facts.is_election, "ballot.must_be_open", "KL 5:55"),
        (bool(facts.votes), "ballot.names_in_closed_vote", "KL 5:55"),
        (total > entitled, "ballot.too_many_votes", "KL 4:24"),
        (min(facts.yes, facts.no, facts.abstained) < 0, "ballot.below_zero", "KL 4:24"),
        (must, "ballot.must_take_part", "KL 4:26"),
    )
    values = {"votes": total, "entitled": entitled}
    return [Refusal(code, law, values, "votes") for no, code, law in checks if no]


def _blocks_tie(facts: RoundFacts) -> list[Refusal]:
    """Find a tie nobody has settled: by lot in elections, else by the chair's vote."""
    yes, no, _abstained = counts(facts)
    is_tie, has_lot = yes == no, facts.lot_yes is not None
    by_chair = is_tie and not facts.is_election and not is_sent_away(facts)
    has_chair = _chairs_vote(facts) in (VoteChoice.YES, VoteChoice.NO)
    needs_lot = is_tie and facts.is_election and not has_lot
    checks = (
        (has_lot and not is_tie, "ballot.lot_without_tie", "KL 5:54", "lot_yes"),
        (has_lot and by_chair, "ballot.lot_only_in_elections", "KL 5:54", "lot_yes"),
        (needs_lot, "ballot.lot_missing", "KL 5:54", "lot_yes"),
        (by_chair and not has_chair, "ballot.chair_must_vote", "KL 4:25", "votes"),
    )
    values = {"votes": yes}
    return [
        Refusal(code, law, values, where) for fails, code, law, where in checks if fails
    ]


def _chairs_vote(facts: RoundFacts) -> str | None:
    votes = (vote.choice for vote in facts.votes if vote.member == facts.presiding)
    return next(votes, None)
