"""Who decides in each §, case by case: what real protokoll say about attendance."""

from dataclasses import replace
from typing import Any

import pytest

from minutes.meeting.rules.facts import (
    MemberFacts,
    PresenceFacts,
    RecusalFacts,
    RollFacts,
    Span,
    SubstitutionFacts,
)
from minutes.meeting.rules.serving import blocks_resuming, serving_at, who_serves
from minutes.meeting.rules.substitution import better_substitute, propose_substitute

CHAIR, VICE, MEMBER = 1, 2, 3
OWN, SECOND, OTHER = 11, 12, 13
PLACES = (1, 2, 3, 4)
ROLL = RollFacts(
    seats=3,
    positions=PLACES,
    members=(
        MemberFacts(CHAIR, "chair", "S"),
        MemberFacts(VICE, "vice_chair", "M"),
        MemberFacts(MEMBER, "member", "S"),
        MemberFacts(OWN, "substitute", "S", 1),
        MemberFacts(SECOND, "substitute", "S", 2),
        MemberFacts(OTHER, "substitute", "V", 3),
    ),
    presences=tuple(PresenceFacts(pk) for pk in (CHAIR, VICE, MEMBER, OWN, SECOND, 13)),
    party_order={"S": ("V", "M"), "M": ("S", "V")},
)


def stays(pk: int, *rows: PresenceFacts) -> RollFacts:
    """Return the roll with somebody there only so."""
    rest = tuple(row for row in ROLL.presences if row.member != pk)
    return replace(ROLL, presences=rest + rows)


def within(pk: int, first: int | None, last: int | None, ends: str) -> PresenceFacts:
    """Return a stay that begins or ends within a §."""
    return PresenceFacts(
        pk,
        Span(first, last),
        begins_within="begins" in ends,
        ends_within="ends" in ends,
    )


FOR = SubstitutionFacts
CASES: dict[str, tuple[RollFacts, tuple[Any, ...], list[set[int]]]] = {
    "everybody there": (ROLL, (), [{1, 2, 3}] * 4),
    "substitute for the whole meeting": (
        stays(MEMBER),
        (FOR(OWN, MEMBER),),
        [{1, 2, 11}] * 4,
    ),
    "present with a hole, served by a substitute there": (
        stays(MEMBER, PresenceFacts(3, Span(1, 1)), PresenceFacts(3, Span(3, 4))),
        (FOR(OWN, MEMBER, Span(2, 2)),),
        [{1, 2, 3}, {1, 2, 11}, {1, 2, 3}, {1, 2, 3}],
    ),
    "late member takes the seat back": (
        stays(MEMBER, PresenceFacts(3, Span(3, None))),
        (FOR(OWN, MEMBER),),
        [{1, 2, 11}, {1, 2, 11}, {1, 2, 3}, {1, 2, 3}],
    ),
    "member comes within a § and waits for the next": (
        stays(MEMBER, within(3, 2, None, "begins")),
        (FOR(OWN, MEMBER),),
        [{1, 2, 11}, {1, 2, 11}, {1, 2, 3}, {1, 2, 3}],
    ),
    "member comes within a § to an empty seat": (
        stays(MEMBER, within(3, 2, None, "begins")),
        (),
        [{1, 2}, {1, 2, 3}, {1, 2, 3}, {1, 2, 3}],
    ),
    "member leaves within a §: nobody enters in it": (
        stays(MEMBER, within(3, None, 2, "ends")),
        (FOR(OWN, MEMBER, Span(2, None)),),
        [{1, 2, 3}, {1, 2}, {1, 2, 11}, {1, 2, 11}],
    ),
    "link lost and found within a §": (
        replace(
            stays(MEMBER, within(3, None, 2, "ends"), within(3, 2, None, "begins")),
            distance_allowed=True,
        ),
        (),
        [{1, 2, 3}] * 4,
    ),
    "substitute comes within a § and serves from the next": (
        replace(
            stays(OWN, within(OWN, 2, None, "begins")),
            presences=(
                PresenceFacts(CHAIR),
                PresenceFacts(VICE),
                within(OWN, 2, None, "begins"),
            ),
        ),
        (FOR(OWN, MEMBER),),
        [{1, 2}, {1, 2}, {1, 2, 11}, {1, 2, 11}],
    ),
    "one substitute for two members at different §§": (
        replace(
            ROLL,
            presences=(
                PresenceFacts(CHAIR),
                PresenceFacts(VICE, Span(3, None)),
                PresenceFacts(MEMBER, Span(None, 2)),
                PresenceFacts(OWN),
            ),
        ),
        (FOR(OWN, VICE, Span(1, 2)), FOR(OWN, MEMBER, Span(3, 4))),
        [{1, 3, 11}, {1, 3, 11}, {1, 2, 11}, {1, 2, 11}],
    ),
    "two substitutes for one member": (
        stays(MEMBER),
        (FOR(OWN, MEMBER, Span(1, 2)), FOR(SECOND, MEMBER, Span(3, 4))),
        [{1, 2, 11}, {1, 2, 11}, {1, 2, 12}, {1, 2, 12}],
    ),
    "another party's substitute": (
        stays(MEMBER),
        (FOR(OTHER, MEMBER),),
        [{1, 2, 13}] * 4,
    ),
    "vacant seat": (
        replace(ROLL, seats=4),
        (FOR(OWN, None, cause="vacancy"),),
        [{1, 2, 3, 11}] * 4,
    ),
    "jäv in one §, both resume": (
        replace(
            stays(MEMBER),
            recusals=(RecusalFacts(CHAIR, 2), RecusalFacts(OWN, 3)),
        ),
        (FOR(OWN, MEMBER), FOR(SECOND, CHAIR, Span(2, 2), "recusal")),
        [{1, 2, 11}, {2, 11, 12}, {1, 2}, {1, 2, 11}],
    ),
}


@pytest.mark.law("KL-06")
@pytest.mark.parametrize("case", CASES)
def test_who_decides_at_each_point(case: str) -> None:
    roll, called, expected = CASES[case]
    served = who_serves(replace(roll, substitutions=called))
    assert [set(served[place].deciders) for place in PLACES] == expected


@pytest.mark.law("KL-03", "KL-04")
@pytest.mark.parametrize(
    ("is_assembly", "present", "recused", "quorate"),
    [
        (False, 16, 0, True),
        (False, 15, 0, False),
        (False, 16, 1, False),
        (True, 16, 1, True),
        (True, 15, 1, False),
        (False, 17, 1, True),
    ],
)
def test_quorum_of_31_seats_with_jav(
    is_assembly: bool, present: int, recused: int, quorate: bool
) -> None:
    roll = RollFacts(
        seats=31,
        positions=(1,),
        members=tuple(MemberFacts(pk, "member") for pk in range(1, 32)),
        presences=tuple(PresenceFacts(pk) for pk in range(1, present + 1)),
        recusals=tuple(RecusalFacts(pk, 1) for pk in range(1, recused + 1)),
        is_assembly=is_assembly,
    )
    assert serving_at(roll, 1).is_quorate == quorate


@pytest.mark.law("KL-06")
@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ((OWN, SECOND, OTHER), OWN),
        ((SECOND, OTHER), SECOND),
        ((OTHER,), OTHER),
        ((), None),
    ],
)
def test_whose_turn_it_is_follows_the_order(
    there: tuple[int, ...], expected: int | None
) -> None:
    rows = tuple(PresenceFacts(pk) for pk in (CHAIR, VICE, *there))
    turn = propose_substitute(replace(ROLL, presences=rows), MEMBER, 1)
    assert turn.substitute == expected


@pytest.mark.law("KL-06")
@pytest.mark.parametrize(
    ("serving", "late", "expected"),
    [
        (OTHER, OWN, OWN),  # the own party comes back to its place
        (SECOND, OWN, None),  # one of the own party stays (Hultsfred)
        (OTHER, None, None),
    ],
)
def test_who_takes_over_a_seat_at_the_next_point(
    serving: int, late: int | None, expected: int | None
) -> None:
    rows = [PresenceFacts(pk) for pk in (CHAIR, VICE, serving)]
    rows += [within(late, 2, None, "begins")] if late else []
    roll = replace(ROLL, presences=tuple(rows), substitutions=(FOR(serving, MEMBER),))
    assert better_substitute(roll, serving, MEMBER, 2) is None
    better = better_substitute(roll, serving, MEMBER, 3)
    assert (better.substitute if better else None) == expected


@pytest.mark.law("KL-06")
@pytest.mark.parametrize(
    ("is_assembly", "reason", "codes"),
    [
        (False, "", ["presence.returns_after_absence"]),
        (False, "Tåget ställdes in.", []),
        (True, "", ["presence.may_not_resume"]),
        (True, "Tåget ställdes in.", ["presence.may_not_resume"]),
    ],
)
def test_coming_back_after_another_absence_than_jav(
    is_assembly: bool, reason: str, codes: list[str]
) -> None:
    roll = replace(
        stays(MEMBER, PresenceFacts(3, Span(1, 2)), PresenceFacts(3, Span(4, None))),
        is_assembly=is_assembly,
    )
    assert [row.code for row in blocks_resuming(roll, MEMBER, 4, reason)] == codes
    for_jav = replace(
        stays(MEMBER, PresenceFacts(3, Span(1, 2)), PresenceFacts(3, Span(4, None))),
        recusals=(RecusalFacts(MEMBER, 3),),
        is_assembly=is_assembly,
    )
    assert blocks_resuming(for_jav, MEMBER, 4, reason) == []


def test_two_people_alike_in_everything_stay_two() -> None:
    twin = MemberFacts(14, "substitute", "S", 1)
    roll = replace(
        ROLL,
        members=(*ROLL.members, twin),
        presences=(PresenceFacts(CHAIR), PresenceFacts(VICE), PresenceFacts(14)),
        substitutions=(FOR(OWN, MEMBER),),
    )
    assert serving_at(roll, 1).deciders == (CHAIR, VICE)
    roll = replace(roll, substitutions=(FOR(14, MEMBER),))
    assert serving_at(roll, 1).deciders == (CHAIR, VICE, 14)
