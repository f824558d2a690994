"""The controller's pages of what belongs where."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from finance.chart.models import Mapping
from tests.factories import charts, registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sie_files import HEAD, VOUCHER

pytestmark = pytest.mark.django_db


@pytest.fixture
def mapping() -> Mapping:
    board = registers.board("itvt")
    return charts.mapping(charts.unit(board), charts.line(board), ("5000", "5999"))


@pytest.fixture
def browser(client: Client, mapping: Mapping) -> Client:
    client.force_login(registers.role(mapping.board, Role.CONTROLLER))
    return client


def test_chart_board_when_opened_then_shows_what_belongs_where(
    browser: Client, mapping: Mapping
) -> None:
    page = browser.get(reverse("chart-board", args=["itvt"])).content.decode()
    assert mapping.accounts in page
    assert mapping.line.label in page


def test_mapping_add_when_another_ties_then_it_is_named_and_nothing_is_lost(
    browser: Client, mapping: Mapping
) -> None:
    said = {
        "unit": mapping.unit_id,
        "line": mapping.line_id,
        "account_from": "5500",
        "account_to": "6499",
        "valid_from": "2020-01-01",
    }
    page = browser.post(reverse("mapping-add", args=["itvt"]), said).content.decode()
    assert "5000–5999" in page
    assert "6499" in page
    said["responsibility"] = "410"
    browser.post(reverse("mapping-add", args=["itvt"]), said)
    assert Mapping.objects.filter(responsibility="410").exists()


def test_mapping_end_when_the_day_is_given_then_it_holds_no_longer(
    browser: Client, mapping: Mapping
) -> None:
    url = reverse("mapping-end", args=[mapping.pk])
    browser.post(url, {"valid_to": "2020-12-31"})
    mapping.refresh_from_db()
    assert mapping.valid_to == date(2020, 12, 31)


def test_unmapped_list_when_an_amount_has_no_place_then_shown_with_its_amount(
    browser: Client, mapping: Mapping
) -> None:
    take_in(mapping.board, [*HEAD, *VOUCHER])
    url = reverse("chart-unmapped", args=["itvt", 2020])
    assert "100,50" not in browser.get(url).content.decode()
    mapping.delete()
    assert "100,50" in browser.get(url).content.decode()
