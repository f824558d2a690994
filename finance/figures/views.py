"""The page of what has no place in any table."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from boards.access.queries import fetch
from boards.board.models import Board
from boards.shared.money import format_kronor
from finance.figures.queries import unmapped
from finance.ledger.enums import Measure


@login_required
def unmapped_list(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """List the year's amounts that belong to no unit and no investment project."""
    board = fetch(request.user, Board.objects.all(), "chart.view", slug=slug)
    is_budget = request.GET.get("matt") == Measure.BUDGET
    measure = Measure.BUDGET if is_budget else Measure.ACTUAL
    left = unmapped(board, min(max(year, 1900), 2999), measure)
    context = {
        "board": board,
        "year": year,
        "is_budget": is_budget,
        "earlier": year - 1,
        "later": year + 1,
        "rows": [(one, format_kronor(one.ore)) for one in left],
        "total": format_kronor(sum(one.ore for one in left)),
        "may_edit": request.user.has_perm("chart.edit", board),
    }
    return render(request, "finance/chart/unmapped.html", context)
