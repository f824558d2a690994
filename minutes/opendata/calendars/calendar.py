"""A calendar of published meetings, as programs keep them (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
)
from icalendar.enums import STATUS

from boards.shared.clock import STOCKHOLM
from minutes.opendata.oparl.addresses import absolute
from minutes.publication.models import PublishedMeeting

CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=1)
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
# The last Sundays of March and October, at the hour that clocks then showed.
SPRING = datetime(1996, 3, 31, 2)  # noqa: DTZ001  local by definition
AUTUMN = datetime(1996, 10, 27, 3)  # noqa: DTZ001  local by definition
CLOCK_CHANGES = (
    (TimezoneDaylight, "CEST", SPRING, WINTER, SUMMER),
    (TimezoneStandard, "CET", AUTUMN, SUMMER, WINTER),
)


def calendar(name: str, path: str, meetings: Iterable[PublishedMeeting]) -> bytes:
    """Return a calendar in UTF-8; what is cancelled stays, and says so."""
    made = Calendar.new(
        prodid="-//Justera//SV",
        method="PUBLISH",
        name=name,
        language="sv",
        refresh_interval=REFRESH,
        source=absolute(path),
        uid=absolute(path),
    )
    # What older programs look at for the same thing.
    made.add("X-PUBLISHED-TTL", "PT1H")
    made.add_component(swedish_time())
    for meeting in meetings:
        made.add_component(event(meeting))
    written: bytes = made.to_ical()
    return written


def event(row: PublishedMeeting) -> Event:
    """Return one meeting; its UID is the same for ever, whatever day it moves to."""
    title = _("%(board)s meets") % {"board": row.board.name}
    if row.is_cancelled:
        title = _("Cancelled: %(title)s") % {"title": title}
    host = urlsplit(settings.SITE_URL).hostname
    return Event.new(
        uid=f"meeting-{row.source_id}@{host}",
        sequence=row.sequence,
        stamp=row.changed_at,
        created=row.created_at,
        last_modified=row.changed_at,
        start=row.starts_at.astimezone(STOCKHOLM),
        end=row.ends_at.astimezone(STOCKHOLM) if row.ends_at else None,
        summary=title,
        location=row.place or None,
        status=STATUS.CANCELLED if row.is_cancelled else STATUS.CONFIRMED,
        url=absolute(row.get_absolute_url()),
    )


def swedish_time() -> Timezone:
    """Return the rule of Swedish clocks since 1996, so that no program has to know."""
    zone = Timezone()
    zone.add("TZID", STOCKHOLM.key)
    for part, name, since, before, after in CLOCK_CHANGES:
        made = part()
        made.add("TZNAME", name)
        made.add("DTSTART", since)
        made.add("TZOFFSETFROM", before)
        made.add("TZOFFSETTO", after)
        rule = {"FREQ": "YEARLY", "BYMONTH": since.month, "BYDAY": "-1SU"}
        made.add("RRULE", rule)
        zone.add_component(made)
    return zone
