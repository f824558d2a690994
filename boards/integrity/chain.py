"""The history held against its chain: which row was changed, taken away, put in."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from boards.integrity.checks import Fault, Looked, ranges
from boards.integrity.digests import (
    BEFORE_ALL,
    FIRST,
    digests_of,
    kept_digests,
    keys_of,
    link_sha256,
)
from boards.integrity.models import ChainLink
from boards.integrity.sealing import TABLES

CHAIN = "boards_chainlink"


def look_at_chain(looked: Looked) -> Iterator[Fault]:
    """Walk the chain from its first link and make every digest again."""
    number, previous = 0, FIRST
    reached = dict.fromkeys(TABLES, BEFORE_ALL)
    while (
        link := ChainLink.objects.filter(number__gt=number).order_by("number").first()
    ):
        looked["links"] += 1
        if link.number != number + 1:
            gone = {"first": number + 1, "last": link.number - 1}
            yield Fault(CHAIN, "integrity.links_missing", gone)
            reached[link.table] = link.first_id - 1
        elif link_sha256(previous, link) != link.sha256:
            yield Fault(f"{CHAIN} {link.number}", "integrity.link_changed")
        yield from row_faults(link, reached[link.table], looked)
        number, previous = link.number, link.sha256
        reached[link.table] = link.last_id
    for table in TABLES:
        looked["rows_unsealed"] += count_after(table, reached[table])


def row_faults(link: ChainLink, after: int, looked: Looked) -> Iterator[Fault]:
    """Compare the rows of a link with the digests that were kept of them."""
    kept = dict(zip(keys_of(link), kept_digests(link), strict=False))
    there = dict(digests_of(link.table, after, link.last_id))
    looked["history_rows"] += len(there)
    both = kept.keys() & there.keys()
    found = {
        "integrity.row_changed": {key for key in both if kept[key] != there[key]},
        "integrity.row_deleted": kept.keys() - there.keys(),
        "integrity.row_inserted": there.keys() - kept.keys(),
    }
    for code, keys in found.items():
        if keys:
            where = f"{link.table} {ranges(sorted(keys))}"
            yield Fault(where, code, {"link": link.number})


def count_after(table: str, key: int) -> int:
    """Return how many rows wait to be bound into the chain."""
    with connection.cursor() as cursor:
        sql = f"SELECT count(*) FROM {table} WHERE id > %s"  # noqa: S608  our own
        cursor.execute(sql, [key])
        return int(cursor.fetchone()[0])
