"""Votes, ties and what makes a vote invalid."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.refusals import Refusal, Refused
from minutes.item.enums import RoundMethod, SettledBy
from minutes.item.rules.ballot import (
    RoundFacts,
    VoteFacts,
    blocks_calling_vote,
    blocks_settling,
    settle,
)


def open_vote(yes: int, no: int, abstain: int = 0, **more: Any) -> RoundFacts:
    """Return an open vote; member 1 presides and votes first."""
    choices = ["yes"] * yes + ["no"] * no + ["abstain"] * abstain
    votes = tuple(VoteFacts(pk, choice) for pk, choice in enumerate(choices, 1))
    return RoundFacts(
        method=RoundMethod.OPEN_VOTE,
        deciders=frozenset(range(1, len(choices) + 1)),
        presiding=1,
        votes=votes,
        **more,
    )


def closed_vote(
    yes: int, no: int, abstained: int = 0, entitled: int = 10, **more: Any
) -> RoundFacts:
    """Return a closed vote in an election."""
    return RoundFacts(
        method=RoundMethod.CLOSED_VOTE,
        deciders=frozenset(range(entitled)),
        yes=yes,
        no=no,
        abstained=abstained,
        is_election=True,
        **more,
    )


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.law("KL-08")
def test_settle_a_tie_in_an_ordinary_matter_by_the_chairs_casting_vote() -> None:
    outcome = settle(open_vote(5, 5))
    assert (outcome.is_yes, outcome.settled_by) == (True, SettledBy.CASTING_VOTE)
    last = replace(open_vote(5, 5), presiding=10)
    assert settle(last).is_yes is False


@pytest.mark.law("KL-08")
def test_settle_a_tie_in_an_election_by_lot_and_never_by_the_chair() -> None:
    assert codes(blocks_settling(closed_vote(5, 5))) == ["ballot.lot_missing"]
    outcome = settle(closed_vote(5, 5, lot_yes=False))
    assert (outcome.is_yes, outcome.settled_by) == (False, SettledBy.LOT)


@pytest.mark.law("KL-09")
@pytest.mark.parametrize(
    ("votes", "is_yes"),
    [((6, 4, 1), True), ((5, 6, 0), False)],
    ids=["KL-09-motförslag", "KL-09-huvudvotering"],
)
def test_settle_the_two_rounds_of_three_proposals(
    votes: tuple[int, int, int], is_yes: bool
) -> None:
    outcome = settle(open_vote(*votes))
    assert (outcome.is_yes, outcome.settled_by) == (is_yes, SettledBy.MAJORITY)
    assert (outcome.yes, outcome.no, outcome.abstained) == votes


def test_settle_by_acclamation_needs_what_the_chair_found() -> None:
    facts = RoundFacts(RoundMethod.ACCLAMATION, frozenset({1, 2}))
    with pytest.raises(Refused, match=r"ballot\.no_answer"):
        settle(facts)
    outcome = settle(replace(facts, acclaimed_yes=False))
    assert (outcome.is_yes, outcome.settled_by) == (False, SettledBy.ACCLAMATION)


@pytest.mark.law("KL-07")
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (open_vote(1, 1, 1, is_authority=True), "ballot.must_take_part"),
        (closed_vote(4, 3, 1, is_authority=True), "ballot.must_take_part"),
        (
            replace(
                open_vote(2, 1, is_authority=True),
                deciders=frozenset({1, 2, 3, 4}),
                not_taking_part=frozenset({4}),
            ),
            "ballot.must_take_part",
        ),
        (open_vote(1, 1, is_election=True), "ballot.election_is_closed"),
        (replace(closed_vote(5, 4), is_election=False), "ballot.must_be_open"),
        (
            replace(closed_vote(5, 4), votes=(VoteFacts(1, "yes"),)),
            "ballot.names_in_closed_vote",
        ),
        (closed_vote(7, 4), "ballot.too_many_votes"),
        (closed_vote(5, -1), "ballot.below_zero"),
        (closed_vote(5, 4, lot_yes=True), "ballot.lot_without_tie"),
        (open_vote(2, 2, lot_yes=True), "ballot.lot_only_in_elections"),
        (open_vote(0, 0, 3), "ballot.chair_must_vote"),
        (
            replace(open_vote(2, 1), deciders=frozenset({1, 2, 3, 4})),
            "ballot.vote_missing",
        ),
    ],
)
def test_blocks_settling_an_invalid_vote_names_it(facts: RoundFacts, code: str) -> None:
    assert codes(blocks_settling(facts)) == [code]
    with pytest.raises(Refused):
        settle(facts)


def test_blocks_settling_when_a_tie_and_the_chair_abstained() -> None:
    facts = replace(open_vote(2, 2, 1), presiding=5)
    assert codes(blocks_settling(facts)) == ["ballot.chair_must_vote"]


def test_blocks_settling_votes_of_others_or_too_many_names_all() -> None:
    extra = (*open_vote(2, 1).votes, VoteFacts(9, "yes"))
    found = blocks_settling(replace(open_vote(2, 1), votes=extra))
    assert codes(found) == ["ballot.too_many_votes", "ballot.not_serving"]
    assert found[0].values["entitled"] == 3
    twice = (*open_vote(2, 1).votes[:2], VoteFacts(1, "no"))
    assert "ballot.voted_twice" in codes(
        blocks_settling(replace(open_vote(2, 1), votes=twice))
    )


def test_blocks_settling_when_somebody_takes_no_part_asks_for_no_vote_of_theirs() -> (
    None
):
    facts = replace(
        open_vote(2, 1),
        deciders=frozenset({1, 2, 3, 4}),
        not_taking_part=frozenset({4}),
    )
    assert blocks_settling(facts) == []


@pytest.mark.law("KL-08")
def test_blocks_calling_vote_after_the_gavel() -> None:
    assert codes(blocks_calling_vote(has_gavel_fallen=True)) == [
        "ballot.after_the_gavel"
    ]
    assert blocks_calling_vote(has_gavel_fallen=False) == []


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 5))
def test_settle_of_any_open_vote_follows_the_majority_or_the_chair(
    yes: int, no: int, abstain: int
) -> None:
    facts = open_vote(yes, no, abstain)
    if blocks_settling(facts):
        assert yes == no == 0
        return
    outcome = settle(facts)
    assert outcome.is_yes == (yes > no or (yes == no and yes > 0))
    assert (outcome.settled_by == SettledBy.CASTING_VOTE) == (yes == no)
