"""Reads of what is on a notice board: published rows alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q

from boards.shared.clock import now, today
from boards.shared.published.tombstones import WITHDRAWN

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from minutes.publication.models import (
        PublishedAnnouncement,
        PublishedMunicipality,
        PublishedNotice,
        PublishedProclamation,
    )

# A notice that was on the board and is so no longer.
CAME_DOWN = Q(taken_down_on__gte=F("posted_on"))
# How long a feed says that something came down: a reader asks more often than that.
TOLD_FOR = timedelta(days=60)


def notices_up(municipality: PublishedMunicipality) -> QuerySet[PublishedNotice]:
    """What is on a municipality's notice board today, newest first."""
    rows = municipality.notices.up_on(today())
    # The minutes are linked to, not shown: a board of fifty would read fifty of them.
    return rows.select_related("board", "minutes", "municipality").defer(
        "minutes__html"
    )


def announcements_up(
    municipality: PublishedMunicipality,
) -> QuerySet[PublishedAnnouncement]:
    """What is announced today: gone on the day after the meeting, nearest first."""
    return municipality.announcements.filter(
        meeting__held_on__gte=today()
    ).select_related("meeting__board")


def proclamations_up(
    municipality: PublishedMunicipality,
) -> QuerySet[PublishedProclamation]:
    """Kungörelser and delegated decisions on the board, newest first."""
    return municipality.proclamations.filter(
        withdrawn_at__isnull=True, posted_on__lte=today()
    ).select_related("board", "municipality")


def notices_gone(municipality: PublishedMunicipality) -> QuerySet[PublishedNotice]:
    """Notices that came down lately."""
    rows = municipality.notices.filter(CAME_DOWN, changed_at__gte=now() - TOLD_FOR)
    return rows.select_related("municipality")


def announcements_gone(
    municipality: PublishedMunicipality,
) -> QuerySet[PublishedAnnouncement]:
    """Announcements of meetings that were held lately."""
    day = today()
    return municipality.announcements.filter(
        meeting__held_on__lt=day, meeting__held_on__gte=day - TOLD_FOR
    ).select_related("meeting__board")


def proclamations_gone(
    municipality: PublishedMunicipality,
) -> QuerySet[PublishedProclamation]:
    """Kungörelser that came down or were taken back lately."""
    since = now() - TOLD_FOR
    rows = municipality.proclamations.filter(WITHDRAWN, withdrawn_at__gte=since)
    return rows.select_related("municipality")
