"""Reads of forecasts: the latest figure of each cell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.access.queries import boards_with_role
from boards.shared.clock import today
from finance.chart.models import ReportUnit
from finance.forecast import rules
from finance.forecast.models import ForecastFigure, ForecastReminder, ForecastRound

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User


# What a figure is about.
CELL = ("unit_id", "line_id", "project_id")


def round_of(board: Board, year: int, as_of: date) -> ForecastRound | None:
    """Return the year's latest round with figures up to a day at the most."""
    rounds = board.forecast_rounds.filter(as_of__year=year, as_of__lte=as_of)
    return rounds.order_by("-as_of").first()


def latest_figures(of: ForecastRound | None) -> list[ForecastFigure]:
    """Return the figure that counts in each cell of a round."""
    if of is None:
        return []
    rows = of.figures.order_by(*CELL, "-given_at", "-pk")
    return list(rows.distinct(*CELL).select_related("given_by"))


def sums_of(of: ForecastRound | None) -> dict[tuple[int, int], int]:
    """Return a round's year forecast by unit and row, in öre."""
    return {
        (one.unit_id, one.line_id): one.ore
        for one in latest_figures(of)
        if one.unit_id is not None and one.line_id is not None
    }


def forecast_sums(board: Board, year: int, as_of: date) -> dict[tuple[int, int], int]:
    """Return the year forecast that holds on a day, by unit and row, in öre."""
    return sums_of(round_of(board, year, as_of))


def prior_round(of: ForecastRound) -> ForecastRound | None:
    """Return the locked round before one, of the same year."""
    rounds = ForecastRound.objects.filter(
        board=of.board_id,
        as_of__year=of.year,
        as_of__lt=of.as_of,
        locked_at__isnull=False,
    )
    return rounds.order_by("-as_of").first()


def prior_forecast_sums(
    board: Board, year: int, as_of: date
) -> dict[tuple[int, int], int]:
    """Return the forecast before the one that holds on a day."""
    current = round_of(board, year, as_of)
    return sums_of(prior_round(current)) if current else {}


def project_forecasts(board: Board, year: int, as_of: date) -> dict[int, int]:
    """Return the year forecast of each investment project, in öre."""
    figures = latest_figures(round_of(board, year, as_of))
    return {one.project_id: one.ore for one in figures if one.project_id is not None}


def units_missing(of: ForecastRound) -> list[ReportUnit]:
    """Return the units that have given no figure in a round."""
    units = {unit.pk: unit for unit in ReportUnit.objects.filter(board=of.board_id)}
    figures = of.figures.filter(unit__isnull=False)
    given = set(figures.values_list("unit", flat=True))
    return [units[pk] for pk in rules.missing(units, given)]


def visible_rounds(user: Any) -> QuerySet[ForecastRound]:
    """Rounds of the boards the user works in, the latest first."""
    rows = ForecastRound.objects.filter(board__in=boards_with_role(user))
    return rows.select_related("board")


def open_rounds() -> QuerySet[ForecastRound]:
    """Rounds in which figures are still awaited."""
    return ForecastRound.objects.filter(locked_at=None).select_related("board")


def addresses_of(of: ForecastRound, unit: ReportUnit) -> list[str]:
    """Return who is asked: whose duty it is, else the controllers, else the board."""
    duty = of.duties.filter(unit=unit).select_related("user__person").first()
    if duty and address_of(duty.user):
        return [address_of(duty.user)]
    return controllers_of(of.board)


def controllers_of(board: Board) -> list[str]:
    """Return where the board's controllers read mail, else the board's address."""
    held = RoleAssignment.objects.valid_on(today()).filter(
        board=board, role=Role.CONTROLLER
    )
    found = {address_of(one.user) for one in held.select_related("user__person")}
    return sorted(found - {""}) or [board.email]


def address_of(user: User) -> str:
    """Return where a user reads mail."""
    return user.email or (user.person.email if user.person else "")


def unanswered(row: ForecastReminder) -> list[ForecastReminder]:
    """Return all a person was asked for on a reminder's day that has not come."""
    rows = ForecastReminder.objects.filter(email=row.email, asked_on=row.asked_on)
    given = ForecastFigure.objects.filter(
        round=OuterRef("round"), unit=OuterRef("unit")
    )
    rows = rows.filter(~Exists(given), round__locked_at=None)
    return list(rows.select_related("round__board", "unit").order_by("pk"))
