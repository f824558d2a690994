"""A point says the same as the question that settled it."""

import pytest

from minutes.item.enums import PointOutcome, ProposalKind, RoundPurpose
from minutes.item.rules.agreement import Answer, blocks_contradiction


def code_of(outcome: str, answer: Answer) -> str:
    found = blocks_contradiction(0, outcome, answer)
    return found[0].code.removeprefix("decision.") if found else ""


@pytest.mark.law("KL-09")
@pytest.mark.parametrize(
    ("purpose", "is_yes", "won", "outcome", "code"),
    [
        ("main", True, "", "adopted", ""),
        ("main", True, "", "proposes", ""),
        # The proposal may be to reject what somebody applied for.
        ("main", True, "", "rejected", ""),
        ("main", True, "", "postponed", "contradicts_question"),
        ("main", False, "", "adopted", "contradicts_question"),
        ("main", False, "", "rejected", ""),
        # Yes may mean a rejection: what won decides, not the word.
        ("main", True, "reject", "adopted", "contradicts_question"),
        ("main", True, "reject", "rejected", ""),
        ("main", False, "amend", "adopted", ""),
        ("main", False, "amend", "rejected", "contradicts_question"),
        ("addition", True, "", "adopted", ""),
        ("addition", False, "", "adopted", "contradicts_question"),
        ("addition", False, "", "rejected", ""),
        ("addition", True, "add", "rejected", "contradicts_question"),
        ("procedural", True, "", "adopted", ""),
        ("procedural", True, "", "postponed", "contradicts_question"),
        ("procedural", False, "", "adopted", "contradicts_question"),
        ("procedural", False, "", "referred_back", ""),
        ("procedural", False, "postpone", "postponed", ""),
        ("procedural", False, "postpone", "referred_back", "contradicts_question"),
        ("procedural", True, "refer_back", "referred_back", ""),
        ("procedural", True, "refer_back", "adopted", "contradicts_question"),
        ("election", True, "elect", "elected", ""),
        ("election", True, "", "adopted", "contradicts_question"),
        ("election", False, "", "elected", "contradicts_question"),
        ("counter", True, "amend", "adopted", "question_only_counter"),
        ("main", None, "", "adopted", "question_open"),
    ],
)
def test_blocks_contradiction_compares_with_what_won(
    purpose: str, is_yes: bool | None, won: str, outcome: str, code: str
) -> None:
    assert code_of(outcome, Answer(purpose, is_yes, won)) == code


@pytest.mark.parametrize("purpose", sorted(set(RoundPurpose) - {RoundPurpose.COUNTER}))
@pytest.mark.parametrize("won", ["", *ProposalKind])
@pytest.mark.parametrize("is_yes", [True, False])
def test_blocks_contradiction_always_leaves_an_outcome(
    purpose: str, won: str, is_yes: bool
) -> None:
    answer = Answer(purpose, is_yes, won)
    assert any(not code_of(outcome, answer) for outcome in PointOutcome)
