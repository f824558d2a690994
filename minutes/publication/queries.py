"""Reads of what is published: the only reads a public page makes."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from boards.shared.issued.models import IssuedDocument
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedBoard,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
    PublishedPaper,
)


def portal_municipalities() -> QuerySet[PublishedMunicipality]:
    """Municipalities with the boards that concern them."""
    return PublishedMunicipality.objects.prefetch_related("boards")


def latest_minutes() -> QuerySet[PublishedMinutes]:
    """The minutes approved last, in all boards."""
    return _listed().order_by("-approved_on", "-pk")[:10]


def _minutes() -> QuerySet[PublishedMinutes]:
    rows = PublishedMinutes.objects.filter(withdrawn_at__isnull=True)
    return rows.select_related("meeting__board")


def _listed() -> QuerySet[PublishedMinutes]:
    """Minutes to be named in a list: their pages are long, and not shown there."""
    return _minutes().defer("html", "meeting__agenda")


def coming_meetings(board: PublishedBoard, day: date) -> QuerySet[PublishedMeeting]:
    """Meetings on a day and after it, nearest first."""
    return board.meetings.filter(held_on__gte=day).order_by("starts_at")


def held_meetings(board: PublishedBoard, day: date) -> QuerySet[PublishedMeeting]:
    """Meetings before a day, latest first, with their minutes."""
    return (
        board.meetings.filter(held_on__lt=day)
        .prefetch_related(Prefetch("minutes", queryset=_listed()))
        .order_by("-starts_at")
    )


def points_of(meeting: PublishedMeeting) -> QuerySet[PublishedAgendaPoint]:
    """Return the points of a meeting, with their ärenden and published papers."""
    papers = PublishedPaper.objects.filter(withdrawn_at__isnull=True)
    return (
        meeting.points.filter(withdrawn_at__isnull=True)
        .select_related("case__board")
        .prefetch_related(Prefetch("papers", queryset=papers))
    )


def published_minutes() -> QuerySet[PublishedMinutes]:
    """Minutes with their §§ and notices, for a page of their own."""
    items = PublishedItem.objects.defer("html", "text", "facts")
    return _minutes().prefetch_related(
        Prefetch("items", queryset=items), "notices__municipality"
    )


def versions_of(minutes: PublishedMinutes) -> QuerySet[PublishedMinutes]:
    """Return all published versions of the minutes, the first first."""
    first = minutes.first_source_id or minutes.source_id
    rows = _listed().filter(Q(first_source_id=first) | Q(source_id=first))
    return rows.prefetch_related("notices__municipality").order_by("version")


def code_of(minutes: PublishedMinutes) -> str:
    """Return the code by which anybody finds out about the signed document."""
    if minutes.is_secret:
        return ""
    row = IssuedDocument.objects.filter(sha256=minutes.signed_sha256).first()
    return row.printed_code if row else ""
