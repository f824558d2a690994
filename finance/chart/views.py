"""The controller's screens of what belongs where."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from boards.access.queries import fetch
from boards.board.models import Board
from boards.shared.clock import today
from boards.shared.forms import act
from finance.chart import actions, forms, queries
from finance.chart.models import Mapping, ReportLine, ReportUnit

MAPPINGS = Mapping.objects.select_related("board", "unit", "line")


@login_required
def chart_list(request: HttpRequest) -> HttpResponse:
    """List the boards the user works in."""
    context = {"boards": queries.boards_with_chart(request.user)}
    return render(request, "finance/chart/list.html", context)


@login_required
def chart_board(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a board's units, rows and mappings."""
    board = fetch(request.user, Board.objects.all(), "chart.view", slug=slug)
    context = {
        "board": board,
        "units": queries.units_of(board),
        "lines": queries.lines_of(board),
        "mappings": queries.mappings_of(board),
        "year": today().year,
        "may_edit": request.user.has_perm("chart.edit", board),
    }
    return render(request, "finance/chart/board.html", context)


def _board(request: HttpRequest, slug: str) -> Board:
    return fetch(request.user, Board.objects.all(), "chart.edit", slug=slug)


def _page(request: HttpRequest, form: Any, board: Board, heading: str) -> HttpResponse:
    context = {"form": form, "board": board, "heading": heading}
    return render(request, "finance/chart/form.html", context)


@login_required
def unit_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a unit."""
    return _unit(request, _board(request, slug), None)


@login_required
def unit_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a unit's name and place."""
    rows = ReportUnit.objects.select_related("board")
    unit = fetch(request.user, rows, "chart.edit", pk=pk)
    return _unit(request, unit.board, unit)


def _unit(request: HttpRequest, board: Board, unit: ReportUnit | None) -> HttpResponse:
    initial = model_to_dict(unit) if unit else {}
    form = forms.UnitForm(request.POST or None, initial=initial)
    saved = act(
        form,
        lambda said: actions.save_unit(
            board=board, said=said, by=request.user, unit=unit
        ),
    )
    return _page(request, form, board, _("Unit")) if not saved else _back(board)


@login_required
def line_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a row to every unit's table."""
    return _line(request, _board(request, slug), None)


@login_required
def line_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a row's label and place."""
    rows = ReportLine.objects.select_related("board")
    line = fetch(request.user, rows, "chart.edit", pk=pk)
    return _line(request, line.board, line)


def _line(request: HttpRequest, board: Board, line: ReportLine | None) -> HttpResponse:
    initial = model_to_dict(line) if line else {}
    form = forms.LineForm(request.POST or None, initial=initial)
    saved = act(
        form,
        lambda said: actions.save_line(
            board=board, said=said, by=request.user, line=line
        ),
    )
    return _page(request, form, board, _("Report row")) if not saved else _back(board)


@login_required
def mapping_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Say where accounts belong; the page of what has no place fills some in."""
    initial = {
        "account_from": request.GET.get("konto", ""),
        "responsibility": request.GET.get("ansvar", ""),
        "valid_from": today().replace(month=1, day=1),
    }
    return _mapping(request, _board(request, slug), None, initial)


@login_required
def mapping_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change where accounts belong."""
    mapping = fetch(request.user, MAPPINGS, "chart.edit", pk=pk)
    return _mapping(request, mapping.board, mapping, model_to_dict(mapping))


def _mapping(
    request: HttpRequest, board: Board, mapping: Mapping | None, initial: dict[str, Any]
) -> HttpResponse:
    form = forms.MappingForm(request.POST or None, initial=initial, board=board)
    saved = act(
        form,
        lambda _said: actions.save_mapping(
            board=board, values=form.values(), by=request.user, mapping=mapping
        ),
    )
    return _page(request, form, board, _("Mapping")) if not saved else _back(board)


@login_required
def mapping_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a mapping on a day."""
    mapping = fetch(request.user, MAPPINGS, "chart.edit", pk=pk)
    form = forms.EndForm(request.POST or None)
    ended = act(
        form,
        lambda said: actions.end_mapping(mapping=mapping, by=request.user, **said),
    )
    heading = _("End the mapping %(mapping)s") % {"mapping": mapping}
    board = mapping.board
    return _page(request, form, board, heading) if not ended else _back(board)


@login_required
def renew(request: HttpRequest, slug: str) -> HttpResponse:
    """Copy the mappings to a new year's chart."""
    board = _board(request, slug)
    form = forms.RenewForm(request.POST or None)
    made = act(
        form,
        lambda said: actions.renew_mappings(board=board, by=request.user, **said),
    )
    heading = _("Copy the mappings to a new year's chart")
    return _page(request, form, board, heading) if not made else _back(board)


def _back(board: Board) -> HttpResponse:
    return redirect("chart-board", board.slug)
