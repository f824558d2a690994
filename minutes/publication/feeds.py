"""Atom feeds of notice boards: an entry leaves when its notice comes down."""

from __future__ import annotations

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from boards.shared.citations import paragraphs
from minutes.publication.models import PublishedMunicipality, PublishedNotice
from minutes.publication.queries import notices_up


class NoticeFeed(Feed):
    """What is on one municipality's notice board now."""

    feed_type = Atom1Feed

    def get_object(self, _request: HttpRequest, slug: str) -> PublishedMunicipality:
        """Return the municipality of the address."""
        return get_object_or_404(PublishedMunicipality, slug=slug)

    def title(self, obj: PublishedMunicipality) -> str:
        """Return the feed's title."""
        return _("Notice board, %(name)s") % {"name": obj.name}

    def link(self, obj: PublishedMunicipality) -> str:
        """Return the page the feed follows."""
        return obj.get_absolute_url()

    def items(self, obj: PublishedMunicipality) -> QuerySet[PublishedNotice]:
        """Return the notices that are up."""
        return notices_up(obj)

    def item_title(self, item: PublishedNotice) -> str:
        """Return the board, day and §§: no personal data (A-12)."""
        return _("%(board)s %(day)s, %(items)s") % {
            "board": item.board.name,
            "day": f"{item.held_on:%Y-%m-%d}",
            "items": paragraphs(item.items_label),
        }

    def item_description(self, item: PublishedNotice) -> str:
        """Return the dates in a sentence."""
        return item.explanation

    def item_updateddate(self, item: PublishedNotice) -> datetime:
        """Return when it was posted."""
        return item.posted_at
