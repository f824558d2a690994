"""The follow-up: what controls showed, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from boards.access.queries import fetch
from boards.shared.clock import today
from boards.shared.forms import act
from finance.control import actions, forms
from finance.control.actions import CheckValues
from finance.control.models import ControlCheck, ControlMeasure
from finance.control.views.shared import Page, a_control, an_adopted, checks, form_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
def check_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what a control showed."""
    control = a_control(request, pk, "control.edit")
    an_adopted(request, control.plan.pk, "control.edit")
    form = forms.CheckForm(
        request.POST or None,
        initial={"performed_on": today(), "performer": control.responsible},
    )

    def action(data: dict[str, Any]) -> Any:
        values = CheckValues(**data)
        return actions.perform(control=control, values=values, by=request.user)

    page = Page(
        heading=_("Follow up the control"),
        back=control,
        done=_("The follow-up is saved."),
        intro=f"{control.risk.process}: {control.moment}",
    )
    return form_page(request, form, action, page)


@login_required
def check_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a follow-up that is not reported yet."""
    check: ControlCheck = fetch(request.user, checks(), "control.edit", pk=pk)
    form = forms.CheckForm(request.POST or None, initial=vars(check))

    def action(data: dict[str, Any]) -> Any:
        values = CheckValues(**data)
        return actions.change_check(check=check, values=values, by=request.user)

    page = Page(_("Correct the follow-up"), check.control, _("The follow-up is saved."))
    return form_page(request, form, action, page)


@login_required
def measure_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is to be done about a deviation."""
    check: ControlCheck = fetch(request.user, checks(), "control.edit", pk=pk)
    form = forms.MeasureForm(request.POST or None)

    def action(data: dict[str, Any]) -> Any:
        return actions.give_measure(check=check, **data, by=request.user)

    page = Page(
        heading=_("What is to be done"),
        back=check.control,
        done=_("The measure is saved."),
        intro=check.deviation,
    )
    return form_page(request, form, action, page)


@login_required
def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a measure is carried out, or give it a later day."""
    rows = ControlMeasure.objects.select_related(
        "check_row__control__risk__plan__board"
    )
    found = fetch(request.user, rows, "control.edit", pk=pk)
    moving = "move" in request.POST
    done = forms.CarryOutForm(
        None if moving else request.POST or None, initial={"done_on": today()}
    )
    moved = forms.MoveMeasureForm(request.POST if moving else None, prefix="m")
    saved = act(
        done, lambda data: actions.carry_out(measure=found, **data, by=request.user)
    ) or act(
        moved, lambda data: actions.move_measure(measure=found, **data, by=request.user)
    )
    if saved:
        messages.success(request, _("The measure is saved."))
        return redirect(found.check_row.control)
    context = {"measure": found, "done_form": done, "move_form": moved}
    return render(request, "finance/control/measure.html", context)
