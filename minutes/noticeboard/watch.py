"""Asking the public board as any reader would: which notices are on it now."""

from __future__ import annotations

import logging
import re

import httpx
from django.conf import settings
from django.urls import reverse

from boards.board.models import Municipality
from boards.shared.clock import now
from minutes.notice.actions import note_look
from minutes.notice.models import Notice

log = logging.getLogger("justera.notice")

TIMEOUT = 20
MARK = re.compile(r'data-notice="(\d+)"')


def reader() -> httpx.Client:
    """Return an anonymous reader of the site, by the address everybody uses."""
    return httpx.Client(
        base_url=settings.SITE_URL,
        timeout=TIMEOUT,
        follow_redirects=True,
        headers={"Cache-Control": "no-cache", "User-Agent": "Justera"},
    )


def ask_board(client: httpx.Client, slug: str) -> set[int] | None:
    """Return the notices on a board, or None when it gives no page."""
    try:
        answer = client.get(reverse("notice-board", args=[slug]))
        answer.raise_for_status()
    except httpx.HTTPError as error:
        log.warning("the notice board %s could not be read: %s", slug, error)
        return None
    return {int(number) for number in MARK.findall(answer.text)}


def watch(client: httpx.Client) -> None:
    """Look at every board here that has notices up, and write down what was seen."""
    up = Notice.objects.up().filter(municipality__is_served_here=True)
    for row in Municipality.objects.filter(pk__in=up.values("municipality")):
        asked_at = now()
        seen = ask_board(client, row.slug)
        note_look(municipality=row, seen=seen, asked_at=asked_at)
