"""The pages of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.shared.clock import today
from minutes.archive import actions
from minutes.archive.queries import approvals, candidates, packages_of, with_package
from minutes.archive.renewal.queries import failed

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_required
def archive_list(request: HttpRequest) -> HttpResponse:
    """Show what is ready for the archive, what is not and why, and what is built."""
    if not boards_with_role(request.user, Role.ARCHIVIST, Role.SECRETARY).exists():
        raise PermissionDenied
    pages = Paginator(packages_of(request.user), 30)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "candidates": candidates(request.user),
        "page": page,
        "failed": failed([row.pk for row in page]),
        "today": today(),
    }
    return render(request, "minutes/archive/list.html", context)


@login_required
@require_POST
def archive_order(request: HttpRequest, pk: int) -> HttpResponse:
    """Order the package of a justering."""
    approval = fetch(request.user, approvals(), "archive.build", pk=pk)
    actions.order_package(approval=approval, by=request.user)
    messages.success(request, _("The package is being made."))
    return redirect("archive-list")


@login_required
def archive_package(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a package."""
    made = fetch(request.user, with_package(), "archive.view", pk=pk)
    response = HttpResponse(made.package.read(), content_type="application/zip")
    meeting = made.approval.meeting
    name = f"{meeting.board.prefix}-{meeting.held_on:%Y-%m-%d}-{made.approval_id}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_required
@require_POST
def archive_verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Check a package anew: checksums and signatures."""
    made = fetch(request.user, with_package(), "archive.view", pk=pk)
    found = actions.verify_package(made.package.read())
    if found:
        values = {"faults": "; ".join(found)}
        messages.error(request, _("The package is damaged: %(faults)s") % values)
    else:
        text = _("The package is whole: every checksum and signature is right.")
        messages.success(request, text)
    return redirect("archive-list")
