"""The pages of the notice: what is due, and one notice with its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.downloads import download
from boards.shared.files import store_file
from boards.shared.forms import act
from boards.shared.uploads import MEDIA_TYPES
from minutes.notice import actions, forms
from minutes.notice.pages import notice_page
from minutes.notice.queries import interruptions_of, notices_of_staff, with_approval

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest

    from minutes.notice.models import Notice

# How a stored file is called when it is saved.
KINDS = {media_type: kind for kind, media_type in MEDIA_TYPES.items()}


def of(request: HttpRequest, permission: str, pk: int) -> Notice:
    """Return the notice if the user may."""
    return fetch(request.user, with_approval(), permission, pk=pk)


@login_required
def notice_list(request: HttpRequest) -> HttpResponse:
    """Show the notices of every board the user works for, the next due first."""
    pages = Paginator(notices_of_staff(request.user), 30)
    context = {"page": pages.get_page(request.GET.get("page"))}
    return render(request, "minutes/notice/list.html", context)


@login_required
def notice_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a notice, its dates and why they are so."""
    return detail(request, of(request, "notice.view", pk))


def detail(request: HttpRequest, notice: Notice, **bound: Any) -> HttpResponse:
    """Show the page, with a form that was refused when there is one."""
    context = notice_page(notice, request.user, **bound)
    return render(request, "minutes/notice/detail.html", context)


@login_required
@require_POST
def notice_post(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the notice on the municipality's board."""
    notice = of(request, "notice.post", pk)
    actions.post_notice(
        approval=notice.approval, municipality=notice.municipality, by=request.user
    )
    messages.success(request, _("The notice is up."))
    return redirect(notice)


@login_required
@require_POST
def notice_external(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a board run by others carries the notice."""
    notice = of(request, "notice.post", pk)
    form = forms.ExternalPostingForm(request.POST, request.FILES)
    done = act(
        form,
        lambda said: actions.record_external_posting(
            approval=notice.approval,
            municipality=notice.municipality,
            posted_on=said["posted_on"],
            proof=proof_of(said),
            by=request.user,
        ),
    )
    if not done:
        return detail(request, notice, external=form)
    messages.success(request, _("The posting is recorded."))
    return redirect(notice)


def proof_of(said: dict[str, Any]) -> actions.Proof:
    """Return the proof with its file stored."""
    upload = said["file"]
    stored = store_file(upload.content, upload.media_type) if upload else None
    return actions.Proof(said["told_by"], said["address"], stored)


@login_required
def notice_proof(request: HttpRequest, pk: int) -> FileResponse:
    """Hand out the file that proves a posting elsewhere."""
    notice = of(request, "notice.view", pk)
    if notice.proof_file is None:
        raise Http404
    kind = KINDS.get(notice.proof_file.media_type, "bin")
    return download(notice.proof_file, f"underlag-anslag-{notice.pk}.{kind}")


@login_required
@require_POST
def notice_take_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the notice down."""
    notice = of(request, "notice.take_down", pk)
    down = actions.take_down_notice(notice=notice, by=request.user)
    if down.taken_down_on is None:
        messages.warning(
            request, _("The notice stays up: assess first whether it was.")
        )
        return redirect(notice)
    messages.success(request, _("The notice is down. The certificate is being made."))
    return redirect(notice)


@login_required
@require_POST
def notice_final(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm laga kraft."""
    notice = of(request, "notice.confirm_final", pk)
    form = forms.FinalForm(request.POST)
    done = act(
        form,
        lambda said: actions.confirm_final(
            approval=notice.approval, by=request.user, **said
        ),
    )
    if not done:
        return detail(request, notice, final=form)
    messages.success(request, _("Legal force is confirmed."))
    return redirect(notice)


@login_required
def notice_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the bevis om anslag."""
    notice = of(request, "notice.view", pk)
    certificate = getattr(notice, "certificate", None)
    if certificate is None:
        raise Http404
    pdf = certificate.document.read()
    response = HttpResponse(pdf, content_type="application/pdf")
    name = f"bevis-om-anslag-{notice.pk}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@login_required
@require_POST
def notice_assess(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Assess a time in which the notice was not seen."""
    notice = of(request, "notice.post", pk)
    interruption = get_object_or_404(interruptions_of(notice.approval), pk=row)
    form = forms.AssessForm(request.POST)
    done = act(
        form,
        lambda said: actions.assess_interruption(
            interruption=interruption, by=request.user, **said
        ),
    )
    if not done:
        return detail(request, notice, assess=form)
    messages.success(request, _("The assessment is kept."))
    return redirect(notice)
