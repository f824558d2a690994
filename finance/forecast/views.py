"""The screens of a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.access.queries import boards_with_role, fetch
from boards.person.models import User
from boards.shared.clock import today
from boards.shared.forms import act
from boards.shared.refusals import Refusal, refuse_if
from finance.chart.models import ReportUnit
from finance.forecast import actions, forms, pages, queries
from finance.forecast.models import ForecastRound

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ROUNDS = ForecastRound.objects.select_related("board")


@login_required
def forecast_list(request: HttpRequest) -> HttpResponse:
    """List the rounds of the user's boards."""
    boards = boards_with_role(request.user, Role.CONTROLLER)
    context = {
        "rounds": queries.visible_rounds(request.user),
        "may_start": boards.exists(),
        "today": today(),
    }
    return render(request, "finance/forecast/list.html", context)


@login_required
def forecast_start(request: HttpRequest) -> HttpResponse:
    """Ask every unit for a forecast."""
    boards = boards_with_role(request.user, Role.CONTROLLER).order_by("name")
    initial = {"board": boards.first()}
    form = forms.OpenRoundForm(request.POST or None, boards=boards, initial=initial)
    made = act(form, lambda data: actions.open_round(**data, by=request.user))
    if made:
        return redirect(made)
    context = {
        "form": form,
        "heading": _("Ask for a forecast"),
        "back": "forecast-list",
    }
    return render(request, "finance/budget/form.html", context)


@login_required
def forecast_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a round: who has said what, against the budget and the round before."""
    of = fetch(request.user, ROUNDS, "forecast.view", pk=pk)
    may_edit = request.user.has_perm("forecast.edit", of) and not of.is_locked
    own = set(of.duties.filter(user=request.user).values_list("unit", flat=True))
    context = pages.round_page(of) | {
        "may_edit": may_edit,
        "own": set() if of.is_locked else own,
        "today": today(),
    }
    return render(request, "finance/forecast/detail.html", context)


def _open(request: HttpRequest, pk: int, permission: str) -> ForecastRound:
    of = fetch(request.user, ROUNDS, permission, pk=pk)
    refuse_if([Refusal("forecast.locked")] if of.is_locked else [])
    return of


@login_required
def forecast_unit(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """Give a unit's forecast."""
    of = _open(request, pk, "forecast.give")
    unit = get_object_or_404(ReportUnit, board=of.board_id, pk=unit_pk)
    rows, initial, shown = pages.unit_rows(of, unit)
    form = forms.ForecastForm(request.POST or None, rows=rows, initial=initial)

    def give(data: dict[str, Any]) -> Any:
        return actions.give_forecast(
            of=of,
            unit=unit,
            figures=form.figures(),
            comment=data["comment"],
            by=request.user,
        )

    return _form_page(request, of, form, give, {"name": unit.name, "shown": shown})


@login_required
def forecast_projects(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the forecast of the investment projects."""
    of = _open(request, pk, "forecast.edit")
    rows, initial, shown = pages.project_rows(of)
    form = forms.ForecastForm(request.POST or None, rows=rows, initial=initial)

    def give(data: dict[str, Any]) -> Any:
        projects = of.board.investment_projects.in_bulk()
        return actions.give_project_forecasts(
            of=of,
            figures={projects[pk]: ore for pk, ore in form.figures().items()},
            comment=data["comment"],
            by=request.user,
        )

    said = {"name": _("Investments"), "shown": shown}
    return _form_page(request, of, form, give, said)


def _form_page(
    request: HttpRequest, of: ForecastRound, form: Any, give: Any, said: dict[str, Any]
) -> HttpResponse:
    if act(form, give):
        messages.success(request, _("The forecast is saved."))
        return redirect(of)
    context = {
        "round": of,
        "form": form,
        "name": said["name"],
        "rows": said["shown"](form),
    }
    return render(request, "finance/forecast/unit.html", context)


@login_required
def forecast_duty(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """Say who gives a unit's forecast."""
    of = _open(request, pk, "forecast.edit")
    unit = get_object_or_404(ReportUnit, board=of.board_id, pk=unit_pk)
    held = RoleAssignment.objects.valid_on(today()).filter(board=of.board_id)
    staff = User.objects.filter(roles__in=held, is_active=True)
    duty = of.duties.filter(unit=unit).first()
    form = forms.DutyForm(
        request.POST or None,
        users=staff.distinct().order_by("username"),
        initial={"user": duty.user if duty else None},
    )

    def give(data: dict[str, Any]) -> Any:
        return actions.give_duty(of=of, unit=unit, user=data["user"], by=request.user)

    if act(form, give):
        return redirect(of)
    context = {"form": form, "heading": unit.name, "back": of}
    return render(request, "finance/budget/form.html", context)


@login_required
@require_POST
def forecast_lock(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a round's figures final."""
    of = _open(request, pk, "forecast.edit")
    actions.lock_round(of=of, by=request.user)
    messages.success(request, _("The forecast is locked."))
    return redirect(of)
