"""Who may reserve, and until when."""

from dataclasses import replace
from typing import Any

import pytest

from boards.shared.refusals import Refusal
from minutes.item.rules.dissent import (
    ReservationFacts,
    blocks_note,
    blocks_reservation,
    blocks_reservation_text,
    may_reserve,
)

FACTS = ReservationFacts(people=(1,), deciders=frozenset({1, 2, 3}))


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


def test_blocks_reservation_of_one_who_decided_finds_nothing() -> None:
    assert blocks_reservation(FACTS) == []


@pytest.mark.law("KL-11")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"is_meeting_closed": True}, "reservation.meeting_closed"),
        ({"is_decided": False}, "reservation.nothing_decided"),
        ({"people": ()}, "reservation.nobody"),
        ({"people": (9,)}, "reservation.did_not_serve"),
        ({"recused": frozenset({1})}, "reservation.recused"),
        ({"abstained": frozenset({1})}, "reservation.abstained"),
        ({"already": frozenset({1})}, "reservation.already_made"),
    ],
)
def test_blocks_reservation_when_it_cannot_be_names_it_and_the_law(
    change: dict[str, Any], code: str
) -> None:
    (refusal,) = blocks_reservation(replace(FACTS, **change))
    assert (refusal.code, refusal.law) == (code, "KL 4:27")


def test_may_reserve_offers_only_those_who_decided() -> None:
    facts = replace(FACTS, abstained=frozenset({2}), already=frozenset({3}))
    assert may_reserve(facts) == {1}


@pytest.mark.law("KL-11")
def test_blocks_reservation_text_from_the_freezing_on() -> None:
    assert blocks_reservation_text(is_frozen=False) == []
    assert codes(blocks_reservation_text(is_frozen=True)) == [
        "reservation.text_too_late"
    ]


@pytest.mark.law("KL-12")
@pytest.mark.parametrize(
    ("decider", "substitute", "setting", "found"),
    [
        (True, False, False, []),
        (False, True, True, []),
        (False, True, False, ["note.substitutes_may_not"]),
        (False, False, True, ["note.no_right"]),
    ],
)
def test_blocks_note_follows_the_setting(
    decider: bool, substitute: bool, setting: bool, found: list[str]
) -> None:
    refusals = blocks_note(
        is_decider=decider, is_substitute=substitute, substitutes_may_note=setting
    )
    assert codes(refusals) == found
