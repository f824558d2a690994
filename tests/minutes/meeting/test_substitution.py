"""Whose turn it is to be called in, and what is refused."""

from dataclasses import replace
from typing import Any

import pytest

from boards.shared.refusals import Refusal
from minutes.meeting.rules.facts import (
    MemberFacts,
    PresenceFacts,
    RecusalFacts,
    RollFacts,
    Span,
    SubstitutionFacts,
)
from minutes.meeting.rules.substitution import (
    blocks_substitution,
    propose_substitute,
    warns_substitution,
)

CHAIR, S_MEMBER, C_MEMBER = 1, 2, 3
M_SUB, V_SUB, S_SUB, S_SECOND = 11, 12, 13, 14
ROLL = RollFacts(
    seats=3,
    positions=(1, 2, 3, 4),
    members=(
        MemberFacts(CHAIR, "chair", "M"),
        MemberFacts(S_MEMBER, "member", "S"),
        MemberFacts(C_MEMBER, "member", "C"),
        MemberFacts(M_SUB, "substitute", "M", 1),
        MemberFacts(V_SUB, "substitute", "V", 2),
        MemberFacts(S_SUB, "substitute", "S", 3),
        MemberFacts(S_SECOND, "substitute", "S", 4),
    ),
    presences=tuple(PresenceFacts(pk) for pk in (CHAIR, C_MEMBER, M_SUB, V_SUB)),
    party_order={"S": ("V", "C", "M", "KD", "KIM")},
)


ALWAYS = Span()
LEAVES_WITHIN = PresenceFacts(S_MEMBER, Span(1, 2), ends_within=True)


def there(roll: RollFacts, *members: int, span: Span = ALWAYS) -> RollFacts:
    """Return the roll with more people in the room."""
    more = tuple(PresenceFacts(member, span) for member in members)
    return replace(roll, presences=roll.presences + more)


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.law("KL-06")
def test_propose_substitute_without_own_party_follows_the_party_order() -> None:
    proposal = propose_substitute(ROLL, S_MEMBER, 1)
    assert (proposal.substitute, proposal.ground) == (
        V_SUB,
        "substitution.party_order",
    )


@pytest.mark.law("KL-06")
def test_propose_substitute_with_own_party_takes_the_first_on_its_list() -> None:
    proposal = propose_substitute(there(ROLL, S_SECOND, S_SUB), S_MEMBER, 1)
    assert (proposal.substitute, proposal.ground) == (S_SUB, "substitution.own_party")


@pytest.mark.law("KL-06")
def test_propose_substitute_of_the_same_party_later_lets_the_serving_one_stay() -> None:
    roll = replace(
        there(there(ROLL, S_SECOND), S_SUB, span=Span(2, None)),
        substitutions=(SubstitutionFacts(S_SECOND, S_MEMBER),),
    )
    proposal = propose_substitute(roll, S_MEMBER, 2)
    assert (proposal.substitute, proposal.ground) == (
        S_SECOND,
        "substitution.keeps_the_place",
    )


@pytest.mark.law("KL-06")
def test_propose_substitute_of_own_party_arriving_late_replaces_another_party() -> None:
    roll = replace(
        there(ROLL, S_SUB, span=Span(3, None)),
        substitutions=(SubstitutionFacts(V_SUB, S_MEMBER),),
    )
    assert propose_substitute(roll, S_MEMBER, 3).substitute == S_SUB


def test_propose_substitute_with_a_personal_one_takes_that_first() -> None:
    personal = MemberFacts(15, "substitute", "C", 9, personal_for=S_MEMBER)
    roll = there(replace(ROLL, members=(*ROLL.members, personal)), 15, S_SUB)
    assert propose_substitute(roll, S_MEMBER, 1).ground == "substitution.personal"


@pytest.mark.law("KL-06")
def test_propose_substitute_in_an_assembly_calls_the_own_party_only() -> None:
    proposal = propose_substitute(replace(ROLL, is_assembly=True), S_MEMBER, 1)
    assert (proposal.substitute, proposal.ground) == (None, "substitution.nobody_left")


def test_propose_substitute_skips_the_recused_and_those_who_left_earlier() -> None:
    recused = replace(ROLL, recusals=(RecusalFacts(V_SUB, 2),))
    assert propose_substitute(recused, S_MEMBER, 2).substitute == M_SUB
    left = replace(
        there(ROLL, S_SUB, span=Span(1, 1)),
        substitutions=(SubstitutionFacts(S_SUB, S_MEMBER, Span(1, 1)),),
    )
    back = there(left, S_SUB, span=Span(3, None))
    assert propose_substitute(back, S_MEMBER, 3).substitute == V_SUB


def test_propose_substitute_for_a_vacant_seat_takes_the_first_in_order() -> None:
    roll = replace(ROLL, seats=4)
    assert propose_substitute(roll, None, 1).substitute == M_SUB


def test_blocks_substitution_in_turn_finds_nothing() -> None:
    assert blocks_substitution(ROLL, SubstitutionFacts(V_SUB, S_MEMBER)) == []


@pytest.mark.law("KL-06")
def test_blocks_substitution_out_of_order_until_a_reason_is_given() -> None:
    new = SubstitutionFacts(M_SUB, S_MEMBER)
    (refusal,) = blocks_substitution(ROLL, new)
    assert (refusal.code, refusal.field) == ("substitution.out_of_order", "reason")
    assert refusal.values == {"proposed": V_SUB}
    assert blocks_substitution(ROLL, new, "Västerpartiet avstod.") == []


@pytest.mark.law("KL-06")
def test_warns_substitution_of_one_who_left_earlier() -> None:
    roll = replace(
        there(there(ROLL, S_SUB, span=Span(1, 1)), S_SUB, span=Span(3, None)),
        substitutions=(SubstitutionFacts(S_SUB, S_MEMBER, Span(1, 1)),),
    )
    found = warns_substitution(roll, SubstitutionFacts(S_SUB, S_MEMBER, Span(3, None)))
    assert codes(found) == [
        "presence.returns_after_absence",
        "substitution.out_of_order",
    ]


@pytest.mark.law("KL-06")
@pytest.mark.parametrize(
    ("change", "new", "code"),
    [
        ({}, (C_MEMBER, S_MEMBER), "substitution.not_a_substitute"),
        ({}, (99, S_MEMBER), "substitution.not_a_substitute"),
        ({}, (S_SUB, S_MEMBER), "substitution.not_present"),
        ({}, (V_SUB, S_MEMBER, Span(9, 9)), "substitution.not_present"),
        ({}, (V_SUB, C_MEMBER), "substitution.member_serves"),
        ({}, (V_SUB, M_SUB), "substitution.holds_no_seat"),
        ({}, (V_SUB, None), "substitution.no_vacant_seat"),
        (
            {"recusals": (RecusalFacts(V_SUB, 2),)},
            (V_SUB, S_MEMBER),
            "substitution.recused",
        ),
        (
            {"substitutions": (SubstitutionFacts(M_SUB, S_MEMBER, Span(2, 3)),)},
            (V_SUB, S_MEMBER),
            "substitution.seat_taken",
        ),
        (
            {"substitutions": (SubstitutionFacts(V_SUB, S_MEMBER, Span(1, 2)),)},
            (V_SUB, S_MEMBER, Span(2, 3)),
            "substitution.already_serves",
        ),
        (
            {"presences": (*ROLL.presences, LEAVES_WITHIN)},
            (V_SUB, S_MEMBER, Span(2, None)),
            "substitution.mid_matter",
        ),
        ({"is_assembly": True}, (V_SUB, S_MEMBER), "substitution.other_party"),
    ],
)
def test_blocks_substitution_that_cannot_be_names_it_whatever_the_reason(
    change: dict[str, Any], new: tuple[Any, ...], code: str
) -> None:
    roll = replace(ROLL, **change)
    assert codes(blocks_substitution(roll, SubstitutionFacts(*new), "Skäl")) == [code]


@pytest.mark.law("KL-04")
def test_blocks_substitution_for_jav_in_the_matter_under_way_finds_nothing() -> None:
    roll = replace(
        ROLL,
        recusals=(RecusalFacts(C_MEMBER, 2),),
        party_order={"C": ("M", "V")},
        under_way=2,
    )
    new = SubstitutionFacts(M_SUB, C_MEMBER, Span(2, 2), "recusal")
    assert blocks_substitution(roll, new) == []


def test_blocks_substitution_in_a_vacant_seat_finds_nothing() -> None:
    new = SubstitutionFacts(M_SUB, None, cause="vacancy")
    assert blocks_substitution(replace(ROLL, seats=4), new) == []


def test_without_a_substitution_the_roll_is_as_before() -> None:
    row = SubstitutionFacts(V_SUB, S_MEMBER)
    assert replace(ROLL, substitutions=(row,)).without(row) == ROLL


def test_propose_substitute_for_a_vacant_seat_with_nobody_left_says_so() -> None:
    roll = replace(ROLL, seats=4, presences=())
    assert propose_substitute(roll, None, 1).ground == "substitution.nobody_left"


def test_warns_substitution_outside_the_agenda_finds_nothing() -> None:
    new = SubstitutionFacts(M_SUB, S_MEMBER, Span(9, 9))
    assert warns_substitution(ROLL, new) == []


@pytest.mark.law("KL-06")
def test_blocks_substitution_in_the_matter_under_way_asks_why() -> None:
    roll = replace(ROLL, under_way=2)
    new = SubstitutionFacts(V_SUB, S_MEMBER, Span(2, None))
    assert codes(blocks_substitution(roll, new)) == ["substitution.enters_matter"]
    assert blocks_substitution(roll, new, "Ordföranden medgav det.") == []
    at_the_start = replace(ROLL, under_way=1)
    assert blocks_substitution(at_the_start, replace(new, span=ALWAYS)) == []
