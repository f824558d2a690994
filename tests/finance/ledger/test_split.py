"""However a ledger is cut into files, its sums are the same."""

import io
from collections import defaultdict
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.board.models import Board
from finance.ledger.actions import Order, import_ledger
from finance.ledger.enums import Measure, RowKind
from finance.ledger.models import LedgerFile
from finance.ledger.queries import month_sums
from finance.ledger.sie.facts import Account, Ledger, Period, Voucher
from finance.ledger.sie.writer import write
from tests.factories import registers
from tests.finance.ledger.sie_files import ACCOUNTS, YEAR, budgets, vouchers

pytestmark = pytest.mark.django_db
EXAMPLES = settings(max_examples=12)


def written(booked: list[Voucher] = [], budget: list[Period] = []) -> bytes:  # noqa: B006  never changed
    ledger = Ledger(years={0: YEAR})
    ledger.head = [("#FLAGGA", ("0",)), ("#SIETYP", ("4",)), ("#FNAMN", ("A",))]
    ledger.accounts = {number: Account(number, "") for number in ACCOUNTS}
    return write(ledger, booked, budget)


def imported(
    files: list[bytes], *, is_addition: bool, measure: Measure = Measure.ACTUAL
) -> dict[tuple[object, ...], int]:
    """What the board's year is after the files, with nothing left behind."""
    with transaction.atomic():
        board: Board = registers.board()
        for content in files:
            order = Order(board=board, name="bok.se", is_addition=is_addition)
            report = import_ledger(order=order, stream=io.BytesIO(content), by=None)
            assert report.problems == []
        found = sums(board, measure)
        transaction.set_rollback(True)
    return found


def sums(board: Board, measure: Measure) -> dict[tuple[object, ...], int]:
    rows = month_sums(board, 2020, measure)
    return {(r.account, r.unit, r.project, r.month): r.ore for r in rows if r.ore}


def added_up(booked: list[Voucher]) -> dict[tuple[object, ...], int]:
    """The same sums straight from the rows, without any file."""
    found: dict[tuple[object, ...], int] = defaultdict(int)
    for voucher in booked:
        month = voucher.day.replace(day=1)
        for row in voucher.rows:
            if row.kind == RowKind.ROW:
                of = dict(row.objects)
                found[row.account, of.get("1", ""), of.get("6", ""), month] += row.ore
    return {key: ore for key, ore in found.items() if ore}


@given(st.data(), vouchers())
@EXAMPLES
def test_sums_when_ledger_is_cut_into_files_in_any_order_are_the_same(
    data: st.DataObject, booked: list[Voucher]
) -> None:
    parts = data.draw(st.lists(st.integers(0, 2), min_size=6, max_size=6))
    cut = defaultdict(list)
    for at, voucher in enumerate(booked):
        cut[parts[at]].append(voucher)
    files = data.draw(st.permutations([written(part) for part in cut.values()]))
    assert imported(files, is_addition=True) == added_up(booked)


@given(st.data(), vouchers())
@EXAMPLES
def test_sums_when_each_month_is_a_file_are_the_same_without_adding(
    data: st.DataObject, booked: list[Voucher]
) -> None:
    months = defaultdict(list)
    for voucher in booked:
        months[voucher.day.month].append(voucher)
    files = data.draw(st.permutations([written(part) for part in months.values()]))
    assert imported(files, is_addition=False) == added_up(booked)
    assert imported([written(booked)], is_addition=False) == added_up(booked)


@given(st.data(), budgets.filter(bool))
@EXAMPLES
def test_sums_when_budget_is_cut_by_account_are_the_same(
    data: st.DataObject, budget: list[Period]
) -> None:
    # Rows of one kind: two kinds with the same sums would be one amount told twice.
    objects = [period for period in budget if [d for d, _ in period.objects] == ["1"]]
    accounts = sorted({period.account for period in objects})
    files = [
        written(budget=[period for period in objects if period.account == account])
        for account in accounts
    ]
    found = imported(
        data.draw(st.permutations(files)), is_addition=True, measure=Measure.BUDGET
    )
    expected: dict[tuple[object, ...], int] = defaultdict(int)
    for period in objects:
        of = dict(period.objects)
        month = date(period.month // 100, period.month % 100, 1)
        key = (period.account, of.get("1", ""), of.get("6", ""), month)
        expected[key] += period.ore
    assert found == {key: ore for key, ore in expected.items() if ore}
    assert not LedgerFile.objects.exists()
