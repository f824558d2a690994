"""Who may reserve, and until when."""

from dataclasses import replace
from typing import Any

import pytest

from boards.shared.refusals import Refusal
from minutes.item.rules.dissent import (
    AsideFacts,
    NoteFacts,
    ReservationFacts,
    blocks_authority,
    blocks_note,
    blocks_reservation,
    blocks_reservation_text,
    blocks_standing_aside,
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
        ({"stood_aside": frozenset({1})}, "reservation.stood_aside"),
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
    ("kind", "change", "found"),
    [
        ("note", {}, []),
        ("statement", {}, []),
        ("note", {"recused": frozenset({1})}, ["note.recused"]),
        ("note", {"people": (8,)}, ["note.did_not_serve"]),
        ("statement", {"people": (7,)}, ["note.did_not_serve"]),
        ("opinion", {}, ["note.serves"]),
        ("opinion", {"people": (7,)}, []),
        ("opinion", {"people": (8,)}, ["note.substitutes_may_not"]),
        ("opinion", {"people": (8,), "substitutes_may_note": True}, []),
        ("opinion", {"people": (9,)}, ["note.no_right"]),
        ("opinion", {"people": (7,), "recused": frozenset({7})}, ["note.recused"]),
        ("note", {"people": ()}, ["note.nobody"]),
        ("note", {"has_words": False}, ["note.empty"]),
    ],
)
def test_blocks_note_tells_note_statement_and_opinion_apart(
    kind: str, change: dict[str, Any], found: list[str]
) -> None:
    facts = NoteFacts(
        kind=kind,
        people=(1,),
        deciders=frozenset({1, 2}),
        observers=frozenset({7}),
        substitutes=frozenset({8}),
    )
    assert codes(blocks_note(replace(facts, **change))) == found


@pytest.mark.law("KL-07")
@pytest.mark.parametrize(
    ("change", "found", "law"),
    [
        ({}, [], ""),
        ({"people": (1, 2)}, [], ""),
        ({"people": ()}, ["aside.nobody"], "KL 4:25"),
        ({"is_authority": True}, ["aside.authority"], "KL 4:26"),
        ({"people": (9,)}, ["aside.not_serving"], "KL 4:25"),
        ({"voted": frozenset({1})}, ["aside.voted"], "KL 4:25"),
        ({"reserved": frozenset({1})}, ["aside.reserved"], "KL 4:25"),
    ],
)
def test_blocks_standing_aside_of_those_who_decided_or_must(
    change: dict[str, Any], found: list[str], law: str
) -> None:
    facts = replace(AsideFacts(people=(1,), deciders=frozenset({1, 2})), **change)
    refusals = blocks_standing_aside(facts)
    assert codes(refusals) == found
    assert {refusal.law for refusal in refusals} <= {law}


@pytest.mark.law("KL-07")
@pytest.mark.parametrize(("aside", "abstain"), [(1, 0), (0, 2), (1, 1)])
def test_blocks_authority_when_somebody_kept_out(aside: int, abstain: int) -> None:
    (refusal,) = blocks_authority(stand_aside=aside, abstain=abstain)
    assert refusal.values["people"] == aside + abstain
    assert blocks_authority(stand_aside=0, abstain=0) == []
