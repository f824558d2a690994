"""The pages of the gate: what waits, and one document with what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from cases.document.queries import whole_documents
from minutes.privacy import actions
from minutes.privacy.enums import GateState
from minutes.privacy.forms import PublishForm, WithdrawForm
from minutes.privacy.pages import TONES, gate_page
from minutes.privacy.queries import decided, waiting, with_document

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.privacy.models import Publication

REFUSED = 409
OPEN = (GateState.WAITING, GateState.CHECKING, GateState.WITHDRAWN)


def of(request: HttpRequest, permission: str, pk: int) -> Publication:
    """Return the document at the gate if the user may."""
    return fetch(request.user, with_document(), permission, pk=pk)


@login_required
def publication_list(request: HttpRequest) -> HttpResponse:
    """Show what waits in all the user's boards, the oldest first, and what is done."""
    pages = Paginator(decided(request.user), 30)
    context = {
        "waiting": waiting(request.user),
        "page": pages.get_page(request.GET.get("page")),
        "tones": TONES,
    }
    return render(request, "minutes/privacy/list.html", context)


@login_required
def publication_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was found, each in its place, and take the decision."""
    permission = "publication.decide" if request.POST else "publication.view"
    row = of(request, permission, pk)
    form = PublishForm(request.POST or None, publication=row)
    if form.is_bound and act(
        form,
        lambda _said: actions.publish(
            publication=row, said=form.said(), by=request.user
        ),
    ):
        messages.success(request, told(of(request, permission, pk)))
        return redirect("publication-list")
    return detail(request, row, form=form)


def detail(
    request: HttpRequest,
    row: Publication,
    *,
    form: PublishForm | None = None,
    withdrawing: WithdrawForm | None = None,
) -> HttpResponse:
    """Show the page, with a form that was refused when there is one."""
    shown = (form or PublishForm(publication=row)) if row.state in OPEN else None
    is_refused = any(one is not None and one.is_bound for one in (form, withdrawing))
    context = gate_page(row, request.user, shown, withdrawing or WithdrawForm())
    status = REFUSED if is_refused else 200
    return render(request, "minutes/privacy/detail.html", context, status=status)


def told(row: Publication) -> str:
    """Say what the decision led to."""
    if row.state == GateState.CHECKING:
        return _("The decision is saved. It is published when a colleague has looked.")
    return _("It is decided and is being published.")


@login_required
@require_POST
def publication_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it be published, as the second pair of eyes."""
    row = of(request, "publication.decide", pk)
    shown = request.POST.get("shown_sha256", "")
    actions.confirm(publication=row, shown_sha256=shown, by=request.user)
    messages.success(request, _("It is decided and is being published."))
    return redirect("publication-list")


@login_required
@require_POST
def publication_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the document from the public."""
    row = of(request, "publication.decide", pk)
    form = WithdrawForm(request.POST)
    done = act(
        form,
        lambda said: actions.withdraw(publication=row, by=request.user, **said),
    )
    if not done:
        return detail(request, row, withdrawing=form)
    messages.success(request, _("It is withdrawn: it is on no public page any more."))
    return redirect(row)


@login_required
@require_POST
def publication_consider(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a handling to the gate."""
    document = fetch(request.user, whole_documents(), "publication.decide", pk=pk)
    return redirect(actions.consider(document=document, by=request.user))
