"""Every row held against its own history: what was changed past the triggers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import pgtrigger
from django.db import connection
from django.db.models import Model

from boards.integrity.checks import Fault, Looked, ranges

ROWS = 2_000
BEFORE_ALL = -(2**63)

# A row beside the last that its history says of it, unless they are the same.
DIFFERING = """
    WITH piece AS (
        SELECT t.id, to_jsonb(t) - 'password' AS live
        FROM {table} t WHERE t.id > %(after)s ORDER BY t.id LIMIT %(rows)s
    )
    SELECT piece.id, piece.live, said.after
    FROM piece LEFT JOIN LATERAL (
        SELECT c.after FROM boards_rowchange c
        WHERE c.table_name = %(table)s AND c.row_id = piece.id
        ORDER BY c.id DESC LIMIT 1
    ) said ON true
    WHERE said.after IS DISTINCT FROM piece.live
    ORDER BY piece.id
"""
PIECE_ENDS = """
    SELECT count(*), max(id) FROM (
        SELECT id FROM {table} WHERE id > %(after)s ORDER BY id LIMIT %(rows)s
    ) piece
"""
HISTORY_ENDS = """
    SELECT max(row_id) FROM (
        SELECT row_id FROM boards_rowchange
        WHERE table_name = %(table)s AND row_id > %(after)s
        ORDER BY row_id LIMIT %(rows)s
    ) piece
"""
GONE = """
    SELECT said.row_id FROM (
        SELECT DISTINCT ON (row_id) row_id, operation FROM boards_rowchange
        WHERE table_name = %(table)s AND row_id > %(after)s AND row_id <= %(to)s
        ORDER BY row_id, id DESC
    ) said LEFT JOIN {table} t ON t.id = said.row_id
    WHERE t.id IS NULL AND said.operation <> 'DELETE' ORDER BY said.row_id
"""
# Rows older than the trigger of their table have no history, and that is no fault.
KEPT_SINCE = """
    SELECT min(row_id) FROM boards_rowchange
    WHERE table_name = %(table)s AND operation = 'INSERT'
"""


def look_at_rows(looked: Looked) -> Iterator[Fault]:
    """Compare the tables that keep a history with it, in both directions."""
    for table in tables():
        looked["tables"] += 1
        yield from differing(table, looked)
        yield from gone(table)


def tables() -> list[str]:
    """Return the tables whose every change is written down by the database."""
    found: dict[str, type[Model]] = {}
    for model, trigger in pgtrigger.registered():
        if trigger.name == "row_history":
            found[model._meta.db_table] = model
    return sorted(found)


def differing(table: str, looked: Looked) -> Iterator[Fault]:
    """Find rows that are not what their history says they became."""
    since = asked(KEPT_SINCE, table)[0][0]
    after = BEFORE_ALL
    while True:
        count, last = asked(PIECE_ENDS, table, after=after)[0]
        if not count:
            return
        looked["rows"] += count
        for key, live, said in asked(DIFFERING, table, after=after):
            where = f"{table} {key}"
            if said is None and since is not None and key >= since:
                yield Fault(where, "integrity.row_unknown")
            elif said is not None and (names := unlike(parsed(live), parsed(said))):
                yield Fault(where, "integrity.row_differs", {"fields": names})
        after = last


def gone(table: str) -> Iterator[Fault]:
    """Find rows that the history knows and that nobody deleted, but that are gone."""
    after = BEFORE_ALL
    while (to := asked(HISTORY_ENDS, table, after=after)[0][0]) is not None:
        keys = [key for (key,) in asked(GONE, table, after=after, to=to)]
        if keys:
            yield Fault(f"{table} {ranges(keys)}", "integrity.row_gone")
        after = to


def asked(sql: str, table: str, **values: Any) -> list[tuple[Any, ...]]:
    """Ask about one table, a piece at a time."""
    with connection.cursor() as cursor:
        given = {"table": table, "rows": ROWS, **values}
        cursor.execute(sql.replace("{table}", table), given)
        return list(cursor.fetchall())


def unlike(live: dict[str, Any], said: dict[str, Any]) -> str:
    """Name the fields that both know and that say different things.

    A column that came or went with an upgrade is no change of the row.
    """
    both = sorted(live.keys() & said.keys())
    return ", ".join(name for name in both if not alike(live[name], said[name]))


def alike(one: Any, other: Any) -> bool:
    """Say whether two values are the same; a moment may be written in two zones."""
    if one == other:
        return True
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    try:
        return datetime.fromisoformat(one) == datetime.fromisoformat(other)
    except ValueError:
        return False


def parsed(value: Any) -> dict[str, Any]:
    """Return a row as the history writes it; no figure is rounded."""
    if isinstance(value, str):
        return dict(json.loads(value, parse_float=Decimal))
    return dict(value)
