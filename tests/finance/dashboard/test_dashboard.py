"""How the money stands: the same figures as the report, down to each voucher."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from openpyxl import load_workbook

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.clock import local
from boards.shared.money import format_kronor, format_tkr
from finance.chart.models import ReportLine, ReportUnit
from finance.dashboard import cells, queries
from finance.dashboard.rules import Standing, last_day, shifted
from finance.figures.queries import board_figures
from finance.ledger.models import Voucher
from finance.report.enums import RowKind
from finance.report.rules import Amounts
from tests.factories import budgets, charts, registers
from tests.factories.model_ledger import model_board
from tests.finance.ledger.imports import take_in

AUGUST = date(2020, 8, 31)
MONTH = ["itvt", 2020, 8]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 14), 9), tick=False):
        yield


@pytest.fixture
def board(db: None) -> Board:
    return model_board()


def browser_of(board: Board, role: Role) -> Client:
    client = Client()
    client.force_login(registers.role(board, role))
    return client


def text_of(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return str(html.document_fromstring(answer.content).text_content())


@given(st.dates(date(1991, 1, 1), date(2998, 12, 1)), st.integers(-11, 11))
def test_shifted_when_any_month_then_there_and_back_is_the_same(
    day: date, months: int
) -> None:
    end = last_day(day.year, day.month)
    assert shifted(shifted(end, months), -months) == end


@pytest.mark.parametrize(("year", "month"), [(0, 1), (2020, 0), (2020, 13), (9999, 1)])
def test_last_day_when_there_is_no_such_month_then_none(year: int, month: int) -> None:
    assert last_day(year, month) is None


@pytest.mark.law("F-02")
def test_standing_when_below_budget_then_the_deviation_is_positive() -> None:
    cost = Standing("A", Amounts(0, 500, 400, 900, 1_000))
    assert (cost.deviation_to_date, cost.deviation) == (100, -100)
    revenue = Standing("B", Amounts(0, -400, -500, -900, -1_000))
    assert (revenue.deviation_to_date, revenue.deviation) == (100, 100)
    grant = Standing("C", Amounts(0, 1, 2, 3, 4), RowKind.GRANT)
    assert (grant.deviation_to_date, grant.deviation) == (None, None)
    assert Standing("D", Amounts(budget_year=1)).deviation_to_date is None


@pytest.mark.law("F-02")
def test_board_dashboard_when_the_model_s_year_then_each_unit_s_net_cost(
    board: Board,
) -> None:
    shown = queries.board_dashboard(board, AUGUST)
    figures = {row.label: row for row in shown.rows}
    forecast = figures["IT, växel och telefoni"]
    assert format_tkr(forecast.deviation) == "−3\u00a0850"
    assert format_tkr(forecast.amounts.forecast_year) == "17\u00a0916"
    whole = figures["Summa"].amounts
    units = [row.amounts for row in shown.rows if row.kind == RowKind.LINE]
    assert whole.actual_to_date == sum(one.actual_to_date for one in units)
    assert shown.trend is not None
    assert len(shown.charts) == 2
    assert shown.projects[-1].kind == RowKind.SUM


def test_unit_dashboard_when_it_has_a_grant_then_its_result_comes_last(
    board: Board,
) -> None:
    unit = ReportUnit.objects.get(board=board, code="430")
    shown = queries.unit_dashboard(unit, AUGUST)
    assert [row.label for row in shown.rows[-2:]] == ["Kommunbidrag", "Resultat"]
    assert format_tkr(shown.rows[-1].amounts.forecast_year) == "−3\u00a0850"


def test_every_cell_when_opened_then_its_vouchers_sum_to_it(board: Board) -> None:
    for one in board_figures(board, AUGUST).units:
        for line, columns in one.rows:
            belongs = cells.of_line(board, one.unit, line, AUGUST)
            accounts = cells.account_standings(board, AUGUST, belongs)
            assert sum(row.actual for row in accounts) == columns.actual_to_date
            assert sum(row.prior for row in accounts) == (columns.prior_actual or 0)
            rows = [
                row.ore
                for account in accounts
                for row in cells.voucher_rows(board, AUGUST, belongs, account.account)
            ]
            assert sum(rows) == columns.actual_to_date


@pytest.mark.law("F-06")
def test_every_project_when_opened_then_its_vouchers_sum_to_it(board: Board) -> None:
    projects = {one.code: one for one in board.investment_projects.all()}
    for project, columns in board_figures(board, AUGUST).projects:
        belongs = cells.of_project(projects[project.code])
        rows = cells.voucher_rows(board, AUGUST, belongs, "1210")
        assert sum(row.ore for row in rows) == columns.actual_to_date


@pytest.mark.django_db
def test_voucher_rows_when_a_month_was_imported_anew_then_only_what_counts() -> None:
    board = registers.board("itvt")
    unit, line = charts.unit(board), charts.line(board)
    charts.mapping(unit, line, ("5000", "5999"))
    head = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", '#FNAMN "Alby kommun"']
    head += ["#RAR 0 20200101 20201231", "#KONTO 5011 Lön", "#KONTO 1930 Bank"]
    for name, kronor in (("a", "100.00"), ("b", "250.00")):
        rows = ["#VER A 1 20200110", "{", f"#TRANS 5011 {{}} {kronor}"]
        rows += [f"#TRANS 1930 {{}} -{kronor}", "}"]
        take_in(board, head + rows, is_confirmed=True, name=f"{name}.se")
    belongs = cells.of_line(board, unit, line, AUGUST)
    found = cells.voucher_rows(board, AUGUST, belongs, "5011")
    assert [row.ore for row in found] == [25_000]


def test_pages_when_the_controller_opens_each_then_the_way_to_a_voucher(
    board: Board,
) -> None:
    client = browser_of(board, Role.CONTROLLER)
    assert client.get(reverse("dashboard-list")).url.endswith("/oversikt/itvt/")
    latest = client.get(reverse("dashboard-latest", args=["itvt"]))
    assert latest.url.endswith("/oversikt/itvt/2020/9/")
    unit = ReportUnit.objects.get(board=board, code="430")
    line = ReportLine.objects.get(board=board, label="Personalkostnader")
    assert unit.name in text_of(client, "dashboard-board", *MONTH)
    assert line.label in text_of(client, "dashboard-unit", *MONTH, unit.pk)
    assert "5011" in text_of(client, "dashboard-line", *MONTH, unit.pk, line.pk)
    place = (*MONTH, unit.pk, line.pk, "5011")
    page = client.get(reverse("dashboard-account", args=place)).content
    link = html.document_fromstring(page).xpath("//tbody//a/@href")[0]
    voucher = Voucher.objects.get(pk=link.strip("/").split("/")[-1])
    row = voucher.rows.get(account="5011")
    assert format_kronor(row.ore) in text_of(client, "voucher", voucher.pk)
    project = board.investment_projects.first()
    assert "1210" in text_of(client, "dashboard-project", *MONTH, project.pk)
    place = (*MONTH, project.pk, "1210")
    assert project.code in text_of(client, "dashboard-project-account", *place)


def test_pages_when_an_elected_member_then_units_but_no_accounts(board: Board) -> None:
    person = registers.person()
    registers.membership(board, person)
    client = Client()
    client.force_login(registers.user(of=person))
    page = client.get(reverse("dashboard-board", args=MONTH)).content.decode()
    assert "IT, växel och telefoni" in page
    unit = ReportUnit.objects.filter(board=board).first()
    line = ReportLine.objects.filter(board=board).first()
    page = client.get(reverse("dashboard-unit", args=[*MONTH, unit.pk]))
    assert "/rad/" not in page.content.decode()
    place = [*MONTH, unit.pk, line.pk]
    assert client.get(reverse("dashboard-line", args=place)).status_code == 403


def test_pages_when_staff_without_the_right_then_accounts_but_no_vouchers(
    board: Board,
) -> None:
    client = browser_of(board, Role.REGISTRAR)
    unit = ReportUnit.objects.filter(board=board).first()
    line = ReportLine.objects.filter(board=board).first()
    place = [*MONTH, unit.pk, line.pk]
    page = client.get(reverse("dashboard-line", args=place))
    assert "/konto/5" not in page.content.decode()
    answer = client.get(reverse("dashboard-account", args=[*place, "5011"]))
    assert answer.status_code == 403
    voucher = Voucher.objects.first()
    assert client.get(reverse("voucher", args=[voucher.pk])).status_code == 403


def test_pages_when_of_another_board_or_of_no_month_then_not_found(
    board: Board,
) -> None:
    client = browser_of(registers.board("xy"), Role.CONTROLLER)
    voucher = Voucher.objects.first()
    assert client.get(reverse("dashboard-board", args=MONTH)).status_code == 404
    assert client.get(reverse("voucher", args=[voucher.pk])).status_code == 404
    client = browser_of(board, Role.CONTROLLER)
    other = charts.unit(Board.objects.get(slug="xy"))
    for name, place in (
        ("dashboard-board", ["itvt", 2020, 13]),
        ("dashboard-unit", [*MONTH, other.pk]),
        ("dashboard-line", [*MONTH, other.pk, 1]),
        ("dashboard-project", [*MONTH, 0]),
        ("dashboard-account", [*MONTH, other.pk, 1, "=1"]),
    ):
        assert client.get(reverse(name, args=place)).status_code == 404


def test_workbook_when_opened_then_a_sheet_for_each_unit_and_the_whole(
    board: Board,
) -> None:
    client = browser_of(board, Role.CONTROLLER)
    answer = client.get(reverse("dashboard-xlsx", args=MONTH))
    assert 'filename="itvt-2020-08.xlsx"' in answer["Content-Disposition"]
    names = load_workbook(BytesIO(answer.content)).sheetnames
    assert names[-2:] == ["Investeringar", "Sammanställning"]
    assert len(names) == 5


@pytest.mark.django_db
def test_board_page_when_fifty_units_then_no_more_queries() -> None:
    counts = []
    for number in (1, 50):
        board = registers.board(f"d{number}")
        line = charts.line(board)
        draft = budgets.draft(board)
        for place in range(number):
            unit = charts.unit(board, f"{place}")
            charts.mapping(unit, line, ("5000", "5999"), responsibility=f"{place}")
            budgets.cells(draft, unit, Personalkostnader=budgets.every_month(100))
        with CaptureQueriesContext(connection) as found:
            assert len(queries.board_dashboard(board, AUGUST).rows) == number + 1
        counts.append(len(found))
    assert counts[0] == counts[1]
