"""§ numbers before and at the freezing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.item.rules.numbering import (
    NumberingFacts,
    blocks_numbering,
    provisional_numbers,
)


@pytest.mark.law("P-09")
def test_provisional_numbers_of_the_model_meeting_go_on_from_the_spring() -> None:
    items = [(1, None), (2, None), (3, None), (4, None)]
    assert list(provisional_numbers(10, 0, items).values()) == [11, 12, 13, 14]


@pytest.mark.law("P-09")
def test_provisional_numbers_in_a_new_year_start_at_one() -> None:
    assert provisional_numbers(0, 0, [(7, None)]) == {7: 1}


def test_provisional_numbers_keep_given_ones_and_wait_for_earlier_meetings() -> None:
    found = provisional_numbers(11, 3, [(1, 11), (2, None)])
    assert found == {1: 11, 2: 15}


@pytest.mark.law("P-09")
@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (NumberingFacts((1, 2)), []),
        (
            NumberingFacts((1,), earlier_unnumbered=(date(2026, 2, 3),)),
            ["numbering.earlier_meeting"],
        ),
        (NumberingFacts((1,), frozenset({1})), ["numbering.already_numbered"]),
        (NumberingFacts(()), ["numbering.no_items"]),
    ],
)
def test_blocks_numbering_when_the_run_would_break(
    facts: NumberingFacts, codes: list[str]
) -> None:
    assert [refusal.code for refusal in blocks_numbering(facts)] == codes


@given(st.integers(0, 500), st.integers(0, 50), st.integers(0, 30))
def test_provisional_numbers_run_without_gap(
    last: int, earlier: int, count: int
) -> None:
    found = provisional_numbers(last, earlier, [(pk, None) for pk in range(count)])
    start = last + earlier + 1
    assert list(found.values()) == list(range(start, start + count))
