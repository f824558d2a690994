"""Atom feeds of notice boards: when a notice comes down a tombstone says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from boards.shared.citations import paragraphs
from boards.shared.clock import STOCKHOLM, local
from minutes.noticeboard import queries
from minutes.publication.atom import TombstoneFeed
from minutes.publication.models import (
    PublishedAnnouncement,
    PublishedMunicipality,
    PublishedNotice,
    PublishedProclamation,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is on the board, as a feed tells it; of what is gone only that it is."""

    title: str
    description: str
    link: str
    updated: datetime
    gone: bool = False


class NoticeFeed(Feed):
    """What is on one municipality's notice board now."""

    feed_type = TombstoneFeed

    def get_object(self, _request: HttpRequest, slug: str) -> PublishedMunicipality:
        """Return the municipality of the address."""
        return get_object_or_404(PublishedMunicipality, slug=slug)

    def title(self, obj: PublishedMunicipality) -> str:
        """Return the feed's title."""
        return _("Notice board, %(name)s") % {"name": obj.name}

    def link(self, obj: PublishedMunicipality) -> str:
        """Return the page the feed follows."""
        return obj.get_absolute_url()

    def items(self, obj: PublishedMunicipality) -> list[Entry]:
        """Return what is up and what came down lately, the latest first."""
        entries = [of_notice(row) for row in queries.notices_up(obj)]
        entries += [of_announcement(row) for row in queries.announcements_up(obj)]
        entries += [of_proclamation(row) for row in queries.proclamations_up(obj)]
        return sorted([*entries, *gone(obj)], key=lambda one: one.updated, reverse=True)

    def item_title(self, item: Entry) -> str:
        """Return its title."""
        return item.title

    def item_description(self, item: Entry) -> str:
        """Return what it says in a sentence."""
        return item.description

    def item_link(self, item: Entry) -> str:
        """Return its page."""
        return item.link

    def item_updateddate(self, item: Entry) -> datetime:
        """Return when it was posted."""
        return item.updated

    def item_extra_kwargs(self, item: Entry) -> dict[str, Any]:
        """Return whether it is a tombstone."""
        return {"gone": item.gone}


def gone(obj: PublishedMunicipality) -> Iterator[Entry]:
    """Tell what came down lately, by the id it had and when (RFC 6721)."""
    for notice in queries.notices_gone(obj):
        yield tombstone(notice.get_absolute_url(), notice.changed_at)
    for row in queries.announcements_gone(obj):
        day_after = local(row.meeting.held_on + timedelta(days=1))
        yield tombstone(row.get_absolute_url(), day_after)
    for proclamation in queries.proclamations_gone(obj):
        when = proclamation.withdrawn_at or proclamation.changed_at
        yield tombstone(proclamation.get_absolute_url(), when)


def tombstone(link: str, when: datetime) -> Entry:
    """Return an entry that has nothing to say any longer."""
    return Entry("", "", link, when, gone=True)


def of_notice(row: PublishedNotice) -> Entry:
    """Return the board, day and §§: no personal data (A-12)."""
    title = _("%(board)s %(day)s, %(items)s") % {
        "board": row.board.name,
        "day": f"{row.held_on:%Y-%m-%d}",
        "items": paragraphs(row.items_label),
    }
    return Entry(title, row.explanation, row.get_absolute_url(), row.posted_at)


def of_announcement(row: PublishedAnnouncement) -> Entry:
    """Return which board meets, when and where (KL 5:13)."""
    meeting = row.meeting
    title = _("Announcement: %(board)s meets %(day)s") % {
        "board": meeting.board.name,
        "day": f"{meeting.held_on:%Y-%m-%d}",
    }
    said = _("The meeting is cancelled.") if meeting.is_cancelled else when_where(row)
    return Entry(title, said, row.get_absolute_url(), row.announced_at)


def when_where(row: PublishedAnnouncement) -> str:
    """Return time and place in a sentence."""
    return _("%(when)s, %(place)s") % {
        "when": f"{row.meeting.starts_at.astimezone(STOCKHOLM):%Y-%m-%d %H.%M}",
        "place": row.meeting.place,
    }


def of_proclamation(row: PublishedProclamation) -> Entry:
    """Return the law it follows; its heading only when that names nobody (A-12)."""
    title = _("Announcement under %(law)s") % {"law": row.law}
    said = "" if row.names_somebody else row.heading
    return Entry(title, said, row.get_absolute_url(), row.posted_at)
