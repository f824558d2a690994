"""Binding the history into the chain, a piece at a time, with nobody waiting for it."""

from __future__ import annotations

import logging
import time

from django.db import connection, transaction

from boards.integrity.digests import (
    BEFORE_ALL,
    CHANGES,
    FIRST,
    HISTORY,
    digests_of,
    holes_in,
    link_sha256,
    piece_end,
)
from boards.integrity.models import ChainLink
from boards.shared.clock import now

log = logging.getLogger("justera.integrity")

TABLES = (HISTORY, CHANGES)
# Rows in a link: some hundred kilobytes of digests.
ROWS = 10_000
# How long the sealer waits for those who are writing; it comes again in an hour.
PATIENCE = 60.0
LOOK_AGAIN = 0.1
# Any number that nobody else locks by: one sealer at a time.
LOCK = 7_305_112_001


def extend_chain(rows: int = ROWS, patience: float = PATIENCE) -> int:
    """Bind every history row that is not in the chain yet; return the new links.

    Done a second time, or by two at once, it adds nothing.
    """
    made = 0
    for table in TABLES:
        settled = settled_to(table, patience)
        if settled is None:
            log.warning("%s is being written to; the chain waits", table)
            continue
        while append_link(table, settled, rows):
            made += 1
    return made


def settled_to(table: str, patience: float) -> int | None:
    """Return the key up to which no row can come any more.

    A transaction takes its keys before it is committed, so a lower one can appear after
    a higher. Whoever has a key holds the table's lock until the end: those who hold it
    now are waited for, not blocked. `None`: somebody takes too long.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max(id) FROM {table}")  # noqa: S608  our own
        (last,) = cursor.fetchone()
    waiting = writers(table)
    deadline = time.monotonic() + patience
    while waiting:
        if time.monotonic() > deadline:
            return None
        time.sleep(LOOK_AGAIN)
        waiting &= writers(table)
    return BEFORE_ALL if last is None else int(last)


def writers(table: str) -> set[str]:
    """Return the transactions of others that have written to the table, or may."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT virtualtransaction FROM pg_locks"
            " WHERE relation = %s::regclass AND mode = 'RowExclusiveLock'"
            " AND granted AND pid <> pg_backend_pid()"
            " AND database = (SELECT oid FROM pg_database"
            " WHERE datname = current_database())",
            [table],
        )
        return {row[0] for row in cursor.fetchall()}


@transaction.atomic
def append_link(table: str, settled: int, rows: int) -> bool:
    """Append one link over the next rows of a table; False when there are none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    known = ChainLink.objects.defer("digests")
    before = known.filter(table=table).order_by("number").last()
    after = before.last_id if before else BEFORE_ALL
    end = piece_end(table, after, settled, rows)
    if end is None:
        return False
    found = digests_of(table, after, end)
    keys = [key for key, _digest in found]
    head = known.order_by("number").last()
    first, last = after + 1 if before else keys[0], keys[-1]
    link = ChainLink(
        number=head.number + 1 if head else 1,
        table=table,
        first_id=first,
        last_id=last,
        count=len(keys),
        holes=holes_in(keys, first, last),
        digests=b"".join(digest for _key, digest in found),
        sealed_at=now(),
    )
    link.sha256 = link_sha256(head.sha256 if head else FIRST, link)
    link.save(force_insert=True)
    return True
