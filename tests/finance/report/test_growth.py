"""A report of fifty units and five years is read in as many queries as a small one."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.access.enums import Role
from boards.shared.clock import local
from finance.ledger.sheets.actions import save_mapping
from finance.report import actions
from finance.report.filling import fill_report
from finance.report.models import InterimReport
from tests.factories import budgets, cases, charts, registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sheets.files import csv_of

pytestmark = pytest.mark.django_db
HEADINGS = ["Konto", "Ansvar", "Månad", "Belopp"]
COLUMNS = dict(zip(("account", "unit", "period", "amount"), HEADINGS, strict=True))
YEARS = range(2016, 2021)


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 14), 9), tick=False):
        yield


def report_of(units: int) -> InterimReport:
    """A board with a ledger of twelve months and five years for each unit."""
    board = registers.board(f"g{units}")
    line, draft = charts.line(board), budgets.draft(board)
    for number in range(units):
        unit = charts.unit(board, f"{number}", position=number)
        said = {"responsibility": f"{number}", "valid_from": date(2016, 1, 1)}
        charts.mapping(unit, line, ("5000", "5999"), **said)
        budgets.cells(draft, unit, Personalkostnader=budgets.every_month(100_000))
    save_mapping(board=board, name="A", columns=COLUMNS, headings=HEADINGS, by=None)
    for year in YEARS:
        rows = [
            ["5011", number, f"{year}{month:02d}", f"{number + month},50"]
            for number in range(units)
            for month in range(1, 13)
        ]
        done = take_in(board, csv_of([HEADINGS, *rows]), name=f"{year}.csv")
        assert done.rows == 0
        assert done.ledger.rows == units * 12
    return actions.start_report(
        case=cases.case(board), title="Rapport", period_end=date(2020, 8, 31), by=None
    )


def test_report_when_fifty_units_and_five_years_then_no_more_queries() -> None:
    opened: list[int] = []
    shown: list[int] = []
    for units in (2, 50):
        report = report_of(units)
        client = Client()
        client.force_login(registers.role(report.board, Role.CONTROLLER))
        fill_report(report=report, by=None)
        assert report.tables.count() == units + 1
        month = [report.board.slug, 2020, 8]
        for url, counts in (
            (reverse("report-detail", args=[report.pk]), opened),
            (reverse("dashboard-board", args=month), shown),
        ):
            client.get(url)
            with CaptureQueriesContext(connection) as found:
                assert client.get(url).status_code == 200
            counts.append(len(found))
    assert opened[0] == opened[1]
    assert shown[0] == shown[1]
