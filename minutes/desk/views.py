"""The start pages of the kansli and of elected members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render

from boards.access.queries import boards_with_role
from boards.shared.clock import today
from minutes.desk.deadlines import next_first
from minutes.desk.finding import FINDERS, Found, found_everywhere, found_of
from minutes.desk.queries import coming_meetings, decided_lately, to_review, to_sign
from minutes.search.questions import typed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 20


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """Show all the user's boards on one page, the next legal deadline first."""
    boards = list(boards_with_role(request.user))
    if not boards:
        raise PermissionDenied
    rows = next_first(request.user, today())
    context = {"boards": boards, "rows": rows, "today": today()}
    return render(request, "minutes/desk/desk.html", context)


@login_required
def search(request: HttpRequest) -> HttpResponse:
    """Search in all the user's boards have, whether it is published or not."""
    if not boards_with_role(request.user).exists():
        raise PermissionDenied
    words, kind = typed(request.GET.get("q", "")), request.GET.get("slag", "")
    context: dict[str, object] = {"words": words, "kind": kind}
    if words and kind in set(Found):
        rows = found_of(request.user, Found(kind), words)
        context["page"] = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
        context["label"] = FINDERS[Found(kind)].label
    elif words:
        context["found"] = found_everywhere(request.user, words)
    return render(request, "minutes/desk/search.html", context)


@login_required
def assignments(request: HttpRequest) -> HttpResponse:
    """Show what an elected member has before them: meetings, signatures, decisions."""
    day = today()
    context = {
        "meetings": coming_meetings(request.user, day)[:SHOWN],
        "to_sign": to_sign(request.user),
        "to_review": to_review(request.user),
        "decided": decided_lately(request.user, day)[:SHOWN],
    }
    return render(request, "minutes/desk/assignments.html", context)
