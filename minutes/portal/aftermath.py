"""What happened after a decision: the time to appeal, and where it came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from minutes.portal.queries import first_notices, follow_ups, later_items
from minutes.publication.models import (
    PublishedFollowUp,
    PublishedItem,
    PublishedNotice,
)


@dataclass(frozen=True)
class Aftermath:
    """The time to appeal as it stands today, and later §§ about the same ärende."""

    notices: list[PublishedNotice]
    last_day: date | None
    is_running: bool
    is_appealable: bool
    later: list[PublishedItem]
    final_on: date | None = None
    done: Sequence[PublishedFollowUp] = ()


def of(item: PublishedItem, day: date, label: str = "") -> Aftermath:
    """Return what followed a §, or one point of it.

    With several notice boards the latest last day counts (KL 13:5).
    """
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
        final_on=item.minutes.final_on,
        done=follow_ups(item, label),
    )
