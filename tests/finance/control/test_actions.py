"""A plan from draft to follow-up, through the actions."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from boards.shared.clock import local
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from finance.control import actions
from finance.control.actions import RowValues
from finance.control.enums import Grade, PlanState
from finance.control.models import Control, ControlPlan
from finance.control.queries import ended_controls, incomplete_rows, matrix_of
from tests.factories import cases, control, registers

pytestmark = pytest.mark.django_db

LABELS = ["Osannolik", "Mindre trolig", "Trolig", "Mycket trolig"]


@pytest.fixture(autouse=True)
def _day() -> object:
    with time_machine.travel(local(date(2021, 2, 1), 9), tick=False):
        yield


def codes(no: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in no.value.refusals]


def with_scale() -> ControlPlan:
    plan = actions.start_plan(case=cases.case(), year=2021, by=None)
    return actions.set_scale(
        plan=plan,
        likelihood_labels=LABELS,
        consequence_labels=LABELS,
        medium_from=4,
        high_from=9,
        by=None,
    )


@pytest.mark.law("I-04")
def test_model_plan_when_adopted_stands_as_the_model_has_it() -> None:
    plan = control.plan(adopted=True)
    assert (plan.state, plan.adopted_on) == (PlanState.ADOPTED, control.ADOPTED_ON)
    assert [row.risk.assessment for row in control.rows(plan)] == [4] * 5
    assert {row.risk.likelihood for row in control.rows(plan)} == {None}


@pytest.mark.law("I-04")
def test_row_when_added_by_beslut_may_be_incomplete_and_is_completed_later() -> None:
    plan = control.plan(adopted=True)
    row = control.added(plan)
    assert [one.pk for one in incomplete_rows(control.whole(plan))] == [row.pk]
    values = RowValues(
        assessment=3, moment="Incidenter följs upp", responsible="A", report_to="B"
    )
    actions.complete_row(control=row, values=values, by=None)
    assert incomplete_rows(control.whole(plan)) == []
    again = RowValues(assessment=4, moment="Annat", responsible="A", report_to="B")
    with pytest.raises(Refused) as no:
        actions.complete_row(
            control=Control.objects.get(pk=row.pk), values=again, by=None
        )
    assert codes(no) == ["control.needs_decision"] * 2


def test_adopted_row_when_changed_freely_then_refused() -> None:
    row = control.rows(control.plan(adopted=True))[0]
    for verb in (
        lambda: actions.change_control(control=row, values=RowValues(), by=None),
        lambda: actions.change_risk(risk=row.risk, values=RowValues("A"), by=None),
        lambda: actions.add_control(risk=row.risk, values=RowValues(), by=None),
        lambda: actions.add_risk(plan=row.plan, values=RowValues("A"), by=None),
        lambda: actions.remove_control(control=row, by=None),
        lambda: actions.remove_risk(risk=row.risk, by=None),
    ):
        with pytest.raises(Refused) as no:
            verb()
        assert codes(no) == ["control.adopted"]


def test_adopted_row_when_changed_by_beslut_keeps_what_was() -> None:
    plan = control.plan(adopted=True)
    old = control.rows(plan)[1]
    later = actions.enter_decision(
        plan=plan, citation="ITVT § 3/2021-01-28", decided_on=date(2021, 1, 28), by=None
    )
    values = actions.values_of(old)
    new = actions.replace_row_by_decision(
        control=old,
        decision=later,
        values=RowValues(**vars(values) | {"responsible": "Systemförvaltare"}),
        by=None,
    )
    told = [row.responsible for row in control.rows(plan)]
    assert told[1] == "Systemförvaltare"
    assert len(told) == 5
    assert new.replaces == old
    (ended,) = ended_controls(control.whole(plan))
    assert (ended.responsible, ended.ended_by) == ("Leveransansvarig", later)
    with pytest.raises(Refused) as no:
        actions.end_row_by_decision(control=old, decision=later, by=None)
    assert codes(no) == ["control.row_ended"]


def test_adopted_row_when_taken_away_by_beslut_leaves_the_plan() -> None:
    plan = control.plan(adopted=True)
    row = control.rows(plan)[4]
    decision = plan.decisions.get()
    actions.end_row_by_decision(control=row, decision=decision, by=None)
    assert len(control.rows(plan)) == 4
    row.risk.refresh_from_db()
    assert row.risk.ended_by == decision


def test_adoption_when_a_row_lacks_something_then_refused_and_nothing_written() -> None:
    plan = control.plan()
    actions.add_risk(plan=plan, values=RowValues(process="Ny", moment="Något"), by=None)
    with pytest.raises(Refused) as no:
        actions.adopt_plan(
            plan=plan, citation="§ 1", decided_on=date(2021, 1, 5), by=None
        )
    assert codes(no) == ["control.row_incomplete"]
    plan.refresh_from_db()
    assert not plan.is_adopted
    assert not plan.decisions.exists()


def test_second_plan_of_a_year_then_refused() -> None:
    plan = control.plan()
    with pytest.raises(Refused) as no:
        actions.start_plan(case=cases.case(plan.board), year=2021, by=None)
    assert codes(no) == ["control.plan_exists"]


def test_plan_in_a_closed_case_then_refused() -> None:
    with pytest.raises(Refused) as no:
        actions.start_plan(case=cases.case(closed=True), year=2021, by=None)
    assert codes(no) == ["control.case_closed"]


def test_next_year_when_copied_has_the_rows_of_today_as_a_draft() -> None:
    plan = control.plan(adopted=True)
    row = control.rows(plan)[0]
    control.added(plan)
    actions.end_row_by_decision(control=row, decision=plan.decisions.get(), by=None)
    copied = actions.start_plan(
        case=cases.case(plan.board), year=2022, by=None, is_copied=True
    )
    assert not copied.is_adopted
    processes = [one.risk.process for one in control.rows(copied)]
    assert processes == [v.process for v in control.MODEL[1:]] + [control.ADDED]
    assert {one.decision_id for one in control.rows(copied)} == {None}


@pytest.mark.law("I-03")
def test_risk_when_off_the_scale_then_refused() -> None:
    plan = with_scale()
    with pytest.raises(Refused) as no:
        actions.add_risk(plan=plan, values=RowValues("A", 5, 1), by=None)
    assert codes(no) == ["control.off_scale"]


@pytest.mark.law("I-03")
def test_matrix_places_each_risk_in_its_square() -> None:
    plan = with_scale()
    for values in (RowValues("A", 4, 4), RowValues("B", 1, 2), RowValues("C")):
        actions.add_risk(plan=plan, values=values, by=None)
    matrix = matrix_of(control.whole(plan))
    top, bottom = matrix.rows[0], matrix.rows[-1]
    assert (top[3].value, top[3].level, top[3].numbers) == (16, "high", (1,))
    assert (bottom[1].value, bottom[1].level, bottom[1].numbers) == (2, "low", (2,))
    assert matrix.unplaced == (3,)


@pytest.mark.law("I-05")
def test_follow_up_when_deviating_gets_a_measure_that_is_carried_out() -> None:
    row = control.rows(control.plan(adopted=True))[0]
    measure = control.measure(control.check(row, Grade.DEVELOP))
    with time_machine.travel(local(date(2021, 5, 3), 9)):
        actions.move_measure(
            measure=measure, due_on=date(2021, 6, 30), reason="Sjukdom", by=None
        )
        actions.carry_out(
            measure=measure, done_on=date(2021, 5, 2), outcome="Rutin finns", by=None
        )
        measure.refresh_from_db()
        assert (measure.done_on, measure.due_on) == (
            date(2021, 5, 2),
            date(2021, 6, 30),
        )
        with pytest.raises(Refused) as no:
            actions.carry_out(
                measure=measure, done_on=date(2021, 5, 3), outcome="Igen", by=None
            )
    assert codes(no) == ["control.measure_done"]


def test_follow_up_of_a_draft_then_refused() -> None:
    row = control.rows(control.plan())[0]
    with pytest.raises(Refused) as no:
        control.check(row)
    assert codes(no) == ["control.not_adopted"]


def test_history_of_a_plan_tells_every_step() -> None:
    plan = control.plan(adopted=True)
    control.added(plan)
    told = HistoryEvent.objects.filter(model="finance.ControlPlan", object_id=plan.pk)
    assert list(told.order_by("pk").values_list("code", flat=True)) == [
        "control.started",
        *["control.row_added"] * 5,
        "control.plan_adopted",
        "control.row_added_by_decision",
    ]


def test_another_board_s_secretary_may_do_nothing() -> None:
    plan = control.plan()
    other = registers.secretary(registers.board("annan"))
    with pytest.raises(PermissionDenied):
        actions.add_risk(plan=plan, values=RowValues("A"), by=other)
