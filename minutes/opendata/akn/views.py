"""Protokoll as data, without login."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.pages import public_page
from boards.shared.published.tombstones import shown_or_gone
from boards.shared.storage import read_bytes
from minutes.opendata.akn.protokoll import protokoll
from minutes.publication.models import PublishedItem, PublishedMinutes


@limited(PAGES, told=too_many_for_a_program)
@public_page
def akoma_ntoso(_request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as Akoma Ntoso 3.0: the words of the page, marked up."""
    row = shown_or_gone(PublishedMinutes.objects.filter(withdrawn_at=None), pk=pk)
    if not row.akn_sha256:
        raise Http404
    return shared(
        HttpResponse(read_bytes(row.akn_sha256), content_type="application/akn+xml")
    )


@limited(PAGES, told=too_many_for_a_program)
@public_page
def as_json(_request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as JSON."""
    items = PublishedItem.objects.defer("html")
    rows = PublishedMinutes.objects.filter(withdrawn_at=None).defer("html")
    row: Any = shown_or_gone(
        rows.select_related("meeting__board").prefetch_related(
            Prefetch("items", items)
        ),
        pk=pk,
    )
    said = {"ensure_ascii": False}
    return shared(JsonResponse(protokoll(row), json_dumps_params=said))


def shared(response: HttpResponse) -> HttpResponse:
    """Let scripts of every site read the answer; nothing in it may run."""
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Content-Type-Options"] = "nosniff"
    return response
