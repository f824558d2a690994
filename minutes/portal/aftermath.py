"""What happened after a decision: the time to appeal, and where it came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minutes.portal.queries import first_notices, later_items
from minutes.publication.models import PublishedItem, PublishedNotice


@dataclass(frozen=True)
class Aftermath:
    """The time to appeal as it stands today, and later §§ about the same ärende."""

    notices: list[PublishedNotice]
    last_day: date | None
    is_running: bool
    is_appealable: bool
    later: list[PublishedItem]


def of(item: PublishedItem, day: date) -> Aftermath:
    """Return what followed a §; with several boards the latest last day counts."""
    notices = first_notices(item.minutes)
    days = [row.last_appeal_day for row in notices if row.last_appeal_day]
    points = item.facts.get("points", [])
    last = max(days, default=None)
    return Aftermath(
        notices=notices,
        last_day=last,
        is_running=last is not None and day <= last,
        is_appealable=any(one["appeal"] != "none" for one in points),
        later=later_items(item),
    )
