"""The list of meddelanden, and adding one."""

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
from cases.communication import actions, forms
from cases.communication.queries import communications_of_staff

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 50


@login_required
def communication_list(request: HttpRequest) -> HttpResponse:
    """Show what the user's boards have been told."""
    pages = Paginator(communications_of_staff(request.user), PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {"page": page, "kept": boards_kept(request.user)}
    return render(request, "cases/communication/list.html", context)


@login_required
def communication_add(request: HttpRequest, board: int) -> HttpResponse:
    """Add a meddelande to a board."""
    of = fetch(request.user, Board.objects.all(), "communication.add", pk=board)
    form = forms.CommunicationForm(request.POST or None, board=of)
    if form.is_bound and act(
        form, lambda said: actions.add_communication(board=of, by=request.user, **said)
    ):
        messages.success(request, _("Saved."))
        return redirect("communication-list")
    context = {"form": form, "board": of}
    return render(request, "cases/communication/form.html", context)
