"""Printed codes: read as people write them, refused with any one error in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.issued.codes import ALPHABET, LENGTH, new_code, printed, read_code

CODES = st.builds(new_code)
PLACES = st.integers(0, LENGTH - 1)


@given(CODES)
def test_code_when_printed_then_read_back(code: str) -> None:
    assert len(printed(code)) == LENGTH + 3
    assert read_code(printed(code)) == code
    assert read_code(f"  {printed(code).lower().replace('-', ' ')}\n") == code


@given(CODES, PLACES, st.sampled_from(ALPHABET))
def test_code_when_one_character_is_wrong_then_never_read(
    code: str, place: int, other: str
) -> None:
    wrong = code[:place] + other + code[place + 1 :]
    assert (read_code(wrong) is None) == (wrong != code)


@given(CODES, PLACES, PLACES)
def test_code_when_two_characters_changed_places_then_never_read(
    code: str, one: int, two: int
) -> None:
    letters = list(code)
    letters[one], letters[two] = letters[two], letters[one]
    wrong = "".join(letters)
    assert (read_code(wrong) is None) == (wrong != code)


@pytest.mark.parametrize("typed", ["", "ABCD", "å" * 16, "U" * 16, "0" * 17, "\x00"])
def test_code_when_it_is_no_code_then_none(typed: str) -> None:
    assert read_code(typed) is None


def test_code_when_letters_look_like_figures_then_read_as_figures() -> None:
    assert read_code("OoOO-oooo-0000-0000") == "0" * LENGTH
