"""The controller's screens of the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.shared.clock import today
from boards.shared.forms import act
from boards.shared.refusals import Refusal, Refused, refuse_if
from boards.shared.texts import sentence
from finance.budget import actions, forms, pages, queries
from finance.budget.fetching import fetch_budget
from finance.budget.models import BudgetVersion, InvestmentProject
from finance.chart.models import ReportUnit

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Refusals told at once; the page of what has no place lists them all.
TOLD = 5
VERSIONS = BudgetVersion.objects.select_related("board")


@login_required
def budget_list(request: HttpRequest) -> HttpResponse:
    """List the budgets and the investment projects of the user's boards."""
    projects = InvestmentProject.objects.filter(
        board__in=boards_with_role(request.user)
    )
    context = {
        "versions": queries.visible_versions(request.user),
        "projects": projects.select_related("board", "budgeted_by"),
        "kept": boards_with_role(request.user, Role.CONTROLLER).order_by("name"),
    }
    return render(request, "finance/budget/list.html", context)


@login_required
def budget_start(request: HttpRequest) -> HttpResponse:
    """Start a year's budget, or a change of it."""
    boards = boards_with_role(request.user, Role.CONTROLLER).order_by("name")
    form = forms.StartBudgetForm(
        request.POST or None,
        boards=boards,
        initial={"year": today().year, "board": boards.first()},
    )
    version = act(form, lambda data: actions.start_budget(**data, by=request.user))
    if version:
        return redirect(version)
    return _form(request, form, _("Start a budget"), "budget-list")


def _form(request: HttpRequest, form: Any, heading: str, back: Any) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back}
    return render(request, "finance/budget/form.html", context)


@login_required
def budget_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a version: what it changes, and what holds with it."""
    version = fetch(request.user, VERSIONS, "budget.view", pk=pk)
    may_edit = request.user.has_perm("budget.edit", version)
    context = pages.budget_page(version) | {
        "may_edit": may_edit and not version.is_adopted
    }
    return render(request, "finance/budget/detail.html", context)


def _draft(request: HttpRequest, pk: int) -> BudgetVersion:
    version = fetch(request.user, VERSIONS, "budget.edit", pk=pk)
    refuse_if([Refusal("budget.adopted")] if version.is_adopted else [])
    return version


def _grid(
    request: HttpRequest, version: BudgetVersion, rows: Any, cells: pages.Cells
) -> forms.MonthGrid:
    """Return the grid: as it is, as it was sent, or with years spread over months."""
    data = request.POST or None
    if "spread" in request.POST:
        data = forms.spread_years(request.POST, rows)
    return forms.MonthGrid(
        data, rows=rows, year=version.year, initial=cells.here, known=cells.before
    )


@login_required
def budget_unit(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """Enter a unit's months and its kommunbidrag."""
    version = _draft(request, pk)
    unit = get_object_or_404(ReportUnit, board=version.board_id, pk=unit_pk)
    grid = _grid(
        request, version, pages.unit_rows(version), pages.unit_cells(version, unit)
    )

    def save() -> object:
        cells = {
            (int(key) if key.isdecimal() else None, month): ore
            for (key, month), ore in grid.cells().items()
        }
        return actions.set_amounts(
            version=version, unit=unit, cells=cells, by=request.user
        )

    return _grid_page(request, grid, save, version, unit.name)


@login_required
def budget_projects(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the months of the investment projects."""
    version = _draft(request, pk)
    projects = version.board.investment_projects.all()
    rows = [(str(project.pk), str(project)) for project in projects]
    grid = _grid(request, version, rows, pages.project_cells(version))

    def save() -> object:
        cells = {(int(key), month): ore for (key, month), ore in grid.cells().items()}
        return actions.set_project_amounts(
            version=version, cells=cells, by=request.user
        )

    return _grid_page(request, grid, save, version, _("Investments"))


def _grid_page(
    request: HttpRequest,
    grid: forms.MonthGrid,
    save: Any,
    version: BudgetVersion,
    name: str,
) -> HttpResponse:
    is_sent = request.method == "POST" and "spread" not in request.POST
    if is_sent and grid.is_valid():
        save()
        messages.success(request, _("The budget is saved."))
        return redirect(version)
    context = {
        "version": version,
        "grid": grid,
        "name": name,
        "months": forms.MONTH_NAMES,
    }
    return render(request, "finance/budget/grid.html", context)


@login_required
def budget_adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the decision."""
    version = _draft(request, pk)
    form = forms.AdoptBudgetForm(request.POST or None)
    done = act(
        form,
        lambda data: actions.adopt_budget(version=version, **data, by=request.user),
    )
    if done:
        messages.success(request, _("The budget is adopted."))
        return redirect(version)
    return _form(request, form, _("The budget is adopted by a decision"), version)


@login_required
@require_POST
def budget_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    actions.drop_draft(version=_draft(request, pk), by=request.user)
    messages.success(request, _("The draft is thrown away."))
    return redirect("budget-list")


@login_required
@require_POST
def budget_fetch(request: HttpRequest, pk: int) -> HttpResponse:
    """Fetch the months from the ledger; what has no place is told with its amount."""
    version = _draft(request, pk)
    try:
        fetch_budget(version=version, by=request.user)
    except Refused as no:
        for refusal in no.refusals[:TOLD]:
            messages.error(request, sentence(refusal))
        if any(refusal.code == "chart.unmapped" for refusal in no.refusals):
            page = reverse("chart-unmapped", args=[version.board.slug, version.year])
            return redirect(f"{page}?matt=budget")
        return redirect(version)
    messages.success(request, _("The budget is fetched from the ledger."))
    return redirect(version)


@login_required
def project_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an investment project to a board."""
    boards = boards_with_role(request.user, Role.CONTROLLER)
    board = get_object_or_404(boards, pk=pk)
    return _project(request, InvestmentProject(board=board))


@login_required
def project_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an investment project."""
    projects = InvestmentProject.objects.select_related("board")
    return _project(request, fetch(request.user, projects, "budget.edit", pk=pk))


def _project(request: HttpRequest, project: InvestmentProject) -> HttpResponse:
    partners = project.board.partners.all()
    form = forms.ProjectForm(request.POST or None, instance=project, partners=partners)
    known = project if project.pk else None
    saved = act(
        form,
        lambda data: actions.save_project(
            board=project.board, **data, by=request.user, project=known
        ),
    )
    if saved:
        messages.success(request, _("The project is saved."))
        return redirect("budget-list")
    return _form(request, form, _("Investment project"), "budget-list")
