"""What a letter says of each new thing: as its public page names it, or less.

Read when the letter is sent, so that what was withdrawn meanwhile is not in it. What a
search engine may not keep is told of without its heading (D-18).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from boards.shared.citations import paragraphs
from boards.shared.clock import today
from minutes.portal.queries import item_url, items
from minutes.publication import indexing
from minutes.publication.labels import FOLLOW_UPS, named
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedAnnouncement,
    PublishedBoard,
    PublishedFollowUp,
    PublishedMeeting,
    PublishedMinutes,
    PublishedNotice,
    PublishedPaper,
    PublishedProclamation,
)
from minutes.search.enums import HitKind
from minutes.search.labels import KINDS
from minutes.search.models import SearchRow
from minutes.subscription.enums import Topic, What
from minutes.subscription.models import Letter, Mention


@dataclass(frozen=True)
class Line:
    """One new thing and where it is read."""

    title: str
    path: str


Key = tuple[str, int]
Lines = dict[int, Line]


def lines_of(letter: Letter) -> list[Line]:
    """Return what a letter tells of, the first first."""
    mentions = list(letter.mentions.all())
    if letter.subscription.topic == Topic.SEARCH:
        found = hits(mentions)
    else:
        found = published(mentions)
    keys = [(one.what, one.row_id) for one in mentions]
    return [found[key] for key in keys if key in found]


def published(mentions: Iterable[Mention]) -> dict[Key, Line]:
    """Return a line for each thing that is still published, a query for each kind."""
    ids: dict[str, list[int]] = defaultdict(list)
    for one in mentions:
        ids[one.what].append(one.row_id)
    return {
        (what, pk): line
        for what, pks in ids.items()
        for pk, line in READERS[What(what)](pks).items()
    }


def of_board(text: str, board: PublishedBoard, day: date) -> str:
    """Put a board and a day into a sentence."""
    return text % {"board": board.name, "day": f"{day:%Y-%m-%d}"}


def meetings(pks: list[int], text: str, *, is_cancelled: bool) -> Lines:
    """Return meetings with an agenda, or without it because they are cancelled."""
    rows = PublishedMeeting.objects.filter(
        pk__in=pks, withdrawn_at=None, is_cancelled=is_cancelled
    )
    return {
        row.pk: Line(of_board(text, row.board, row.held_on), row.get_absolute_url())
        for row in rows.select_related("board")
    }


def agendas(pks: list[int]) -> Lines:
    """Return föredragningslistor."""
    return meetings(pks, _("Agenda: %(board)s %(day)s"), is_cancelled=False)


def cancelled(pks: list[int]) -> Lines:
    """Return meetings that will not be held."""
    return meetings(pks, _("Cancelled meeting: %(board)s %(day)s"), is_cancelled=True)


def minutes(pks: list[int]) -> Lines:
    """Return protokoll."""
    rows = PublishedMinutes.objects.filter(pk__in=pks, withdrawn_at=None)
    text = _("Minutes: %(board)s %(day)s, %(items)s")
    return {
        row.pk: Line(
            text
            % {
                "board": row.meeting.board.name,
                "day": f"{row.meeting.held_on:%Y-%m-%d}",
                "items": paragraphs(row.items_label),
            },
            row.get_absolute_url(),
        )
        for row in rows.select_related("meeting__board").defer("html")
    }


def notices(pks: list[int]) -> Lines:
    """Return notices that are still up."""
    rows = PublishedNotice.objects.up_on(today())
    rows = rows.filter(pk__in=pks, withdrawn_at=None)
    text = _("Notice in %(where)s: %(board)s %(day)s, %(items)s")
    return {
        row.pk: Line(
            text
            % {
                "where": row.municipality.name,
                "board": row.board.name,
                "day": f"{row.held_on:%Y-%m-%d}",
                "items": paragraphs(row.items_label),
            },
            row.get_absolute_url(),
        )
        for row in rows.select_related("municipality", "board")
    }


def announcements(pks: list[int]) -> Lines:
    """Return kungörelser of meetings."""
    rows = PublishedAnnouncement.objects.filter(pk__in=pks, withdrawn_at=None)
    text = _("Announcement: %(board)s meets %(day)s")
    return {
        row.pk: Line(
            of_board(text, row.meeting.board, row.meeting.held_on),
            row.get_absolute_url(),
        )
        for row in rows.select_related("meeting__board")
    }


def proclamations(pks: list[int]) -> Lines:
    """Return kungörelser; of one that names somebody only that it was posted."""
    rows = PublishedProclamation.objects.filter(
        pk__in=pks, withdrawn_at=None, posted_on__lte=today()
    )
    found = {}
    for row in rows.select_related("municipality"):
        values = {"where": row.municipality.name, "heading": row.heading}
        said = _("Notice in %(where)s: %(heading)s")
        if row.names_somebody or not row.heading:
            said = _("A notice was posted in %(where)s")
        found[row.pk] = Line(said % values, row.get_absolute_url())
    return found


def sections(pks: list[int]) -> Lines:
    """Return §§, with the heading where it names nobody."""
    rows = items().filter(pk__in=pks).exclude(case__is_secret=True)
    open_ones = kept(indexing.items(), pks)
    return {
        row.pk: Line(
            f"{row.citation} {row.heading}" if row.pk in open_ones else row.citation,
            item_url(row),
        )
        for row in rows
    }


def kept(rows: Any, pks: list[int]) -> set[int]:
    """Return which of these anybody may keep."""
    return set(rows.filter(pk__in=pks).values_list("pk", flat=True))


def points(pks: list[int]) -> Lines:
    """Return the agendas an ärende is on."""
    rows = PublishedAgendaPoint.objects.filter(
        pk__in=pks, withdrawn_at=None, meeting__withdrawn_at=None, is_secret=False
    )
    text = _("On the agenda: %(board)s %(day)s")
    return {
        row.pk: Line(
            of_board(text, row.meeting.board, row.meeting.held_on),
            row.meeting.get_absolute_url(),
        )
        for row in rows.select_related("meeting__board")
    }


def papers(pks: list[int]) -> Lines:
    """Return handlingar, with the heading where it names nobody."""
    rows = PublishedPaper.objects.filter(pk__in=pks, withdrawn_at=None)
    rows = rows.exclude(case__is_secret=True)
    open_ones = kept(indexing.papers(), pks)
    found = {}
    for row in rows.only("pk", "designation", "heading"):
        heading = f" {row.heading}" if row.pk in open_ones else ""
        path = reverse("public-paper", args=[row.pk])
        found[row.pk] = Line(_("Paper:") + f" {row.designation}{heading}", path)
    return found


def follow_ups(pks: list[int]) -> Lines:
    """Return what became of decisions."""
    rows = PublishedFollowUp.objects.filter(pk__in=pks, withdrawn_at=None)
    rows = rows.filter(item__in=items()).exclude(item__case__is_secret=True)
    return {
        row.pk: Line(
            f"{named(FOLLOW_UPS, row.kind)}: {row.item.citation}", item_url(row.item)
        )
        for row in rows.select_related("item")
    }


READERS: dict[What, Callable[[list[int]], Lines]] = {
    What.AGENDA: agendas,
    What.CANCELLED: cancelled,
    What.MINUTES: minutes,
    What.NOTICE: notices,
    What.ANNOUNCEMENT: announcements,
    What.PROCLAMATION: proclamations,
    What.ITEM: sections,
    What.POINT: points,
    What.PAPER: papers,
    What.FOLLOW_UP: follow_ups,
}


def hits(mentions: Iterable[Mention]) -> dict[Key, Line]:
    """Return a line for each hit that search still finds."""
    wanted = Q(pk=None)
    ids: dict[str, list[int]] = defaultdict(list)
    for one in mentions:
        ids[one.what].append(one.row_id)
    for kind, pks in ids.items():
        wanted |= Q(kind=kind, row_id__in=pks)
    rows = list(SearchRow.objects.filter(wanted).select_related("board").defer("text"))
    closed = personal(rows)
    return {(row.kind, row.row_id): of_hit(row, closed) for row in rows}


def of_hit(row: SearchRow, closed: set[Key]) -> Line:
    """Return a hit, without its heading when that can name somebody."""
    kind = str(KINDS.get(row.kind, row.kind))
    heading = "" if (row.kind, row.row_id) in closed else row.heading
    said = " ".join(part for part in (row.citation, heading) if part)
    said = said or f"{row.board.name} {row.day:%Y-%m-%d}"
    return Line(f"{kind}: {said}", row.link)


def personal(rows: list[SearchRow]) -> set[Key]:
    """Return the hits that search engines may not keep."""
    open_rows = {
        HitKind.ITEM: indexing.items(),
        HitKind.CASE: indexing.cases(),
        HitKind.PAPER: indexing.papers(),
        HitKind.POINT: PublishedAgendaPoint.objects.filter(
            Q(case=None) | Q(case__in=indexing.cases())
        ),
    }
    closed: set[Key] = set()
    for kind, allowed in open_rows.items():
        pks = [row.row_id for row in rows if row.kind == kind]
        if pks:
            closed |= {(str(kind), pk) for pk in set(pks) - kept(allowed, pks)}
    return closed
