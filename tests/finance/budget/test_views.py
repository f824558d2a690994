"""The grid of months, as the controller fills it in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.shared.clock import local
from finance.budget.models import BudgetVersion
from tests.factories import budgets, charts, registers

pytestmark = pytest.mark.django_db
TKR = 100_000


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 1), 9), tick=False):
        yield


@pytest.fixture
def unit() -> charts.ReportUnit:
    board = registers.board()
    charts.line(board, "Personalkostnader")
    return charts.unit(board)


@pytest.fixture
def version(unit: charts.ReportUnit, client: Client) -> BudgetVersion:
    client.force_login(registers.role(unit.board, Role.CONTROLLER))
    return budgets.draft(unit.board)


def sent(client: Client, version: BudgetVersion, unit: Any, **cells: str) -> Any:
    address = reverse("budget-unit", args=[version.pk, unit.pk])
    return client.post(address, cells)


def test_grid_when_months_are_typed_then_they_are_kept_to_the_ore(
    client: Client, version: BudgetVersion, unit: charts.ReportUnit
) -> None:
    line = unit.board.report_lines.get().pk
    said = {
        f"cell_{line}_1": "5 104",
        f"cell_{line}_2": "12,50025",
        "cell_grant_1": "-3",
    }
    assert sent(client, version, unit, **said).status_code == 302
    kept = version.amounts.values_list("line", "month__month", "ore")
    assert set(kept) == {
        (line, 1, 5_104 * TKR),
        (line, 2, 1_250_025),
        (None, 1, -3 * TKR),
    }
    page = client.get(reverse("budget-unit", args=[version.pk, unit.pk]))
    assert 'value="12,50025"' in page.content.decode()


def test_grid_when_an_amount_cannot_be_read_then_all_that_was_typed_stays(
    client: Client, version: BudgetVersion, unit: charts.ReportUnit
) -> None:
    said = {"cell_grant_1": "12.345,6", "cell_grant_2": "77"}
    answer = sent(client, version, unit, **said)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="12.345,6"' in page
    assert 'value="77"' in page
    assert "är inget belopp i tkr" in page
    assert not version.amounts.exists()


def test_grid_when_a_year_is_spread_then_shown_and_nothing_saved(
    client: Client, version: BudgetVersion, unit: charts.ReportUnit
) -> None:
    said = {"year_grant": "8 803", "cell_grant_1": "1", "spread": "1"}
    page = sent(client, version, unit, **said).content.decode()
    assert page.count('value="733"') == 11
    assert 'value="740"' in page
    assert not version.amounts.exists()


@pytest.mark.parametrize("typed", ["9" * 25, "1e9", "=1+1", "ett", "١٢"])
def test_grid_when_anything_is_typed_then_never_a_fault(
    client: Client, version: BudgetVersion, unit: charts.ReportUnit, typed: str
) -> None:
    for name in ("cell_grant_1", "year_grant"):
        for way in ({}, {"spread": "1"}):
            answer = sent(client, version, unit, **{name: typed}, **way)
            assert answer.status_code in {200, 302}
    assert not version.amounts.filter(ore__gt=10**15).exists()


def test_grid_when_an_earlier_version_has_the_cell_then_it_stands_there_pale(
    client: Client, version: BudgetVersion, unit: charts.ReportUnit
) -> None:
    budgets.adopted(budgets.cells(version, unit, grant={3: 31 * TKR}))
    revision = budgets.draft(unit.board)
    address = reverse("budget-unit", args=[revision.pk, unit.pk])
    assert client.get(address).content.decode().count('placeholder="31"') == 1


def test_budget_when_adopted_then_its_grid_is_closed(
    client: Client, version: BudgetVersion, unit: charts.ReportUnit
) -> None:
    budgets.adopted(budgets.cells(version, unit, grant={1: TKR}))
    assert sent(client, version, unit, cell_grant_1="2").status_code == 409
    page = client.get(version.get_absolute_url()).content.decode()
    assert reverse("budget-adopt", args=[version.pk]) not in page
    assert "KF § 1" in page
