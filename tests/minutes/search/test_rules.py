"""What somebody typed, taken apart."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.common import COMMON
from minutes.search.rules import (
    Cited,
    Dnr,
    Piece,
    address_in,
    grams,
    is_compound_with,
    pieces,
)


def test_pieces_when_words_phrase_and_minus_then_each_by_itself() -> None:
    assert pieces('skola "ny väg" -avgift') == [
        [Piece("skola"), Piece("ny väg", is_phrase=True), Piece("avgift", False, True)]
    ]


def test_pieces_when_or_then_alternatives() -> None:
    assert pieces("skola OR förskola ELLER ") == [
        [Piece("skola")],
        [Piece("förskola")],
    ]


@given(st.text())
def test_pieces_then_every_text_is_a_question(text: str) -> None:
    for alternative in pieces(text):
        assert alternative
        assert all(any(sign.isalnum() for sign in one.text) for one in alternative)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("ITVT § 12/2020-09-29", Cited(12, "ITVT", date(2020, 9, 29))),
        ("itvt §\N{NO-BREAK SPACE}12", Cited(12, "ITVT")),
        ("§ 12", Cited(12)),
        ("KF § 80/2020-02-31", None),
        ("itvt 4/2020", Dnr("ITVT 4/2020")),
        ("itvt 4/2020 avtal", None),
        ("skola", None),
    ],
)
def test_address_in_when_typed_then_what_it_names(
    typed: str, named: Cited | Dnr | None
) -> None:
    assert address_in(typed) == named


@pytest.mark.parametrize(
    ("compound", "part", "known", "expected"),
    [
        ("grundskol", "skol", {"grund"}, True),
        ("bygglovsansök", "lovs", {"bygg", "ansök"}, True),
        ("gatubelysning", "belysning", {"gat"}, True),
        ("klassificering", "ring", {"klass"}, False),
        ("bygglovsansök", "bygglov", set(), True),
        ("skol", "skol", set(), False),
        ("planet", "plan", set(), False),
    ],
)
def test_compound_when_every_rest_is_a_word_then_only_then(
    compound: str, part: str, known: set[str], expected: bool
) -> None:
    assert is_compound_with(compound, part, known) is expected


def test_grams_when_two_common_words_are_neighbours_then_a_pair() -> None:
    first, second = sorted(COMMON)[:2]
    assert grams({first: [1], second: [2], "xyz": [3]}) == [f"{first} 1 {second}"]
    assert grams({first: [1], second: [9]}) == []


@given(
    st.dictionaries(
        st.sampled_from([*sorted(COMMON)[:5], *string.ascii_lowercase[:3]]),
        st.lists(st.integers(1, 40), min_size=1, max_size=4),
    )
)
def test_grams_then_of_a_part_are_among_those_of_the_whole(
    standing: dict[str, list[int]],
) -> None:
    every = sorted(place for places in standing.values() for place in places)
    if not every:
        return
    start = every[len(every) // 2]
    part = {
        word: [place for place in places if place >= start]
        for word, places in standing.items()
    }
    assert set(grams(part)) <= set(grams(standing))
