"""The verbs of a plan's rows: freely in a draft, by a beslut once it is adopted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.control import rules
from finance.control.actions.steps import LAW, lock_adopted, lock_draft
from finance.control.models import (
    Control,
    ControlDecision,
    ControlPlan,
    ControlRisk,
)
from finance.control.rules import RiskFacts

if TYPE_CHECKING:
    from boards.person.models import User

OF_RISK = ("process", "likelihood", "consequence", "assessment")
OF_CONTROL = ("moment", "responsible", "report_to", "interval", "contact")


@dataclass(frozen=True)
class RowValues:
    """What a row says: the risk, and what is done to control it."""

    process: str = ""
    likelihood: int | None = None
    consequence: int | None = None
    assessment: int | None = None
    moment: str = ""
    responsible: str = ""
    report_to: str = ""
    interval: str = ""
    contact: str = ""

    @property
    def risk(self) -> RiskFacts:
        """The risk as the rules see it."""
        return RiskFacts(
            self.process, self.likelihood, self.consequence, self.assessment
        )

    @property
    def has_control(self) -> bool:
        """Whether anything is said of a control."""
        return bool(self.moment or self.responsible or self.report_to)

    def of_risk(self) -> dict[str, Any]:
        """Return the columns of the risk."""
        return {name: getattr(self, name) for name in OF_RISK}

    def of_control(self) -> dict[str, Any]:
        """Return the columns of the control."""
        return {name: getattr(self, name) for name in OF_CONTROL}


def values_of(control: Control) -> RowValues:
    """Return a row as it stands."""
    risk = {name: getattr(control.risk, name) for name in OF_RISK}
    return RowValues(**risk, **{name: getattr(control, name) for name in OF_CONTROL})


def _next(rows: Any) -> int:
    last: int | None = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def add_risk(*, plan: ControlPlan, values: RowValues, by: User | None) -> ControlRisk:
    """Add a risk to a draft, with its first control if there is one."""
    plan = lock_draft(plan, by)
    refuse_if(rules.blocks_risk(values.risk, plan.scale))
    risk = plan.risks.create(position=_next(plan.risks), **values.of_risk())
    if values.has_control:
        risk.controls.create(**values.of_control())
    record(plan, "control.row_added", by=by, process=values.process)
    return risk


@transaction.atomic
def change_risk(
    *, risk: ControlRisk, values: RowValues, by: User | None
) -> ControlRisk:
    """Change a risk of a draft."""
    plan = lock_draft(risk.plan, by)
    refuse_if(rules.blocks_risk(values.risk, plan.scale))
    for name, value in values.of_risk().items():
        setattr(risk, name, value)
    risk.save(update_fields=list(OF_RISK))
    record(plan, "control.row_changed", by=by, process=risk.process)
    return risk


@transaction.atomic
def remove_risk(*, risk: ControlRisk, by: User | None) -> None:
    """Take a risk and its controls out of a draft."""
    plan = lock_draft(risk.plan, by)
    risk.controls.all().delete()
    risk.delete()
    record(plan, "control.row_removed", by=by, process=risk.process)


@transaction.atomic
def add_control(*, risk: ControlRisk, values: RowValues, by: User | None) -> Control:
    """Add one more control of a risk to a draft."""
    plan = lock_draft(risk.plan, by)
    control = risk.controls.create(position=_next(risk.controls), **values.of_control())
    record(plan, "control.row_added", by=by, process=risk.process)
    return control


@transaction.atomic
def change_control(*, control: Control, values: RowValues, by: User | None) -> Control:
    """Change a control of a draft."""
    plan = lock_draft(control.plan, by)
    for name, value in values.of_control().items():
        setattr(control, name, value)
    control.save(update_fields=list(OF_CONTROL))
    record(plan, "control.row_changed", by=by, process=control.risk.process)
    return control


@transaction.atomic
def remove_control(*, control: Control, by: User | None) -> None:
    """Take a control out of a draft; its risk stays in the risk analysis."""
    plan = lock_draft(control.plan, by)
    control.delete()
    record(plan, "control.row_removed", by=by, process=control.risk.process)


@transaction.atomic
def add_row_by_decision(
    *, decision: ControlDecision, values: RowValues, by: User | None
) -> Control:
    """Add a row to an adopted plan by a beslut; what it lacks is chased (I-04)."""
    plan = lock_adopted(decision.plan, "control.decide", by)
    refuse_if(rules.blocks_risk(values.risk, plan.scale))
    control = _insert(plan, decision, values)
    values_told = {"process": values.process, "citation": decision.citation}
    record(plan, "control.row_added_by_decision", by=by, **values_told)
    return control


def _insert(
    plan: ControlPlan,
    decision: ControlDecision,
    values: RowValues,
    replaces: Control | None = None,
) -> Control:
    place = replaces.risk.position if replaces else _next(plan.risks)
    risk = plan.risks.create(position=place, decision=decision, **values.of_risk())
    return risk.controls.create(
        decision=decision,
        replaces=replaces,
        position=replaces.position if replaces else 0,
        **values.of_control(),
    )


@transaction.atomic
def replace_row_by_decision(
    *, control: Control, decision: ControlDecision, values: RowValues, by: User | None
) -> Control:
    """Let a beslut put another row in one's place; the plan still knows the first."""
    plan = lock_adopted(control.plan, "control.decide", by)
    refuse_if(rules.blocks_risk(values.risk, plan.scale))
    _end(control, decision)
    made = _insert(plan, decision, values, replaces=control)
    told = {"process": values.process, "citation": decision.citation}
    record(plan, "control.row_replaced_by_decision", by=by, **told)
    return made


@transaction.atomic
def end_row_by_decision(
    *, control: Control, decision: ControlDecision, by: User | None
) -> Control:
    """Let a beslut take a row out of the plan."""
    plan = lock_adopted(control.plan, "control.decide", by)
    _end(control, decision)
    told = {"process": control.risk.process, "citation": decision.citation}
    record(plan, "control.row_ended_by_decision", by=by, **told)
    return control


def _end(control: Control, decision: ControlDecision) -> None:
    """End a row, and its risk when it was the last control of it."""
    control.refresh_from_db(fields=["ended_by"])
    refuse_if([Refusal("control.row_ended", LAW)] if control.ended_by_id else [])
    control.ended_by = decision
    control.save(update_fields=["ended_by"])
    risk = control.risk
    if not risk.controls.filter(ended_by__isnull=True).exists():
        risk.ended_by = decision
        risk.save(update_fields=["ended_by"])


@transaction.atomic
def complete_row(*, control: Control, values: RowValues, by: User | None) -> Control:
    """Fill in what a row lacks that a beslut added; what is decided stays (I-04)."""
    plan = lock_adopted(control.plan, "control.edit", by)
    refuse_if([Refusal("control.row_ended", LAW)] if control.ended_by_id else [])
    after = replace(values, process=control.risk.process)
    facts = rules.RowFacts(after.risk, after.moment, after.responsible, after.report_to)
    refuse_if(
        [
            *rules.blocks_risk(after.risk, plan.scale),
            *rules.blocks_completing(control.facts(), facts),
        ]
    )
    for row, columns in (
        (control.risk, after.of_risk()),
        (control, after.of_control()),
    ):
        for name, value in columns.items():
            setattr(row, name, value)
        row.save(update_fields=list(columns))
    record(plan, "control.row_completed", by=by, process=after.process)
    return control
