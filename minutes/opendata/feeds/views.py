"""Feeds without login."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.pages import public_page
from minutes.opendata.feeds import entries
from minutes.opendata.feeds.atom import CONTENT_TYPE, Entry, feed
from minutes.publication.models import PublishedBoard, PublishedMunicipality


@limited(PAGES, told=too_many_for_a_program)
@public_page
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """All that is new of one board: minutes, meetings, kungörelser."""
    row = get_object_or_404(PublishedBoard, slug=slug, withdrawn_at=None)
    told = [
        *entries.of_minutes(Q(meeting__board=row)),
        *entries.of_meetings(Q(board=row)),
        *entries.of_announcements(Q(meeting__board=row)),
        *entries.of_proclamations(Q(board=row)),
    ]
    return answer(request, row.name, row.get_absolute_url(), told)


@limited(PAGES, told=too_many_for_a_program)
@public_page
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """The minutes of all boards that concern a municipality."""
    row = get_object_or_404(PublishedMunicipality, slug=slug, withdrawn_at=None)
    boards = row.boards.filter(withdrawn_at=None)
    told = [*entries.of_minutes(Q(meeting__board__in=boards))]
    name = _("Minutes, %(name)s") % {"name": row.name}
    return answer(request, name, row.get_absolute_url(), told)


def answer(
    request: HttpRequest, name: str, page: str, told: list[Entry]
) -> HttpResponse:
    """Return the feed; every site may read it."""
    response = HttpResponse(
        feed(name, page, request.path, told), content_type=CONTENT_TYPE
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
