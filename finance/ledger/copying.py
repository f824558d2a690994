"""Rows into PostgreSQL by COPY, a block of them at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

Value = str | int | date | None

# COPY's own marks in a text; control characters never come this far.
MARKS = {ord("\\"): "\\\\", ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}


def field(value: Value) -> str:
    """Return one value as COPY reads it."""
    if value is None:
        return "\\N"
    text = str(value)
    return text if text.isalnum() else text.translate(MARKS)


def line(*values: Value) -> str:
    """Return one row as COPY reads it."""
    return "\t".join(map(field, values)) + "\n"


def copy(table: str, columns: str, rows: Iterable[str]) -> None:
    """Send ready rows to a table."""
    content = "".join(rows)
    if not content:
        return
    with connection.cursor() as cursor, _copy(cursor, table, columns) as copying:
        copying.write(content)


def _copy(cursor: Any, table: str, columns: str) -> Any:
    # psycopg's own, which Django's cursor passes on.
    return cursor.copy(f"COPY {table} ({columns}) FROM STDIN")


def numbers(table: str, count: int) -> list[int]:
    """Take the next primary keys of a table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
            " FROM generate_series(1, %s)",
            [table, count],
        )
        return [number for (number,) in cursor.fetchall()]
