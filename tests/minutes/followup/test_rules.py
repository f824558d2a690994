"""When a beslutspunkt may be marked as carried out or reported back."""

from dataclasses import replace
from datetime import date

import pytest

from minutes.followup import rules

FREE = rules.MarkFacts(
    is_approved=True,
    decided_on=date(2020, 9, 29),
    done_on=date(2020, 10, 5),
    today=date(2020, 10, 6),
    is_marked=False,
)


def codes(**changed: object) -> list[tuple[str, str]]:
    found = rules.blocks_marking(replace(FREE, **changed))
    return [(one.code.removeprefix("followup."), one.field) for one in found]


def test_mark_when_approved_and_done_then_nothing_is_in_the_way() -> None:
    assert codes() == []
    assert codes(done_on=FREE.decided_on) == codes(done_on=FREE.today) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"is_approved": False}, ("not_approved", "")),
        ({"is_marked": True}, ("marked_already", "kind")),
        ({"done_on": date(2020, 9, 28)}, ("before_decision", "done_on")),
        ({"done_on": date(2020, 10, 7)}, ("not_yet", "done_on")),
        ({"personal": ("Sven Persson",)}, ("personal", "text")),
    ],
)
def test_mark_when_one_thing_is_wrong_then_it_is_named(
    changed: dict[str, object], expected: tuple[str, str]
) -> None:
    assert codes(**changed) == [expected]


def test_take_back_when_done_already_or_no_reason_then_refused() -> None:
    assert rules.blocks_taking_back(is_taken_back=False, reason="Fel punkt.") == []
    (twice,) = rules.blocks_taking_back(is_taken_back=True, reason="Fel punkt.")
    (why,) = rules.blocks_taking_back(is_taken_back=False, reason=" ")
    assert twice.code == "followup.taken_back_already"
    assert (why.code, why.field) == ("followup.no_reason", "reason")
