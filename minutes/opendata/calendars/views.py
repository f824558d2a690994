"""Calendars without login, for every program that reads iCalendar."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from boards.shared.clock import today
from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.pages import public_page
from minutes.opendata.calendars.calendar import CONTENT_TYPE, calendar
from minutes.publication.models import (
    PublishedBoard,
    PublishedMeeting,
    PublishedMunicipality,
)

# How far back a calendar goes: a subscriber fetches all of it every time.
KEPT = timedelta(days=2 * 366)


@limited(PAGES, told=too_many_for_a_program)
@public_page
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """One board's meetings."""
    row = get_object_or_404(PublishedBoard, slug=slug, withdrawn_at=None)
    return answer(request, row.name, shown().filter(board=row))


@limited(PAGES, told=too_many_for_a_program)
@public_page
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings of all boards that concern a municipality."""
    row = get_object_or_404(PublishedMunicipality, slug=slug, withdrawn_at=None)
    boards = row.boards.filter(withdrawn_at=None)
    return answer(request, row.name, shown().filter(board__in=boards))


def shown() -> QuerySet[PublishedMeeting]:
    """Meetings of the last two years and all to come, earliest first."""
    rows = PublishedMeeting.objects.filter(
        withdrawn_at=None, held_on__gte=today() - KEPT
    )
    return rows.select_related("board").defer("agenda").order_by("starts_at", "pk")


def answer(
    request: HttpRequest, name: str, meetings: QuerySet[PublishedMeeting]
) -> HttpResponse:
    """Return the calendar as a file that a browser hands to a calendar."""
    response = HttpResponse(
        calendar(name, request.path, meetings), content_type=CONTENT_TYPE
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
