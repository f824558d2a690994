"""Somebody with every right in the database who goes past the product."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from boards.integrity.digests import (
    FIRST,
    HISTORY,
    digests_of,
    holes_in,
    link_sha256,
)
from boards.integrity.models import ChainLink
from boards.shared.models import HistoryEvent


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


def link_of(event: HistoryEvent) -> ChainLink:
    return ChainLink.objects.get(
        table=HISTORY, first_id__lte=event.pk, last_id__gte=event.pk
    )


def rewrite(link: ChainLink) -> None:
    """Make a link anew over what is there, as a thorough forger would."""
    rows = digests_of(link.table, link.first_id - 1, link.last_id)
    link.count = len(rows)
    link.holes = holes_in([key for key, _ in rows], link.first_id, link.last_id)
    link.digests = b"".join(digest for _, digest in rows)
    before = ChainLink.objects.filter(number=link.number - 1).first()
    link.sha256 = link_sha256(before.sha256 if before else FIRST, link)
    past_triggers(
        "UPDATE boards_chainlink SET count = %s, digests = %s, sha256 = %s"
        " WHERE id = %s",
        [link.count, link.digests, link.sha256, link.pk],
    )
