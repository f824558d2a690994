"""The list of plans, a plan's page, and what is done to a plan as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from boards.access.permissions import may
from boards.access.queries import boards_with_role
from boards.shared.clock import today
from boards.shared.forms import act
from finance.control import actions, forms, queries
from finance.control.pages import plan_page
from finance.control.views.shared import (
    Page,
    a_draft,
    a_plan,
    an_adopted,
    form_page,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
def plan_list(request: HttpRequest) -> HttpResponse:
    """List the plans of the user's boards, and everything that waits."""
    boards = boards_with_role(request.user)
    context = {
        "plans": queries.visible_plans(request.user),
        "measures": queries.open_measures(boards),
        "to_complete": queries.to_complete(boards),
        "unreported": queries.late_reports(boards, today()),
        "may_start": queries.boards_kept(request.user).exists(),
        "today": today(),
    }
    return render(request, "finance/control/list.html", context)


@login_required
def plan_start(request: HttpRequest) -> HttpResponse:
    """Start a year's plan."""
    form = forms.StartPlanForm(
        request.POST or None,
        cases=queries.open_cases(request.user),
        initial={"year": today().year + 1},
    )
    plan = act(form, lambda data: actions.start_plan(**data, by=request.user))
    if plan:
        return redirect(plan)
    page = Page(
        heading=_("Start an internal control plan"),
        back=reverse("control-list"),
        done="",
        intro=_(
            "The board sees to it that internal control is sufficient (KL 6:6). A plan"
            " belongs to a case; its table then stands in the case's §."
        ),
    )
    return render(request, "finance/control/form.html", {"form": form, "page": page})


@login_required
def plan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan: its risks, its rows, its follow-up, and what may be done."""
    plan = a_plan(request, pk, "control.view")
    context = plan_page(plan) | {
        "may_edit": may(request.user, "control.edit", plan),
        "today": today(),
    }
    return render(request, "finance/control/plan.html", context)


@login_required
def scale(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the scale."""
    plan = a_draft(request, pk)
    form = forms.ScaleForm(request.POST or None, initial=vars(plan))

    def action(data: dict[str, Any]) -> Any:
        return actions.set_scale(plan=plan, **data, by=request.user)

    page = Page(
        heading=_("The board's scale"),
        back=plan,
        done=_("The scale is saved."),
        intro=_(
            "Each risk is placed on two scales; their product says how grave it is."
            " With four steps each the products go from 1 to 16."
        ),
    )
    return form_page(request, form, action, page)


@login_required
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the beslut that adopts the plan."""
    plan = a_draft(request, pk)
    found = queries.cited_decisions(plan.case)
    form = forms.AdoptForm(request.POST or None, found=found)

    def action(data: dict[str, Any]) -> Any:
        return actions.adopt_plan(plan=plan, **data, by=request.user)

    page = Page(
        heading=_("The board has adopted the plan"),
        back=plan,
        done=_("The plan is adopted."),
        intro=_("After this a row changes by a new decision of the board only."),
        aside=found,
    )
    return form_page(request, form, action, page)


@login_required
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a later beslut on the plan."""
    plan = an_adopted(request, pk, "control.decide")
    form = forms.DecisionForm(request.POST or None)

    def action(data: dict[str, Any]) -> Any:
        return actions.enter_decision(plan=plan, **data, by=request.user)

    page = Page(
        heading=_("A later decision on the plan"),
        back=plan,
        done=_(
            "The decision is entered. Rows can now be changed with reference to it."
        ),
        aside=queries.cited_decisions(plan.case),
    )
    return form_page(request, form, action, page)
