import json
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from boards.shared.models import HistoryEvent
from finance.ledger.enums import Measure, Reading
from finance.ledger.models import (
    LedgerAccount,
    LedgerFile,
    LedgerMonth,
    MonthAmount,
    Voucher,
    VoucherRow,
)
from finance.ledger.queries import class_totals
from finance.ledger.rules import as_json, from_json
from tests.factories import registers
from tests.finance.ledger.imports import sums, take_in
from tests.finance.ledger.sie_files import HEAD, VOUCHER

pytestmark = pytest.mark.django_db

FEBRUARY = [
    '#VER A 2 20200215 "Faktura"',
    "{",
    '#TRANS 5011 {1 "420" 6 "5201"} 7.00 "" "\\"X\\" \\\\ y"',
    "#TRANS 1930 {} -7.00",
    "}",
]
BOTH = [*HEAD, *VOUCHER, *FEBRUARY]


def test_a_file_is_imported_with_its_rows_months_and_chart() -> None:
    board = registers.board()
    report = take_in(board, BOTH)
    assert report.problems == []
    file = report.file
    assert file is not None
    assert (file.voucher_count, file.row_count, file.kind) == (2, 4, "SIE 4")
    assert file.file.read().startswith(b"#FLAGGA")
    row = VoucherRow.objects.get(unit="420")
    assert (row.project, row.ore, row.month) == ("5201", 700, date(2020, 2, 1))
    assert row.text == '"X" \\\\ y'
    assert LedgerAccount.objects.get(number="3011").name.endswith("å, ä och ö")
    assert sums(board) == {
        ("1930", "", "", 1): -10050,
        ("5011", "410", "", 1): 10050,
        ("1930", "", "", 2): -700,
        ("5011", "420", "5201", 2): 700,
    }
    assert [(t.account_class, t.actual) for t in class_totals(file.pk)] == [
        ("1", -10750),
        ("5", 10750),
    ]
    assert HistoryEvent.objects.filter(code="ledger.imported").count() == 1


def nothing_imported() -> bool:
    models = (LedgerFile, Voucher, VoucherRow, MonthAmount, LedgerAccount, LedgerMonth)
    return not any(model.objects.exists() for model in models)


def test_a_file_with_problems_is_refused_whole() -> None:
    board = registers.board()
    lines = [*BOTH, "#IB 0 1930 1,50", "#IB 7 1930 1.00"]
    report = take_in(board, lines)
    assert [(p.line, p.code) for p in report.problems] == [
        (len(BOTH) + 1, "sie.decimal_comma"),
        (len(BOTH) + 2, "sie.unknown_year"),
    ]
    assert report.file is None
    assert nothing_imported()


def test_a_dry_run_tells_the_totals_and_writes_nothing() -> None:
    report = take_in(registers.board(), BOTH, is_dry=True)
    assert [t.actual for t in report.totals] == [-10750, 10750]
    assert nothing_imported()


def test_the_same_file_is_recognised_by_its_hash() -> None:
    board = registers.board()
    take_in(board, BOTH)
    again = take_in(board, BOTH, name="annat.se")
    assert again.is_known
    assert [p.code for p in again.problems] == ["ledger.same_file"]
    assert LedgerFile.objects.count() == 1
    assert take_in(registers.board(), BOTH).file


def test_another_organisations_file_needs_to_be_confirmed() -> None:
    host = registers.municipality("Celsby", organisation_number="212000-9999")
    board = registers.board(host=host)
    report = take_in(board, BOTH)
    assert [p.code for p in report.problems] == ["ledger.other_organisation"]
    assert nothing_imported()
    assert take_in(board, BOTH, is_confirmed=True).file


def test_the_organisation_is_that_of_earlier_files_when_the_host_tells_none() -> None:
    board = registers.board()
    take_in(board, BOTH)
    other = [line.replace("212000-1520", "16212000-1538") for line in BOTH]
    codes = [p.code for p in take_in(board, other).problems]
    assert codes == ["ledger.other_organisation"]


def test_a_later_file_replaces_the_months_it_has() -> None:
    board = registers.board()
    take_in(board, BOTH)
    changed = [*HEAD, *(line.replace("7.00", "9.00") for line in FEBRUARY)]
    take_in(board, changed)
    found = sums(board)
    assert found["5011", "410", "", 1] == 10050
    assert found["5011", "420", "5201", 2] == 900


def test_an_addition_counts_beside_the_earlier_file() -> None:
    board = registers.board()
    take_in(board, BOTH)
    more = [line.replace("A 2", "B 1") for line in FEBRUARY]
    take_in(board, [*HEAD, *more], is_addition=True)
    assert sums(board)["5011", "420", "5201", 2] == 1400


def test_an_addition_with_a_voucher_that_counts_is_refused() -> None:
    board = registers.board()
    take_in(board, BOTH)
    report = take_in(board, [*HEAD, *FEBRUARY], is_addition=True)
    assert [p.code for p in report.problems] == ["ledger.counted_already"]


LAST_YEAR = "#PSALDO -1 201902 5011 {} 5.00"


@pytest.mark.parametrize("is_first", [True, False])
def test_last_years_figures_count_until_that_years_own_file(is_first: bool) -> None:
    board = registers.board()
    own = [line.replace("2020", "2018").replace("2019", "2017") for line in BOTH]
    own = [line.replace("2018", "2019") for line in own]
    files = [[*BOTH, LAST_YEAR], own]
    for content in files if is_first else reversed(files):
        assert take_in(board, content).file
    assert sums(board, 2019)["5011", "420", "5201", 2] == 700
    assert ("5011", "", "", 2) not in sums(board, 2019)


@pytest.mark.law("F-04")
def test_two_months_of_revenue_are_summed() -> None:
    lines = ["#PSALDO 0 202001 3011 {} -1000.00", "#PSALDO 0 202002 3011 {} -500.50"]
    board = registers.board()
    take_in(board, [*HEAD, *lines])
    assert sum(sums(board).values()) == -150050


def test_totals_without_objects_leave_a_remainder() -> None:
    board = registers.board()
    lines = [
        "#PSALDO 0 202001 5011 {} 150.00",
        '#PSALDO 0 202001 5011 {1 "410"} 100.00',
        "#PBUDGET 0 202001 5011 {} 160.00",
        '#PBUDGET 0 202001 5011 {1 "410"} 160.00',
    ]
    file = take_in(board, [*HEAD, *lines]).file
    assert file is not None
    assert file.reading == Reading.TOTAL
    assert sums(board) == {("5011", "", "", 1): 5000, ("5011", "410", "", 1): 10000}
    budget = {("5011", "410", "", 1): 16000}
    assert sums(board, measure=Measure.BUDGET) == budget


def test_two_breakdowns_sum_to_the_same_and_are_both_kept() -> None:
    board = registers.board()
    lines = [
        "#PSALDO 0 202001 5011 {} 150.00",
        '#PSALDO 0 202001 5011 {1 "410"} 100.00',
        '#PSALDO 0 202001 5011 {6 "5201"} 30.00',
    ]
    take_in(board, [*HEAD, *lines])
    assert sum(sums(board).values()) == 15000
    cuts = MonthAmount.objects.order_by("cut", "ore").values_list("cut", "ore")
    assert list(cuts) == [(0, 5000), (0, 10000), (1, 3000), (1, 12000)]


def test_vouchers_to_be_booked_are_imported_without_a_chart() -> None:
    board = registers.board()
    head = ["#FLAGGA 0", "#SIETYP 4I", '#FNAMN "Lön"']
    file = take_in(board, [*head, *VOUCHER]).file
    assert file is not None
    assert (file.starts_on, file.ends_on) == (date(2020, 1, 1), date(2020, 12, 31))
    assert sums(board)["5011", "410", "", 1] == 10050


def test_a_file_of_year_balances_tells_its_totals() -> None:
    lines = ["#RES 0 5011 9.00", "#UB 0 1930 -9.00", "#IB 0 1930 0.00"]
    report = take_in(registers.board(), [*HEAD, *lines])
    assert [(t.account_class, t.actual) for t in report.totals] == [
        ("1", -900),
        ("5", 900),
    ]


@pytest.mark.law("F-07")
def test_a_file_is_kept_for_seven_years() -> None:
    file = take_in(registers.board(), BOTH).file
    assert file is not None
    assert file.disposable_from == date(2028, 1, 1)


def refused_by_database(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as no:
        return "justera: " in str(no) or "pgtrigger: " in str(no)
    return False


ROW = (
    "INSERT INTO finance_voucherrow"
    " (voucher_id, month, account, unit, project, activity, rest, ore, text) "
)
ATTACKS = {
    "file changed": "UPDATE finance_ledgerfile SET name = 'x'",
    "file deleted": "DELETE FROM finance_ledgerfile",
    "row changed": "UPDATE finance_voucherrow SET ore = ore + 1",
    "row deleted": "DELETE FROM finance_voucherrow",
    "voucher changed": "UPDATE finance_voucher SET day = '2020-03-01'",
    "month changed": "UPDATE finance_monthamount SET ore = 0",
    "month deleted": "DELETE FROM finance_monthamount",
    "account deleted": "DELETE FROM finance_ledgeraccount",
    "account added": "INSERT INTO finance_ledgeraccount"
    " (file_id, number, name, kind, unit, sru)"
    " SELECT id, '9', '', '', '', '{}' FROM finance_ledgerfile",
    "month added": "INSERT INTO finance_monthamount (file_id, measure, cut, month,"
    " account, unit, project, activity, rest, ore) SELECT id, 'actual', 0,"
    " '2020-01-01', '1930', '', '', '', '', 1 FROM finance_ledgerfile",
    "row added": ROW + "SELECT id, '2020-01-01', '1930', '', '', '', '', 0, ''"
    " FROM finance_voucher",
    "row of no voucher": ROW + "VALUES (0, '2020-01-01', '1', '', '', '', '', 0, '')",
}


@pytest.mark.parametrize("sql", ATTACKS.values(), ids=list(ATTACKS))
def test_an_imported_file_cannot_be_changed_in_the_database(sql: str) -> None:
    take_in(registers.board(), BOTH)
    assert refused_by_database(sql)


def test_a_voucher_out_of_balance_is_refused_by_the_database() -> None:
    head = (
        "INSERT INTO finance_voucher (id, file_id, year, series, number, day, text)"
        " VALUES (1, 1, 0, 'A', '1', '2020-01-01', '');"
    )
    row = ROW + "VALUES (1, '2020-01-01', '1930', '', '', '', '', 5, '')"
    assert refused_by_database(head + row)


def test_problems_can_be_kept_as_json() -> None:
    report = take_in(registers.board(), [*HEAD, "#VER A 1 20210101", "{", "}"])
    kept = json.loads(json.dumps([as_json(p) for p in report.problems]))
    assert from_json(kept[0]).values["day"] == "2021-01-01"
