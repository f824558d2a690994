"""Reads of what is on a notice board: published rows alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.clock import today

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from minutes.publication.models import (
        PublishedAnnouncement,
        PublishedMunicipality,
        PublishedNotice,
        PublishedProclamation,
    )


def notices_up(municipality: PublishedMunicipality) -> QuerySet[PublishedNotice]:
    """What is on a municipality's notice board today, newest first."""
    return municipality.notices.up_on(today()).select_related(
        "board", "minutes", "municipality"
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
