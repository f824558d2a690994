"""What a plan's page shows, put together."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from finance.control import queries
from finance.control.matrix import picture_of
from finance.control.models import ControlPlan, ControlRisk
from finance.control.tables import assessed, table_rows


def plan_page(plan: ControlPlan) -> dict[str, Any]:
    """Return the plan with its risks, its rows and the pictures of them."""
    rows = table_rows(queries.live_controls(plan), with_results=True)
    matrix = queries.matrix_of(plan) if plan.scale.is_used else None
    return {
        "plan": plan,
        "rows": rows,
        "ended": queries.ended_controls(plan),
        "risks": [_risk(plan, risk) for risk in queries.live_risks(plan)],
        "matrix": matrix,
        "picture": picture_of(plan, matrix) if matrix else None,
        "steps": _steps(plan),
        "incomplete": queries.incomplete_rows(plan),
        "unchecked": [row for row in rows if not row.control.checks.all()],
        "decisions": plan.decisions.all(),
        "reports": plan.reports.all(),
        "events": queries.history_of(plan),
    }


def _risk(plan: ControlPlan, risk: ControlRisk) -> dict[str, Any]:
    live = [row for row in risk.controls.all() if row.ended_by_id is None]
    return {
        "risk": risk,
        "controls": live,
        "assessed": assessed(risk),
        "level": queries.level_of(risk, plan),
    }


def _steps(plan: ControlPlan) -> list[tuple[int, str, str]]:
    """Return the two scales side by side: step, likelihood, consequence."""
    pairs = zip_longest(plan.likelihood_labels, plan.consequence_labels, fillvalue="")
    return [(step, *labels) for step, labels in enumerate(pairs, start=1)]
