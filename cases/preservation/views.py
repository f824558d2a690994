"""The files somebody has to look at, and what is done about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.shared.downloads import download
from boards.shared.forms import act
from cases.document.pages import gone
from cases.document.queries import whole_documents
from cases.preservation import actions, forms, queries

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

PAGE = 50


@login_required
def format_list(request: HttpRequest) -> HttpResponse:
    """List the files somebody has to look at, with how many there are of each kind."""
    boards = queries.boards_seen(request.user)
    page = Paginator(queries.unsettled(boards), PAGE).get_page(request.GET.get("page"))
    kept = boards_with_role(request.user, Role.ARCHIVIST)
    context = {
        "page": page,
        "counts": queries.counts(boards),
        "ordered": queries.ordered([row.document_id for row in page]),
        "archived": set(kept.values_list("pk", flat=True)),
    }
    return render(request, "cases/preservation/list.html", context)


@login_required
def format_copy(request: HttpRequest, pk: int) -> FileResponse | HttpResponse:
    """Hand out the copy of a handling's file; 410 when it is disposed of."""
    document = fetch(request.user, whole_documents(), "case.view", pk=pk)
    if document.is_disposed:
        return gone(request, document)
    check = queries.newest_check(document)
    if check is None or check.copy is None:
        raise Http404
    return download(check.copy, check.copy_name)


@login_required
@require_POST
def format_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a file looked at once more."""
    document = fetch(request.user, whole_documents(), "format.settle", pk=pk)
    actions.look_again(document=document, by=request.user)
    messages.success(request, _("The file is looked at again in a moment."))
    return redirect("format-list")


@login_required
def format_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide that a file is kept as it is."""
    document = fetch(request.user, whole_documents(), "format.settle", pk=pk)
    form = forms.KeepForm(request.POST or None)
    if form.is_bound and act(
        form,
        lambda said: actions.keep_as_is(document=document, **said, by=request.user),
    ):
        messages.success(request, _("The file is kept as it is."))
        return redirect("format-list")
    check = queries.newest_check(document)
    context = {"form": form, "document": document, "check": check}
    return render(request, "cases/preservation/keep.html", context)
