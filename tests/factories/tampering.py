"""Somebody with every right in the database who goes past the product."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


def past_triggers(sql: str, values: list[object] | None = None) -> None:
    """Carry out SQL with no trigger and no foreign key watching."""
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(sql, values or [])
        assert cursor.rowcount, sql


@contextmanager
def triggers_off() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = DEFAULT")
