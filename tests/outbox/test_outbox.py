"""The outbox: part of the transaction, carried out once, tried again if need be."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from django.db import connection, transaction

from boards.board.models import Municipality
from boards.shared import outbox
from boards.shared.clock import at, now
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from boards.shared.outbox import MOST_ATTEMPTS, GiveUp, carry_out, enqueue, try_again
from boards.shared.tasks import deliver_due

pytestmark = pytest.mark.django_db

KIND = "test.note"


class Noting:
    """A handler that writes a row, and fails as told after it has written."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.failures: list[bool] = []

    def __call__(self, pk: int) -> None:
        Municipality.objects.filter(pk=pk).update(phone="08-1")
        if self.fault is not None:
            raise self.fault

    def failed(self, _pk: int, _error: Exception, is_over: bool) -> None:
        self.failures.append(is_over)


@pytest.fixture
def handler() -> Iterator[Noting]:
    noting = Noting()
    outbox.handlers[KIND] = noting
    outbox.after_failure[KIND] = noting.failed
    yield noting
    del outbox.handlers[KIND], outbox.after_failure[KIND]


@pytest.fixture
def row(handler: Noting) -> OutboxMessage:
    town = Municipality.objects.create(name="Alby", slug="alby", email="a@a.example")
    return enqueue(KIND, town)


def test_enqueue_when_transaction_rolls_back_then_no_row(handler: Noting) -> None:
    with transaction.atomic():
        town = Municipality.objects.create(name="B", slug="b", email="b@b.example")
        enqueue(KIND, town)
        transaction.set_rollback(True)
    assert not OutboxMessage.objects.exists()


def test_enqueue_when_nobody_handles_the_kind_then_a_fault_of_ours() -> None:
    town = Municipality(pk=1)
    with pytest.raises(LookupError, match=r"test.unknown"):
        enqueue("test.unknown", town)


def test_carry_out_when_done_then_delivered_and_a_second_time_does_nothing(
    row: OutboxMessage, handler: Noting
) -> None:
    carry_out(row.pk)
    row.refresh_from_db()
    assert row.state == OutboxState.DELIVERED
    handler.fault = AssertionError("carried out twice")
    carry_out(row.pk)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (OutboxState.DELIVERED, 0)


def test_carry_out_when_handler_fails_then_its_writes_are_gone_and_it_waits(
    row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = OSError("ingen kontakt")
    carry_out(row.pk)
    row.refresh_from_db()
    assert Municipality.objects.get().phone == ""
    assert (row.state, row.attempts) == (OutboxState.PENDING, 1)
    assert row.last_error == "OSError: ingen kontakt"
    assert handler.failures == [False]


def test_carry_out_when_it_keeps_failing_then_waits_longer_and_ends_failed(
    row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = OSError("nej")
    delays = []
    for _number in range(MOST_ATTEMPTS):
        moment = now()
        with at(moment):
            carry_out(row.pk)
        row.refresh_from_db()
        delays.append(row.due_at - moment)
    assert delays == sorted(delays)
    assert delays[-1] > 10 * delays[0]
    assert row.state == OutboxState.FAILED
    assert handler.failures == [False] * (MOST_ATTEMPTS - 1) + [True]


def test_carry_out_when_trying_again_cannot_help_then_failed_at_once(
    row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = GiveUp("trasig fil")
    carry_out(row.pk)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (OutboxState.FAILED, 1)


def test_try_again_when_failed_then_the_sweep_does_it(
    row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = GiveUp("nej")
    carry_out(row.pk)
    handler.fault = None
    try_again(row)
    deliver_due()
    row.refresh_from_db()
    assert row.state == OutboxState.DELIVERED


def test_sweep_when_not_due_yet_then_left_until_it_is(
    row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = OSError("nej")
    carry_out(row.pk)
    handler.fault = None
    deliver_due()
    row.refresh_from_db()
    assert row.state == OutboxState.PENDING
    with at(now() + timedelta(hours=1)):
        deliver_due()
    row.refresh_from_db()
    assert row.state == OutboxState.DELIVERED


@pytest.fixture
def long_row(row: OutboxMessage) -> Iterator[OutboxMessage]:
    outbox.long_kinds.add(KIND)
    yield row
    outbox.long_kinds.discard(KIND)


def test_long_handler_when_it_fails_then_what_it_wrote_stays_and_it_waits(
    long_row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = OSError("away")
    carry_out(long_row.pk)
    long_row.refresh_from_db()
    assert (long_row.state, long_row.attempts) == (OutboxState.PENDING, 1)
    assert Municipality.objects.get().phone == "08-1"
    handler.fault = None
    carry_out(long_row.pk)
    long_row.refresh_from_db()
    assert long_row.state == OutboxState.DELIVERED


@pytest.mark.django_db(transaction=True)
def test_long_handler_when_another_worker_is_at_it_then_steps_aside(
    long_row: OutboxMessage, handler: Noting
) -> None:
    handler.fault = AssertionError("carried out twice")
    with closing(connection.copy()) as other:
        with other.cursor() as cursor:
            key = [outbox.LONG_LOCK + long_row.pk]
            cursor.execute("SELECT pg_advisory_lock(%s)", key)
        carry_out(long_row.pk)
        long_row.refresh_from_db()
        assert (long_row.state, long_row.attempts) == (OutboxState.PENDING, 0)
    handler.fault = None
    carry_out(long_row.pk)
    long_row.refresh_from_db()
    assert long_row.state == OutboxState.DELIVERED
