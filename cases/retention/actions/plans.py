"""Drawing up the board's dokumenthanteringsplan, version by version."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from cases.retention import rules
from cases.retention.enums import PlanState
from cases.retention.models import RetentionPlan, RetentionRule

if TYPE_CHECKING:
    from boards.person.models import User
    from cases.case.models import Case


@dataclass(frozen=True)
class RuleValues:
    """What a rule says of a kind of handlingar."""

    kind: str
    outcome: str
    years: int | None
    start: str
    note: str = ""

    def facts(self) -> rules.RuleFacts:
        """Return the rule as the rules see it."""
        return rules.RuleFacts(self.kind, self.outcome, self.years, self.start)


@dataclass(frozen=True)
class Adoption:
    """The decision a plan rests on, and from when it is to hold."""

    decision: str
    decided_on: date
    valid_from: date
    case: Case | None = None


@transaction.atomic
def start_plan(
    *, board: Board, title: str, by: User | None, is_copied: bool = False
) -> RetentionPlan:
    """Start the next version of a board's plan, with the rules of the one before."""
    require(by, "retention.plan", board)
    board = Board.objects.select_for_update().get(pk=board.pk)
    last = RetentionPlan.objects.filter(board=board).order_by("-version").first()
    if last and not last.is_adopted:
        refuse_if([Refusal("retention.draft_exists")])
    plan = RetentionPlan.objects.create(
        board=board, title=title.strip(), version=last.version + 1 if last else 1
    )
    if last and is_copied:
        for rule in last.rules.all():
            rule.pk, rule.plan = None, plan
            rule.save(force_insert=True)
    record(plan, "retention.plan_started", by=by)
    return plan


def lock_draft(plan: RetentionPlan, by: User | None) -> RetentionPlan:
    """Return the plan, held for this transaction, while it is a draft."""
    require(by, "retention.plan", plan)
    locked = RetentionPlan.objects.select_for_update(of=("self",))
    plan = locked.select_related("board").get(pk=plan.pk)
    refuse_if(rules.blocks_plan_change(plan.state))
    return plan


@transaction.atomic
def save_rule(
    *,
    plan: RetentionPlan,
    said: RuleValues,
    by: User | None,
    rule: RetentionRule | None = None,
) -> RetentionRule:
    """Say what becomes of a kind of handlingar; `rule` is the one that is changed."""
    plan = lock_draft(plan, by)
    others = plan.rules.exclude(pk=rule.pk if rule else None)
    refuse_if(rules.blocks_rule(said.facts(), others.values_list("kind", flat=True)))
    saved = rule or RetentionRule(plan=plan)
    for name, value in asdict(said).items():
        setattr(saved, name, value)
    saved.save()
    record(plan, "retention.rule_saved", by=by, kind=said.kind)
    return saved


@transaction.atomic
def remove_rule(*, rule: RetentionRule, by: User | None) -> None:
    """Take a rule out of a draft."""
    plan = lock_draft(rule.plan, by)
    record(plan, "retention.rule_removed", by=by, kind=rule.kind)
    rule.delete()


@transaction.atomic
def adopt_plan(
    *, plan: RetentionPlan, said: Adoption, by: User | None
) -> RetentionPlan:
    """Enter that the board has adopted the plan: it never changes after that (R-02)."""
    plan = lock_draft(plan, by)
    before = RetentionPlan.objects.filter(board=plan.board, state=PlanState.ADOPTED)
    latest = before.order_by("-valid_from").first()
    found = rules.blocks_adopting(
        rules.PlanFacts(
            state=plan.state,
            rules=plan.rules.count(),
            decision=said.decision,
            decided_on=said.decided_on,
            valid_from=said.valid_from,
            previous_from=latest.valid_from if latest else None,
        ),
        today(),
    )
    if said.case and said.case.board_id != plan.board_id:
        found.append(Refusal("retention.other_board", field="case"))
    refuse_if(found)
    plan.decision, plan.decided_on = said.decision.strip(), said.decided_on
    plan.valid_from, plan.case = said.valid_from, said.case
    plan.state = PlanState.ADOPTED
    plan.save()
    record(plan, "retention.plan_adopted", by=by, decision=plan.decision)
    return plan
