"""The pages of follow-up: what waits, and one beslutspunkt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from minutes.followup import actions, queries
from minutes.followup.forms import MarkForm, TakeBackForm
from minutes.followup.models import FollowUp

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.item.models import DecisionPoint

PAGES = "minutes/followup/"
REFUSED = 409


@login_required
def followup_list(request: HttpRequest) -> HttpResponse:
    """Show what nobody has followed up, the oldest first, and what is done."""
    pages = Paginator(queries.waiting(request.user), 30)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "followed": queries.followed(request.user)[:10],
    }
    return render(request, f"{PAGES}list.html", context)


@login_required
def followup_mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one beslutspunkt with what became of it, and take what is said of it."""
    item = fetch(request.user, queries.item_of_point(pk), "followup.mark")
    point = item.decision_points.get(pk=pk)
    form = MarkForm(request.POST or None)
    if form.is_bound and act(
        form, lambda said: actions.mark(point=point, by=request.user, **said)
    ):
        messages.success(request, _("It is marked, and shown on the public page."))
        return redirect("followup-list")
    return detail(request, point, form, REFUSED if form.is_bound else 200)


def detail(
    request: HttpRequest, point: DecisionPoint, form: MarkForm, status: int = 200
) -> HttpResponse:
    """Show the page of a beslutspunkt."""
    context = {
        "point": point,
        "label": queries.label_of(point),
        "marks": queries.marks_of(point),
        "form": form,
        "taking_back": TakeBackForm(),
    }
    return render(request, f"{PAGES}mark.html", context, status=status)


@login_required
@require_POST
def followup_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mark back that was wrong."""
    rows = FollowUp.objects.select_related("point__item__board", "point__item__meeting")
    row = fetch(request.user, rows, "followup.mark", pk=pk)
    reason = request.POST.get("reason", "")[:300]
    actions.take_back(follow_up=row, reason=reason, by=request.user)
    messages.success(request, _("It is taken back."))
    return redirect("followup-mark", row.point_id)
