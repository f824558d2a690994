"""Atom with tombstones: an entry that was taken back says so (RFC 4287, RFC 6721)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from minutes.opendata.oparl.addresses import absolute

TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
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


class Feed(Atom1Feed):
    """Atom with `at:deleted-entry` for what was taken back."""

    def root_attributes(self) -> dict[str, str]:
        """Return the namespaces as well."""
        return {**super().root_attributes(), "xmlns:at": TOMBSTONES}

    def write_items(self, handler: Any) -> None:
        """Write entries and tombstones in their order."""
        for item in self.items:
            if not item["gone"]:
                handler.startElement("entry", self.item_attributes(item))
                self.add_item_elements(handler, item)
                handler.endElement("entry")
                continue
            when = rfc3339_date(item["updateddate"])
            said = {"ref": cast("str", item["unique_id"]), "when": when}
            handler.addQuickElement("at:deleted-entry", "", said)


def tag(key: str) -> str:
    """Return an id that stays, wherever the page moves (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{SINCE}:{key}"


def feed(name: str, page: str, path: str, entries: list[Entry]) -> bytes:
    """Return a feed, what changed last first, in UTF-8."""
    made = Feed(
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
