"""Side effects as rows: decided in a transaction, carried out by a task."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection, models, transaction
from kombu.exceptions import OperationalError as BrokerError

from boards.shared.clock import now
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage

log = logging.getLogger("justera.outbox")

MOST_ATTEMPTS = 8
# A long handler holds the lock of this number and its row's together.
LONG_LOCK = 0x4A55 << 44

# What carries out each kind; the apps register theirs when they start.
handlers: dict[str, Callable[[int], None]] = {}

# Kinds that take minutes or hours and keep transactions of their own: what they write
# on the way is seen at once, and no row is locked meanwhile. Killed, they begin again,
# so each of their steps has to be one that may be taken twice.
long_kinds: set[str] = set()

# What a kind writes down when an attempt failed: object, fault, and whether it is over.
# The handler's own writes are rolled back, so this is where a failure can be kept.
after_failure: dict[str, Callable[[int, Exception, bool], None]] = {}


class GiveUp(Exception):  # noqa: N818  an instruction, not a fault
    """Raised by a handler when trying again cannot help."""


def enqueue(kind: str, obj: models.Model) -> OutboxMessage:
    """Write down that `kind` is to be done for `obj`, and wake a worker on commit."""
    from boards.shared.tasks import deliver  # noqa: PLC0415  task

    if kind not in handlers:
        message = f"no handler for outbox kind {kind}"
        raise LookupError(message)
    row = OutboxMessage.objects.create(kind=kind, object_id=obj.pk, due_at=now())
    transaction.on_commit(lambda: wake(deliver, row.pk))
    return row


def wake(task: Any, pk: int) -> None:
    """Hand a row to the broker; a broker that is down costs only time.

    The row is already committed and the periodic sweep finds it.
    """
    try:
        task.delay(pk)
    except (OSError, BrokerError):
        log.warning("broker not reached; outbox row %s waits for the sweep", pk)


def carry_out(pk: int) -> None:
    """Do one row's side effect, once: a second worker on the same row steps aside."""
    try:
        if not long_kinds or not is_long(pk):
            carry_out_whole(pk)
            return
        with alone_with(pk) as is_alone:
            if is_alone:
                carry_out_long(pk)
    except Exception as error:
        log.exception("outbox row %s failed", pk)
        note_failure(pk, error)


def carry_out_whole(pk: int) -> None:
    """Run the handler inside the transaction that marks the row delivered.

    A killed worker leaves the row pending and nothing of the handler's writes.
    """
    with transaction.atomic():
        row = (
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(pk=pk, state=OutboxState.PENDING)
            .first()
        )
        if row is None:
            return
        handlers[row.kind](row.object_id)
        mark_delivered(row)


def is_long(pk: int) -> bool:
    """Say whether the row is of a kind that keeps its own transactions."""
    return OutboxMessage.objects.filter(pk=pk, kind__in=long_kinds).exists()


def carry_out_long(pk: int) -> None:
    """Run the handler by itself; only the end of it is marked."""
    row = OutboxMessage.objects.filter(pk=pk, state=OutboxState.PENDING).first()
    if row is not None:
        handlers[row.kind](row.object_id)
        mark_delivered(row)


def mark_delivered(row: OutboxMessage) -> None:
    """Write down that it is done."""
    row.state = OutboxState.DELIVERED
    row.done_at = now()
    row.save(update_fields=["state", "done_at"])


@contextmanager
def alone_with(pk: int) -> Iterator[bool]:
    """Hold a row's name in the database session; say whether nobody else has it.

    The database lets it go when the worker is killed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LONG_LOCK + pk])
        is_alone = bool(cursor.fetchone()[0])
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LONG_LOCK + pk])


def note_failure(pk: int, error: Exception) -> None:
    """Put the row off, longer each time; after the last attempt it is failed."""
    with transaction.atomic():
        row = OutboxMessage.objects.select_for_update().get(pk=pk)
        row.attempts += 1
        row.last_error = f"{type(error).__name__}: {error}"[:2000]
        row.due_at = now() + timedelta(seconds=15 * 2**row.attempts)
        is_over = isinstance(error, GiveUp) or row.attempts >= MOST_ATTEMPTS
        if is_over:
            row.state = OutboxState.FAILED
        row.save(update_fields=["attempts", "last_error", "due_at", "state"])
        if row.kind in after_failure:
            after_failure[row.kind](row.object_id, error, is_over)


def try_again(row: OutboxMessage) -> None:
    """Open a failed row once more, at a person's request."""
    OutboxMessage.objects.filter(pk=row.pk, state=OutboxState.FAILED).update(
        state=OutboxState.PENDING, attempts=0, due_at=now()
    )
