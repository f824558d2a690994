"""What stops a decision at the gate."""

from dataclasses import replace
from datetime import date

import pytest

from minutes.privacy import rules
from minutes.privacy.enums import Choice, FindingKind, GateState, Ground

TODAY = date(2020, 9, 29)
CLEAR = rules.PublishFacts(
    state=GateState.WAITING,
    chosen=(rules.Chosen(FindingKind.NAME, Choice.MASK, "choice_0"),),
    ground=Ground.PUBLIC_TASK,
    ends_on=None,
    today=TODAY,
)


def codes(facts: rules.PublishFacts) -> list[tuple[str, str]]:
    return [(one.code, one.field) for one in rules.blocks_publishing(facts)]


def chosen(kind: FindingKind, choice: Choice) -> tuple[rules.Chosen, ...]:
    return (rules.Chosen(kind, choice, "choice_0"),)


@pytest.mark.parametrize(
    "state", [GateState.WAITING, GateState.CHECKING, GateState.WITHDRAWN]
)
@pytest.mark.law("D-17")
def test_publishing_when_all_is_chosen_then_nothing_stops_it(state: GateState) -> None:
    assert codes(replace(CLEAR, state=state, ends_on=TODAY)) == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"state": GateState.PUBLISHED}, ("privacy.published_already", "")),
        ({"is_secret": True}, ("privacy.is_secret", "")),
        ({"is_same": False}, ("privacy.changed_meanwhile", "")),
        ({"is_file": True}, ("privacy.file_not_masked", "choice_0")),
        ({"ground": ""}, ("privacy.no_ground", "ground")),
        ({"ground": Ground.STANDING}, ("privacy.no_ground", "ground")),
        ({"ends_on": date(2020, 9, 28)}, ("privacy.ends_past", "ends_on")),
        (
            {"chosen": chosen(FindingKind.NAME, Choice.NONE)},
            ("privacy.no_choice", "choice_0"),
        ),
        (
            {"chosen": chosen(FindingKind.PERSONAL_NUMBER, Choice.PUBLISH)},
            ("privacy.personal_number", "choice_0"),
        ),
        (
            {"chosen": chosen(FindingKind.SECRET_DOCUMENT, Choice.PUBLISH)},
            ("privacy.secret_document", "choice_0"),
        ),
    ],
)
@pytest.mark.law("D-18")
def test_publishing_when_something_is_missing_then_it_is_refused(
    changed: dict[str, object], found: tuple[str, str]
) -> None:
    assert codes(replace(CLEAR, **changed)) == [found]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, None),
        ({"state": GateState.WAITING}, "privacy.nothing_to_confirm"),
        ({"is_same": False}, "privacy.changed_meanwhile"),
        ({"by": 1}, "privacy.same_person"),
    ],
)
def test_confirming_when_asked_then_only_somebody_else_may(
    facts: dict[str, object], code: str | None
) -> None:
    given = {"state": GateState.CHECKING, "decided_by": 1, "by": 2, "is_same": True}
    found = [one.code for one in rules.blocks_confirming(**given | facts)]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("state", "reason", "code"),
    [
        (GateState.PUBLISHED, "Fel bilaga", None),
        (GateState.PUBLISHED, " ", "privacy.no_reason"),
        (GateState.WAITING, "Fel", "privacy.not_published"),
        (GateState.WITHDRAWN, "Fel", "privacy.not_published"),
    ],
)
def test_withdrawing_when_asked_then_only_what_is_public_with_a_reason(
    state: GateState, reason: str, code: str | None
) -> None:
    found = [one.code for one in rules.blocks_withdrawing(state=state, reason=reason)]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("ends_on", "is_over"),
    [(None, False), (TODAY, False), (date(2020, 9, 28), True)],
)
def test_ground_when_its_last_day_is_past_then_it_is_over(
    ends_on: date | None, *, is_over: bool
) -> None:
    assert rules.is_over(ends_on, TODAY) is is_over
