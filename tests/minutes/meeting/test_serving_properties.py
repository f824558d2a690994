"""What holds of the roll however people come, go, step aside and are called in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.meeting.enums import ServingCause
from minutes.meeting.rules.facts import (
    MemberFacts,
    PresenceFacts,
    RecusalFacts,
    RollFacts,
    Span,
    SubstitutionFacts,
)
from minutes.meeting.rules.serving import blocks_resuming, serving_at, who_serves
from minutes.meeting.rules.substitution import (
    better_substitute,
    blocks_substitution,
    propose_substitute,
)

POSITIONS = (1, 2, 3, 4, 5)
MEMBERS = (
    MemberFacts(1, "chair", "M"),
    MemberFacts(2, "vice_chair", "S"),
    MemberFacts(3, "member", "S"),
    MemberFacts(4, "member", "C"),
    MemberFacts(11, "substitute", "M", 1),
    MemberFacts(12, "substitute", "S", 2),
    MemberFacts(13, "substitute", "S", 3),
    MemberFacts(14, "substitute", "V", 4, personal_for=4),
)
EVERYBODY = tuple(row.pk for row in MEMBERS)
SEATED = EVERYBODY[:4]

who = st.sampled_from(EVERYBODY)
place = st.sampled_from(POSITIONS)
spans = st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends)))
open_spans = st.one_of(spans, st.builds(Span, st.none() | place), st.just(Span()))
stays = st.builds(
    PresenceFacts,
    member=who,
    span=open_spans,
    by_distance=st.booleans(),
    begins_within=st.booleans(),
    ends_within=st.booleans(),
)
called = st.builds(
    SubstitutionFacts,
    substitute=who,
    member=st.none() | who,
    span=open_spans,
    cause=st.sampled_from([cause.value for cause in ServingCause]),
)
rolls = st.builds(
    RollFacts,
    seats=st.integers(4, 6),
    positions=st.just(POSITIONS),
    members=st.just(MEMBERS),
    presences=st.lists(stays, max_size=12).map(tuple),
    substitutions=st.lists(called, max_size=6).map(tuple),
    recusals=st.lists(st.builds(RecusalFacts, who, place), max_size=4).map(tuple),
    party_order=st.just({"S": ("V", "M"), "C": ("M", "S"), "M": ("C", "S")}),
    chosen_chairs=st.dictionaries(place, who, max_size=2),
    distance_allowed=st.booleans(),
    is_assembly=st.booleans(),
    under_way=st.none() | place,
)


@pytest.mark.law("KL-06")
@given(rolls)
def test_deciders_are_never_more_than_the_seats_and_nobody_twice(
    roll: RollFacts,
) -> None:
    for serving in who_serves(roll).values():
        assert len(serving.deciders) <= roll.seats
        assert len(set(serving.deciders)) == len(serving.deciders)
        seats = [pk for pk in serving.serving_for.values() if pk is not None]
        assert len(set(seats)) == len(seats)
        assert not set(seats) & set(serving.deciders)


@pytest.mark.law("KL-04")
@given(rolls)
def test_absent_and_recused_never_decide_nor_preside(roll: RollFacts) -> None:
    for position, serving in who_serves(roll).items():
        for pk in serving.deciders:
            assert roll.is_present(pk, position)
            assert not roll.is_recused(pk, position)
        assert serving.presiding is None or serving.presiding in serving.deciders
        assert not {*serving.absent, *serving.recused, *serving.waiting} & set(
            serving.deciders
        )


@given(rolls)
def test_everybody_on_the_roll_is_accounted_for_once(roll: RollFacts) -> None:
    for position, serving in who_serves(roll).items():
        there = {*serving.deciders, *serving.waiting, *serving.idle_substitutes}
        out = {pk for pk in serving.recused if roll.is_present(pk, position)}
        present = {pk for pk in EVERYBODY if roll.is_present(pk, position)}
        assert there | out == present
        assert not there & out


@pytest.mark.law("KL-03")
@given(rolls, who)
def test_one_more_in_the_room_never_breaks_the_quorum(roll: RollFacts, pk: int) -> None:
    more = replace(roll, presences=(*roll.presences, PresenceFacts(pk)))
    for position in POSITIONS:
        before, after = serving_at(roll, position), serving_at(more, position)
        assert len(after.deciders) >= len(before.deciders)
        if not roll.is_assembly:
            assert after.is_quorate or not before.is_quorate


@pytest.mark.law("KL-06")
@given(rolls, st.none() | st.sampled_from(SEATED), place)
def test_proposal_never_names_one_who_cannot_come_in(
    roll: RollFacts, member: int | None, position: int
) -> None:
    turn = propose_substitute(roll, member, position)
    if turn.substitute is None:
        return
    assert turn.substitute not in SEATED
    assert roll.is_present(turn.substitute, position)
    assert not roll.is_recused(turn.substitute, position)
    serving = serving_at(roll, position).serving_for
    keeps = turn.ground == "substitution.keeps_the_place"
    assert keeps or turn.substitute not in serving


@pytest.mark.law("KL-06")
@given(rolls, st.sampled_from(SEATED), place)
def test_proposal_that_is_followed_is_never_out_of_order(
    roll: RollFacts, member: int, position: int
) -> None:
    turn = propose_substitute(roll, member, position)
    if turn.substitute is None:
        return
    new = SubstitutionFacts(turn.substitute, member, Span(position, position))
    found = {refusal.code for refusal in blocks_substitution(roll, new)}
    assert found <= {
        "substitution.already_serves",
        "substitution.seat_taken",
        "substitution.member_serves",
        "substitution.mid_matter",
        "substitution.enters_matter",
    }


@pytest.mark.law("KL-06")
@given(rolls, called, st.sampled_from(["", "Partierna är överens."]))
def test_substitute_called_in_without_refusal_serves_throughout(
    roll: RollFacts, new: SubstitutionFacts, reason: str
) -> None:
    if blocks_substitution(roll, new, reason):
        return
    after = replace(roll, substitutions=(*roll.substitutions, new))
    for position in new.span.positions(POSITIONS):
        before = serving_at(roll, position)
        assert serving_at(after, position).serving_for[new.substitute] == new.member
        assert set(before.deciders) < set(serving_at(after, position).deciders)


@pytest.mark.law("KL-06")
@given(rolls, place)
def test_seat_never_changes_hands_within_a_point(
    roll: RollFacts, position: int
) -> None:
    for substitute, member in serving_at(roll, position).serving_for.items():
        causes = {
            row.cause for row in roll.substitutions if row.substitute == substitute
        }
        if ServingCause.RECUSAL in causes:
            continue
        assert roll.was_there_at_start(substitute, position)
        assert member is None or not roll.left_within(member, position)


@pytest.mark.law("KL-06")
@given(rolls, place)
def test_own_party_takes_over_only_from_another(roll: RollFacts, position: int) -> None:
    for substitute, member in serving_at(roll, position).serving_for.items():
        better = better_substitute(roll, substitute, member, position)
        if better is None or member is None:
            continue
        held, seat = roll.by_pk[substitute], roll.by_pk[member]
        assert held.party != seat.party
        assert roll.by_pk[better.substitute].party == seat.party or (
            roll.by_pk[better.substitute].personal_for == member
        )


@pytest.mark.law("KL-06")
@given(rolls, who, place)
def test_coming_back_in_an_assembly_is_refused_whatever_the_reason(
    roll: RollFacts, pk: int, position: int
) -> None:
    asked = bool(blocks_resuming(roll, pk, position))
    insisted = bool(blocks_resuming(roll, pk, position, "Skäl"))
    assert insisted == (asked and roll.is_assembly)
