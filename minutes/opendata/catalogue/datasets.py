"""Which data sets there are, and in which forms each can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minutes.opendata.oparl.addresses import absolute, list_url
from minutes.opendata.oparl.enums import Kind

JSON, ATOM = "application/json", "application/atom+xml"
CALENDAR, ZIP = "text/calendar", "application/zip"


@dataclass(frozen=True)
class Source:
    """One form in which a data set can be had."""

    title: str
    address: str
    media_type: str
    is_file: bool = False


@dataclass(frozen=True)
class Dataset:
    """What a municipality gives of one kind."""

    key: str
    title: Promise
    description: Promise
    keywords: tuple[Promise, ...]
    forms: Callable[[Any], Iterator[Source]]


def of_minutes(row: Any) -> Iterator[Source]:
    """Minutes: OParl and a feed."""
    yield oparl(row, Kind.FILE)
    yield Source(
        str(_("Atom feed")),
        absolute(reverse("municipality-feed", args=[row.slug])),
        ATOM,
    )


def of_notices(row: Any) -> Iterator[Source]:
    """Notices: the feed of the board."""
    yield Source(
        str(_("Atom feed")), absolute(reverse("notice-feed", args=[row.slug])), ATOM
    )


def of_meetings(row: Any) -> Iterator[Source]:
    """Meetings: OParl, a calendar and a feed of each board."""
    yield oparl(row, Kind.MEETING)
    address = absolute(reverse("municipality-calendar", args=[row.slug]))
    yield Source(str(_("Calendar")), address, CALENDAR)
    for board in row.boards.all():
        yield Source(
            str(_("Atom feed, %(board)s") % {"board": board.name}),
            absolute(reverse("board-feed", args=[board.slug])),
            ATOM,
        )


def of_votes(row: Any) -> Iterator[Source]:
    """Votes: Popolo."""
    address = absolute(reverse("popolo-motions", args=[row.pk]))
    yield Source("Popolo", address, JSON)


def oparl(row: Any, kind: Kind) -> Source:
    """Return a list of OParl."""
    return Source("OParl 1.1", list_url(Kind.BODY, row.pk, kind), JSON)


def year_files(rows: Iterable[Any]) -> Iterator[Source]:
    """Return the files of the years: they hold every data set."""
    for row in rows:
        title = str(_("All of %(year)s (JSON and CSV)") % {"year": row.year})
        yield Source(title, absolute(row.get_absolute_url()), ZIP, is_file=True)


DATASETS = (
    Dataset(
        "protokoll",
        _("Minutes of the boards"),
        _("Approved minutes with their paragraphs and decisions, from all boards."),
        (_("minutes"), _("decisions")),
        of_minutes,
    ),
    Dataset(
        "anslag",
        _("Notices on the notice board"),
        _("When minutes were announced, and until when decisions can be appealed."),
        (_("notice board"), _("appeal")),
        of_notices,
    ),
    Dataset(
        "moten",
        _("Meetings of the boards"),
        _("When and where boards meet, and what is on their agendas."),
        (_("meetings"), _("calendar")),
        of_meetings,
    ),
    Dataset(
        "omrostningar",
        _("Votes in the boards"),
        _("The questions that were put, the numbers, and names in open votes."),
        (_("votes"), _("decisions")),
        of_votes,
    ),
)
