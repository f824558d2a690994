"""Whether a year's file still says what is published."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, QuerySet

from minutes.opendata.bulk.models import PublishedYear
from minutes.opendata.bulk.tables import sources
from minutes.publication.models import PublishedMeeting, PublishedNotice

Held = dict[str, list[Any]]


def years() -> list[int]:
    """Return the years of which anything is published."""
    held = PublishedMeeting.objects.dates("held_on", "year")
    posted = PublishedNotice.objects.dates("posted_on", "year")
    return sorted({day.year for day in [*held, *posted]})


def state_of(year: int) -> Held:
    """Return of each table how far it goes, how many rows there are, the last change.

    Publishing goes one at a time, so a later change has a later moment.
    """
    return {name: state(rows) for name, rows in sources(year).items()}


def state(rows: QuerySet[Any]) -> list[Any]:
    """Return last key, number and last change of some rows."""
    found = rows.order_by().aggregate(
        last=Max("pk"), count=Count("pk"), changed=Max("changed_at")
    )
    changed = found["changed"].isoformat() if found["changed"] else ""
    return [found["last"] or 0, found["count"], changed]


def is_right(row: PublishedYear) -> bool:
    """Say whether nothing that the file holds has changed or been taken back.

    What came since is not in it yet: that makes it old, not wrong.
    """
    now = sources(row.year)
    return all(
        state(now[name].filter(pk__lte=held[0])) == held
        for name, held in row.holds.items()
    )
