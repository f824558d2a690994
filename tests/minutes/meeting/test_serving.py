"""Who decides at each §, however people come, go and step aside."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.meeting.rules.facts import (
    MemberFacts,
    PresenceFacts,
    RecusalFacts,
    RollFacts,
    Span,
    SubstitutionFacts,
)
from minutes.meeting.rules.serving import (
    blocks_presence,
    blocks_resuming,
    broke_off,
    free_seats,
    serving_at,
    who_serves,
)

CHAIR, VICE, FIRST, SECOND = 1, 2, 3, 4
ROLL = RollFacts(
    seats=2,
    positions=(11, 12, 13, 14),
    members=(
        MemberFacts(CHAIR, "chair", "M"),
        MemberFacts(VICE, "vice_chair", "C"),
        MemberFacts(FIRST, "substitute", "S", 1),
        MemberFacts(SECOND, "substitute", "S", 2),
    ),
    presences=tuple(PresenceFacts(pk) for pk in (CHAIR, VICE, FIRST, SECOND)),
)


def gone(roll: RollFacts, member: int, *spans: Span) -> RollFacts:
    """Return the roll with somebody there only in these spans."""
    rest = tuple(row for row in roll.presences if row.member != member)
    there = tuple(PresenceFacts(member, span) for span in spans)
    return replace(roll, presences=rest + there)


@pytest.mark.law("KL-03")
def test_who_serves_at_the_model_meeting_is_the_two_members_throughout() -> None:
    for serving in who_serves(ROLL).values():
        assert serving.deciders == (CHAIR, VICE)
        assert serving.idle_substitutes == (FIRST, SECOND)
        assert serving.presiding == CHAIR
        assert serving.is_quorate
        assert serving.refusals == ()


@pytest.mark.law("KL-03")
def test_who_serves_when_one_of_two_leaves_refuses_only_what_comes_after() -> None:
    served = who_serves(gone(ROLL, VICE, Span(None, 13)))
    assert served[13].is_quorate
    assert [refusal.law for refusal in served[14].refusals] == ["KL 6:27"]
    assert served[14].absent == (VICE,)


@pytest.mark.law("KL-04")
def test_who_serves_with_jav_and_no_substitute_is_not_quorate() -> None:
    roll = replace(ROLL, recusals=(RecusalFacts(VICE, 12),))
    served = who_serves(roll)
    assert not served[12].is_quorate
    assert served[12].recused == (VICE,)
    assert served[12].absent == ()
    assert served[13].is_quorate


@pytest.mark.law("KL-04")
def test_who_serves_with_jav_and_a_substitute_is_quorate() -> None:
    row = SubstitutionFacts(FIRST, CHAIR, Span(12, 12), "recusal")
    roll = replace(ROLL, recusals=(RecusalFacts(CHAIR, 12),), substitutions=(row,))
    served = who_serves(roll)
    assert served[12].deciders == (VICE, FIRST)
    assert served[12].serving_for == {FIRST: CHAIR}
    assert served[12].presiding == VICE
    assert served[12].is_quorate
    assert served[13].deciders == (CHAIR, VICE)


@pytest.mark.law("KL-04")
def test_who_serves_in_an_assembly_keeps_quorum_despite_jav() -> None:
    roll = replace(ROLL, is_assembly=True, recusals=(RecusalFacts(VICE, 12),))
    assert serving_at(roll, 12).is_quorate


@pytest.mark.law("KL-06")
def test_who_serves_when_the_member_arrives_gives_the_seat_back() -> None:
    roll = replace(
        gone(ROLL, VICE, Span(13, None)),
        substitutions=(SubstitutionFacts(FIRST, VICE),),
    )
    assert serving_at(roll, 12).deciders == (CHAIR, FIRST)
    assert serving_at(roll, 13).deciders == (CHAIR, VICE)
    assert FIRST in serving_at(roll, 13).idle_substitutes


def test_who_serves_for_a_vacant_seat_fills_it_once() -> None:
    members = tuple(row for row in ROLL.members if row.pk != VICE)
    rows = (SubstitutionFacts(FIRST, None), SubstitutionFacts(SECOND, None))
    roll = replace(ROLL, members=members, substitutions=rows)
    assert serving_at(roll, 11).deciders == (CHAIR, FIRST)
    assert free_seats(roll, 11) == 0


@pytest.mark.law("KL-05")
def test_who_serves_from_a_distance_counts_only_where_allowed() -> None:
    rows = (PresenceFacts(CHAIR), PresenceFacts(VICE, by_distance=True))
    roll = replace(ROLL, presences=rows)
    assert not serving_at(roll, 11).is_quorate
    assert serving_at(replace(roll, distance_allowed=True), 11).is_quorate


@pytest.mark.law("KL-05")
def test_blocks_presence_from_a_distance_names_the_setting() -> None:
    presence = PresenceFacts(VICE, by_distance=True)
    (refusal,) = blocks_presence(ROLL, presence)
    assert (refusal.code, refusal.law) == ("presence.distance_not_allowed", "KL 6:24")
    assert blocks_presence(replace(ROLL, distance_allowed=True), presence) == []
    assert blocks_presence(ROLL, PresenceFacts(VICE)) == []


def test_who_serves_without_presidium_needs_a_chosen_chair() -> None:
    roll = replace(
        gone(gone(ROLL, CHAIR), VICE),
        substitutions=(
            SubstitutionFacts(FIRST, CHAIR),
            SubstitutionFacts(SECOND, VICE),
        ),
    )
    refused = serving_at(roll, 11).refusals
    assert [refusal.code for refusal in refused] == ["meeting.nobody_presides"]
    chosen = replace(roll, chosen_chairs={11: SECOND})
    assert serving_at(chosen, 11).presiding == SECOND


@pytest.mark.law("KL-06")
def test_broke_off_after_leaving_for_a_train_but_not_after_jav() -> None:
    left = gone(ROLL, VICE, Span(None, 12), Span(14, None))
    assert broke_off(left, VICE, 14)
    assert [row.law for row in blocks_resuming(left, VICE, 14)] == ["KL 5:20"]
    assert blocks_resuming(left, VICE, 14, "Tåget ställdes in.") == []
    jav = replace(
        gone(ROLL, VICE, Span(None, 11), Span(13, None)),
        recusals=(RecusalFacts(VICE, 12),),
    )
    assert not broke_off(jav, VICE, 13)
    assert blocks_resuming(jav, VICE, 13) == []


def test_broke_off_when_only_arriving_late_is_false() -> None:
    assert not broke_off(gone(ROLL, VICE, Span(13, None)), VICE, 13)


IDS = st.integers(1, 9)
SPANS = st.tuples(st.integers(1, 4), st.integers(1, 4)).map(lambda pair: Span(*pair))
ROLLS = st.builds(
    RollFacts,
    seats=st.integers(1, 5),
    positions=st.just((1, 2, 3, 4)),
    members=st.lists(
        st.builds(
            MemberFacts,
            pk=IDS,
            role=st.sampled_from(["chair", "vice_chair", "member", "substitute"]),
            party=st.sampled_from(["S", "M", "C"]),
            call_order=st.integers(0, 5),
        ),
        unique_by=lambda row: row.pk,
    ).map(tuple),
    presences=st.lists(
        st.builds(PresenceFacts, member=IDS, span=SPANS, by_distance=st.booleans())
    ).map(tuple),
    substitutions=st.lists(
        st.builds(
            SubstitutionFacts,
            substitute=IDS,
            member=st.none() | IDS,
            span=SPANS,
            cause=st.sampled_from(["absence", "recusal", "vacancy"]),
        )
    ).map(tuple),
    recusals=st.lists(
        st.builds(RecusalFacts, member=IDS, position=st.integers(1, 4))
    ).map(tuple),
    distance_allowed=st.booleans(),
)


@pytest.mark.law("KL-06")
@given(ROLLS)
def test_who_serves_of_anything_holds_nobody_twice_and_never_more_than_the_seats(
    roll: RollFacts,
) -> None:
    for position, serving in who_serves(roll).items():
        assert len(serving.deciders) == len(set(serving.deciders)) <= roll.seats
        assert all(roll.takes_part(pk, position) for pk in serving.deciders)
        replaced = [pk for pk in serving.serving_for.values() if pk is not None]
        assert len(replaced) == len(set(replaced))
        assert not set(replaced) & set(serving.deciders)
        assert not set(serving.idle_substitutes) & set(serving.deciders)
        assert serving.presiding is None or serving.presiding in serving.deciders
        assert serving.is_quorate == (len(serving.deciders) * 2 > roll.seats)
