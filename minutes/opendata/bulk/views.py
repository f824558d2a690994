"""The files of the years, and the page that explains all open data."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from boards.shared.published.answers import too_many_for_a_program
from boards.shared.published.limits import FILES, limited
from boards.shared.published.pages import public_page
from minutes.opendata.bulk.models import PublishedYear
from minutes.opendata.bulk.queries import is_right
from minutes.opendata.bulk.ranges import part
from minutes.publication.models import PublishedBoard, PublishedMunicipality

BLOCK = 64 * 1024
# When a file that had to go is there again, at the latest (seconds).
SOON = "120"


@limited(FILES, told=too_many_for_a_program)
@public_page
def open_data(request: HttpRequest) -> HttpResponse:
    """What open data there is, where, and how to use it."""
    context = {
        "years": PublishedYear.objects.all(),
        "boards": PublishedBoard.objects.filter(withdrawn_at=None),
        "municipalities": PublishedMunicipality.objects.filter(withdrawn_at=None),
        "licence": settings.OPEN_DATA_LICENCE,
    }
    return render(request, "minutes/opendata/open_data.html", context)


@limited(FILES, told=too_many_for_a_program)
@public_page
def year_file(request: HttpRequest, year: int) -> HttpResponseBase:
    """A year's file, or a part of it; not one that holds what was taken back."""
    row = get_object_or_404(PublishedYear, year=year)
    if not (is_right(row) and default_storage.exists(row.path)):
        said = _("The file is being made anew. Try again in two minutes.")
        return HttpResponse(
            said,
            status=503,
            content_type="text/plain; charset=utf-8",
            headers={"Retry-After": SOON, "Cache-Control": "no-store"},
        )
    etag = f'"{row.sha256}"'
    unchanged = get_conditional_response(request, etag=etag)
    return unchanged or sent(request, row, etag)


def sent(request: HttpRequest, row: PublishedYear, etag: str) -> HttpResponseBase:
    """Send the whole file or the part that is asked for."""
    headers = {
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "public, max-age=0, must-revalidate",
    }
    # A part of another file than the one begun with is of no use (RFC 9110, 13.1.5).
    is_begun = request.headers.get("If-Range", etag) == etag
    try:
        asked = part(request.headers.get("Range", ""), row.size) if is_begun else None
    except ValueError:
        headers["Content-Range"] = f"bytes */{row.size}"
        return HttpResponse(status=416, headers=headers)
    if asked is None:
        file = default_storage.open(row.path)
        return FileResponse(
            file,
            filename=f"justera-{row.year}.zip",
            as_attachment=True,
            headers=headers,
        )
    first, last = asked
    headers["Content-Range"] = f"bytes {first}-{last}/{row.size}"
    headers["Content-Length"] = str(last - first + 1)
    return StreamingHttpResponse(
        blocks(row.path, first, last),
        status=206,
        content_type="application/zip",
        headers=headers,
    )


def blocks(path: str, first: int, last: int) -> Iterator[bytes]:
    """Read a part of a stored file, a block at a time."""
    left = last - first + 1
    with default_storage.open(path) as file:
        file.seek(first)
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
