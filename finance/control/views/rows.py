"""The rows of a plan: in a draft, and by a beslut once it is adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.permissions import may
from boards.access.queries import fetch
from boards.shared.clock import today
from finance.control import actions, forms
from finance.control.models import ControlRisk
from finance.control.views.shared import (
    Page,
    a_control,
    a_draft,
    an_adopted,
    form_page,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _risk(request: HttpRequest, pk: int) -> ControlRisk:
    rows = ControlRisk.objects.select_related("plan__board")
    risk = fetch(request.user, rows, "control.edit", pk=pk)
    a_draft(request, risk.plan_id)
    return risk


@login_required
def risk_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a risk with its first control to a draft."""
    plan = a_draft(request, pk)
    form = forms.PlanRowForm(request.POST or None, plan=plan)

    def action(_data: dict[str, Any]) -> Any:
        return actions.add_risk(plan=plan, values=form.values(), by=request.user)

    page = Page(
        heading=_("Add a risk"),
        back=plan,
        done=_("The risk is added."),
        intro=_(
            "A risk without anything to check stays in the risk analysis and is not a"
            " row of the plan."
        ),
    )
    return form_page(request, form, action, page)


@login_required
def risk_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a risk of a draft."""
    risk = _risk(request, pk)
    form = forms.RiskForm(request.POST or None, plan=risk.plan, initial=vars(risk))

    def action(_data: dict[str, Any]) -> Any:
        return actions.change_risk(risk=risk, values=form.values(), by=request.user)

    page = Page(_("Change the risk"), risk.plan, _("The risk is saved."))
    return form_page(request, form, action, page)


@login_required
@require_POST
def risk_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a risk out of a draft."""
    risk = _risk(request, pk)
    actions.remove_risk(risk=risk, by=request.user)
    messages.success(request, _("The risk is taken out of the draft."))
    return redirect(risk.plan)


@login_required
def control_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add one more control of a risk."""
    risk = _risk(request, pk)
    form = forms.ControlForm(request.POST or None, plan=risk.plan)

    def action(_data: dict[str, Any]) -> Any:
        return actions.add_control(risk=risk, values=form.values(), by=request.user)

    page = Page(_("Add a control"), risk.plan, _("The control is added."), risk.process)
    return form_page(request, form, action, page)


@login_required
def control_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a control, what it has shown, and the rows before and after it."""
    control = a_control(request, pk, "control.view")
    context = {
        "control": control,
        "plan": control.plan,
        "may_edit": may(request.user, "control.edit", control),
        "replaced_by": getattr(control, "replaced_by", None),
        "today": today(),
    }
    return render(request, "finance/control/control.html", context)


@login_required
def control_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a control of a draft."""
    control = a_control(request, pk, "control.edit")
    a_draft(request, control.plan.pk)
    form = forms.ControlForm(
        request.POST or None, plan=control.plan, initial=vars(control)
    )

    def action(_data: dict[str, Any]) -> Any:
        values = form.values()
        return actions.change_control(control=control, values=values, by=request.user)

    page = Page(_("Change the control"), control.plan, _("The control is saved."))
    return form_page(request, form, action, page)


@login_required
@require_POST
def control_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a control out of a draft."""
    control = a_control(request, pk, "control.edit")
    actions.remove_control(control=control, by=request.user)
    messages.success(request, _("The control is taken out of the draft."))
    return redirect(control.plan)


@login_required
def row_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row to an adopted plan by a beslut."""
    plan = an_adopted(request, pk, "control.decide")
    form = forms.DecidedRowForm(request.POST or None, plan=plan)

    def action(data: dict[str, Any]) -> Any:
        return actions.add_row_by_decision(
            decision=data["decision"], values=form.values(), by=request.user
        )

    page = Page(
        heading=_("Add a row by decision"),
        back=plan,
        done=_("The row is added."),
        intro=_("What the decision does not say is left empty and asked for later."),
    )
    return form_page(request, form, action, page)


@login_required
def control_replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a row of an adopted plan by a beslut."""
    control = a_control(request, pk, "control.decide")
    plan = an_adopted(request, control.plan.pk, "control.decide")
    initial = vars(actions.values_of(control))
    form = forms.DecidedRowForm(request.POST or None, plan=plan, initial=initial)

    def action(data: dict[str, Any]) -> Any:
        return actions.replace_row_by_decision(
            control=control,
            decision=data["decision"],
            values=form.values(),
            by=request.user,
        )

    page = Page(
        heading=_("Change the row by decision"),
        back=plan,
        done=_("The row is changed. The earlier wording is kept."),
    )
    return form_page(request, form, action, page)


@login_required
def control_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a row out of an adopted plan by a beslut."""
    control = a_control(request, pk, "control.decide")
    plan = an_adopted(request, control.plan.pk, "control.decide")
    form = forms.EndRowForm(request.POST or None, plan=plan)

    def action(data: dict[str, Any]) -> Any:
        return actions.end_row_by_decision(
            control=control, decision=data["decision"], by=request.user
        )

    page = Page(
        heading=_("Take the row away by decision"),
        back=plan,
        done=_("The row is taken out of the plan. It is kept in the history."),
        intro=f"{control.risk.process}. {control.moment}",
    )
    return form_page(request, form, action, page)


@login_required
def control_complete(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill in what a row lacks that a beslut added."""
    control = a_control(request, pk, "control.edit")
    plan = an_adopted(request, control.plan.pk, "control.edit")
    initial = vars(actions.values_of(control))
    form = forms.CompleteRowForm(request.POST or None, control=control, initial=initial)

    def action(_data: dict[str, Any]) -> Any:
        values = form.values()
        return actions.complete_row(control=control, values=values, by=request.user)

    page = Page(
        heading=_("Complete the row"),
        back=plan,
        done=_("The row is completed."),
        intro=_("What the board has decided stays as it is."),
    )
    return form_page(request, form, action, page)
