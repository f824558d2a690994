"""What stands in the way of a decision, point by point."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boards.shared.refusals import Refusal
from minutes.item.enums import PointOutcome
from minutes.item.rules.decision import (
    DecisionFacts,
    ElectedFacts,
    PointFacts,
    blocks_decision,
    blocks_depths,
    blocks_late_change,
    numbers,
    parents,
    regime,
)

READY = DecisionFacts(
    serving=(),
    points=(PointFacts("Rapporten godkänns."),),
    held_on=date(2020, 9, 29),
)
SOMEBODY = ElectedFacts("Eva Ek", "ordförande")


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


def one(**change: Any) -> list[Refusal]:
    point = replace(PointFacts("Ärendet avgörs."), **change)
    return blocks_decision(replace(READY, points=(point,)))


def test_blocks_decision_with_quorum_and_text_finds_nothing() -> None:
    assert blocks_decision(READY) == []


@pytest.mark.law("KL-03")
def test_blocks_decision_without_quorum_refuses_with_the_law() -> None:
    serving = (Refusal("meeting.not_quorate", "KL 6:27"),)
    (refusal,) = blocks_decision(replace(READY, serving=serving))
    assert refusal.law == "KL 6:27"


@pytest.mark.law("P-01")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"points": ()}, "decision.text_missing"),
        ({"points": (PointFacts("Bra."), PointFacts(" "))}, "decision.text_missing"),
        ({"unsettled_rounds": 1}, "decision.round_unsettled"),
        ({"is_meeting_open": False}, "decision.meeting_not_open"),
        ({"is_frozen": True}, "decision.frozen"),
        ({"is_information": True}, "decision.information_decides"),
        ({"needs_agreement": True}, "decision.not_announced"),
    ],
)
def test_blocks_decision_when_something_is_wrong_names_it(
    change: dict[str, Any], code: str
) -> None:
    assert codes(blocks_decision(replace(READY, **change))) == [code]


@pytest.mark.law("P-01")
def test_blocks_decision_on_information_lets_it_only_be_noted() -> None:
    informs = replace(READY, is_information=True)
    assert blocks_decision(replace(informs, points=())) == []
    noted = PointFacts("Tas emot.", PointOutcome.NOTED)
    assert blocks_decision(replace(informs, points=(noted,))) == []


@pytest.mark.law("P-01")
@pytest.mark.parametrize(
    ("outcome", "change", "found"),
    [
        ("adopted", {}, []),
        ("partly", {}, []),
        ("rejected", {}, []),
        ("answered", {}, []),
        ("completed", {}, []),
        ("withdrawn", {}, []),
        ("noted", {}, []),
        ("postponed", {}, []),
        ("postponed", {"until": date(2020, 10, 27)}, []),
        ("postponed", {"until": date(2020, 9, 29)}, [("until_past", "until")]),
        ("adopted", {"until": date(2020, 10, 27)}, [("not_postponed", "until")]),
        ("referred_back", {}, [("no_reason", "reason")]),
        ("referred_back", {"reason": "Kostnaden saknas."}, []),
        ("remitted", {}, [("no_addressee", "addressee")]),
        ("remitted", {"addressee": "Socialnämnden"}, []),
        ("proposes", {}, [("nobody_decides", "proposed_to")]),
        ("proposes", {"proposed_to": "Kommunfullmäktige"}, []),
        ("adopted", {"proposed_to": "KF"}, [("no_proposal", "proposed_to")]),
        ("elected", {}, [("nobody_elected", "elected")]),
        ("elected", {"elected": (SOMEBODY,)}, []),
        ("adopted", {"elected": (SOMEBODY,)}, [("no_election", "outcome")]),
        (
            "elected",
            {"elected": (ElectedFacts("", ""),)},
            [("elected_incomplete", "name"), ("elected_incomplete", "post")],
        ),
        (
            "elected",
            {
                "elected": (
                    replace(
                        SOMEBODY,
                        valid_from=date(2021, 1, 1),
                        valid_to=date(2020, 1, 1),
                    ),
                )
            },
            [("ends_first", "valid_to")],
        ),
    ],
)
def test_blocks_decision_asks_for_what_belongs_to_the_outcome(
    outcome: str, change: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    refusals = one(outcome=outcome, **change)
    assert [(no.code.removeprefix("decision."), no.field) for no in refusals] == found
    assert all(no.values["row"] == 0 for no in refusals)


@pytest.mark.law("A-08")
def test_blocks_decision_when_administrative_appeal_says_not_how_is_refused() -> None:
    (no,) = one(appeal="administrative")
    assert (no.code, no.law, no.field) == (
        "decision.no_appeal_text",
        "FL 33",
        "appeal_text",
    )
    assert one(appeal="administrative", appeal_text="Till länsstyrelsen.") == []


@pytest.mark.law("A-08")
@pytest.mark.parametrize(
    ("outcome", "wanted", "is_assembly", "found"),
    [
        ("adopted", "legality", False, "legality"),
        ("adopted", "administrative", False, "administrative"),
        ("adopted", "none", False, "none"),
        ("noted", "legality", True, "none"),
        ("proposes", "legality", False, "none"),
        ("proposes", "administrative", False, "none"),
        ("postponed", "legality", False, "none"),
        ("referred_back", "legality", False, "none"),
        ("remitted", "legality", False, "none"),
        ("withdrawn", "legality", False, "none"),
        ("referred_back", "legality", True, "legality"),
    ],
)
def test_regime_of_what_only_prepares_is_none_in_a_board(
    outcome: str, wanted: str, is_assembly: bool, found: str
) -> None:
    assert regime(outcome, wanted, is_assembly=is_assembly) == found


@pytest.mark.law("P-04")
def test_blocks_late_change_without_a_comment() -> None:
    (no,) = blocks_late_change(" ")
    assert (no.law, no.field) == ("JO 3339-2013", "comment")
    assert blocks_late_change("Skrevs fel.") == []


@pytest.mark.parametrize(
    ("depths", "cited", "above"),
    [
        ([], [], []),
        ([0, 0], ["1", "2"], [None, None]),
        ([0, 0, 1, 1, 0], ["1", "2", "2.1", "2.2", "3"], [None, None, 1, 1, None]),
        ([0, 1, 2, 1], ["1", "1.1", "1.1.1", "1.2"], [None, 0, 1, 0]),
    ],
)
def test_numbers_and_parents_follow_the_depths(
    depths: list[int], cited: list[str], above: list[int | None]
) -> None:
    assert numbers(depths) == cited
    assert parents(depths) == above
    assert blocks_depths(depths) == []


@pytest.mark.parametrize("depths", [[1], [0, 2], [0, 1, 2, 3], [-1]])
def test_blocks_depths_of_a_point_under_nothing(depths: list[int]) -> None:
    assert codes(blocks_depths(depths)) == ["decision.under_nothing"]
