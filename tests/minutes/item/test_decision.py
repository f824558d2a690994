"""What stands in the way of a decision."""

from dataclasses import replace
from typing import Any

import pytest

from boards.shared.refusals import Refusal
from minutes.item.rules.decision import DecisionFacts, PointFacts, blocks_decision

READY = DecisionFacts(serving=(), points=(PointFacts("Rapporten godkänns."),))


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


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
    ],
)
def test_blocks_decision_when_something_is_wrong_names_it(
    change: dict[str, Any], code: str
) -> None:
    assert codes(blocks_decision(replace(READY, **change))) == [code]


@pytest.mark.law("P-01")
def test_blocks_decision_on_information_without_points_finds_nothing() -> None:
    assert blocks_decision(replace(READY, is_information=True, points=())) == []
