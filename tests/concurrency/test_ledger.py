"""The same file imported at the same moment counts once, and nobody sees a fault."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from finance.ledger.models import LedgerFile, LedgerMonth, VoucherRow
from tests.factories import registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sie_files import HEAD, VOUCHER

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]

THREADS = 6


def test_import_when_same_file_comes_at_once_is_done_once() -> None:
    board, barrier = registers.board(), Barrier(THREADS)

    def one(_turn: int) -> bool:
        barrier.wait()
        try:
            return take_in(board, [*HEAD, *VOUCHER]).is_known
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        known = list(pool.map(one, range(THREADS)))
    assert sorted(known) == [False] + [True] * (THREADS - 1)
    assert LedgerFile.objects.count() == 1
    assert VoucherRow.objects.count() == 2
    assert LedgerMonth.objects.count() == 1
