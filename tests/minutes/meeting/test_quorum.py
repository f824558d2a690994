"""Quorum per §, and how many can demand something."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.meeting.rules import quorum

DAY = date(2026, 3, 10)


@pytest.mark.law("KL-03")
@pytest.mark.parametrize(
    ("seats", "needed"),
    [(2, 2), (3, 2), (5, 3), (7, 4), (9, 5), (11, 6), (15, 8)],
    ids=str,
)
def test_needed_of_seats_is_more_than_half(seats: int, needed: int) -> None:
    assert quorum.needed(seats) == needed


@given(st.integers(1, 200))
def test_needed_is_the_least_number_over_half(seats: int) -> None:
    assert quorum.needed(seats) * 2 > seats >= (quorum.needed(seats) - 1) * 2


@pytest.mark.law("KL-03")
def test_blocks_handling_with_one_of_two_names_the_law() -> None:
    (refusal,) = quorum.blocks_handling(seats=2, present=1)
    assert (refusal.code, refusal.law) == ("meeting.not_quorate", "KL 6:27")
    assert refusal.values == {"present": 1, "needed": 2, "seats": 2}


@pytest.mark.law("KL-04")
def test_blocks_handling_despite_recusal_only_in_an_assembly() -> None:
    assert quorum.blocks_handling(seats=31, present=15, recused=1)
    assert not quorum.blocks_handling(seats=31, present=15, recused=1, is_assembly=True)
    (refusal,) = quorum.blocks_handling(seats=31, present=15, is_assembly=True)
    assert refusal.code == "meeting.not_quorate_assembly"


@pytest.mark.law("KL-02")
@pytest.mark.parametrize(("members", "needed"), [(2, 1), (7, 3), (9, 3), (10, 4)])
def test_members_to_demand_meeting_is_a_third_rounded_up(
    members: int, needed: int
) -> None:
    assert quorum.members_to_demand_meeting(members, DAY) == needed


@pytest.mark.law("KL-13")
@pytest.mark.parametrize(
    ("present", "before", "is_assembly", "is_election", "votes"),
    [
        (31, 0, True, False, 11),
        (45, 0, True, False, 15),
        (49, 0, True, False, 17),
        (49, 1, True, False, 25),
        (31, 0, True, True, 16),
        (9, 0, False, False, 5),
    ],
)
def test_votes_to_refer_is_a_third_once_in_an_assembly(
    present: int, before: int, is_assembly: bool, is_election: bool, votes: int
) -> None:
    found = quorum.votes_to_refer(
        present=present,
        day=DAY,
        is_assembly=is_assembly,
        times_before=before,
        is_election=is_election,
    )
    assert found == votes


@pytest.mark.law("KL-13")
@pytest.mark.parametrize(
    ("votes", "threshold", "is_free"), [(11, 11, True), (10, 11, False), (3, 5, False)]
)
def test_blocks_minority_referral_below_the_threshold(
    votes: int, threshold: int, is_free: bool
) -> None:
    found = quorum.blocks_minority_referral(votes=votes, threshold=threshold)
    assert (found == []) == is_free
