"""The pages of expediering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from boards.access.queries import boards_with_role, fetch
from minutes.dispatch import actions
from minutes.dispatch.queries import (
    boards_to_send_for,
    dispatches_of_staff,
    extracts,
    to_dispatch,
    with_extract,
)
from minutes.item.models import MinutesItem

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_required
def dispatch_list(request: HttpRequest) -> HttpResponse:
    """Show what is to be sent, what failed and what was sent, in that order."""
    pages = Paginator(dispatches_of_staff(request.user), 30)
    context = {
        "waiting": to_dispatch(boards_with_role(request.user)),
        "sending": boards_to_send_for(request.user),
        "page": pages.get_page(request.GET.get("page")),
    }
    return render(request, "minutes/dispatch/list.html", context)


@login_required
@require_POST
def dispatch_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Attest the extract of a § and send it to everybody it is for."""
    items = MinutesItem.objects.select_related("board", "approval")
    item = fetch(request.user, items, "dispatch.send", pk=pk)
    sent = actions.dispatch_extracts(item=item, by=request.user)
    text = ngettext(
        "The extract is on its way to %(number)s recipient.",
        "The extract is on its way to %(number)s recipients.",
        len(sent),
    )
    messages.success(request, text % {"number": len(sent)})
    return redirect("dispatch-list")


@login_required
@require_POST
def dispatch_retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Send once more what failed."""
    dispatch = fetch(request.user, with_extract(), "dispatch.send", pk=pk)
    actions.retry_dispatch(dispatch=dispatch, by=request.user)
    messages.success(request, _("The extract is on its way once more."))
    return redirect("dispatch-list")


@login_required
def extract_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Return an attested extract."""
    made = fetch(request.user, extracts(), "dispatch.view", pk=pk)
    response = HttpResponse(made.document.read(), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="utdrag-{made.pk}.pdf"'
    return response
