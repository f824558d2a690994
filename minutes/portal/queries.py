"""Reads of what is published, for the pages of people, §§ and ärenden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from boards.shared.citations import paragraphs
from minutes.publication.labels import FOLLOW_UPS, named
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedBoard,
    PublishedCase,
    PublishedFollowUp,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedNotice,
    PublishedPaper,
    PublishedSeat,
)

# The order in which a board is read out.
ORDER = ("chair", "vice_chair", "second_vice_chair", "member", "substitute")
# "ITVT § 12/2020-09-29", with or without the space.
CITATION = re.compile(r"^(.{1,40}?)\s*§\s*(\d{1,6})/(\d{4}-\d\d-\d\d)$")


def coming(day: date) -> QuerySet[PublishedMeeting]:
    """Every board's meetings on a day and after it, nearest first."""
    rows = PublishedMeeting.objects.filter(held_on__gte=day, withdrawn_at__isnull=True)
    return rows.select_related("board").order_by("starts_at")


def seats_on(board: PublishedBoard, day: date) -> QuerySet[PublishedSeat]:
    """Who sat on a board on a day, the chair first."""
    rank = Case(
        *(When(role=role, then=Value(place)) for place, role in enumerate(ORDER)),
        default=Value(len(ORDER)),
        output_field=IntegerField(),
    )
    held = board.seats.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day),
        starts_on__lte=day,
        withdrawn_at__isnull=True,
    )
    return (
        held.select_related("person", "municipality")
        .annotate(rank=rank)
        .order_by("rank", "call_order", "pk")
    )


def items() -> QuerySet[PublishedItem]:
    """§§ that may be read, with the minutes and the ärende they belong to."""
    return PublishedItem.objects.filter(
        withdrawn_at__isnull=True, minutes__withdrawn_at__isnull=True
    ).select_related("minutes__meeting__board", "case__board")


def neighbours(
    item: PublishedItem,
) -> tuple[PublishedItem | None, PublishedItem | None]:
    """Return the § before and the § after in the same minutes."""
    rows = PublishedItem.objects.filter(
        minutes=item.minutes_id, withdrawn_at__isnull=True
    )
    before = rows.filter(number__lt=item.number).order_by("-number").first()
    return before, rows.filter(number__gt=item.number).order_by("number").first()


def first_notices(minutes: PublishedMinutes) -> list[PublishedNotice]:
    """Return the notices, which are those of the minutes' first version (KL 13:5)."""
    first = minutes.first_source_id or minutes.source_id
    rows = PublishedNotice.objects.filter(minutes__source_id=first)
    return list(rows.select_related("municipality").order_by("municipality__name"))


def later_items(item: PublishedItem) -> list[PublishedItem]:
    """Return the §§ after this one about the same ärende, the next one first."""
    if item.case_id is None:
        return []
    day = item.minutes.meeting.held_on
    rows = items().filter(case=item.case_id).exclude(pk=item.pk)
    later = rows.filter(minutes__meeting__held_on__gte=day)
    return [
        row
        for row in later.order_by("minutes__meeting__held_on", "number")
        if (row.minutes.meeting.held_on, row.number) > (day, item.number)
    ]


def follow_ups(item: PublishedItem, label: str = "") -> list[PublishedFollowUp]:
    """Return what was done about a §, or about one point of it."""
    rows = item.follow_ups.filter(withdrawn_at__isnull=True)
    return list(rows.filter(point=label) if label else rows)


def cases() -> QuerySet[PublishedCase]:
    """Ärenden that are published now."""
    rows = PublishedCase.objects.filter(withdrawn_at__isnull=True)
    return rows.select_related("board")


def numbered(slug: str) -> Q:
    """Find the ärende whose number ends as the address does: 4-2020 is 4/2020."""
    number = slug.replace("-", "/")
    return Q(dnr=number) | Q(dnr__endswith=f" {number}")


def papers() -> QuerySet[PublishedPaper]:
    """Handlingar that are published now."""
    return PublishedPaper.objects.filter(withdrawn_at__isnull=True)


def disposition(paper: PublishedPaper, *, inline: bool) -> str:
    """Return how a browser is to take the file; only a PDF is shown."""
    return content_disposition_header(not inline, paper.file_name) or "attachment"


@dataclass(frozen=True)
class Event:
    """Something that happened in an ärende, and where it is read."""

    day: date
    kind: str
    title: str
    url: str = ""


def events_of(case: PublishedCase) -> list[Event]:
    """Return what happened in an ärende, the first first."""
    found = [Event(case.opened_on, "opened", _("The case was opened"))]
    if case.closed_on:
        found.append(Event(case.closed_on, "closed", _("The case was closed")))
    if not case.is_secret:
        found += [*agendas_of(case), *decisions_of(case), *papers_of(case)]
        found += followed_of(case)
    return sorted(found, key=lambda event: event.day)


def agendas_of(case: PublishedCase) -> list[Event]:
    """Return the agendas it is on where no § says more yet."""
    rows = PublishedAgendaPoint.objects.filter(
        case=case, withdrawn_at__isnull=True, is_secret=False, items__isnull=True
    ).select_related("meeting__board")
    return [
        Event(
            row.meeting.held_on,
            "agenda",
            _("On the agenda: %(heading)s") % {"heading": row.heading},
            row.meeting.get_absolute_url(),
        )
        for row in rows
    ]


def decisions_of(case: PublishedCase) -> list[Event]:
    """Return the §§ about it."""
    return [
        Event(
            row.minutes.meeting.held_on,
            "decision",
            f"{paragraphs(str(row.number))} {row.heading}",
            item_url(row),
        )
        for row in items().filter(case=case)
    ]


def papers_of(case: PublishedCase) -> list[Event]:
    """Return its published handlingar."""
    return [
        Event(
            row.handled_on,
            "paper",
            f"{row.heading} ({row.designation})",
            reverse("public-paper", args=[row.pk]),
        )
        for row in papers().filter(case=case)
    ]


def followed_of(case: PublishedCase) -> list[Event]:
    """Return which of its decisions were carried out or reported back."""
    rows = PublishedFollowUp.objects.filter(
        item__in=items().filter(case=case), withdrawn_at__isnull=True
    )
    return [
        Event(
            row.done_on,
            "followed",
            f"{named(FOLLOW_UPS, row.kind)}: {paragraphs(str(row.item.number))}"
            f" {row.item.heading}",
            item_url(row.item),
        )
        for row in rows.select_related("item")
    ]


def item_url(item: PublishedItem) -> str:
    """Return the address of a §'s own page."""
    return reverse("public-item", args=[item.minutes_id, item.number])


def case_url(case: PublishedCase) -> str:
    """Return the address of an ärende's page."""
    number = case.dnr.rsplit(" ", 1)[-1].replace("/", "-")
    return reverse("public-case", args=[case.board.slug, number])


def cited(typed: str) -> str | None:
    """Return the address of what is cited, when it is published."""
    words = " ".join(typed.replace("\N{NO-BREAK SPACE}", " ").split())
    if found := CITATION.match(words):
        return address_of_citation(*found.groups())
    rows = PublishedCase.objects.filter(dnr__iexact=words, withdrawn_at__isnull=True)
    case = rows.select_related("board").first()
    return case_url(case) if case else None


def address_of_citation(board: str, number: str, day: str) -> str | None:
    """Return the address of the § that a board took on a day."""
    try:
        held_on = date.fromisoformat(day)
    except ValueError:
        return None
    rows = items().filter(
        minutes__meeting__board__prefix__iexact=board.strip(),
        minutes__meeting__held_on=held_on,
        number=int(number),
    )
    row = rows.order_by("-minutes__version").first()
    return item_url(row) if row else None
