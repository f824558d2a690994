"""Keeping search to what is published: a row's old words out, its new ones in."""

from __future__ import annotations

from django.db import connection, transaction

from boards.shared.published.models import Snapshot
from boards.shared.published.snapshots import hold_publication
from minutes.publication.models import PublishedItem
from minutes.search.models import SearchRow
from minutes.search.rows import SOURCES, Values, values_of
from minutes.search.rules import grams

# The words of a row and where they stand, exactly as the table keeps them.
STANDING = """
    SELECT lexeme, positions FROM unnest(
        setweight(to_tsvector('swedish', %(heading)s), 'A')
        || setweight(to_tsvector('simple', %(citation)s || ' ' || %(dnr)s), 'A')
        || setweight(to_tsvector('swedish', %(text)s), 'B')
    )
"""
AT_ONCE = 500


@transaction.atomic
def index(row: Snapshot) -> None:
    """Let search know of a published row as it is now; of other rows nothing."""
    source = SOURCES.get(type(row))
    if source is None:
        return
    SearchRow.objects.filter(kind=source.kind, row_id=row.pk).delete()
    if values := values_of(row):
        made(row, values).save(force_insert=True)
    if isinstance(row, PublishedItem) and row.point:
        # The point of the agenda gives way to what became of it.
        index(row.point)


def made(row: Snapshot, values: Values) -> SearchRow:
    """Return the row of search for a published row."""
    names = ("heading", "citation", "dnr", "text")
    words = {name: values.get(name, "").lower() for name in names}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, words)
        standing = dict(cursor.fetchall())
    kind = SOURCES[type(row)].kind
    return SearchRow(kind=kind, row_id=row.pk, grams=grams(standing), **values)


@transaction.atomic
def index_everything() -> int:
    """Make search anew from all that is published; return the number of rows."""
    hold_publication()
    SearchRow.objects.all().delete()
    for model, source in SOURCES.items():
        rows = model._default_manager.filter(withdrawn_at__isnull=True)
        rows = rows.select_related(*source.related).order_by("pk")
        for row in rows.iterator(AT_ONCE):
            if values := values_of(row):
                made(row, values).save(force_insert=True)
    return SearchRow.objects.count()
