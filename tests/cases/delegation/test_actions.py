"""Delegated decisions: registered, and forced onto the next agenda."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from boards.board.models import Board
from boards.shared.clock import at, local
from boards.shared.refusals import Refused
from cases.delegation.actions import Delegated, register_delegated_decision
from cases.delegation.models import DelegatedDecision
from cases.delegation.rules import DelegationFacts, blocks_registering
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaCause
from minutes.meeting.models import Meeting
from tests.factories import cases as make_case
from tests.factories import meetings as make

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.mark.law("KL-15")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, None),
        ({"text": " "}, "delegation.no_text"),
        ({"delegate": ""}, "delegation.no_delegate"),
        ({"ground": ""}, "delegation.no_ground"),
        ({"ground": "", "is_urgent": True}, None),
        ({"decided_on": date(2026, 3, 3)}, "delegation.in_future"),
        ({"is_other_boards_case": True}, "delegation.other_board"),
    ],
)
def test_decision_when_something_is_missing_then_refused_at_its_field(
    change: dict[str, object], code: str | None
) -> None:
    said = {"text": "Avtal tecknas.", "delegate": "IT-chefen", "ground": "2.1"}
    facts = DelegationFacts(**{**said, "decided_on": DAY, "today": DAY, **change})  # type: ignore[arg-type]  # fields of the facts
    assert [one.code for one in blocks_registering(facts)] == ([code] if code else [])


def decided(
    board: Board, *, is_urgent: bool, text: str = "Avtal."
) -> DelegatedDecision:
    said = Delegated(text, DAY, "Göran Ekström, ordförande", "2.1", is_urgent=is_urgent)
    with at(local(DAY, 15)):
        return register_delegated_decision(board=board, said=said, by=None)


def planned_on(board: Board, day: date) -> Meeting:
    with at(local(date(2026, 2, 1), 9)):
        return meetings.plan_meeting(
            board=board, starts_at=local(day, 9), place="Alby", by=None
        )


@pytest.mark.law("KL-15")
def test_urgent_decision_when_registered_then_forced_onto_the_very_next_meeting() -> (
    None
):
    board = make.board_with_roster()
    april = planned_on(board, date(2026, 4, 15))
    march = planned_on(board, date(2026, 3, 18))
    decision = decided(board, is_urgent=True)
    item = march.agenda_items.get()
    assert item.cause == AgendaCause.URGENT_DECISION
    assert not april.agenda_items.exists()
    assert item.item.reported_decisions.get().decision == decision
    with pytest.raises(Refused) as no:
        meetings.withdraw_agenda_item(item=item, by=None)
    assert no.value.refusals[0].law == "KL 6:39"


@pytest.mark.law("KL-15")
def test_decisions_when_many_then_one_point_reports_them_all() -> None:
    board = make.board_with_roster()
    for text in ("Ett.", "Två."):
        decided(board, is_urgent=False, text=text)
    meeting = planned_on(board, date(2026, 3, 18))
    decided(board, is_urgent=False, text="Tre.")
    item = meeting.agenda_items.get()
    assert item.cause == AgendaCause.DELEGATION
    reported = item.item.reported_decisions.values_list("decision__text", flat=True)
    assert list(reported) == ["Ett.", "Två.", "Tre."]


def test_decision_when_its_case_is_secret_then_secret_too() -> None:
    board = make.board_with_roster()
    case = make_case.case(board)
    case.legal_ground, case.marked_on = "OSL 21:1", DAY
    case.save()
    said = Delegated("Avtal.", DAY, "IT-chefen", "2.1", case=case)
    with at(local(DAY, 15)):
        decision = register_delegated_decision(board=board, said=said, by=None)
    assert decision.legal_ground == "OSL 21:1"


def test_decision_when_registered_on_screen_then_in_the_list(client: Client) -> None:
    board = make.board_with_roster()
    client.force_login(make.secretary_of(board))
    url = reverse("delegation-register", kwargs={"board": board.pk})
    said = {"text": "Avtal.", "decided_on": "2020-01-02", "delegate": "IT-chefen"}
    refused = client.post(url, said)
    assert "delegationsordningen" in refused.content.decode()
    assert client.post(url, said | {"ground": "2.1"}).status_code == 302
    assert "IT-chefen" in client.get(reverse("delegation-list")).content.decode()
