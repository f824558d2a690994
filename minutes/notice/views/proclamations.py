"""The pages of the kungörelse: all of them, posting one, and one with its bevis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.permissions import may
from boards.access.queries import boards_with_role, fetch
from boards.board.models import Board
from boards.shared.forms import act
from minutes.notice import actions, forms
from minutes.notice.queries import events_of, proclamations, proclamations_of_staff

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.notice.models import Proclamation


@login_required
def proclamation_list(request: HttpRequest) -> HttpResponse:
    """Show the kungörelser of every board the user works for, those up first."""
    pages = Paginator(proclamations_of_staff(request.user), 30)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "kept": boards_with_role(request.user, Role.SECRETARY),
    }
    return render(request, "minutes/notice/proclamations.html", context)


@login_required
def proclamation_new(request: HttpRequest, board: int) -> HttpResponse:
    """Post a kungörelse."""
    of = fetch(request.user, Board.objects.all(), "notice.post", pk=board)
    form = forms.ProclamationForm(request.POST or None, board=of)
    made = form.is_bound and act(
        form,
        lambda said: actions.proclaim(
            board=of,
            municipality=said["municipality"],
            said=form.said(),
            may_name=said["may_name"],
            by=request.user,
        ),
    )
    if made:
        messages.success(request, _("It is on the notice board."))
        return redirect(made[0])
    context = {"form": form, "board": of}
    return render(request, "minutes/notice/proclamation_form.html", context)


@login_required
def proclamation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one with its dates and what can be done with it."""
    return detail(request, fetch(request.user, proclamations(), "notice.view", pk=pk))


def detail(request: HttpRequest, row: Proclamation, **bound: Any) -> HttpResponse:
    """Show the page, with a form that was refused when there is one."""
    is_own = row.required_days is not None and row.taken_down_on is None
    context = {
        "row": row,
        "events": events_of(row),
        "may_withdraw": is_own and may(request.user, "notice.take_down", row),
        "withdraw": forms.WithdrawForm(),
    }
    return render(request, "minutes/notice/proclamation.html", context | bound)


@login_required
@require_POST
def proclamation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a faulty one down before its time."""
    row = fetch(request.user, proclamations(), "notice.take_down", pk=pk)
    form = forms.WithdrawForm(request.POST)
    done = act(
        form,
        lambda said: actions.withdraw_proclamation(
            proclamation=row, by=request.user, **said
        ),
    )
    if not done:
        return detail(request, row, withdraw=form)
    messages.success(request, _("It is off the notice board."))
    return redirect(row)


@login_required
def proclamation_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the bevis for whoever asked."""
    row = fetch(request.user, proclamations(), "notice.view", pk=pk)
    certificate = getattr(row, "certificate", None)
    if certificate is None:
        raise Http404
    pdf = certificate.document.read()
    response = HttpResponse(pdf, content_type="application/pdf")
    name = f"bevis-om-kungorelse-{row.pk}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
