"""Answers of public pages that are neither there nor missing: gone, or too many."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def gone(request: HttpRequest) -> HttpResponse:
    """Say that what was published here was taken down, with ways to go on."""
    return render(request, "410.html", status=HTTPStatus.GONE)


def too_many(request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """Ask somebody to wait that many seconds (RFC 6585)."""
    context = {"retry_after": retry_after}
    status = HTTPStatus.TOO_MANY_REQUESTS
    answer = render(request, "429.html", context, status=status)
    answer["Retry-After"] = str(retry_after)
    return answer
