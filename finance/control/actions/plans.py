"""The verbs of a plan: start, set the scale, adopt, enter later beslut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from cases.case.enums import CaseState
from finance.control import rules
from finance.control.actions.steps import LAW, lock_adopted, lock_draft
from finance.control.enums import DecisionKind, PlanState
from finance.control.models import (
    Control,
    ControlDecision,
    ControlPlan,
    ControlRisk,
)
from finance.control.queries import live_controls, whole_plans

if TYPE_CHECKING:
    from boards.person.models import User
    from cases.case.models import Case


@transaction.atomic
def start_plan(
    *, case: Case, year: int, by: User | None, is_copied: bool = False
) -> ControlPlan:
    """Start a year's plan in an open ärende, with last year's rows if asked for."""
    require(by, "control.edit", case)
    found = []
    if case.state != CaseState.OPEN:
        found.append(Refusal("control.case_closed", field="case"))
    if ControlPlan.objects.filter(board=case.board, year=year).exists():
        found.append(Refusal("control.plan_exists", LAW, {"year": year}, "year"))
    refuse_if(found)
    plan = ControlPlan.objects.create(board=case.board, case=case, year=year)
    record(plan, "control.started", by=by, year=year)
    before = whole_plans().filter(board=case.board, year=year - 1).first()
    if is_copied and before:
        _copy(before, plan)
        record(plan, "control.copied", by=by, year=before.year)
    return plan


def _copy(before: ControlPlan, plan: ControlPlan) -> None:
    """Give a draft the scale and the rows that last year's plan has now."""
    plan.likelihood_labels = before.likelihood_labels
    plan.consequence_labels = before.consequence_labels
    plan.medium_from, plan.high_from = before.medium_from, before.high_from
    plan.save()
    for place, risk in enumerate(r for r in before.risks.all() if not r.ended_by_id):
        copied = ControlRisk.objects.create(
            plan=plan,
            position=place,
            process=risk.process,
            likelihood=risk.likelihood,
            consequence=risk.consequence,
            assessment=risk.assessment,
        )
        live = [row for row in risk.controls.all() if not row.ended_by_id]
        Control.objects.bulk_create(
            Control(
                risk=copied,
                position=position,
                moment=row.moment,
                responsible=row.responsible,
                report_to=row.report_to,
                interval=row.interval,
                contact=row.contact,
            )
            for position, row in enumerate(live)
        )


@transaction.atomic
def set_scale(
    *,
    plan: ControlPlan,
    likelihood_labels: Sequence[str],
    consequence_labels: Sequence[str],
    medium_from: int,
    high_from: int,
    by: User | None,
) -> ControlPlan:
    """Set the board's own scale of that year; no steps at all means none (I-03)."""
    plan = lock_draft(plan, by)
    is_used = bool(likelihood_labels or consequence_labels)
    plan.likelihood_labels = list(likelihood_labels)
    plan.consequence_labels = list(consequence_labels)
    plan.medium_from = medium_from if is_used else 0
    plan.high_from = high_from if is_used else 0
    risks = [risk.facts() for risk in plan.risks.all()]
    refuse_if(rules.blocks_scale(plan.scale, risks))
    plan.save()
    record(plan, "control.scale_set", by=by)
    return plan


@transaction.atomic
def adopt_plan(
    *, plan: ControlPlan, citation: str, decided_on: date, by: User | None
) -> ControlPlan:
    """Enter the beslut that adopted the plan: it changes by a new beslut alone after.

    Raises `Refused` while a row of the draft lacks something (I-04).
    """
    plan = lock_draft(plan, by)
    rows = live_controls(whole_plans().get(pk=plan.pk))
    refuse_if(
        [
            *rules.blocks_decision(citation, decided_on, today()),
            *rules.blocks_adoption([row.facts() for row in rows]),
        ]
    )
    plan.decisions.create(
        kind=DecisionKind.ADOPT, citation=citation.strip(), decided_on=decided_on
    )
    plan.state, plan.adopted_on = PlanState.ADOPTED, decided_on
    plan.save(update_fields=["state", "adopted_on"])
    record(plan, "control.plan_adopted", by=by, citation=citation)
    return plan


@transaction.atomic
def enter_decision(
    *, plan: ControlPlan, citation: str, decided_on: date, by: User | None
) -> ControlDecision:
    """Enter a later beslut on the plan; rows are then changed with reference to it."""
    plan = lock_adopted(plan, "control.decide", by)
    found = rules.blocks_decision(citation, decided_on, today())
    if plan.decisions.filter(citation=citation.strip()).exists():
        found.append(Refusal("control.decision_exists", field="citation"))
    refuse_if(found)
    decision = plan.decisions.create(
        kind=DecisionKind.CHANGE, citation=citation.strip(), decided_on=decided_on
    )
    record(plan, "control.decision_entered", by=by, citation=citation)
    return decision
