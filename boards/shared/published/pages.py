"""What every page without login has in common: its rights, and who may keep it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from boards.shared.languages import asked
from boards.shared.published.answers import gone
from boards.shared.published.kept import address_of, mark_of, marked
from boards.shared.published.limits import PAGES, limited
from boards.shared.published.role import as_public
from boards.shared.published.tombstones import Gone

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """Read with the rights of the public; made once for each published version.

    A page is kept until anything is published anew or the day changes, so the next
    request sees a notice that was posted, and one that came down at midnight. Nobody
    between us and the reader may show a kept page without asking.
    """

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Before the page is made: what is published meanwhile has another mark.
        mark = mark_of(address_of(request))
        try:
            with as_public(), override(asked(request)):
                response = view(request, *args, **kwargs)
        except Gone:
            return gone(request)
        if response.status_code != HttpResponse.status_code or response.streaming:
            return response
        return marked(request, response, mark)

    # Whoever sends something hears that nothing is taken, not that a cookie is missing.
    return opened(csrf_exempt(limited(PAGES)(shown)))


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

    return opened(csrf_exempt(limited(PAGES)(shown)))


def opened(view: View) -> View:
    """Mark a view as open to everybody: a test asks it of each one that is."""
    setattr(view, "is_public", True)  # noqa: B010  a function has no such field
    return view
