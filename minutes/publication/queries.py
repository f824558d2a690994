"""Reads of what is published: the only reads a public page makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F, Prefetch, Q, QuerySet

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

# What a search page shows at most; further hits want a narrower question.
MOST_HITS = 50


def portal_municipalities() -> QuerySet[PublishedMunicipality]:
    """Municipalities with the boards that concern them."""
    return PublishedMunicipality.objects.prefetch_related("boards")


def latest_minutes() -> QuerySet[PublishedMinutes]:
    """The minutes approved last, in all boards."""
    return _minutes().order_by("-approved_on", "-pk")[:10]


def _minutes() -> QuerySet[PublishedMinutes]:
    return PublishedMinutes.objects.filter(withdrawn_at__isnull=True).select_related(
        "meeting__board"
    )


def coming_meetings(board: PublishedBoard, day: date) -> QuerySet[PublishedMeeting]:
    """Meetings on a day and after it, nearest first."""
    return board.meetings.filter(held_on__gte=day).order_by("starts_at")


def held_meetings(board: PublishedBoard, day: date) -> QuerySet[PublishedMeeting]:
    """Meetings before a day, latest first, with their minutes."""
    return (
        board.meetings.filter(held_on__lt=day)
        .prefetch_related(Prefetch("minutes", queryset=_minutes()))
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
    return _minutes().prefetch_related("items", "notices__municipality")


def versions_of(minutes: PublishedMinutes) -> QuerySet[PublishedMinutes]:
    """Return all published versions of the minutes, the first first."""
    first = minutes.first_source_id or minutes.source_id
    rows = _minutes().filter(Q(first_source_id=first) | Q(source_id=first))
    return rows.prefetch_related("notices__municipality").order_by("version")


def code_of(minutes: PublishedMinutes) -> str:
    """Return the code by which anybody finds out about the signed document."""
    if minutes.is_secret:
        return ""
    row = IssuedDocument.objects.filter(sha256=minutes.signed_sha256).first()
    return row.printed_code if row else ""


@dataclass(frozen=True)
class Hits:
    """What a search found; `is_cut` when there was more than is shown."""

    items: Sequence[PublishedItem]
    is_cut: bool


def search(words: str, board_slug: str = "") -> Hits:
    """Find published §§ by Swedish words, best first; quotes make a phrase."""
    query = SearchQuery(words, config="swedish", search_type="websearch")
    found = PublishedItem.objects.filter(
        search=query, minutes__withdrawn_at__isnull=True
    )
    if board_slug:
        found = found.filter(minutes__meeting__board__slug=board_slug)
    ranked = (
        found.select_related("minutes__meeting__board")
        .annotate(
            rank=SearchRank(F("search"), query),
            excerpt=SearchHeadline(
                "text",
                query,
                config="swedish",
                start_sel="⟦",
                stop_sel="⟧",
                max_words=40,
                min_words=20,
            ),
        )
        .order_by("-rank", "-minutes__meeting__held_on", "number")
    )
    rows = list(ranked[: MOST_HITS + 1])
    return Hits(items=rows[:MOST_HITS], is_cut=len(rows) > MOST_HITS)
