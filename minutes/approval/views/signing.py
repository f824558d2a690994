"""The pages of signing, on a phone: choose how, prove who you are, see the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from minutes.approval import actions, methods
from minutes.approval.enums import AttemptState
from minutes.approval.forms import BeginForm, SignForm
from minutes.approval.methods import NotProved
from minutes.approval.pages import attempt_page, own_signature, sign_page
from minutes.approval.queries import own_attempts, to_sign, with_signers

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.approval.models import Approval, Signature, SigningAttempt

PASSWORD = "password"  # noqa: S105  the method's name


@sensitive_post_parameters("password")
@login_required
def approval_sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer the ways to sign; the own password is asked for on the page itself."""
    approval = fetch(request.user, with_signers(), "approval.sign", pk=pk)
    if approval.document is None:
        return redirect("approval-review", pk=pk)
    shown = request.GET.get("hash") or approval.document.sha256
    form = SignForm(request.POST or None, initial={"shown_sha256": shown})
    if form.is_bound and sign_with_password(request, approval, form):
        return redirect("approval-receipt", pk=pk)
    context = sign_page(approval, request.user, form)
    return render(request, "minutes/approval/sign.html", context)


def sign_with_password(
    request: HttpRequest, approval: Approval, form: SignForm
) -> SigningAttempt | None:
    """Begin and answer in one request; every no ends up in the form."""

    def prove_and_sign(said: dict[str, Any]) -> SigningAttempt:
        attempt = actions.begin(
            approval=approval,
            method=PASSWORD,
            shown_sha256=said["shown_sha256"],
            by=request.user,
            http=request,
        )
        actions.answer(attempt=attempt, said=said, http=request)
        return attempt

    try:
        return act(form, prove_and_sign)
    except NotProved as no:
        form.not_proved(no)
        return None


@login_required
@require_POST
def attempt_begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to sign in the way that was chosen."""
    approval = fetch(request.user, with_signers(), "approval.sign", pk=pk)
    form = BeginForm(request.POST)
    attempt = act(
        form,
        lambda said: actions.begin(
            approval=approval, by=request.user, http=request, **said
        ),
    )
    if attempt:
        return redirect(attempt)
    for error in form.non_field_errors():
        messages.error(request, error)
    return redirect("approval-sign", pk=pk)


def own_attempt(request: HttpRequest, reference: Any) -> SigningAttempt:
    """Return one's own go at signing; nobody else's exists."""
    attempt = own_attempts(request.user).filter(reference=reference).first()
    if attempt is None:
        raise Http404
    return attempt


@login_required
def attempt(request: HttpRequest, reference: Any) -> HttpResponse:
    """Show a go at signing; what a visited service sent back is verified first."""
    row = own_attempt(request, reference)
    said = row.state_of_method.get("answer")
    if said is not None:
        prove(request, row, said)
        row = own_attempt(request, reference)
    if row.state == AttemptState.SIGNED:
        return redirect("approval-receipt", pk=row.approver.approval_id)
    return render(request, "minutes/approval/attempt.html", attempt_page(row))


@login_required
def attempt_state(request: HttpRequest, reference: Any) -> HttpResponse:
    """Look how it goes: a part of the page, asked for about once a second."""
    row = own_attempt(request, reference)
    step = None
    if row.state == AttemptState.STARTED:
        step = look(request, row)
        row = own_attempt(request, reference)
    if row.state in {AttemptState.STARTED, AttemptState.PROVED}:
        context = attempt_page(row, step)
        return render(request, "minutes/approval/_attempt.html", context)
    response = HttpResponse(status=200)
    response["HX-Redirect"] = row.get_absolute_url()
    return response


def look(request: HttpRequest, row: SigningAttempt) -> methods.Step | None:
    """Ask the method; a no is kept on the attempt and shown by its page."""
    try:
        return actions.look(attempt=row, http=request)
    except (NotProved, Refused):
        return None


@sensitive_post_parameters()
@login_required
@require_POST
def attempt_answer(request: HttpRequest, reference: Any) -> HttpResponse:
    """Take what the person gave: a passkey's answer, for instance."""
    row = own_attempt(request, reference)
    prove(request, row, request.POST.dict())
    return redirect(row)


def prove(
    request: HttpRequest, row: SigningAttempt, said: dict[str, Any]
) -> Signature | None:
    """Verify and sign; a no becomes a message on the attempt's page."""
    try:
        return actions.answer(attempt=row, said=said, http=request)
    except NotProved as no:
        if not no.is_final:
            messages.error(request, methods.words(no.code))
    except Refused as no:
        for refusal in no.refusals:
            messages.error(request, sentence(refusal))
    return None


@login_required
@require_POST
def attempt_cancel(request: HttpRequest, reference: Any) -> HttpResponse:
    """Stop signing; nothing was signed."""
    row = own_attempt(request, reference)
    actions.cancel(attempt=row, http=request)
    return redirect("approval-review", pk=row.approver.approval_id)


@csrf_exempt  # comes from the service that was visited; the reference is unguessable
def attempt_return(request: HttpRequest, method: str) -> HttpResponse:
    """Keep what a visited service sent back, and lead the person to their page.

    A cross-site POST carries no session, so nothing is decided here: the answer is
    verified when the person's own browser opens the attempt.
    """
    row = actions.awaiting(method=method, http=request)
    if row is None:
        raise Http404
    return redirect(row)


@login_required
def approval_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what was signed, when, and what happens next."""
    approval = fetch(request.user, with_signers(), "approval.sign", pk=pk)
    own = own_signature(approval, request.user)
    waiting_attempt = own_attempts(request.user).filter(
        approver__approval=approval, state=AttemptState.PROVED
    )
    if not hasattr(own, "signature"):
        row = waiting_attempt.first()
        return redirect(row) if row else redirect("approval-review", pk=pk)
    waiting = [row for row in approval.approvers.all() if not hasattr(row, "signature")]
    context = {
        "approval": approval,
        "own": own,
        "waiting": waiting,
        "more": to_sign(request.user),
    }
    return render(request, "minutes/approval/receipt.html", context)
