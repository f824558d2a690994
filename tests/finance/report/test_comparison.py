"""A report beside last year, and beside the year's report before it."""

from datetime import date

import pytest
from django.test import Client

from boards.access.enums import Role
from cases.case.models import Case
from finance.report import actions
from finance.report.comparison import Change, compare
from finance.report.models import InterimReport
from finance.report.queries import compared_tables, earlier_report, whole_report
from tests.factories import cases, registers
from tests.factories.model_report import IT, TKR, fill


def made(case: Case, day: date) -> InterimReport:
    report = actions.start_report(case=case, title="Delår", period_end=day, by=None)
    fill(report)
    return report


@pytest.mark.parametrize(
    ("before", "after", "ore", "words"),
    [
        (200, 250, 50, "25\u00a0%"),
        (-200, -250, -50, "−25\u00a0%"),
        (0, 5, 5, ""),
        (None, 5, None, ""),
        (5, None, None, ""),
    ],
)
def test_change_then_after_less_before_and_its_share(
    before: int | None, after: int | None, ore: int | None, words: str
) -> None:
    change = Change(before, after)
    assert (change.ore, change.words) == (ore, words)


def test_compare_when_a_row_is_new_then_it_has_no_earlier_forecast() -> None:
    rows = compare(IT, {"Summa": 17_000 * TKR})
    by_label = {row.label: row for row in rows}
    assert by_label["Summa"].forecast.ore == 916 * TKR
    assert by_label["Intäkter"].forecast.ore is None
    assert by_label["Intäkter"].outcome.ore == 2_482 * TKR


@pytest.mark.django_db
def test_earlier_report_then_the_last_frozen_of_the_same_year() -> None:
    case = cases.case()
    spring = made(case, date(2020, 4, 30))
    for day in (date(2019, 8, 31), date(2020, 3, 31)):
        actions.freeze_report(report=made(case, day), by=None)
    made(case, date(2020, 5, 31))
    autumn = whole_report().get(pk=made(case, date(2020, 8, 31)).pk)
    assert earlier_report(autumn).period_end == date(2020, 3, 31)
    actions.freeze_report(report=spring, by=None)
    earlier = earlier_report(autumn)
    assert earlier == spring
    tables = compared_tables(autumn, earlier)
    assert len(tables) == 5
    assert all(row.forecast.ore in (0, None) for _table, rows in tables for row in rows)


@pytest.mark.django_db
def test_page_with_and_without_an_earlier_report_then_says_so(client: Client) -> None:
    case = cases.case()
    report = made(case, date(2020, 8, 31))
    client.force_login(registers.role(report.board, Role.CONTROLLER))
    address = f"{report.get_absolute_url()}jamforelse/"
    assert "Prognosen i" not in client.get(address).content.decode()
    actions.freeze_report(report=made(case, date(2020, 3, 31)), by=None)
    said = client.get(address).content.decode()
    assert "2020-03-31" in said
    assert said.count("<table") == 5
