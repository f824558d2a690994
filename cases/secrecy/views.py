"""Marking an ärende or a handling as secret, and lifting the mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from boards.access.queries import fetch
from boards.shared.forms import act
from cases.case.queries import whole_cases
from cases.document.queries import whole_documents
from cases.secrecy import actions, forms

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from cases.case.models import Case
    from cases.document.models import Document


@login_required
def case_secrecy(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark an ärende, or lift its mark."""
    case = fetch(request.user, whole_cases(), "secrecy.mark", pk=pk)
    return secrecy_page(request, case)


@login_required
def document_secrecy(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a handling, or lift its mark."""
    document = fetch(request.user, whole_documents(), "secrecy.mark", pk=pk)
    return secrecy_page(request, document)


def secrecy_page(request: HttpRequest, obj: Case | Document) -> HttpResponse:
    """Ask for the ground of a mark, or for the reason to lift the one there is."""
    form: forms.LiftForm | forms.MarkForm
    if obj.is_secret:
        action, form = actions.lift_secrecy, forms.LiftForm(request.POST or None)
    else:
        action, form = actions.mark_secret, forms.MarkForm(request.POST or None)
    if form.is_bound and act(
        form, lambda said: action(obj=obj, by=request.user, **said)
    ):
        messages.success(request, _("Saved. The public diary shows the change now."))
        return redirect(obj)
    return render(request, "cases/secrecy/form.html", {"form": form, "obj": obj})
