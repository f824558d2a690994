"""The dokumenthanteringsplan: drawn up, adopted, never changed."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from boards.access.enums import Role
from boards.shared.clock import at, local
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from cases.retention import actions
from cases.retention.actions import Adoption, RuleValues
from cases.retention.enums import Outcome, StartEvent
from cases.retention.models import RetentionPlan, RetentionRule
from cases.retention.queries import kinds_without_rule, plan_in_force, whole_plans
from tests.factories import cases, registers
from tests.factories import retention as make

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-02")]

LETTER = RuleValues("letter", Outcome.YEARS, 5, StartEvent.CASE_CLOSED)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [no.code for no in caught.value.refusals]


def test_plan_when_adopted_then_holds_from_its_day() -> None:
    plan = make.plan()
    assert plan_in_force(plan.board, date(2020, 1, 14)) is None
    assert plan_in_force(plan.board, make.DECIDED) == plan
    codes_told = HistoryEvent.objects.filter(object_id=plan.pk).values_list(
        "code", flat=True
    )
    assert "retention.plan_adopted" in codes_told


def test_plan_when_another_version_is_adopted_then_each_day_has_its_own() -> None:
    first = make.plan()
    with at(local(date(2022, 5, 1), 9)):
        second = actions.start_plan(
            board=first.board, title="Plan", by=None, is_copied=True
        )
        said = Adoption("ITVT § 9/2022", date(2022, 5, 1), date(2022, 7, 1))
        actions.adopt_plan(plan=second, said=said, by=None)
    assert second.version == 2
    assert second.rules.count() == first.rules.count() == len(make.RULES)
    assert plan_in_force(first.board, date(2022, 6, 30)) == first
    assert plan_in_force(first.board, date(2022, 7, 1)) == second


def test_plan_when_a_draft_waits_then_no_other_is_started() -> None:
    plan = make.plan(draft=True)
    with pytest.raises(Refused) as caught:
        actions.start_plan(board=plan.board, title="Plan", by=None)
    assert codes(caught) == ["retention.draft_exists"]


def test_plan_when_the_case_is_another_boards_then_it_is_refused() -> None:
    plan = make.plan(draft=True)
    other = cases.case()
    said = Adoption("x", make.DECIDED, make.DECIDED, other)
    with pytest.raises(Refused) as caught:
        actions.adopt_plan(plan=plan, said=said, by=None)
    assert codes(caught) == ["retention.other_board"]


def test_plan_when_a_kind_has_no_rule_then_it_says_which() -> None:
    plan = make.plan(None, LETTER)
    missing = kinds_without_rule(whole_plans().get(pk=plan.pk))
    assert len(missing) == 8


def test_rule_when_the_plan_is_adopted_then_it_is_refused() -> None:
    plan = make.plan()
    rule = plan.rules.first()
    for change in (
        lambda: actions.save_rule(plan=plan, said=LETTER, by=None),
        lambda: actions.save_rule(plan=plan, said=LETTER, rule=rule, by=None),
        lambda: actions.remove_rule(rule=rule, by=None),
    ):
        with pytest.raises(Refused) as caught:
            change()
        assert codes(caught) == ["retention.adopted"]


def test_rule_when_changed_in_a_draft_then_saved_and_removed() -> None:
    plan = make.plan(None, LETTER, draft=True)
    rule = plan.rules.get()
    said = RuleValues("letter", Outcome.YEARS, 7, StartEvent.REGISTERED)
    actions.save_rule(plan=plan, said=said, rule=rule, by=None)
    assert plan.rules.get().years == 7
    actions.remove_rule(rule=rule, by=None)
    assert not plan.rules.exists()


ATTACKS = (
    "UPDATE cases_retentionplan SET title = 'x'",
    "UPDATE cases_retentionplan SET state = 'draft'",
    "DELETE FROM cases_retentionplan",
    "UPDATE cases_retentionrule SET years = 1 WHERE kind = 'letter'",
    "DELETE FROM cases_retentionrule",
    (
        "INSERT INTO cases_retentionrule (plan_id, kind, outcome, start, note, years)"
        " SELECT id, 'other', 'years', 'case_closed', '', 1 FROM cases_retentionplan"
    ),
)


@pytest.mark.parametrize("sql", ATTACKS)
def test_database_when_an_adopted_plan_is_attacked_then_it_refuses(sql: str) -> None:
    make.plan()
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


def test_database_when_minutes_are_to_go_then_it_refuses() -> None:
    plan = make.plan(draft=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.rules.filter(kind="minutes").update(outcome="inactive")


def test_database_when_a_plan_has_no_rules_then_it_is_not_adopted() -> None:
    plan = make.plan(draft=True)
    plan.rules.all().delete()
    with (
        pytest.raises((InternalError, IntegrityError), match="without rules"),
        transaction.atomic(),
    ):
        RetentionPlan.objects.filter(pk=plan.pk).update(
            state="adopted", decision="x", decided_on=make.DECIDED, valid_from=make.DUE
        )


def test_pages_when_the_archivist_draws_up_a_plan_then_it_is_adopted(
    client: Client,
) -> None:
    board = registers.board()
    client.force_login(registers.role(board, Role.ARCHIVIST))
    said = {"board": board.pk, "title": "Plan", "is_copied": "on"}
    client.post(reverse("retention-plan-start"), said)
    plan = RetentionPlan.objects.get()
    rule = {"kind": "minutes", "outcome": "years", "years": "5", "start": "registered"}
    answer = client.post(reverse("retention-rule-add", args=[plan.pk]), rule)
    assert "Protokoll bevaras alltid" in answer.content.decode()
    rule |= {"kind": "letter"}
    client.post(reverse("retention-rule-add", args=[plan.pk]), rule)
    kept = RetentionRule.objects.get()
    changed = rule | {"years": "6"}
    client.post(reverse("retention-rule", args=[kept.pk]), changed)
    assert RetentionRule.objects.get().years == 6
    said = {
        "decision": "ITVT 10/2017",
        "decided_on": "2020-01-15",
        "valid_from": "2020-02-01",
    }
    client.post(reverse("retention-plan-adopt", args=[plan.pk]), said)
    page = client.get(plan.get_absolute_url()).content.decode()
    assert "ITVT 10/2017, 2020-01-15" in page
    assert client.get(reverse("retention-rule-add", args=[plan.pk])).status_code == 409
    assert "ITVT 10/2017" in client.get(reverse("retention-plans")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_plan_list_when_it_grows_then_asks_no_more(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    board = registers.board()
    client.force_login(registers.role(board, Role.ARCHIVIST))
    for number in range(count):
        make.plan(board, valid_from=date(2020 + number, 2, 1))
    client.get(reverse("retention-plans"))
    with django_assert_num_queries(5):
        client.get(reverse("retention-plans"))
