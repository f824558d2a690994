"""One's own passkeys: see them, add one, remove one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from boards.access.forms import OwnPasswordForm, PasskeyForm
from boards.person import passkeys
from boards.shared.refusals import Refused
from boards.shared.texts import sentence

ASKED = "passkey_asked"


@login_required
def passkey_list(request: HttpRequest) -> HttpResponse:
    """Show one's passkeys."""
    context = {"passkeys": passkeys.in_use(request.user)}
    return render(request, "boards/access/passkeys.html", context)


@sensitive_post_parameters("password")
@login_required
def passkey_add(request: HttpRequest) -> HttpResponse:
    """Ask for a name and the password, then let the device make the passkey."""
    form = PasskeyForm(request.POST or None, http=request)
    if not (form.is_bound and form.is_valid()):
        return render(request, "boards/access/passkey_add.html", {"form": form})
    options, state = passkeys.ask_to_make(request, request.user)
    request.session[ASKED] = {"name": form.cleaned_data["name"], "state": state}
    context = {"options": options, "name": form.cleaned_data["name"]}
    return render(request, "boards/access/passkey_make.html", context)


@login_required
@require_POST
def passkey_save(request: HttpRequest) -> HttpResponse:
    """Keep what the device made; each question is answered once."""
    asked = request.session.pop(ASKED, {"name": "", "state": {}})
    try:
        passkeys.add_passkey(
            http=request,
            user=request.user,
            name=asked["name"],
            answer=request.POST.get("credential", ""),
            state=asked["state"],
        )
    except Refused as no:
        messages.error(request, sentence(no.refusals[0]))
        return redirect("passkey-add")
    messages.success(request, _("The passkey is added."))
    return redirect("passkey-list")


@sensitive_post_parameters("password")
@login_required
def passkey_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one of one's own passkeys."""
    rows = request.user.passkeys.filter(removed_at__isnull=True)
    passkey = get_object_or_404(rows, pk=pk)
    form = OwnPasswordForm(request.POST or None, http=request)
    if form.is_bound and form.is_valid():
        passkeys.remove_passkey(passkey=passkey, by=request.user)
        messages.success(request, _("The passkey is removed."))
        return redirect("passkey-list")
    context = {"passkey": passkey, "form": form}
    return render(request, "boards/access/passkey_remove.html", context)
