"""A file from anybody, kept in memory alone and never longer than the answer takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse

MIB = 1024 * 1024
LIMIT = 50 * MIB
# What a form adds around its file.
AROUND = 64 * 1024

View = Callable[..., HttpResponse]


class OnlyMemory(MemoryFileUploadHandler):
    """Keeps a file in memory whatever its size; how much is read was decided before."""

    def handle_raw_input(self, *_given: Any, **_named: Any) -> None:
        """Take the file whatever its size."""
        self.activated = True


def is_too_large(request: HttpRequest) -> bool:
    """Say so before anything is read; without a length nothing is read at all."""
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return True
    return not 0 <= length <= LIMIT + AROUND


def in_memory(view: View) -> View:
    """Let no file touch the disk, whatever its size."""

    @wraps(view)
    def prepared(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        request.upload_handlers = [OnlyMemory(request)]
        return view(request, *given, **named)

    return prepared


def uploaded(request: HttpRequest) -> bytes | None:
    """Return the bytes of the form's file, or of a body that is the file itself."""
    if request.content_type == "multipart/form-data":
        file = request.FILES.get("file")
        return None if file is None else b"".join(file.chunks())
    return request.read() or None
