"""The pages of justering: freezing, reading, sending back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from boards.shared.history import record
from minutes.approval import actions
from minutes.approval.evidence import evidence_archive
from minutes.approval.forms import (
    CorrectionForm,
    FreezeForm,
    ReserveForm,
    ReturnForm,
    TakeBackForm,
)
from minutes.approval.pages import (
    approval_page,
    freeze_page,
    is_open_to,
    own_signature,
)
from minutes.approval.queries import decision_changes, with_signers
from minutes.meeting.enums import MeetingState
from minutes.meeting.queries import with_agenda

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.approval.models import Approval


def of(request: HttpRequest, permission: str, pk: int) -> Approval:
    """Return the justering if the user may."""
    return fetch(request.user, with_signers(), permission, pk=pk)


@login_required
def approval_freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose §§ of a meeting and freeze them for justering."""
    meeting = fetch(request.user, with_agenda(), "approval.freeze", pk=pk)
    form = FreezeForm(request.POST or None, meeting=meeting)
    immediate = meeting.state == MeetingState.IN_SESSION
    approval = form.is_bound and act(
        form,
        lambda said: actions.freeze(
            meeting=meeting,
            items=list(said["items"]),
            by=request.user,
            is_immediate=immediate,
        ),
    )
    if approval:
        messages.success(request, _("The §§ are frozen. The signers get a mail."))
        return redirect(approval)
    return render(request, "minutes/approval/freeze.html", freeze_page(meeting, form))


@login_required
def approval_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a justering: its state, who has signed and when, and its document."""
    approval = of(request, "approval.view", pk)
    context = approval_page(approval, request.user)
    return render(request, "minutes/approval/detail.html", context)


@login_required
def approval_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the document as it stands, with the signatures given so far."""
    approval = of(request, "approval.view", pk)
    if approval.document is None:
        raise Http404
    response = HttpResponse(approval.document.read(), content_type="application/pdf")
    name = f"protokoll-{approval.meeting.held_on:%Y-%m-%d}-{approval.pk}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@login_required
def approval_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Return all evidence of the signatures as plain files in one archive."""
    approval = of(request, "approval.evidence", pk)
    record(approval, "approval.evidence_exported", by=request.user)
    response = HttpResponse(evidence_archive(approval), content_type="application/zip")
    name = f"bevis-{approval.meeting.held_on:%Y-%m-%d}-{approval.pk}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_required
def approval_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put slips right after justering: a new version to sign, the old one kept."""
    approval = of(request, "approval.correct", pk)
    form = CorrectionForm(request.POST or None, approval=approval)
    made = form.is_bound and act(
        form,
        lambda said: actions.correct(
            approval=approval,
            changes=form.changes(),
            ground=said["ground"],
            by=request.user,
        ),
    )
    if made:
        messages.success(request, _("The corrected version is sent out for signing."))
        return redirect(made)
    context = {"approval": approval, "form": form}
    return render(request, "minutes/approval/correct.html", context)


@login_required
@require_POST
def approval_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take frozen minutes back before anybody has signed."""
    approval = of(request, "approval.freeze", pk)
    form = TakeBackForm(request.POST)
    done = act(
        form,
        lambda said: actions.take_back(approval=approval, by=request.user, **said),
    )
    if done:
        messages.success(request, _("The §§ can be changed again."))
        return redirect(approval.meeting)
    context = approval_page(approval, request.user) | {"taking_back": form}
    return render(request, "minutes/approval/detail.html", context)


@login_required
@require_POST
def approval_reserve(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a chosen reserve take over from an approver who cannot sign."""
    approval = of(request, "approval.freeze", pk)
    form = ReserveForm(request.POST, approval=approval)
    made = act(form, lambda said: actions.let_reserve_sign(by=request.user, **said))
    if made:
        messages.success(request, _("The reserve signs; everybody signs the new one."))
        return redirect(made)
    context = approval_page(approval, request.user) | {"reserving": form}
    return render(request, "minutes/approval/detail.html", context)


@login_required
@require_POST
def approval_retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the document once more after it failed."""
    approval = of(request, "approval.freeze", pk)
    actions.retry_seal(approval=approval, by=request.user)
    messages.success(request, _("The document is being made once more."))
    return redirect(approval)


@login_required
def approval_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the frozen minutes to one who signs them, and what they can do."""
    approval = of(request, "approval.sign", pk)
    context = review_page(request, approval, ReturnForm())
    return render(request, "minutes/approval/review.html", context)


def review_page(
    request: HttpRequest, approval: Approval, returning: ReturnForm
) -> dict[str, Any]:
    """Return what the signer reads, with the form to send it back."""
    return {
        "approval": approval,
        "is_open": is_open_to(approval, request.user) and approval.document is not None,
        "own": own_signature(approval, request.user),
        "changes": decision_changes(approval),
        "corrections": approval.corrections.select_related("item"),
        "returning": returning,
    }


@login_required
@require_POST
def approval_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the minutes back with a reason."""
    approval = of(request, "approval.return", pk)
    form = ReturnForm(request.POST)
    done = act(
        form,
        lambda said: actions.return_approval(
            approval=approval, by=request.user, **said
        ),
    )
    if done:
        messages.success(request, _("The minutes were sent back to the secretary."))
        return redirect("approval-review", pk=pk)
    context = review_page(request, approval, form)
    return render(request, "minutes/approval/review.html", context)
