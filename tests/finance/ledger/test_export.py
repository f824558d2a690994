import pytest
from django.db import models
from hypothesis import given, settings

from boards.board.models import Board
from finance.ledger.export import export_sie
from finance.ledger.models import (
    LedgerAccount,
    LedgerBalance,
    LedgerDimension,
    LedgerFile,
    LedgerObject,
    LedgerYear,
    MonthAmount,
    Voucher,
    VoucherRow,
)
from finance.ledger.sie.facts import Voucher as Said
from tests.factories import registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sie_files import HEAD, VOUCHER, content_of, vouchers
from tests.finance.ledger.test_split import written

pytestmark = pytest.mark.django_db

TOTALS = [
    "#PSALDO 0 202001 5011 {} 150.00",
    '#PSALDO 0 202001 5011 {1 "410"} 100.00',
    '#PSALDO 0 202001 5011 {6 "5201"} 30.00',
]
PARTS = [
    "#PSALDO 0 202001 5011 {} 150.00",
    '#PSALDO 0 202001 5011 {1 "410"} 100.00',
    "#RES 0 5011 250.00",
]
BOOKED = [
    '#DIM 20 "Verksamhet"',
    '#UNDERDIM 21 "Aktivitet" 20',
    "#KTYP 5011 K",
    "#SRU 3011 7410",
    "#IB 0 1930 100.50",
    "#UB 0 1930 0.00",
    '#OIB 0 1930 {1 "410"} 100.50',
    "#RES 0 5011 100.50",
    "#PSALDO -1 201903 5011 {} 9.00",
    '#PBUDGET 0 202003 5011 {1 "410" 20 "v" 21 "a \\"b\\"" 7 "\\\\x"} 9.00',
    *VOUCHER,
]
ORDER = ["#SIETYP 4I"]


def kept(file: LedgerFile) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a file but its keys."""
    found = {}
    for model in (
        LedgerAccount,
        LedgerBalance,
        LedgerDimension,
        LedgerObject,
        LedgerYear,
        MonthAmount,
        Voucher,
    ):
        found[model.__name__] = rows_of(model, model._default_manager.filter(file=file))
    rows = VoucherRow.objects.filter(voucher__file=file)
    found["rows"] = rows_of(VoucherRow, rows)
    return found


def rows_of(
    model: type[models.Model], rows: models.QuerySet
) -> list[tuple[object, ...]]:
    names = [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname not in {"id", "file_id", "voucher_id"}
    ]
    return sorted(rows.values_list(*names), key=repr)


def there_and_back(board: Board, content: bytes) -> tuple[LedgerFile, LedgerFile]:
    first = take_in(board, content)
    assert first.problems == []
    assert first.file is not None
    again = take_in(registers.board(), export_sie(first.file, is_summed=True))
    assert again.problems == []
    assert again.file is not None
    return first.file, again.file


@pytest.mark.parametrize("lines", [TOTALS, PARTS, BOOKED], ids=str)
def test_export_when_imported_again_gives_the_same_rows(lines: list[str]) -> None:
    first, again = there_and_back(registers.board(), content_of(*HEAD, *lines))
    assert kept(first) == kept(again)
    for name in ("reading", "budget_reading", "kind", "starts_on", "ends_on"):
        assert getattr(first, name) == getattr(again, name)


def test_export_when_vouchers_are_to_be_booked_gives_the_same_rows() -> None:
    content = content_of("#FLAGGA 0", *ORDER, '#FNAMN "Lön"', *VOUCHER)
    first, again = there_and_back(registers.board(), content)
    assert kept(first) == kept(again)


@given(vouchers())
@settings(max_examples=12)
def test_export_of_any_vouchers_gives_the_same_rows(booked: list[Said]) -> None:
    board = registers.board()
    first, again = there_and_back(board, written(booked))
    assert kept(first) == kept(again)
