"""Feeds of what is published: ids that stay, the latest change first (RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from minutes.opendata.oparl.addresses import absolute
from minutes.publication.atom import TombstoneFeed

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# Since when tag: addresses with this host's name are ours to give (RFC 4151).
SINCE = "2026"
# What a feed holds at most; what is older is found in the other open data.
MOST = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed tells of one thing; `gone` when it was taken back."""

    key: str
    updated: datetime
    title: str = ""
    said: str = ""
    path: str = ""
    published: datetime | None = None
    kind: str = ""
    gone: bool = False


def tag(key: str) -> str:
    """Return an id that stays, wherever the page moves (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{SINCE}:{key}"


def feed(name: str, page: str, path: str, entries: list[Entry]) -> bytes:
    """Return a feed, what changed last first, in UTF-8."""
    made = TombstoneFeed(
        title=name,
        link=absolute(page),
        feed_url=absolute(path),
        feed_guid=tag(f"feed{path}"),
        description="",
        author_name=name,
        language="sv",
        feed_copyright=settings.OPEN_DATA_LICENCE,
    )
    newest = sorted(entries, key=lambda one: (one.updated, one.key), reverse=True)
    for one in newest[:MOST]:
        made.add_item(
            title=one.title,
            link=absolute(one.path),
            description=one.said,
            unique_id=tag(one.key),
            pubdate=one.published,
            updateddate=one.updated,
            categories=[one.kind] if one.kind else (),
            gone=one.gone,
        )
    return made.writeString("utf-8").encode()
