"""The page of the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.permissions import may
from boards.integrity import actions, queries

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
def integrity(request: HttpRequest) -> HttpResponse:
    """Show what the last run found, what it looked at, and the runs before it."""
    if not may(request.user, "integrity.view"):
        raise PermissionDenied
    last = queries.last_ended()
    context = {
        "last": last,
        "lines": queries.lines(last) if last else [],
        "faults": queries.faults(last) if last else [],
        "under_way": actions.under_way(),
        "runs": queries.runs(),
        "seal": queries.last_seal(),
    }
    return render(request, "boards/integrity/integrity.html", context)


@login_required
@require_POST
def integrity_run(request: HttpRequest) -> HttpResponse:
    """Order a run now."""
    actions.order_run(by=request.user)
    messages.success(request, _("Everything is being checked. Come back in a while."))
    return redirect("integrity")
