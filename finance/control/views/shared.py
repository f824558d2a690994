"""What the pages with one form have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render

from boards.access.queries import fetch
from boards.shared.forms import act
from boards.shared.refusals import Refusal, refuse_if
from finance.control.models import Control, ControlCheck, ControlPlan
from finance.control.queries import whole_controls, whole_plans

if TYPE_CHECKING:
    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponse

LAW = "KL 6:6"


@dataclass(frozen=True)
class Page:
    """A page with one form: its heading, where it leads back, what is said after."""

    heading: Any
    back: Any
    done: Any
    intro: Any = ""
    aside: Any = None


def form_page(
    request: HttpRequest,
    form: BaseForm,
    action: Callable[[dict[str, Any]], Any],
    page: Page,
) -> HttpResponse:
    """Carry out what the form is for and go back, or show it with what is wrong."""
    if act(form, action):
        messages.success(request, page.done)
        return redirect(page.back)
    return render(request, "finance/control/form.html", {"form": form, "page": page})


def a_plan(request: HttpRequest, pk: int, permission: str) -> ControlPlan:
    """Return a plan the user may do this to; other boards' plans are not there."""
    return fetch(request.user, whole_plans(), permission, pk=pk)


def a_draft(request: HttpRequest, pk: int) -> ControlPlan:
    """Return a plan that is a draft."""
    plan = a_plan(request, pk, "control.edit")
    refuse_if([Refusal("control.adopted", LAW)] if plan.is_adopted else [])
    return plan


def an_adopted(request: HttpRequest, pk: int, permission: str) -> ControlPlan:
    """Return a plan that is adopted."""
    plan = a_plan(request, pk, permission)
    refuse_if([] if plan.is_adopted else [Refusal("control.not_adopted", LAW)])
    return plan


def a_control(request: HttpRequest, pk: int, permission: str) -> Control:
    """Return a control the user may do this to."""
    return fetch(request.user, whole_controls(), permission, pk=pk)


def checks() -> Any:
    """Return performed controls with the plan they belong to."""
    return ControlCheck.objects.select_related("control__risk__plan__board")
