"""The list of delegated decisions, and registering one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from boards.access.queries import fetch
from boards.board.models import Board
from boards.shared.forms import act
from cases.case.queries import boards_kept
from cases.delegation import actions, forms
from cases.delegation.queries import decisions_of_staff

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 50


@login_required
def delegation_list(request: HttpRequest) -> HttpResponse:
    """Show what was decided in the place of the user's boards."""
    pages = Paginator(decisions_of_staff(request.user), PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {"page": page, "kept": boards_kept(request.user)}
    return render(request, "cases/delegation/list.html", context)


@login_required
def delegation_register(request: HttpRequest, board: int) -> HttpResponse:
    """Register a delegated decision of a board."""
    of = fetch(request.user, Board.objects.all(), "delegation.register", pk=board)
    form = forms.DelegationForm(request.POST or None, board=of)
    if form.is_bound and act(
        form,
        lambda data: actions.register_delegated_decision(
            board=of,
            said=form.said(),
            legal_ground=data["legal_ground"],
            by=request.user,
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("delegation-list")
    context = {"form": form, "board": of}
    return render(request, "cases/delegation/form.html", context)
