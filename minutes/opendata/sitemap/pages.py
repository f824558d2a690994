"""The pages that search engines are shown.

Notices come down, and what is about somebody says noindex: neither is here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.db.models import Count, Max, QuerySet
from django.urls import reverse

from minutes.opendata.oparl.addresses import absolute
from minutes.portal.queries import case_url, item_url
from minutes.publication import indexing
from minutes.publication.models import (
    PublishedBoard,
    PublishedMeeting,
    PublishedMinutes,
    PublishedMunicipality,
)

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# A sitemap may have 50 000 addresses.
MOST = 20_000
STANDING = ("open-data", "public-calendar", "diary-list", "english")
Page = tuple[str, datetime | None]


def meetings() -> QuerySet[Any]:
    """Return the meetings that have a page."""
    rows = PublishedMeeting.objects.filter(withdrawn_at=None)
    return rows.select_related("board").defer("agenda").order_by("pk")


def minutes() -> QuerySet[Any]:
    """Return the minutes that have a page."""
    rows = PublishedMinutes.objects.filter(withdrawn_at=None)
    return rows.defer("html", "corrections").order_by("pk")


def items() -> QuerySet[Any]:
    """Return the §§ whose page may be kept."""
    return indexing.items().defer("html", "text", "facts").order_by("pk")


def cases() -> QuerySet[Any]:
    """Return the ärenden whose page may be kept."""
    return indexing.cases().select_related("board").order_by("pk")


def papers() -> QuerySet[Any]:
    """Return the handlingar that may be kept."""
    return indexing.papers().defer("text").order_by("pk")


def own_url(row: Any) -> str:
    """Return the address of a row that knows its own."""
    return str(row.get_absolute_url())


def paper_url(row: Any) -> str:
    """Return the address of a handling."""
    return reverse("public-paper", args=[row.pk])


@dataclass(frozen=True)
class Pages:
    """The pages of a kind: which rows, by the year of which day, and where."""

    rows: Callable[[], QuerySet[Any]]
    day: str
    url: Callable[[Any], str] = own_url


KINDS = {
    "sammantraden": Pages(meetings, "held_on"),
    "protokoll": Pages(minutes, "meeting__held_on"),
    "paragrafer": Pages(items, "minutes__meeting__held_on", item_url),
    "arenden": Pages(cases, "opened_on", case_url),
    "handlingar": Pages(papers, "handled_on", paper_url),
}


def parts() -> Iterator[Page]:
    """Return the sitemaps, a year and kind at a time, with their last change."""
    yield reverse("sitemap-pages"), None
    for kind, of in KINDS.items():
        found = of.rows().order_by().values_list(f"{of.day}__year")
        years = found.annotate(count=Count("pk"), changed=Max("changed_at"))
        for year, count, changed in years.order_by(f"{of.day}__year"):
            for number in range(1, -(-count // MOST) + 1):
                yield reverse("sitemap-year", args=[kind, year, number]), changed


def standing() -> Iterator[Page]:
    """Return the pages that are always there."""
    yield reverse("portal"), None
    for name in STANDING:
        yield reverse(name), None
    for row in PublishedMunicipality.objects.filter(withdrawn_at=None):
        yield row.get_absolute_url(), None
    for board in PublishedBoard.objects.filter(withdrawn_at=None):
        yield board.get_absolute_url(), None
        yield reverse("public-seats", args=[board.slug]), None


def of_year(kind: str, year: int, number: int) -> list[Page]:
    """Return the pages of a year, as many as one sitemap has."""
    of = KINDS[kind]
    found = of.rows().filter(**{f"{of.day}__year": year})
    chosen = found[(number - 1) * MOST : number * MOST]
    return [(of.url(row), row.changed_at) for row in chosen]


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
