"""The list of what is due, with what stands against it, and proposing some of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.permissions import may
from boards.access.queries import boards_with_role, fetch
from boards.board.models import Board
from boards.shared.clock import today
from cases.retention import actions, forms
from cases.retention.due import Due, DueList, due

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 50


@login_required
def due_list(request: HttpRequest) -> HttpResponse:
    """Show what is due in a board today, with why each may go or may not."""
    boards = boards_with_role(request.user).order_by("name")
    form = forms.DueForm(request.GET or None, boards=boards)
    said = form.cleaned_data if form.is_valid() else {}
    board = said.get("board") or boards.first()
    show = said.get("show", "")
    context: dict[str, Any] = {"form": form, "board": board, "show": show}
    if board:
        found = due(board, today(), with_preserved=show == "preserved")
        page = Paginator(shown(found, show), PAGE).get_page(request.GET.get("page"))
        context |= {
            "found": found,
            "page": page,
            "ready": {one.document.pk for one in found.ready},
            "may_dispose": may(request.user, "retention.dispose", board),
        }
    return render(request, "cases/retention/due.html", context)


def shown(found: DueList, show: str) -> list[Due]:
    """Return the part of the list that was asked for."""
    parts = {"ready": found.ready, "blocked": found.blocked}
    return parts.get(show, list(found.rows))


@login_required
@require_POST
def propose(request: HttpRequest, board: int) -> HttpResponse:
    """Propose the documents that were chosen."""
    of = fetch(request.user, Board.objects.all(), "retention.dispose", pk=board)
    chosen = [int(pk) for pk in request.POST.getlist("document") if pk.isdecimal()]
    disposal = actions.propose_disposal(board=of, documents=chosen, by=request.user)
    messages.success(request, _("Proposed. Another person carries it out."))
    return redirect(disposal)
