"""The addresses of a process that serves the public alone: those that are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern

from config import urls


def open_patterns(patterns: list[Any]) -> Iterator[URLPattern]:
    """Walk to every view that says it is public; all others do not exist here."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if getattr(pattern.callback, "is_public", False):
                yield pattern
        elif not str(pattern.pattern):
            yield from open_patterns(pattern.url_patterns)


urlpatterns = list(open_patterns(urls.urlpatterns))
