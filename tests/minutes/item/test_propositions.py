"""In which order proposals are put, and what may not be put."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.item.enums import ProposalKind, RoundPurpose
from minutes.item.rules.propositions import (
    AskedFacts,
    MatterFacts,
    ProposalFacts,
    blocks_round,
    is_over,
    next_question,
    plan,
)

KIND, PURPOSE = ProposalKind, RoundPurpose


def proposal(pk: int, kind: str, *targets: int, **more: bool) -> ProposalFacts:
    return ProposalFacts(pk, kind, frozenset(targets), **more)


def matter(*proposals: ProposalFacts, **more: object) -> MatterFacts:
    return MatterFacts(proposals, **more)  # type: ignore[arg-type]  # its fields


def answered(facts: MatterFacts, *, is_yes: bool) -> MatterFacts:
    """The matter after the next question has got its answer."""
    question = next_question(facts)
    assert question is not None
    return replace(facts, asked=(*facts.asked, replace(question, is_yes=is_yes)))


def outline(facts: MatterFacts) -> list[tuple[str, int | None, int | None]]:
    return [(row.purpose, row.yes, row.no) for row in plan(facts)]


@pytest.mark.law("KL-09")
@pytest.mark.parametrize(
    ("proposals", "expected"),
    [
        ((), [("main", None, None)]),
        ((proposal(1, KIND.ADOPT),), [("main", None, None)]),
        ((proposal(1, KIND.REJECT),), [("main", None, 1)]),
        (
            (proposal(1, KIND.REJECT), proposal(2, KIND.REJECT)),
            [("main", None, 1)],
        ),
        (
            (proposal(1, KIND.AMEND), proposal(2, KIND.AMEND)),
            [("counter", 1, 2), ("main", None, 1)],
        ),
        (
            (proposal(1, KIND.AMEND), proposal(2, KIND.REJECT), proposal(3, KIND.ADD)),
            [("counter", 1, 2), ("main", None, 1), ("addition", 3, None)],
        ),
        (
            (proposal(1, KIND.POSTPONE), proposal(2, KIND.REFER_BACK)),
            [
                ("procedural", None, 2),
                ("procedural", None, 1),
                ("main", None, None),
            ],
        ),
        ((proposal(1, KIND.AMEND, is_withdrawn=True),), [("main", None, None)]),
        ((proposal(1, KIND.AMEND, is_not_put=True),), [("main", None, None)]),
        (
            (proposal(1, KIND.AMEND, 7),),
            [("main", None, None), ("main", None, 1)],
        ),
        ((proposal(1, KIND.ELECT),), [("election", 1, None), ("main", None, None)]),
    ],
)
def test_plan_when_proposals_stand_then_formal_main_and_additions(
    proposals: tuple[ProposalFacts, ...],
    expected: list[tuple[str, int | None, int | None]],
) -> None:
    assert outline(matter(*proposals)) == expected


@pytest.mark.law("KL-09")
def test_next_question_when_counter_is_settled_then_its_winner_meets_the_main() -> None:
    facts = matter(proposal(2, KIND.AMEND), proposal(3, KIND.AMEND))
    counter = answered(facts, is_yes=False)
    question = next_question(counter)
    assert question == AskedFacts(PURPOSE.MAIN, None, 3)
    done = answered(counter, is_yes=False)
    assert done.asked[-1].winner == 3
    assert next_question(done) is None


def test_next_question_when_four_stand_then_the_winner_goes_on() -> None:
    facts = matter(*(proposal(pk, KIND.AMEND) for pk in (1, 2, 3)))
    first = answered(facts, is_yes=False)
    assert next_question(first) == AskedFacts(PURPOSE.COUNTER, 2, 3)
    second = answered(first, is_yes=True)
    assert next_question(second) == AskedFacts(PURPOSE.MAIN, None, 2)


@pytest.mark.law("KL-13")
def test_plan_when_the_matter_is_referred_back_then_nothing_is_left() -> None:
    facts = answered(
        matter(proposal(1, KIND.REFER_BACK), proposal(2, KIND.AMEND)), is_yes=False
    )
    assert is_over(facts)
    assert plan(facts) == []
    (refusal,) = blocks_round(facts, AskedFacts(PURPOSE.MAIN, None, 2))
    assert refusal.code == "round.matter_is_over"


@pytest.mark.law("KL-09")
@pytest.mark.parametrize(
    ("asked", "new", "code"),
    [
        ((), AskedFacts(PURPOSE.MAIN, None, 2), "round.formal_first"),
        ((), AskedFacts(PURPOSE.PROCEDURAL, no=2), "round.not_formal"),
        ((), AskedFacts(PURPOSE.PROCEDURAL, no=99), "round.foreign_proposal"),
        ((), AskedFacts(PURPOSE.PROCEDURAL, no=5), "round.not_standing"),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1),),
            AskedFacts(PURPOSE.COUNTER, 2, 3),
            "round.formal_unsettled",
        ),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),),
            AskedFacts(PURPOSE.MAIN, None, 2),
            "round.counter_first",
        ),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),),
            AskedFacts(PURPOSE.ADDITION, 4),
            "round.addition_last",
        ),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),),
            AskedFacts(PURPOSE.COUNTER, 2, 4),
            "round.addition_against_main",
        ),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),),
            AskedFacts(PURPOSE.COUNTER, 2, None),
            "round.counter_needs_two",
        ),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),),
            AskedFacts(PURPOSE.COUNTER, 2, 2),
            "round.same_sides",
        ),
        (
            (
                AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),
                AskedFacts(PURPOSE.COUNTER, 2, 3, is_yes=True),
            ),
            AskedFacts(PURPOSE.MAIN, None, 3),
            "round.put_twice",
        ),
        (
            (AskedFacts(PURPOSE.PROCEDURAL, no=1, is_yes=True),),
            AskedFacts(PURPOSE.MAIN, None, 1),
            "round.counter_first",
        ),
    ],
)
def test_round_when_out_of_order_then_refused(
    asked: tuple[AskedFacts, ...], new: AskedFacts, code: str
) -> None:
    facts = matter(
        proposal(1, KIND.POSTPONE),
        proposal(2, KIND.AMEND),
        proposal(3, KIND.REJECT),
        proposal(4, KIND.ADD),
        proposal(5, KIND.REFER_BACK, is_withdrawn=True),
        asked=asked,
    )
    (refusal,) = blocks_round(facts, new)
    assert (refusal.code, refusal.law) == (code, "KL 5:53")


@pytest.mark.law("KL-09")
def test_round_when_addition_is_joined_with_the_proposal_then_one_question() -> None:
    """The model's § 13: the proposal with the addition, in one question."""
    facts = matter(proposal(1, KIND.ADD))
    joint = AskedFacts(PURPOSE.MAIN, 1)
    assert blocks_round(facts, joint) == []
    assert plan(replace(facts, asked=(replace(joint, is_yes=True),))) == []


proposals = st.builds(
    ProposalFacts,
    pk=st.integers(min_value=1, max_value=9),
    kind=st.sampled_from(list(ProposalKind)),
    targets=st.sampled_from([frozenset(), frozenset({1}), frozenset({2})]),
    is_withdrawn=st.booleans(),
    is_not_put=st.booleans(),
)
matters = st.lists(proposals, max_size=7, unique_by=lambda one: one.pk).map(
    lambda rows: matter(*rows)
)


@given(matters, st.data())
def test_plan_when_followed_to_its_end_puts_what_stands_and_nothing_else(
    facts: MatterFacts, data: st.DataObject
) -> None:
    for _question in range(len(facts.proposals) * 2 + 4):
        question = next_question(facts)
        if question is None:
            break
        assert blocks_round(facts, question) == []
        facts = answered(facts, is_yes=data.draw(st.booleans()))
    assert next_question(facts) is None
    put = {pk for row in facts.asked for pk in row.names}
    standing = {one.pk for one in facts.proposals if one.stands}
    assert put <= standing
    if not is_over(facts):
        alone = {
            one.pk
            for one in facts.proposals
            if one.stands and one.kind not in {KIND.ADOPT, KIND.REJECT, KIND.ELECT}
        }
        assert alone <= put
