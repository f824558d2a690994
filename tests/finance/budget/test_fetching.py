"""A draft's months from the budget in the ledger."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.clock import local
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from finance.budget import actions
from finance.budget.enums import BudgetKind
from finance.budget.fetching import fetch_budget
from finance.budget.models import BudgetVersion
from finance.budget.queries import budget_sums, grant_sums, project_budgets
from finance.chart.models import Mapping
from tests.factories import budgets, charts, model_ledger, registers
from tests.finance.ledger.imports import take_in

pytestmark = pytest.mark.django_db
YEAR_END = date(2020, 12, 31)


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 1), 9), tick=False):
        yield


def year_of(board: Board) -> tuple[dict, dict]:
    """The budget by names, those of units and projects, 0 left out."""
    units = dict(board.report_units.values_list("pk", "code"))
    lines = dict(board.report_lines.values_list("pk", "label"))
    sums = budget_sums(board, 2020, YEAR_END)
    projects = project_budgets(board, 2020, YEAR_END)
    return (
        {
            (units[u], lines[x], month): ore
            for (u, x, month), ore in sums.items()
            if ore
        },
        {p.code: {m: ore for m, ore in p.months.items() if ore} for p in projects},
    )


@pytest.fixture
def board() -> Board:
    board, _units, _lines = model_ledger.charted_board()
    for place, row in enumerate(model_ledger.INVESTMENTS):
        if row.label[:4].isdigit():
            model_ledger.make_project(board, row.label, place)
    return board


@pytest.fixture
def version(board: Board) -> BudgetVersion:
    take_in(board, model_ledger.budget_lines(), is_confirmed=True, name="budget.se")
    return budgets.draft(board)


@pytest.mark.law("F-02")
def test_fetch_budget_when_the_model_s_ledger_then_as_if_it_had_been_entered(
    version: BudgetVersion,
) -> None:
    fetch_budget(version=version, by=None)
    budgets.adopted(version)
    entered, units, lines = model_ledger.charted_board("annan")
    model_ledger.budget(entered, units, lines)
    assert year_of(version.board) == year_of(entered)


def test_fetch_budget_when_rows_are_there_then_they_go_and_the_grant_stays(
    version: BudgetVersion,
) -> None:
    unit = version.board.report_units.get(code="410")
    budgets.cells(version, unit, grant={1: 500}, Personalkostnader={1: 70_007})
    fetch_budget(version=version, by=None)
    budgets.adopted(version)
    assert grant_sums(version.board, 2020) == {(unit.pk, date(2020, 1, 1)): 500}
    assert 70_007 not in budget_sums(version.board, 2020).values()


def test_fetch_budget_when_an_earlier_version_has_more_then_the_ledger_s_sums_hold(
    board: Board,
) -> None:
    lines = model_ledger.budget_lines()
    kept = [row for row in lines if "202005 1210" not in row]
    take_in(board, kept, is_confirmed=True)
    charts.line(board, "Räntor", 9)
    first, unit = budgets.draft(board), board.report_units.get(code="410")
    project = board.investment_projects.get(code="5201")
    budgets.cells(first, unit, Räntor={9: 70_007})
    cells = {(project.pk, date(2020, 5, 1)): 90_009}
    actions.set_project_amounts(version=first, cells=cells, by=None)
    budgets.adopted(first)
    again = budgets.draft(board, BudgetKind.REVISION)
    fetch_budget(version=again, by=None)
    budgets.adopted(again, "KF § 2", date(2020, 3, 1))
    months = next(p for p in project_budgets(board, 2020) if p.code == "5201").months
    assert months[date(2020, 5, 1)] == 0
    assert 70_007 not in budget_sums(board, 2020).values()


def test_fetch_budget_when_the_ledger_has_no_investments_then_those_entered_stay(
    board: Board,
) -> None:
    lines = [row for row in model_ledger.budget_lines() if " 1210 " not in row]
    take_in(board, [*lines, "#KONTO 1210 Nät"], is_confirmed=True)
    version = budgets.draft(board)
    project = board.investment_projects.get(code="5201")
    cells = {(project.pk, date(2020, 5, 1)): 900}
    actions.set_project_amounts(version=version, cells=cells, by=None)
    fetch_budget(version=version, by=None)
    assert version.project_amounts.get().ore == 900


def test_fetch_budget_when_one_project_is_in_the_ledger_then_the_others_stay(
    version: BudgetVersion,
) -> None:
    other = actions.save_project(
        board=version.board, code="9999", name="Ny", by=None, position=90
    )
    cells = {(other.pk, date(2020, 5, 1)): 900}
    actions.set_project_amounts(version=version, cells=cells, by=None)
    fetch_budget(version=version, by=None)
    assert version.project_amounts.get(project=other).ore == 900
    assert version.project_amounts.values("project").distinct().count() > 1


@pytest.mark.law("F-05")
def test_fetch_budget_when_an_amount_has_no_place_then_refused_and_nothing_changes(
    version: BudgetVersion,
) -> None:
    Mapping.objects.filter(account_from="4010", responsibility="430").delete()
    with pytest.raises(Refused) as no:
        fetch_budget(version=version, by=None)
    assert {(one.code, one.values["account"]) for one in no.value.refusals} == {
        ("chart.unmapped", "4010 4010")
    }
    assert not version.amounts.exists()
    assert not HistoryEvent.objects.filter(code="budget.fetched").exists()


def test_fetch_budget_when_the_ledger_has_none_then_refused(board: Board) -> None:
    take_in(board, model_ledger.ledger_lines(2020, "actual_to_date"), is_confirmed=True)
    with pytest.raises(Refused) as no:
        fetch_budget(version=budgets.draft(board), by=None)
    assert [one.code for one in no.value.refusals] == ["budget.none_in_ledger"]


def test_fetch_budget_when_adopted_then_refused(version: BudgetVersion) -> None:
    fetch_budget(version=version, by=None)
    budgets.adopted(version)
    with pytest.raises(Refused) as no:
        fetch_budget(version=version, by=None)
    assert [one.code for one in no.value.refusals] == ["budget.adopted"]


def test_fetch_budget_when_no_controller_then_denied(version: BudgetVersion) -> None:
    with pytest.raises(PermissionDenied):
        fetch_budget(version=version, by=registers.role(version.board, Role.SECRETARY))


def test_budget_fetch_when_pressed_then_the_page_shows_the_amounts(
    client: Client, version: BudgetVersion
) -> None:
    client.force_login(registers.role(version.board, Role.CONTROLLER))
    page = client.get(version.get_absolute_url()).content.decode()
    assert reverse("budget-fetch", args=[version.pk]) in page
    answer = client.post(reverse("budget-fetch", args=[version.pk]), follow=True)
    assert answer.redirect_chain == [(version.get_absolute_url(), 302)]
    assert version.amounts.exists()


def test_budget_fetch_when_an_amount_has_no_place_then_all_of_them_are_listed(
    client: Client, version: BudgetVersion
) -> None:
    Mapping.objects.filter(account_from="4010", responsibility="430").delete()
    client.force_login(registers.role(version.board, Role.CONTROLLER))
    answer = client.post(reverse("budget-fetch", args=[version.pk]), follow=True)
    assert answer.redirect_chain[0][0].endswith("/utan-plats/2020/?matt=budget")
    assert {one.account for one, _kronor in answer.context["rows"]} == {"4010"}


def test_budget_fetch_when_the_ledger_has_none_then_told(
    client: Client, board: Board
) -> None:
    version = budgets.draft(board)
    client.force_login(registers.role(board, Role.CONTROLLER))
    answer = client.post(reverse("budget-fetch", args=[version.pk]), follow=True)
    assert "ingen budget för 2020" in answer.content.decode()
