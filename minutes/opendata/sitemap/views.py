"""Sitemaps and robots.txt."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.pages import public_page
from minutes.opendata.oparl.addresses import absolute
from minutes.opendata.sitemap import pages

# The protocol lets an index name so many sitemaps.
MOST_PARTS = 50_000
CONTENT_TYPE = "application/xml; charset=utf-8"
# Single notices say noindex themselves: who may not fetch them would not see that.
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /konto/
Disallow: /sok/
Crawl-delay: 1

Sitemap: {sitemap}
"""


@limited(PAGES, told=too_many_for_a_program)
@public_page
def index(_request: HttpRequest) -> HttpResponse:
    """The index of sitemaps, by kind and year."""
    said = pages.sitemap(pages.parts(), is_index=True)
    return HttpResponse(said, content_type=CONTENT_TYPE)


@limited(PAGES, told=too_many_for_a_program)
@public_page
def standing(_request: HttpRequest) -> HttpResponse:
    """The pages that are always there."""
    return HttpResponse(pages.sitemap(pages.standing()), content_type=CONTENT_TYPE)


@limited(PAGES, told=too_many_for_a_program)
@public_page
def of_year(_request: HttpRequest, kind: str, year: int, number: int) -> HttpResponse:
    """A year's pages of one kind."""
    found = pages.of_year(kind, year, number) if is_known(kind, year, number) else []
    if not found:
        raise Http404
    return HttpResponse(pages.sitemap(found), content_type=CONTENT_TYPE)


def is_known(kind: str, year: int, number: int) -> bool:
    """Say whether there can be such a sitemap."""
    in_range = MINYEAR <= year <= MAXYEAR and 0 < number <= MOST_PARTS
    return in_range and kind in pages.KINDS


@limited(PAGES, told=too_many_for_a_program)
@public_page
def robots(_request: HttpRequest) -> HttpResponse:
    """What programs that follow links are asked to leave alone."""
    said = ROBOTS.format(sitemap=absolute(reverse("sitemap")))
    return HttpResponse(said, content_type="text/plain; charset=utf-8")
