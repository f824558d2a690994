"""The list of plans, a plan's page, its rules, and that the board adopted it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.permissions import may
from boards.access.queries import fetch
from boards.shared.clock import today
from boards.shared.forms import act
from boards.shared.refusals import refuse_if
from cases.retention import actions, forms, queries
from cases.retention.rules import blocks_plan_change
from cases.retention.views.shared import Page, form_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from cases.retention.models import RetentionPlan


def a_draft(request: HttpRequest, pk: int) -> RetentionPlan:
    """Return a plan the user may change, while it is a draft."""
    plan = fetch(request.user, queries.whole_plans(), "retention.plan", pk=pk)
    refuse_if(blocks_plan_change(plan.state))
    return plan


@login_required
def plan_list(request: HttpRequest) -> HttpResponse:
    """List the plans of the user's boards."""
    context = {
        "plans": queries.plans_of(request.user),
        "may_start": queries.boards_archived(request.user).exists(),
    }
    return render(request, "cases/retention/plans.html", context)


@login_required
def plan_start(request: HttpRequest) -> HttpResponse:
    """Start the next version of a plan."""
    boards = queries.boards_archived(request.user)
    form = forms.StartPlanForm(request.POST or None, boards=boards)
    plan = form.is_bound and act(
        form, lambda said: actions.start_plan(**said, by=request.user)
    )
    if plan:
        return redirect(plan)
    page = Page(
        heading=_("Start a retention plan"),
        back=reverse("retention-plans"),
        done="",
        intro=_(
            "The plan is the board's decision on what is preserved and what is"
            " disposed of, and when. Nothing is disposed of without it."
        ),
    )
    return render(request, "cases/retention/form.html", {"form": form, "page": page})


@login_required
def plan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan with its rules, and which kinds it says nothing of."""
    plan = fetch(request.user, queries.whole_plans(), "retention.view", pk=pk)
    in_force = queries.plan_in_force(plan.board, today())
    context = {
        "plan": plan,
        "rules": plan.rules.all(),
        "missing": queries.kinds_without_rule(plan),
        "is_in_force": in_force is not None and in_force.pk == plan.pk,
        "may_edit": may(request.user, "retention.plan", plan),
        "events": queries.history_of(plan),
    }
    return render(request, "cases/retention/plan.html", context)


@login_required
def rule_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a rule to a draft."""
    plan = a_draft(request, pk)
    form = forms.RuleForm(request.POST or None)

    def action(_said: dict[str, Any]) -> Any:
        return actions.save_rule(plan=plan, said=form.said(), by=request.user)

    page = Page(heading=_("Add a rule"), back=plan, done=_("The rule is saved."))
    return form_page(request, form, action, page)


@login_required
def rule_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a rule of a draft."""
    rule = fetch(request.user, queries.whole_rules(), "retention.plan", pk=pk)
    refuse_if(blocks_plan_change(rule.plan.state))
    form = forms.RuleForm(request.POST or None, instance=rule)

    def action(_said: dict[str, Any]) -> Any:
        plan = rule.plan
        said = form.said()
        return actions.save_rule(plan=plan, said=said, rule=rule, by=request.user)

    page = Page(
        heading=_("Change the rule"), back=rule.plan, done=_("The rule is saved.")
    )
    return form_page(request, form, action, page)


@login_required
@require_POST
def rule_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a rule out of a draft."""
    rule = fetch(request.user, queries.whole_rules(), "retention.plan", pk=pk)
    actions.remove_rule(rule=rule, by=request.user)
    messages.success(request, _("The rule is removed."))
    return redirect(rule.plan)


@login_required
def plan_adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter that the board has adopted the plan."""
    plan = a_draft(request, pk)
    form = forms.AdoptForm(request.POST or None, board=plan.board)

    def action(_said: dict[str, Any]) -> Any:
        return actions.adopt_plan(plan=plan, said=form.said(), by=request.user)

    page = Page(
        heading=_("The board has adopted the plan"),
        back=plan,
        done=_("The plan is adopted."),
        intro=_("After this the plan never changes: a new decision is a new version."),
    )
    return form_page(request, form, action, page)
