"""The pages of internal control, as the controller opens and fills them."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.shared.clock import local
from finance.control import actions
from finance.control.actions import RowValues
from finance.control.enums import Grade
from finance.control.models import ControlPlan, ControlRisk
from tests.factories import control, registers
from tests.factories.approvals import counted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2021, 4, 1), 9), tick=False):
        yield


def controller(client: Client, plan: ControlPlan) -> Client:
    client.force_login(registers.role(plan.board, Role.CONTROLLER))
    return client


def followed(plan: ControlPlan) -> ControlPlan:
    """Every row with a follow-up, a deviation and what is done about it."""
    for row in control.rows(plan):
        control.measure(control.check(row, Grade.DEVELOP))
    return plan


def longer(plan: ControlPlan, by: int) -> ControlPlan:
    """The plan with as many rows more, each followed up too."""
    decision = plan.decisions.get()
    for number in range(by):
        values = RowValues(
            process=f"Rutin {number}",
            assessment=2,
            moment="Rutinen följs",
            responsible="IT-chef",
            report_to="IT-chef",
        )
        with time_machine.travel(local(control.ADOPTED_ON, 12), tick=False):
            row = actions.add_row_by_decision(decision=decision, values=values, by=None)
        control.measure(control.check(row, Grade.DEVELOP))
    return plan


def queries(client: Client, address: str) -> int:
    client.get(address)
    with counted() as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_pages_when_the_plan_is_longer_then_same_number_of_queries(
    client: Client,
) -> None:
    plan = followed(control.plan(adopted=True))
    controller(client, plan)
    row = control.rows(plan)[0]
    pages = [reverse("control-list"), plan.get_absolute_url(), row.get_absolute_url()]
    before = [queries(client, page) for page in pages]
    longer(plan, 20)
    assert [queries(client, page) for page in pages] == before


@pytest.mark.law("I-03")
def test_risk_when_it_is_off_the_scale_then_what_was_typed_stands_in_the_form(
    client: Client,
) -> None:
    plan = control.plan()
    controller(client, plan)
    sent = {"process": "Nätfiske", "assessment": "-3", "moment": "Provmejl"}
    answer = client.post(reverse("control-risk-add", args=[plan.pk]), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Nätfiske" in page
    assert "Provmejl" in page
    assert "is-invalid" in page
    assert not ControlRisk.objects.filter(process="Nätfiske").exists()


@pytest.mark.law("I-04")
def test_adoption_when_a_row_is_not_complete_then_the_page_says_which(
    client: Client,
) -> None:
    plan = control.plan()
    values = RowValues(process="Nätfiske", moment="Provmejl")
    actions.add_risk(plan=plan, values=values, by=None)
    controller(client, plan)
    sent = {"citation": "ITVT § 13/2020-09-29", "decided_on": "2020-09-29"}
    page = client.post(reverse("control-adopt", args=[plan.pk]), sent).content.decode()
    assert "Nätfiske" in page
    assert "ITVT § 13/2020-09-29" in page
    assert not control.whole(plan).is_adopted


def test_plan_when_adopted_then_its_page_offers_no_free_change(client: Client) -> None:
    plan = control.plan(adopted=True)
    page = controller(client, plan).get(plan.get_absolute_url()).content.decode()
    assert reverse("control-risk-add", args=[plan.pk]) not in page
    assert reverse("control-row-add", args=[plan.pk]) in page
    draft_only = client.get(reverse("control-scale", args=[plan.pk]))
    assert draft_only.status_code == 409


@pytest.mark.law("I-05")
def test_follow_up_when_a_deviation_is_not_described_then_the_field_says_so(
    client: Client,
) -> None:
    plan = control.plan(adopted=True)
    row = control.rows(plan)[0]
    controller(client, plan)
    sent = {
        "grade": Grade.DEVELOP,
        "performed_on": "2021-03-15",
        "performer": "IT-arkitekt",
        "sample": "Tio konton",
        "result": "Två var kvar.",
    }
    answer = client.post(reverse("control-check-add", args=[row.pk]), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "is-invalid" in page
    assert "Tio konton" in page
    assert row.checks.count() == 0
