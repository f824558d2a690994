"""What feeds tell of minutes, meetings and kungörelser: nobody is named in them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from boards.shared.citations import paragraphs
from boards.shared.clock import STOCKHOLM, today
from minutes.opendata.feeds.atom import MOST, Entry
from minutes.publication.models import (
    PublishedAnnouncement,
    PublishedMeeting,
    PublishedMinutes,
    PublishedProclamation,
)


def of_minutes(boards: Q) -> Iterator[Entry]:
    """Tell of minutes, each version of them; those taken back leave a tombstone."""
    rows = PublishedMinutes.objects.filter(boards).select_related("meeting__board")
    for row in latest(rows.defer("html", "corrections", "meeting__agenda")):
        key = f"minutes/{row.source_id}"
        if row.withdrawn_at:
            yield Entry(key, row.changed_at, gone=True)
            continue
        meeting = row.meeting
        yield Entry(
            key=key,
            updated=row.changed_at,
            title=_("Minutes: %(board)s %(day)s, %(items)s")
            % {
                "board": meeting.board.name,
                "day": f"{meeting.held_on:%Y-%m-%d}",
                "items": paragraphs(row.items_label),
            },
            said=_("Approved %(day)s.") % {"day": f"{row.approved_on:%Y-%m-%d}"},
            path=row.get_absolute_url(),
            published=row.published_at,
            kind="minutes",
        )


def of_meetings(boards: Q) -> Iterator[Entry]:
    """Tell of meetings: when, where, and that one was cancelled."""
    rows = PublishedMeeting.objects.filter(boards).select_related("board")
    for row in latest(rows.defer("agenda")):
        key = f"meeting/{row.source_id}"
        if row.withdrawn_at:
            yield Entry(key, row.changed_at, gone=True)
            continue
        when = f"{row.starts_at.astimezone(STOCKHOLM):%Y-%m-%d %H.%M}"
        said = _("%(when)s, %(place)s") % {"when": when, "place": row.place}
        yield Entry(
            key=key,
            updated=row.changed_at,
            title=_("Meeting: %(board)s %(day)s")
            % {"board": row.board.name, "day": f"{row.held_on:%Y-%m-%d}"},
            said=_("The meeting is cancelled.") if row.is_cancelled else said,
            path=row.get_absolute_url(),
            published=row.created_at,
            kind="meeting",
        )


def of_announcements(boards: Q) -> Iterator[Entry]:
    """Tell of kungörelser of an assembly's meetings, once for all the boards."""
    rows = PublishedAnnouncement.objects.filter(boards, withdrawn_at=None)
    told = rows.order_by("meeting_id", "pk").distinct("meeting_id")
    for row in told.select_related("meeting__board").defer("agenda", "meeting__agenda"):
        if row.meeting.held_on < today():
            continue
        yield Entry(
            key=f"announcement/{row.meeting.source_id}",
            updated=row.changed_at,
            title=_("Announcement: %(board)s meets %(day)s")
            % {
                "board": row.meeting.board.name,
                "day": f"{row.meeting.held_on:%Y-%m-%d}",
            },
            path=row.get_absolute_url(),
            published=row.announced_at,
            kind="announcement",
        )


def of_proclamations(boards: Q) -> Iterator[Entry]:
    """Tell of kungörelser while they are up; its heading only if it names nobody."""
    rows = PublishedProclamation.objects.filter(boards, posted_on__lte=today())
    for row in latest(rows.select_related("municipality")):
        key = f"proclamation/{row.source_id}"
        if row.withdrawn_at:
            yield Entry(key, row.changed_at, gone=True)
            continue
        yield Entry(
            key=key,
            updated=row.changed_at,
            title=_("Announcement under %(law)s") % {"law": row.law},
            said="" if row.names_somebody else row.heading,
            path=row.get_absolute_url(),
            published=row.posted_at,
            kind="announcement",
        )


def latest(rows: QuerySet) -> QuerySet:
    """Return as many rows as a feed can hold, what changed last first."""
    return rows.order_by(F("changed_at").desc(), "-pk")[:MOST]
