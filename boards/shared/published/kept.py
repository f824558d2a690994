"""Finished public pages, kept in the process and shown until anything changes.

The outermost middleware: a page that is kept needs neither its address resolved nor its
headers made again. What it costs is one question: which version is published now?
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from uuid import UUID

from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags
from django.utils.translation import get_language

from boards.shared.clock import today

# What is kept in the process: ordinary pages. A file is read from its store each time.
MOST_BYTES = 2_000_000
# Every kind of cache takes keys of this length.
LONGEST_ADDRESS = 240
SAFE = {"GET", "HEAD"}


class KeptPages:
    """Answer with a kept page, or keep the one that a public view has just made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        address = address_of(request) if request.method in SAFE else ""
        kept = caches["pages"].get(address) if address else None
        if kept is not None and kept[0] == mark_of(address):
            return answer(request, *kept)
        response = self.get_response(request)
        mark = getattr(response, "mark", "")
        if mark and len(response.content) <= MOST_BYTES:
            headers = {**response.headers, "ETag": f'"{mark}"'}
            caches["pages"].set(address, (mark, response.content, headers))
            return answer(request, mark, response.content, headers)
        return response


def marked(request: HttpRequest, response: HttpResponse, mark: str) -> HttpResponse:
    """Say that a page is everybody's: to be kept here, and asked for elsewhere."""
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    if mark and request.method in SAFE:
        setattr(response, "mark", mark)  # noqa: B010  read on the way out
    return response


def address_of(request: HttpRequest) -> str:
    """Return what a page is kept under; nothing for one that cannot be."""
    try:
        address = f"{request.method}:{request.build_absolute_uri()}"
    except DisallowedHost:
        return ""
    return address if len(address) <= LONGEST_ADDRESS else ""


def mark_of(address: str) -> str:
    """Return what names the page at this address as it is now; empty for none."""
    published = version() if address else None
    if published is None:
        return ""
    said = f"{published}|{today()}|{get_language()}|{address}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def version() -> UUID | None:
    """Return the version of everything published.

    A connection that the server has closed meanwhile is opened anew: asking first
    whether it lives would cost every page a question more.
    """
    try:
        return read_version()
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        return read_version()


def read_version() -> UUID | None:
    """Ask the database, as plainly as it can be done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM boards_publicationversion")
        row = cursor.fetchone()
    return row[0] if row else None


def answer(
    request: HttpRequest, mark: str, content: bytes, headers: dict[str, str]
) -> HttpResponse:
    """Return the page, or that the reader has it already."""
    if f'"{mark}"' in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers={**headers, "Content-Length": "0"})
    return HttpResponse(content, headers=headers)
