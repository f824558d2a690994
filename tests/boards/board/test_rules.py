"""Patterns of case numbers, and partners of boards."""

import pytest

from boards.board.rules import blocks_partners, blocks_pattern, dnr


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("{prefix} {number}/{year}", "ITVT 4/2020"),
        ("{prefix} {year}/{number}", "ITVT 2020/4"),
        ("{number}/{year}", "4/2020"),
        ("Dnr {prefix}-{year}-{number}", "Dnr ITVT-2020-4"),
    ],
)
def test_pattern_when_fit_then_writes_the_number(pattern: str, written: str) -> None:
    assert blocks_pattern(pattern) == []
    assert dnr(pattern, prefix="ITVT", number=4, year=2020) == written


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "{prefix}",
        "{number}",
        "{year}",
        "{number",
        "{number}{year}",
        "{number}0{year}",
        "{}/{number}/{year}",
        "{number}/{year} {title}",
        "{number:03}/{year}",
        "{number!r}/{year}",
        "{prefix.__class__} {number}/{year}",
    ],
)
def test_pattern_when_unfit_then_refused_at_its_field(pattern: str) -> None:
    assert [row.field for row in blocks_pattern(pattern)] == ["dnr_pattern"]


@pytest.mark.law("KL-19")
@pytest.mark.parametrize(
    ("is_joint", "partners", "codes"),
    [
        (True, {2}, []),
        (False, set(), []),
        (False, {2}, ["board.partners_only_joint"]),
        (True, set(), ["board.joint_needs_partner"]),
        (True, {1, 2}, ["board.host_is_no_partner"]),
    ],
)
def test_partners_when_kind_differs_then_only_joint_has_them(
    is_joint: bool, partners: set, codes: list
) -> None:
    found = blocks_partners(is_joint=is_joint, host=1, partners=frozenset(partners))
    assert [row.code for row in found] == codes
