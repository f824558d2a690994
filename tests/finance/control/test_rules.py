"""The rules of internal control, without a database."""

from datetime import date

import pytest

from finance.control import rules
from finance.control.enums import Grade, Level
from finance.control.rules import CheckFacts, RiskFacts, RowFacts, Scale

FOUR = Scale(4, 4, 4, 9)
DAY = date(2021, 3, 16)


def codes(found: list) -> list[str]:
    return [one.code.removeprefix("control.") for one in found]


@pytest.mark.law("I-03")
@pytest.mark.parametrize(
    ("steps", "value", "level"),
    [
        ((1, 1), 1, Level.LOW),
        ((1, 3), 3, Level.LOW),
        ((2, 2), 4, Level.MEDIUM),
        ((2, 4), 8, Level.MEDIUM),
        ((3, 3), 9, Level.HIGH),
        ((4, 4), 16, Level.HIGH),
    ],
)
def test_level_when_both_steps_are_known_follows_the_product(
    steps: tuple[int, int], value: int, level: Level
) -> None:
    risk = RiskFacts("Behörigheter", *steps)
    assert (risk.value, rules.level(risk, FOUR)) == (value, level)


@pytest.mark.law("I-03")
def test_level_when_the_value_is_plain_is_unknown() -> None:
    risk = RiskFacts("Behörigheter", assessment=4)
    assert (risk.value, rules.level(risk, Scale())) == (4, None)


@pytest.mark.law("I-03")
@pytest.mark.parametrize(
    ("risk", "scale", "expected"),
    [
        (RiskFacts("A", 4, 4), FOUR, []),
        (RiskFacts("A", assessment=4), Scale(), []),
        (RiskFacts("A"), FOUR, []),
        (RiskFacts("A", 5, 4), FOUR, ["off_scale"]),
        (RiskFacts("A", 4, 5), FOUR, ["off_scale"]),
        (RiskFacts("A", 0, 1), FOUR, ["off_scale"]),
        (RiskFacts("A", 2, 2), Scale(), ["no_scale", "no_scale"]),
        (RiskFacts("A", 2), FOUR, ["half_assessed"]),
        (RiskFacts("A", 2, 2, 4), FOUR, ["doubly_assessed"]),
        (RiskFacts(" "), FOUR, ["no_process"]),
    ],
)
def test_blocks_risk_when_off_the_board_s_scale(
    risk: RiskFacts, scale: Scale, expected: list[str]
) -> None:
    assert codes(rules.blocks_risk(risk, scale)) == expected


@pytest.mark.law("I-03")
@pytest.mark.parametrize(
    ("scale", "risks", "expected"),
    [
        (FOUR, [], []),
        (Scale(5, 5, 5, 15), [], []),
        (Scale(), [RiskFacts("A", assessment=4)], []),
        (Scale(), [RiskFacts("A", 1, 1)], ["scale_in_use"]),
        (Scale(1, 4, 2, 3), [], ["scale_steps"]),
        (Scale(11, 4, 2, 3), [], ["scale_steps"]),
        (Scale(4, 4, 9, 9), [], ["scale_limits"]),
        (Scale(4, 4, 4, 17), [], ["scale_limits"]),
        (Scale(3, 3, 3, 6), [RiskFacts("A", 4, 1)], ["scale_in_use_by"]),
    ],
)
def test_blocks_scale_when_it_is_none(
    scale: Scale, risks: list[RiskFacts], expected: list[str]
) -> None:
    assert codes(rules.blocks_scale(scale, risks)) == expected


@pytest.mark.law("I-04")
def test_missing_when_a_beslut_only_names_the_process_is_the_rest() -> None:
    row = RowFacts(RiskFacts("Process för incidenthantering"))
    assert rules.missing(row) == ("assessment", "moment", "responsible", "report_to")
    assert codes(rules.blocks_adoption([row])) == ["row_incomplete"]
    assert codes(rules.blocks_adoption([])) == ["no_rows"]


@pytest.mark.law("I-04")
def test_blocks_completing_when_what_is_decided_changes() -> None:
    before = RowFacts(RiskFacts("A", assessment=4), "", "IT-chef", "")
    filled = RowFacts(RiskFacts("A", assessment=4), "Loggar", "IT-chef", "Nämnden")
    changed = RowFacts(RiskFacts("A", assessment=3), "Loggar", "Annan", "Nämnden")
    assert rules.blocks_completing(before, filled) == []
    assert [one.field for one in rules.blocks_completing(before, changed)] == [
        "assessment",
        "responsible",
    ]


def said(grade: Grade = Grade.WORKS, **changed: object) -> CheckFacts:
    values = {
        "performed_on": DAY,
        "performer": "IT-chef",
        "result": "Allt stämmer.",
        "deviation": "",
    }
    return CheckFacts(grade, **values | changed)


@pytest.mark.law("I-05")
@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (said(), []),
        (said(performed_on=None), ["no_performed_on"]),
        (said(performed_on=date(2021, 3, 17)), ["performed_ahead"]),
        (said(performer=" "), ["no_performer"]),
        (said(result=""), ["no_result"]),
        (said(Grade.DEVELOP), ["no_deviation"]),
        (said(Grade.UNDOCUMENTED), ["no_deviation"]),
        (said(Grade.DEVELOP, deviation="Två konton."), []),
        (said(Grade.NOT_PERFORMED), ["not_performed_day"]),
        (said(Grade.NOT_PERFORMED, performed_on=None, performer=""), []),
        (said(Grade.NOT_PERFORMED, performed_on=None, result=""), ["no_reason"]),
    ],
)
def test_blocks_check_when_it_says_too_little(
    check: CheckFacts, expected: list[str]
) -> None:
    assert codes(rules.blocks_check(check, DAY)) == expected


@pytest.mark.law("I-05")
def test_blocks_report_when_it_is_silent_about_a_control() -> None:
    assert rules.blocks_report([("A", True)]) == []
    assert codes(rules.blocks_report([("A", True), ("B", False)])) == ["not_followed"]


@pytest.mark.parametrize(
    ("citation", "day", "expected"),
    [
        ("ITVT § 13/2020-09-29", date(2020, 9, 29), []),
        ("punkt 13", date(2020, 9, 29), ["no_citation"]),
        ("ITVT § 13", date(2021, 9, 29), ["decided_ahead"]),
    ],
)
def test_blocks_decision_when_it_is_none(
    citation: str, day: date, expected: list[str]
) -> None:
    assert codes(rules.blocks_decision(citation, day, DAY)) == expected


@pytest.mark.law("I-05")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 5, 16), None),
        (date(2021, 5, 17), date(2021, 5, 17)),
        (date(2021, 5, 27), date(2021, 5, 17)),
        (date(2021, 5, 28), date(2021, 5, 28)),
        (date(2021, 5, 31), date(2021, 5, 28)),
        (date(2021, 6, 1), date(2021, 6, 1)),
        (date(2021, 6, 29), date(2021, 6, 1)),
        (date(2021, 6, 30), date(2021, 6, 30)),
        (date(2021, 7, 30), date(2021, 7, 30)),
    ],
)
def test_reminded_for_before_the_day_and_every_month_after(
    day: date, expected: date | None
) -> None:
    assert rules.reminded_for(day, date(2021, 5, 31), DAY) == expected


def test_reminded_for_when_given_later_than_the_reminder_is_silent() -> None:
    due = date(2021, 3, 20)
    assert rules.reminded_for(DAY, due, DAY) is None
    assert rules.reminded_for(date(2021, 3, 17), due, DAY) == date(2021, 3, 17)
