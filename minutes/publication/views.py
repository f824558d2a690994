"""Pages without login: they read publication rows, set no cookie and know no user."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from boards.shared.clock import today
from boards.shared.published.pages import public_page
from boards.shared.published.tombstones import shown_or_gone
from boards.shared.storage import read_bytes
from minutes.publication import queries, structured
from minutes.publication.models import PublishedBoard, PublishedMeeting


@public_page
def portal(request: HttpRequest) -> HttpResponse:
    """The way in: municipalities, their boards, the latest minutes."""
    context = {
        "municipalities": queries.portal_municipalities(),
        "latest": queries.latest_minutes(),
    }
    return render(request, "minutes/publication/portal.html", context)


@public_page
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """A board's meetings, coming and held."""
    row = get_object_or_404(
        PublishedBoard.objects.prefetch_related("municipalities"), slug=slug
    )
    context = {
        "board": row,
        "said": structured.board(row),
        "coming": queries.coming_meetings(row, today()),
        "held": queries.held_meetings(row, today()),
    }
    return render(request, "minutes/publication/board.html", context)


@public_page
def meeting(request: HttpRequest, slug: str, day: date) -> HttpResponse:
    """One meeting: its agenda, and its minutes when they are approved."""
    rows = PublishedMeeting.objects.filter(withdrawn_at=None).select_related("board")
    row = shown_or_gone(rows, board__slug=slug, held_on=day)
    points = queries.points_of(row)
    context = {
        "meeting": row,
        "said": structured.meeting(row, points),
        "points": points,
        "minutes": queries.published_minutes().filter(meeting=row),
    }
    return render(request, "minutes/publication/meeting.html", context)


@public_page
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Approved minutes as HTML: their primary public form."""
    row = shown_or_gone(queries.published_minutes(), pk=pk)
    versions = list(queries.versions_of(row))
    context = {
        "minutes": row,
        "said": structured.minutes(row),
        "versions": versions if len(versions) > 1 else [],
        "newest": versions[-1],
        # The notices, and with them the time to appeal, are those of the first version.
        "first": versions[0],
        "code": queries.code_of(row),
    }
    return render(request, "minutes/publication/minutes.html", context)


@public_page
def minutes_pdf(_request: HttpRequest, pk: int) -> HttpResponse:
    """The same minutes as PDF, byte for byte what was signed unless masked."""
    row = shown_or_gone(queries.published_minutes(), pk=pk)
    if not row.pdf_sha256:
        raise Http404
    response = HttpResponse(read_bytes(row.pdf_sha256), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{row.file_name}"'
    return response
