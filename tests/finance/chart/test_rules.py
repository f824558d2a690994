"""Which mapping takes an amount, and which two would both take it."""

from datetime import date

import pytest

from finance.chart.rules import (
    MappingFacts,
    Place,
    Placing,
    blocks_mapping,
    is_expected,
)

JAN, AUG = date(2020, 1, 1), date(2020, 8, 1)


def facts(accounts: str, target: int = 0, **said: object) -> MappingFacts:
    first, _, last = accounts.partition("-")
    values = {"valid_from": JAN, "name": accounts} | said
    return MappingFacts(first, last or first, target=(target, target), **values)


def taken(mappings: list[MappingFacts], place: Place, day: date = AUG) -> int | None:
    found = Placing(mappings).mapping_of(place, day)
    return found.target[0] if found else None


def codes(mapping: MappingFacts, *others: MappingFacts) -> list[str]:
    return [no.code for no in blocks_mapping(mapping, others)]


@pytest.mark.law("F-05")
@pytest.mark.parametrize(
    ("place", "target"),
    [
        (Place("5011"), 1),
        (Place("50111"), 2),
        (Place("5999"), 1),
        (Place("59999"), 1),
        (Place("6000"), None),
        (Place("5011", unit="410"), 3),
        (Place("5011", unit="420"), 1),
        (Place("5011", unit="410", project="5201"), 4),
        (Place("5011", unit="420", activity="91"), 5),
        (Place("X"), None),
    ],
)
def test_mapping_of_when_several_take_it_then_the_most_specific_does(
    place: Place, target: int | None
) -> None:
    mappings = [
        facts("5000-5999", 1),
        facts("50111", 2),
        facts("5000-5999", 3, responsibility="410"),
        facts("5-6", 4, responsibility="410", project="5201"),
        facts("5000-5999", 5, activity="91"),
    ]
    assert taken(mappings, place) == target
    assert taken(mappings[::-1], place) == target


@pytest.mark.law("F-05")
def test_mapping_of_when_the_chart_was_renumbered_then_each_year_has_its_own() -> None:
    old = facts("3011", 1, valid_to=date(2025, 12, 31))
    new = facts("3011", 2, valid_from=date(2026, 1, 1))
    assert taken([old, new], Place("3011"), date(2020, 3, 1)) == 1
    assert taken([old, new], Place("3011"), date(2026, 3, 1)) == 2
    assert taken([old, new], Place("3011"), date(2019, 3, 1)) is None


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (facts("5000-5999"), ["chart.mapping_ties"]),
        (facts("5500-6499"), ["chart.mapping_ties"]),
        (facts("5000-5998"), []),
        (facts("6000-6999"), []),
        (facts("5000-5999", responsibility="410"), []),
        (facts("5000-5999", valid_from=date(2021, 1, 1)), []),
    ],
)
def test_blocks_mapping_when_another_is_as_specific_then_it_is_named(
    other: MappingFacts, expected: list[str]
) -> None:
    mine = facts("5000-5999", valid_to=date(2020, 12, 31))
    found = blocks_mapping(mine, [other])
    assert [no.code for no in found] == expected
    assert [no.values["other"] for no in found] == [other.name] * len(expected)


def test_blocks_mapping_when_each_names_another_object_then_both_could_take_it() -> (
    None
):
    by_unit = facts("5000-5999", responsibility="410")
    by_project = facts("5000-5999", project="5201")
    other_unit = facts("5000-5999", responsibility="420")
    assert codes(by_unit, by_project) == ["chart.mapping_ties"]
    assert codes(by_unit, other_unit) == []


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        (facts("5999-5000"), "chart.accounts_backwards"),
        (facts("5x-5y"), "chart.account_not_digits"),
        (facts("5011", valid_from=date(2020, 1, 2)), "chart.not_first_of_month"),
        (facts("5011", valid_to=date(2020, 8, 30)), "chart.not_last_of_month"),
        (facts("5011", valid_to=date(2019, 8, 31)), "chart.ends_before_it_starts"),
    ],
)
def test_blocks_mapping_when_it_says_nothing_clear_then_refused(
    mapping: MappingFacts, code: str
) -> None:
    assert codes(mapping) == [code]


def test_is_expected_when_a_balance_account_then_not() -> None:
    found = [digit for digit in "123456789" if is_expected(f"{digit}011")]
    assert found == ["3", "4", "5", "6", "7", "8"]
