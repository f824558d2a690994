"""The pages that search engines are shown; notices come down, so they are not here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.db.models import Count, Max, QuerySet
from django.urls import reverse

from minutes.opendata.oparl.addresses import absolute
from minutes.publication.models import (
    PublishedBoard,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
)

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# A sitemap may have 50 000 addresses.
MOST = 20_000
Page = tuple[str, datetime | None]


def meetings() -> QuerySet[Any]:
    """Return the meetings that have a page."""
    rows = PublishedMeeting.objects.filter(withdrawn_at=None)
    return rows.select_related("board").defer("agenda").order_by("pk")


def minutes() -> QuerySet[Any]:
    """Return the minutes that have a page."""
    rows = PublishedMinutes.objects.filter(withdrawn_at=None)
    return rows.defer("html", "corrections").order_by("pk")


KINDS = {
    "sammantraden": (meetings, "held_on"),
    "protokoll": (minutes, "meeting__held_on"),
}


def parts() -> Iterator[Page]:
    """Return the sitemaps, a year and kind at a time, with their last change."""
    yield reverse("sitemap-pages"), None
    for kind, (rows, day) in KINDS.items():
        found = rows().order_by().values_list(f"{day}__year")
        years = found.annotate(count=Count("pk"), changed=Max("changed_at"))
        for year, count, changed in years.order_by(f"{day}__year"):
            for number in range(1, -(-count // MOST) + 1):
                yield reverse("sitemap-year", args=[kind, year, number]), changed


def standing() -> Iterator[Page]:
    """Return the pages that are always there."""
    yield reverse("portal"), None
    yield reverse("open-data"), None
    for row in PublishedMunicipality.objects.filter(withdrawn_at=None):
        yield row.get_absolute_url(), None
    for board in PublishedBoard.objects.filter(withdrawn_at=None):
        yield board.get_absolute_url(), None


def of_year(kind: str, year: int, number: int) -> list[Page]:
    """Return the pages of a year, as many as one sitemap has."""
    rows, day = KINDS[kind]
    found = rows().filter(**{f"{day}__year": year})
    chosen = found[(number - 1) * MOST : number * MOST]
    return [(row.get_absolute_url(), row.changed_at) for row in chosen]


def sitemap(pages: Iterable[Page], *, is_index: bool = False) -> bytes:
    """Return a sitemap, or the index of them."""
    outer, inner = ("sitemapindex", "sitemap") if is_index else ("urlset", "url")
    root = Element(outer, {"xmlns": SPACE})
    for path, changed in pages:
        page = SubElement(root, inner)
        SubElement(page, "loc").text = absolute(path)
        if changed is not None:
            SubElement(page, "lastmod").text = changed.isoformat(timespec="seconds")
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made
