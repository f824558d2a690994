"""Holds: what stops disposals, setting and lifting them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from boards.access.queries import fetch
from cases.case.queries import whole_cases
from cases.retention import actions, forms, queries
from cases.retention.views.shared import Page, form_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 50


@login_required
def hold_list(request: HttpRequest) -> HttpResponse:
    """List the holds of the user's boards, those that stand first."""
    page = Paginator(queries.holds_of(request.user), PAGE)
    archived = queries.boards_archived(request.user).values_list("pk", flat=True)
    context = {
        "page": page.get_page(request.GET.get("page")),
        "archived": set(archived),
    }
    return render(request, "cases/retention/holds.html", context)


@login_required
def hold_set(request: HttpRequest, case: int) -> HttpResponse:
    """Stop the disposal of an ärende or a handling in it."""
    of = fetch(request.user, whole_cases(), "retention.plan", pk=case)
    form = forms.HoldForm(request.POST or None, case=of)

    def action(_said: dict[str, Any]) -> Any:
        return actions.set_hold(case=of, said=form.said(), by=request.user)

    page = Page(
        heading=_("Stop the disposal in %(dnr)s") % {"dnr": of.dnr},
        back=of,
        done=_("The hold is set."),
        intro=_("While the hold stands nothing it is about can be disposed of."),
    )
    return form_page(request, form, action, page)


@login_required
def hold_lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a hold."""
    hold = fetch(request.user, queries.whole_holds(), "retention.plan", pk=pk)
    form = forms.LiftForm(request.POST or None)

    def action(said: dict[str, Any]) -> Any:
        return actions.lift_hold(hold=hold, **said, by=request.user)

    page = Page(
        heading=_("Lift the hold in %(dnr)s") % {"dnr": hold.case.dnr},
        back=reverse("retention-holds"),
        done=_("The hold is lifted."),
        intro=hold.reason,
    )
    return form_page(request, form, action, page)
