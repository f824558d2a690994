"""Answers of public pages that are neither there nor missing: gone, or too many."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import ngettext


def gone(request: HttpRequest) -> HttpResponse:
    """Say that what was published here was taken down, with ways to go on."""
    answer = render(request, "410.html", status=HTTPStatus.GONE)
    # Published anew it is back at the next request.
    patch_cache_control(answer, no_store=True)
    return answer


def too_many(request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """Ask somebody to wait that many seconds (RFC 6585)."""
    context = {"retry_after": retry_after}
    status = HTTPStatus.TOO_MANY_REQUESTS
    answer = render(request, "429.html", context, status=status)
    return to_wait(answer, retry_after)


def too_many_for_a_program(_request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """Say the same in one line, where no person reads it: feeds, calendars."""
    status = HTTPStatus.TOO_MANY_REQUESTS
    line = f"{words_to_wait(retry_after)}\n"
    plain = "text/plain; charset=utf-8"
    return to_wait(HttpResponse(line, content_type=plain, status=status), retry_after)


def words_to_wait(seconds: int) -> str:
    """Return how long somebody has to wait, in a sentence."""
    said = ngettext(
        "Too many requests: wait %(seconds)s second.",
        "Too many requests: wait %(seconds)s seconds.",
        seconds,
    )
    return said % {"seconds": seconds}


def to_wait(answer: HttpResponse, seconds: int) -> HttpResponse:
    """Say in the headers when to come again; the answer is this client's alone."""
    answer["Retry-After"] = str(seconds)
    patch_cache_control(answer, no_store=True)
    return answer
