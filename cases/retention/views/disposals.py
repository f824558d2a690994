"""Disposals: the list, a disposal's page, carrying it out and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.permissions import may
from boards.access.queries import fetch
from boards.shared.refusals import refuse_if
from boards.shared.texts import sentence
from cases.retention import actions, forms, queries
from cases.retention.enums import DisposalState
from cases.retention.rules import blocks_carrying_out
from cases.retention.views.shared import Page, form_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from boards.shared.refusals import Refusal
    from cases.retention.models import Disposal

PAGE = 30


def blocks_for(disposal: Disposal, user: Any) -> list[Refusal]:
    """Say why this person cannot carry it out."""
    return blocks_carrying_out(disposal.state, disposal.proposed_by_id, user.pk)


@login_required
def disposal_list(request: HttpRequest) -> HttpResponse:
    """List the disposals of the user's boards, the latest first."""
    pages = Paginator(queries.disposals_of(request.user), PAGE)
    context = {"page": pages.get_page(request.GET.get("page"))}
    return render(request, "cases/retention/disposals.html", context)


@login_required
def disposal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is proposed or gone, on which ground, and what may be done."""
    disposal = fetch(request.user, queries.whole_disposals(), "retention.follow", pk=pk)
    is_open = disposal.state == DisposalState.PROPOSED
    no = blocks_for(disposal, request.user)
    context = {
        "disposal": disposal,
        "rows": disposal.rows.all(),
        "sees": may(request.user, "retention.view", disposal),
        "may_dispose": is_open and may(request.user, "retention.dispose", disposal),
        "reasons": [sentence(one) for one in no],
        "events": queries.history_of(disposal),
    }
    return render(request, "cases/retention/disposal.html", context)


@login_required
def disposal_carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what another person proposed."""
    rows = queries.whole_disposals()
    disposal = fetch(request.user, rows, "retention.dispose", pk=pk)
    refuse_if(blocks_for(disposal, request.user))
    form = forms.CarryOutForm(request.POST or None, board=disposal.board)

    def action(_said: dict[str, Any]) -> Any:
        into = form.said()
        return actions.carry_out_disposal(disposal=disposal, into=into, by=request.user)

    page = Page(
        heading=_("Dispose of the documents"),
        back=disposal,
        done=_("The documents are disposed of and the record is registered."),
        intro=_(
            "The files are removed for good. What the diary says of the documents"
            " remains, and a disposal record tells what was disposed of."
        ),
    )
    return form_page(request, form, action, page)


@login_required
@require_POST
def disposal_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a proposal back."""
    rows = queries.whole_disposals()
    disposal = fetch(request.user, rows, "retention.dispose", pk=pk)
    actions.withdraw_disposal(disposal=disposal, by=request.user)
    messages.success(request, _("The proposal is withdrawn."))
    return redirect(disposal)
