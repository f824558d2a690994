"""The list of ärenden, opening one, and its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import boards_with_role, fetch
from boards.board.models import Board
from boards.shared.forms import act
from cases.case import actions, forms
from cases.case.pages import case_overview, list_extras
from cases.case.queries import (
    boards_kept,
    cases_of_staff,
    search_cases,
    whole_cases,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 30


@login_required
def case_list(request: HttpRequest) -> HttpResponse:
    """Show and search the ärenden of every board the user works for."""
    boards = boards_with_role(request.user)
    form = forms.CaseSearchForm(request.GET or None, boards=boards)
    said = form.cleaned_data if form.is_valid() else {}
    board = said.get("board")
    rows = search_cases(
        cases_of_staff(request.user),
        words=said.get("q", ""),
        board=board.pk if board else None,
        state=said.get("state", ""),
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "form": form,
        "kept": boards_kept(request.user),
        "panels": list_extras(request),
    }
    return render(request, "cases/case/list.html", context)


@login_required
def case_open(request: HttpRequest, board: int) -> HttpResponse:
    """Open an ärende in a board's diary."""
    of = fetch(request.user, Board.objects.all(), "case.open", pk=board)
    form = forms.NewCaseForm(request.POST or None, board=of)
    case = form.is_bound and act(
        form, lambda said: actions.open_case(board=of, by=request.user, **said)
    )
    if case:
        messages.success(request, _("Opened as %(dnr)s.") % {"dnr": case.dnr})
        return redirect(case)
    context = {"form": form, "board": of, "title": _("Open a case")}
    return render(request, "cases/case/form.html", context)


@login_required
def case_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an ärende with everything in it."""
    case = fetch(request.user, whole_cases(), "case.view", pk=pk)
    context = case_overview(case, request)
    return render(request, "cases/case/detail.html", context)


@login_required
def case_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change title or case officer."""
    case = fetch(request.user, whole_cases(), "case.edit", pk=pk)
    initial = {
        name: getattr(case, name)
        for name in ("title", "case_officer", "is_authority_exercise")
    }
    form = forms.CaseForm(request.POST or None, board=case.board, initial=initial)
    if form.is_bound and act(
        form, lambda said: actions.change_case(case=case, by=request.user, **said)
    ):
        messages.success(request, _("Saved."))
        return redirect(case)
    context = {"form": form, "case": case, "title": _("Change the case")}
    return render(request, "cases/case/form.html", context)


@login_required
@require_POST
def case_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the ärende."""
    case = fetch(request.user, whole_cases(), "case.close", pk=pk)
    actions.close_case(case=case, by=request.user)
    messages.success(request, _("The case is closed."))
    return redirect(case)


@login_required
@require_POST
def case_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed ärende again."""
    case = fetch(request.user, whole_cases(), "case.close", pk=pk)
    reason = request.POST.get("reason", "")[:500]
    actions.reopen_case(case=case, reason=reason, by=request.user)
    messages.success(request, _("The case is open again."))
    return redirect(case)
