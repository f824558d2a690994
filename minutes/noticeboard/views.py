"""The anslagstavla: notices and nothing else, without login (KL 8:9–11)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from boards.shared.published.pages import public_page
from boards.shared.published.tombstones import shown_or_gone
from minutes.noticeboard import queries
from minutes.publication.models import PublishedMunicipality


def board_of(slug: str) -> dict[str, Any]:
    """Return what is on a municipality's board now."""
    municipality = get_object_or_404(PublishedMunicipality, slug=slug)
    proclamations = list(queries.proclamations_up(municipality))
    return {
        "municipality": municipality,
        "proclamations": proclamations,
        "names_somebody": any(row.names_somebody for row in proclamations),
        "announcements": queries.announcements_up(municipality),
        "notices": queries.notices_up(municipality),
    }


@public_page
def notice_board(request: HttpRequest, slug: str) -> HttpResponse:
    """A municipality's anslagstavla: the closed list of the law (KL 8:9–11)."""
    return render(request, "minutes/noticeboard/notice_board.html", board_of(slug))


@public_page
def kiosk(request: HttpRequest, slug: str) -> HttpResponse:
    """The same board on the screen in the reception (KL 8:9)."""
    return render(request, "minutes/noticeboard/kiosk.html", board_of(slug))


@public_page
def notice(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One notice with its dates and why they are so."""
    municipality = get_object_or_404(PublishedMunicipality, slug=slug)
    row = shown_or_gone(
        queries.notices_up(municipality),
        gone=queries.CAME_DOWN,
        municipality=municipality,
        pk=pk,
    )
    context = {"municipality": municipality, "notice": row}
    return render(request, "minutes/noticeboard/notice.html", context)


@public_page
def proclamation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One kungörelse, while it is up."""
    municipality = get_object_or_404(PublishedMunicipality, slug=slug)
    row = shown_or_gone(
        queries.proclamations_up(municipality),
        municipality=municipality,
        pk=pk,
    )
    context = {"municipality": municipality, "row": row}
    return render(request, "minutes/noticeboard/proclamation.html", context)
