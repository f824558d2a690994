"""Sealers at once and slow writers: one chain, and no row that it missed."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from boards.integrity.chain import look_at_chain
from boards.integrity.digests import HISTORY, keys_of
from boards.integrity.models import ChainLink
from boards.integrity.sealing import extend_chain, settled_to
from boards.shared.history import record
from boards.shared.models import HistoryEvent
from cases.case.models import Case
from tests.factories import cases

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]

SEALERS = 4


def in_chain() -> list[int]:
    links = ChainLink.objects.filter(table=HISTORY).order_by("number")
    return [key for link in links for key in keys_of(link)]


def test_chain_when_many_seal_at_once_then_is_one() -> None:
    case = cases.case()
    for turn in range(60):
        record(case, "case.changed", by=None, turn=turn)
    barrier = Barrier(SEALERS)

    def one(_turn: int) -> int:
        barrier.wait()
        try:
            return extend_chain(5)
        finally:
            connection.close()

    with ThreadPoolExecutor(SEALERS) as pool:
        made = list(pool.map(one, range(SEALERS)))
    assert sum(made) == ChainLink.objects.count()
    assert in_chain() == list(
        HistoryEvent.objects.order_by("pk").values_list("pk", flat=True)
    )
    assert list(look_at_chain(Counter())) == []


def test_chain_when_somebody_writes_slowly_then_the_row_is_waited_for() -> None:
    """A lower key that is committed after a higher one is not left out."""
    case = cases.case()
    written, may_end = Event(), Event()

    def slowly() -> int:
        try:
            with transaction.atomic():
                slow = record(case, "case.changed", by=None, slow=True)
                written.set()
                may_end.wait(10)
                return slow.pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(slowly)
        written.wait(10)
        later = record(case, "case.changed", by=None)
        assert settled_to(HISTORY, 0.3) is None
        assert extend_chain(patience=0) == 1  # the changes of rows, not the events
        assert in_chain() == []
        sealing = pool.submit(sealed)
        may_end.set()
        key = slow.result()
        sealing.result()
    assert key < later.pk
    assert {key, later.pk} <= set(in_chain())
    assert list(look_at_chain(Counter())) == []


def sealed() -> int:
    try:
        return extend_chain()
    finally:
        connection.close()


def test_chain_when_it_is_being_made_then_nobody_waits_for_it() -> None:
    case = cases.case()
    with transaction.atomic():
        extend_chain()
        with ThreadPoolExecutor(1) as pool:
            written = pool.submit(write, case)
            assert written.result(timeout=5)


def write(case: Case) -> int:
    try:
        return record(case, "case.changed", by=None).pk
    finally:
        connection.close()
