"""The verbs of a forecast: open a round, give figures, lock it, ask who is late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import may, require
from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from finance.chart.models import ReportUnit
from finance.forecast import rules
from finance.forecast.models import (
    ForecastDuty,
    ForecastFigure,
    ForecastReminder,
    ForecastRound,
)
from finance.forecast.queries import (
    addresses_of,
    latest_figures,
    open_rounds,
    units_missing,
)

if TYPE_CHECKING:
    from finance.budget.models import InvestmentProject


@transaction.atomic
def open_round(
    *,
    board: Board,
    as_of: date,
    due_on: date,
    by: User | None,
    duties: Mapping[int, User] | None = None,
) -> ForecastRound:
    """Ask every unit for a forecast of the year, with figures to the end of a month.

    `duties` says which user gives which unit's, by the unit's key.
    """
    require(by, "forecast.edit", board)
    taken = set(board.forecast_rounds.values_list("as_of", flat=True))
    refuse_if(rules.blocks_round(as_of, due_on, taken))
    made = ForecastRound.objects.create(board=board, as_of=as_of, due_on=due_on)
    ForecastDuty.objects.bulk_create(
        ForecastDuty(round=made, unit_id=unit, user=user)
        for unit, user in (duties or {}).items()
    )
    record(made, "forecast.opened", by=by, day=f"{as_of:%Y-%m-%d}")
    return made


def _lock_open(of: ForecastRound) -> ForecastRound:
    locked = ForecastRound.objects.select_for_update(of=("self",))
    of = locked.select_related("board").get(pk=of.pk)
    refuse_if([Refusal("forecast.locked")] if of.is_locked else [])
    return of


def may_give(user: User | None, of: ForecastRound, unit: ReportUnit) -> bool:
    """Say whether a unit's forecast is a user's to give: a controller's, or a duty."""
    if user is None or may(user, "forecast.edit", of):
        return True
    return of.duties.filter(unit=unit, user=user).exists()


@transaction.atomic
def give_duty(
    *, of: ForecastRound, unit: ReportUnit, user: User | None, by: User | None
) -> ForecastRound:
    """Say who gives a unit's forecast; nobody for the controllers."""
    require(by, "forecast.edit", of)
    of = _lock_open(of)
    refuse_if(rules.blocks_giving(is_foreign=unit.board_id != of.board_id, may=True))
    of.duties.filter(unit=unit).delete()
    if user:
        ForecastDuty.objects.create(round=of, unit=unit, user=user)
    record(of, "forecast.duty_given", by=by, name=unit.name)
    return of


@transaction.atomic
def give_forecast(
    *,
    of: ForecastRound,
    unit: ReportUnit,
    figures: Mapping[int, int | None],
    comment: str,
    by: User | None,
) -> ForecastRound:
    """Give a unit's year forecast by row, in öre; only what is new is written."""
    require(by, "forecast.give", of)
    of = _lock_open(of)
    is_foreign = unit.board_id != of.board_id
    refuse_if(rules.blocks_giving(is_foreign=is_foreign, may=may_give(by, of, unit)))
    rows = {one.line_id: one for one in latest_figures(of) if one.unit_id == unit.pk}
    made = [
        ForecastFigure(round=of, unit=unit, line_id=line, ore=ore)
        for line, ore in figures.items()
        if ore is not None and is_news(rows.get(line), ore, comment)
    ]
    _write(made, comment, by)
    record(of, "forecast.given", by=by, name=unit.name)
    return of


@transaction.atomic
def give_project_forecasts(
    *,
    of: ForecastRound,
    figures: Mapping[InvestmentProject, int | None],
    comment: str,
    by: User | None,
) -> ForecastRound:
    """Give the year forecast of the investment projects, in öre."""
    require(by, "forecast.edit", of)
    of = _lock_open(of)
    rows = {one.project_id: one for one in latest_figures(of) if one.project_id}
    made = [
        ForecastFigure(round=of, project=project, ore=ore)
        for project, ore in figures.items()
        if ore is not None and is_news(rows.get(project.pk), ore, comment)
    ]
    _write(made, comment, by)
    record(of, "forecast.projects_given", by=by)
    return of


def is_news(last: ForecastFigure | None, ore: int, comment: str) -> bool:
    """Say whether a figure or its comment differs from what was said last."""
    return last is None or (last.ore, last.comment) != (ore, comment)


def _write(made: list[ForecastFigure], comment: str, by: User | None) -> None:
    moment = now()
    for figure in made:
        figure.comment, figure.given_at, figure.given_by = comment, moment, by
    ForecastFigure.objects.bulk_create(made)


@transaction.atomic
def lock_round(*, of: ForecastRound, by: User | None) -> ForecastRound:
    """Make a round's figures final; refused while a unit has said nothing."""
    require(by, "forecast.edit", of)
    of = _lock_open(of)
    refuse_if(rules.blocks_locking(unit.name for unit in units_missing(of)))
    of.locked_at, of.locked_by = now(), by
    of.save(update_fields=["locked_at", "locked_by"])
    record(of, "forecast.was_locked", by=by)
    return of


@transaction.atomic
def chase(*, day: date) -> list[ForecastReminder]:
    """Ask for the forecasts that are missing: one mail to each person a day.

    Who was asked today already is asked for the rest tomorrow.
    """
    asked = set(
        ForecastReminder.objects.filter(asked_on=day).values_list("email", flat=True)
    )
    first: dict[str, ForecastReminder] = {}
    made = []
    for row in _due(day):
        if row.email in asked or _is_known(row):
            continue
        row.save()
        first.setdefault(row.email, row)
        made.append(row)
    for row in first.values():
        enqueue("forecast.remind", row)
    return made


def _due(day: date) -> Iterator[ForecastReminder]:
    moment = now()
    for of in open_rounds():
        step = rules.asked_for(of.due_on, day)
        for unit in units_missing(of) if step else []:
            for email in addresses_of(of, unit):
                yield ForecastReminder(
                    round=of,
                    unit=unit,
                    email=email,
                    step_on=step,
                    asked_on=day,
                    made_at=moment,
                )


def _is_known(row: ForecastReminder) -> bool:
    return ForecastReminder.objects.filter(
        round=row.round, unit=row.unit, email=row.email, step_on=row.step_on
    ).exists()
