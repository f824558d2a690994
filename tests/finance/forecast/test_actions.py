"""A forecast round: given, given again, chased, locked."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from boards.access.enums import Role
from boards.shared.clock import local
from boards.shared.refusals import Refused
from finance.budget.actions import save_project
from finance.chart.models import ReportUnit
from finance.forecast import actions, rules
from finance.forecast.models import (
    ForecastFigure,
    ForecastReminder,
    ForecastRound,
)
from finance.forecast.queries import (
    forecast_sums,
    prior_forecast_sums,
    project_forecasts,
    units_missing,
)
from tests.factories import budgets, charts, registers
from tests.factories.approvals import work_off

pytestmark = pytest.mark.django_db
TKR = 100_000
AUGUST, DUE = date(2020, 8, 31), date(2020, 9, 10)


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 1), 9), tick=False):
        yield


@pytest.fixture
def unit() -> ReportUnit:
    board = registers.board()
    charts.line(board, "Personalkostnader")
    return charts.unit(board)


def total(unit: ReportUnit, as_of: date = AUGUST) -> int:
    return sum(forecast_sums(unit.board, 2020, as_of).values())


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.refusals]


def test_forecast_when_given_again_then_the_later_counts_and_the_first_is_kept(
    unit: ReportUnit,
) -> None:
    of = budgets.forecast_round(unit.board)
    budgets.given(of, unit, "Vakanser", date(2020, 9, 7), Personalkostnader=7 * TKR)
    budgets.given(of, unit, "Tillsatta", date(2020, 9, 8), Personalkostnader=9 * TKR)
    assert total(unit) == 9 * TKR
    said = of.figures.values_list("ore", "comment")
    assert list(said) == [(7 * TKR, "Vakanser"), (9 * TKR, "Tillsatta")]


def test_forecast_when_nothing_is_new_then_nothing_is_written(
    unit: ReportUnit,
) -> None:
    of = budgets.forecast_round(unit.board)
    for _time in range(2):
        budgets.given(of, unit, Personalkostnader=7 * TKR)
    assert of.figures.count() == 1


def test_forecast_when_there_are_two_rounds_then_each_with_its_own(
    unit: ReportUnit,
) -> None:
    april = budgets.forecast_round(unit.board, date(2020, 4, 30), date(2020, 5, 10))
    august = budgets.forecast_round(unit.board)
    budgets.given(april, unit, Personalkostnader=6 * TKR)
    budgets.given(august, unit, Personalkostnader=9 * TKR)
    assert prior_forecast_sums(unit.board, 2020, AUGUST) == {}
    actions.lock_round(of=april, by=None)
    assert total(unit, date(2020, 7, 31)) == 6 * TKR
    assert total(unit) == 9 * TKR
    before = prior_forecast_sums(unit.board, 2020, AUGUST)
    assert sum(before.values()) == 6 * TKR


@pytest.mark.parametrize(
    ("as_of", "due_on", "code"),
    [
        (date(2020, 8, 30), DUE, "forecast.not_end_of_month"),
        (AUGUST, date(2020, 8, 15), "forecast.due_too_soon"),
        (date(2020, 2, 29), date(2020, 3, 9), "forecast.round_exists"),
    ],
)
def test_round_when_its_days_cannot_be_then_refused(
    unit: ReportUnit, as_of: date, due_on: date, code: str
) -> None:
    budgets.forecast_round(unit.board, date(2020, 2, 29), date(2020, 3, 9))
    with pytest.raises(Refused) as refused:
        budgets.forecast_round(unit.board, as_of, due_on)
    assert codes(refused) == [code]


def test_locking_when_a_unit_has_said_nothing_then_it_is_named(
    unit: ReportUnit,
) -> None:
    of = budgets.forecast_round(unit.board)
    with pytest.raises(Refused) as refused:
        actions.lock_round(of=of, by=None)
    assert refused.value.refusals[0].values == {"unit": unit.name}


def test_locked_round_when_changed_by_anybody_then_no(unit: ReportUnit) -> None:
    of = budgets.forecast_round(unit.board)
    budgets.given(of, unit, Personalkostnader=7 * TKR)
    of = actions.lock_round(of=of, by=None)
    with pytest.raises(Refused) as refused:
        budgets.given(of, unit, Personalkostnader=8 * TKR)
    assert codes(refused) == ["forecast.locked"]
    figure = of.figures.get()
    for attack in (
        lambda: ForecastFigure.objects.update(ore=0),
        figure.delete,
        lambda: type(of).objects.filter(pk=of.pk).update(locked_at=None),
        lambda: ForecastFigure.objects.create(
            round=of, unit=unit, line=figure.line, ore=1, given_at=of.locked_at
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()
    assert total(unit) == 7 * TKR


def test_unit_when_it_is_somebody_s_duty_then_nobody_else_gives_it(
    unit: ReportUnit,
) -> None:
    board = unit.board
    owner, other = (
        registers.role(board, Role.SECRETARY),
        registers.role(board, Role.REGISTRAR),
    )
    of = budgets.forecast_round(board)
    actions.give_duty(of=of, unit=unit, user=owner, by=None)
    line = board.report_lines.get().pk
    said = {"of": of, "unit": unit, "figures": {line: TKR}, "comment": ""}
    with pytest.raises(Refused) as refused:
        actions.give_forecast(**said, by=other)
    assert codes(refused) == ["forecast.not_yours"]
    actions.give_forecast(**said, by=owner)
    assert total(unit) == TKR
    stranger = registers.secretary(registers.board("ks"))
    with pytest.raises(PermissionDenied):
        actions.give_forecast(**said, by=stranger)


def test_unit_when_it_is_another_board_s_then_no(unit: ReportUnit) -> None:
    of = budgets.forecast_round(unit.board)
    other = charts.unit(registers.board("ks"))
    with pytest.raises(Refused):
        actions.give_forecast(of=of, unit=other, figures={}, comment="", by=None)


@pytest.mark.law("F-06")
def test_project_when_forecast_then_beside_the_units(unit: ReportUnit) -> None:
    board = unit.board
    project = save_project(board=board, code="5201", name="Nät", by=None)
    of = budgets.forecast_round(board)
    actions.give_project_forecasts(
        of=of, figures={project: 4 * TKR}, comment="", by=None
    )
    assert project_forecasts(board, 2020, AUGUST) == {project.pk: 4 * TKR}
    assert units_missing(of) == [unit]


def test_late_forecast_when_chased_then_one_mail_a_step_until_it_is_given(
    unit: ReportUnit,
) -> None:
    owner = registers.role(unit.board, Role.SECRETARY)
    owner.email = "it@alby.example"
    owner.save()
    of = budgets.forecast_round(unit.board)
    actions.give_duty(of=of, unit=unit, user=owner, by=None)
    work_off()
    mail.outbox.clear()
    for day in range(15):
        at = local(DUE + timedelta(day - 4), 8)
        with time_machine.travel(at, tick=False):
            for _time in range(2):
                actions.chase(day=at.date())
            work_off()
    assert [one.to for one in mail.outbox] == [["it@alby.example"]] * len(rules.STEPS)
    assert unit.name in mail.outbox[0].subject
    assert of.get_absolute_url() in mail.outbox[0].body


def test_forecast_when_it_comes_before_the_mail_then_none_is_sent(
    unit: ReportUnit,
) -> None:
    of = budgets.forecast_round(unit.board)
    work_off()
    mail.outbox.clear()
    with time_machine.travel(local(DUE + timedelta(1), 8), tick=False):
        actions.chase(day=DUE + timedelta(1))
        assert ForecastReminder.objects.count() == 1
        budgets.given(of, unit, Personalkostnader=TKR)
        work_off()
    assert mail.outbox == []


def test_late_forecasts_when_one_person_owes_several_then_one_mail(
    unit: ReportUnit,
) -> None:
    other = charts.unit(unit.board, "vaxel")
    controller = registers.role(unit.board, Role.CONTROLLER)
    controller.email = "controller@alby.example"
    controller.save()
    budgets.forecast_round(unit.board, due_on=AUGUST)
    work_off()
    mail.outbox.clear()
    actions.chase(day=date(2020, 9, 1))
    work_off()
    (sent,) = mail.outbox
    assert sent.to == ["controller@alby.example"]
    assert unit.name in sent.subject
    assert other.name in sent.subject


def test_round_when_it_is_locked_from_the_start_then_no(unit: ReportUnit) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        ForecastRound.objects.create(
            board=unit.board, as_of=AUGUST, due_on=DUE, locked_at=local(DUE, 9)
        )
