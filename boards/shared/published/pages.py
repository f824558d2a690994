"""What every page without login has in common: its rights, its cache, its headers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from boards.shared.clock import today
from boards.shared.published.models import PublicationVersion
from boards.shared.published.role import as_public

View = Callable[..., HttpResponse]

# What is kept in the process: ordinary pages. A file is read from its store each time.
MOST_BYTES = 2_000_000
LONGEST_ADDRESS = 300


def public_page(view: View) -> View:
    """Read with the rights of the public; render once for each published version.

    A page is kept until anything is published anew or the day changes, so the next
    request sees a notice that was posted, and one that came down at midnight. Nobody
    between us and the reader may show a kept page without asking.
    """

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mark = mark_of(request)
        if mark and f'"{mark}"' in parse_etags(
            request.headers.get("If-None-Match", "")
        ):
            return with_headers(HttpResponseNotModified(), mark)
        kept = caches["pages"].get(mark) if mark else None
        if kept is not None:
            content, headers = kept
            return with_headers(HttpResponse(content, headers=headers), mark)
        with as_public():
            response = view(request, *args, **kwargs)
        if response.status_code != HttpResponse.status_code or response.streaming:
            return response
        keep(mark, response)
        return with_headers(response, mark)

    return opened(shown)


def public_form(view: View) -> View:
    """Let a page without login be sent to as well: the rights of the public, no cache.

    There is no login to misuse and no cookie to hold a token, so none is asked for.
    """

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with as_public():
            response = view(request, *args, **kwargs)
        patch_cache_control(response, no_store=True)
        return response

    return opened(csrf_exempt(shown))


def opened(view: View) -> View:
    """Mark a view as open to everybody: a test asks it of each one that is."""
    setattr(view, "is_public", True)  # noqa: B010  a function has no such field
    return view


def mark_of(request: HttpRequest) -> str:
    """Return what names this page as it is now; empty when it cannot be kept."""
    version = PublicationVersion.objects.values_list("value", flat=True).first()
    address = request.build_absolute_uri()
    if version is None or len(address) > LONGEST_ADDRESS:
        return ""
    said = f"{version}|{today()}|{get_language()}|{request.method}|{address}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def keep(mark: str, response: HttpResponse) -> None:
    """Keep the finished page in this process."""
    if mark and len(response.content) <= MOST_BYTES:
        caches["pages"].set(mark, (response.content, dict(response.headers)))


def with_headers(response: HttpResponse, mark: str) -> HttpResponse:
    """Say that the page is everybody's, and to ask each time whether it changed."""
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    if mark:
        response.headers["ETag"] = f'"{mark}"'
    return response
