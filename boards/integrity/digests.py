"""What is hashed of a history row, and how the links of the chain hang together.

A row's digest is SHA-256 over its values as a JSON array in the form PostgreSQL gives
`jsonb`, made by the database: `docs/formats/historikkedja.md` says how anybody can make
it again with nothing but SQL.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Protocol

from django.db import connection

MOMENT = """to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')"""
HISTORY, CHANGES = "boards_historyevent", "boards_rowchange"
# The values of a row in their order, which stays: a digest is made again in many years.
VALUES = {
    HISTORY: f'id, code, model, object_id, board_id, by_id, {MOMENT}, reason, "values"',
    CHANGES: "id, table_name, row_id, operation, before, after, actor_id, reason,"
    f" {MOMENT}, transaction",
}
BEFORE_ALL = -(2**63)
FIRST = "0" * 64
BYTES = 32

Digest = tuple[int, bytes]


class Linked(Protocol):
    """What a link binds together."""

    number: int
    table: str
    first_id: int
    last_id: int
    count: int
    holes: list[list[int]]
    digests: bytes | memoryview


def piece_end(table: str, after: int, to: int, rows: int) -> int | None:
    """Return the key of the last of the next rows; None when there are none.

    Asked first: a digest is dear, and a plan that sorts would make all of them.
    """
    sql = (
        f"SELECT max(id) FROM (SELECT id FROM {table}"  # noqa: S608  our own
        " WHERE id > %s AND id <= %s ORDER BY id LIMIT %s) piece"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [after, to, rows])
        (end,) = cursor.fetchone()
    return None if end is None else int(end)


def digests_of(table: str, after: int, to: int) -> list[Digest]:
    """Return key and digest of the rows after one key up to another, in order."""
    sql = (
        "SELECT id, sha256(convert_to("  # noqa: S608  the tables and columns above
        f"jsonb_build_array({VALUES[table]})::text, 'UTF8'))"
        f" FROM {table} WHERE id > %s AND id <= %s ORDER BY id"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [after, to])
        return [(key, bytes(digest)) for key, digest in cursor.fetchall()]


def holes_in(keys: Sequence[int], first: int, last: int) -> list[list[int]]:
    """Return the runs of keys from first to last that no row has."""
    found, expected = [], first
    for key in (*keys, last + 1):
        if key > expected:
            found.append([expected, key - 1])
        expected = key + 1
    return found


def keys_of(link: Linked) -> list[int]:
    """Return the keys of the rows that a link holds the digests of."""
    gone = {key for first, last in link.holes for key in range(first, last + 1)}
    return [key for key in range(link.first_id, link.last_id + 1) if key not in gone]


def link_sha256(previous: str, link: Linked) -> str:
    """Return the hash of a link: the one before, what it covers, the digests."""
    covers = [link.number, link.table, link.first_id, link.last_id, link.count]
    head = json.dumps([*covers, link.holes], separators=(",", ":"))
    content = bytes.fromhex(previous) + head.encode() + bytes(link.digests)
    return hashlib.sha256(content).hexdigest()


def kept_digests(link: Linked) -> list[bytes]:
    """Return the digests of a link, one for each row."""
    kept = bytes(link.digests)
    return [kept[at : at + BYTES] for at in range(0, len(kept), BYTES)]
