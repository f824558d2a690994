"""The verbs of follow-up: perform a control, give a measure, carry it out (I-05)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.control import rules
from finance.control.actions.steps import LAW, lock_adopted
from finance.control.enums import Grade
from finance.control.models import Control, ControlCheck, ControlMeasure

if TYPE_CHECKING:
    from boards.person.models import User


@dataclass(frozen=True)
class CheckValues:
    """What is said of a performed control."""

    grade: Grade
    performed_on: date | None = None
    performer: str = ""
    sample: str = ""
    result: str = ""
    deviation: str = ""

    def facts(self) -> rules.CheckFacts:
        """Return it as the rules see it."""
        return rules.CheckFacts(
            self.grade, self.performed_on, self.performer, self.result, self.deviation
        )


@transaction.atomic
def perform(*, control: Control, values: CheckValues, by: User | None) -> ControlCheck:
    """Write down a control that was performed, or that it was not and why."""
    plan = lock_adopted(control.plan, "control.edit", by)
    found = rules.blocks_check(values.facts(), today())
    if control.ended_by_id:
        found.append(Refusal("control.row_ended", LAW))
    refuse_if(found)
    check = control.checks.create(**asdict(values))
    record(plan, "control.checked", by=by, process=control.risk.process)
    return check


@transaction.atomic
def change_check(
    *, check: ControlCheck, values: CheckValues, by: User | None
) -> ControlCheck:
    """Correct a follow-up that the board has not been told of yet."""
    plan = lock_adopted(check.control.plan, "control.edit", by)
    check = ControlCheck.objects.select_for_update().get(pk=check.pk)
    refuse_if([Refusal("control.reported")] if check.report_id else [])
    refuse_if(rules.blocks_check(values.facts(), today()))
    for name, value in asdict(values).items():
        setattr(check, name, value)
    check.save(update_fields=list(asdict(values)))
    record(plan, "control.check_changed", by=by, process=check.control.risk.process)
    return check


@transaction.atomic
def give_measure(
    *,
    check: ControlCheck,
    text: str,
    responsible: str,
    due_on: date,
    contact: str,
    by: User | None,
) -> ControlMeasure:
    """Say what is to be done about a deviation, by whom and when."""
    plan = lock_adopted(check.control.plan, "control.edit", by)
    day = today()
    if due_on <= day:
        refuse_if([Refusal("control.due_before_given", field="due_on")])
    measure = check.measures.create(
        text=text,
        responsible=responsible,
        contact=contact,
        given_on=day,
        due_on=due_on,
    )
    record(plan, "control.measure_given", by=by, text=text)
    return measure


def _lock(measure: ControlMeasure, by: User | None) -> ControlMeasure:
    lock_adopted(measure.check_row.control.plan, "control.edit", by)
    measure = ControlMeasure.objects.select_for_update().get(pk=measure.pk)
    refuse_if([Refusal("control.measure_done")] if measure.done_on else [])
    return measure


@transaction.atomic
def carry_out(
    *, measure: ControlMeasure, done_on: date, outcome: str, by: User | None
) -> ControlMeasure:
    """Say that a measure is carried out, and what was done."""
    measure = _lock(measure, by)
    if done_on > today():
        refuse_if([Refusal("control.done_ahead", field="done_on")])
    measure.done_on, measure.outcome = done_on, outcome
    measure.save(update_fields=["done_on", "outcome"])
    plan = measure.check_row.control.plan
    record(plan, "control.measure_carried_out", by=by, text=measure.text)
    return measure


@transaction.atomic
def move_measure(
    *, measure: ControlMeasure, due_on: date, reason: str, by: User | None
) -> ControlMeasure:
    """Give a measure a later day, with the reason."""
    measure = _lock(measure, by)
    if due_on <= today():
        refuse_if([Refusal("control.due_before_given", field="due_on")])
    measure.due_on = due_on
    measure.save(update_fields=["due_on"])
    plan = measure.check_row.control.plan
    record(plan, "control.measure_moved", by=by, reason=reason, text=measure.text)
    return measure
