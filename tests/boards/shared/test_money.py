"""Öre in, Swedish amounts out, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared import money

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
ORE = st.integers(-(10**14), 10**14)


@pytest.mark.law("F-04")
@pytest.mark.parametrize(
    ("ore", "thousands"),
    [
        (-150_050, -2),
        (-150_000, -2),
        (-149_999, -1),
        (50_000, 1),
        (49_999, 0),
        (-50_000, -1),
        (-49_999, 0),
        (0, 0),
        (731_450_000, 7_315),
    ],
)
def test_tkr_rounds_halves_away_from_zero(ore: int, thousands: int) -> None:
    assert money.tkr(ore) == thousands


def test_kronor_rounds_halves_away_from_zero() -> None:
    assert [money.kronor(ore) for ore in (50, -50, 49, 149)] == [1, -1, 0, 1]


@pytest.mark.law("T-09")
def test_format_whole_uses_no_break_space_and_a_real_minus() -> None:
    assert money.format_whole(5104) == f"5{NBSP}104"
    assert money.format_whole(-2791) == f"{MINUS}2{NBSP}791"
    assert money.format_whole(-2791, minus="-") == f"-2{NBSP}791"
    assert money.format_whole(1234567) == f"1{NBSP}234{NBSP}567"


def test_format_tkr_of_a_little_under_nothing_has_no_sign() -> None:
    assert money.format_tkr(-49_999) == "0"


def test_format_kronor_of_less_than_one_krona_keeps_its_sign() -> None:
    assert money.format_kronor(-5) == f"{MINUS}0,05"
    assert money.format_kronor(150_050) == f"1{NBSP}500,50"


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("5104", 510_400),
        ("5 104", 510_400),
        (f"5{NBSP}104,50", 510_450),
        (f"{MINUS}1 500,50", -150_050),
        ("- 1 500,5", -150_050),
        ("\N{EN DASH}12", -1_200),
        ("+12", 1_200),
        ("12.50", 1_250),
        ("1 500 kr", 150_000),
        ("1 500:-", 150_000),
        ("  7  ", 700),
    ],
)
def test_parse_kronor_of_what_swedes_type_gives_ore(text: str, ore: int) -> None:
    assert money.parse_kronor(text) == ore


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "kr",
        "12,505",
        "5.104",
        "1.000,50",
        "5,104.50",
        "12 34",
        "1e3",
        "0x10",
        "(12)",
        "12-",
        "tolv",
        "NaN",
        "1,2,3",
    ],
)
def test_parse_kronor_of_a_doubtful_amount_refuses_to_guess(text: str) -> None:
    with pytest.raises(money.NotAnAmount):
        money.parse_kronor(text)


def test_parse_tkr_keeps_every_ore() -> None:
    assert money.parse_tkr("5 104") == 510_400_000
    assert money.parse_tkr("-0,00001") == -1
    with pytest.raises(money.NotAnAmount):
        money.parse_tkr("0,000001")


@given(ORE)
def test_parse_kronor_reads_back_what_format_kronor_writes(ore: int) -> None:
    assert money.parse_kronor(money.format_kronor(ore)) == ore


@given(ORE)
def test_tkr_is_never_more_than_half_a_thousand_off(ore: int) -> None:
    assert abs(money.tkr(ore) * money.ORE_PER_TKR - ore) * 2 <= money.ORE_PER_TKR
    assert money.tkr(-ore) == -money.tkr(ore)
