"""Logging in and out, and the way to one's own start page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from boards.access.queries import boards_with_role


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Send everybody to where their work is."""
    if boards_with_role(request.user).exists():
        return redirect("desk")
    if request.user.is_staff and not request.user.person_id:
        return redirect("admin:index")
    return redirect("assignments")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django gives it
    """Explain that the form grew old; the browser keeps what was typed."""
    text = _("The page was open too long. Go back, reload it and try again.")
    context = {"sentences": [text], "back": request.headers.get("Referer", "")}
    return render(request, "boards/access/refused.html", context, status=403)
