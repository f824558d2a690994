"""The pages of how the money stands: board, unit, row, account and voucher."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from boards.access.queries import fetch
from boards.board.models import Board
from finance.budget.models import InvestmentProject
from finance.chart.models import ReportLine, ReportUnit
from finance.chart.queries import account_names
from finance.dashboard import cells, queries
from finance.dashboard.rules import last_day, shifted

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_A_PAGE = 100
M = TypeVar("M")


@login_required
def dashboard_list(request: HttpRequest) -> HttpResponse:
    """Choose a board; who has only one is taken there."""
    boards = list(queries.boards_to_see(request.user))
    if len(boards) == 1:
        return redirect("dashboard-latest", slug=boards[0].slug)
    context = {"boards": boards, "base": queries.base_of(request.user)}
    return render(request, "finance/dashboard/list.html", context)


@login_required
def dashboard_latest(request: HttpRequest, slug: str) -> HttpResponse:
    """Go to the last month with an outcome."""
    board = _board(request, slug, "dashboard.view")
    return redirect(queries.place_url(board, queries.latest_day(board), "board"))


def _board(request: HttpRequest, slug: str, permission: str) -> Board:
    return fetch(request.user, Board.objects.all(), permission, slug=slug)


def _found(row: M | None) -> M:
    if row is None:
        raise Http404
    return row


def _day(year: int, month: int) -> date:
    return _found(last_day(year, month))


def _page(
    request: HttpRequest, template: str, board: Board, day: date, **context: Any
) -> HttpResponse:
    common = {
        "board": board,
        "day": day,
        "base": queries.base_of(request.user),
        "earlier": shifted(day, -1),
        "later": shifted(day, 1),
        "may_open": request.user.has_perm("chart.view", board),
        "may_see_vouchers": request.user.has_perm("voucher.view", board),
    }
    return render(request, f"finance/dashboard/{template}.html", common | context)


@login_required
def dashboard_board(
    request: HttpRequest, slug: str, year: int, month: int
) -> HttpResponse:
    """Show every unit of a board on the last day of a month."""
    board, day = _board(request, slug, "dashboard.view"), _day(year, month)
    shown = queries.board_dashboard(board, day)
    return _page(request, "board", board, day, shown=shown)


@login_required
def dashboard_xlsx(
    request: HttpRequest, slug: str, year: int, month: int
) -> HttpResponse:
    """Hand out the month as a spreadsheet."""
    board, day = _board(request, slug, "dashboard.view"), _day(year, month)
    response = HttpResponse(queries.dashboard_workbook(board, day), content_type=XLSX)
    name = f"{board.slug}-{day:%Y-%m}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _unit(board: Board, pk: int) -> ReportUnit:
    units = ReportUnit.objects.select_related("board").filter(board=board, pk=pk)
    return _found(units.first())


@login_required
def dashboard_unit(
    request: HttpRequest, slug: str, year: int, month: int, unit: int
) -> HttpResponse:
    """Show a unit's rows."""
    board, day = _board(request, slug, "dashboard.view"), _day(year, month)
    one = _unit(board, unit)
    shown = queries.unit_dashboard(one, day)
    return _page(request, "unit", board, day, unit=one, shown=shown)


def _place(board: Board, day: date, place: dict[str, int]) -> tuple[str, cells.Belongs]:
    """Return what an address is about: a unit's row or an investment project."""
    if "project" in place:
        projects = InvestmentProject.objects.filter(board=board, pk=place["project"])
        project = _found(projects.first())
        return f"{project.code} {project.name}", cells.of_project(project)
    unit = _unit(board, place["unit"])
    line = _found(ReportLine.objects.filter(board=board, pk=place["line"]).first())
    return f"{unit.name}, {line.label}", cells.of_line(board, unit, line, day)


@login_required
def dashboard_accounts(
    request: HttpRequest, slug: str, year: int, month: int, **place: int
) -> HttpResponse:
    """Show the accounts of a unit's row or of an investment project."""
    board, day = _board(request, slug, "chart.view"), _day(year, month)
    name, belongs = _place(board, day, place)
    kind = "project-account" if "project" in place else "account"
    rows = [
        (row, queries.place_url(board, day, kind, account=row.account, **place))
        for row in cells.account_standings(board, day, belongs)
    ]
    total = {
        "prior": sum(row.prior for row, _url in rows),
        "actual": sum(row.actual for row, _url in rows),
    }
    return _page(request, "accounts", board, day, name=name, rows=rows, total=total)


@login_required
def dashboard_vouchers(
    request: HttpRequest, slug: str, year: int, month: int, account: str, **place: int
) -> HttpResponse:
    """Show the vouchers behind an account's part of a figure."""
    board, day = _board(request, slug, "voucher.view"), _day(year, month)
    name, belongs = _place(board, day, place)
    rows = cells.voucher_rows(board, day, belongs, account)
    context = {
        "name": name,
        "account": account,
        "account_name": account_names(board).get(account, ""),
        "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
    }
    return _page(request, "vouchers", board, day, **context)


@login_required
def voucher(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a voucher whole."""
    one = fetch(request.user, queries.vouchers(), "voucher.view", pk=pk)
    names = account_names(one.board)
    rows = [(row, names.get(row.account, "")) for row in one.rows.all()]
    context = {"voucher": one, "board": one.board, "rows": rows}
    return render(request, "finance/dashboard/voucher.html", context)
