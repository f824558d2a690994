"""Which published rows stand behind each kind of object, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from minutes.opendata.oparl import loading, rows
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.objects import files, meetings, papers, places, registers
from minutes.opendata.oparl.rows import WITHDRAWN, Rows
from minutes.opendata.oparl.values import Object
from minutes.publication.models import PublishedSeat


@dataclass(frozen=True)
class Source:
    """One table of a kind: its rows, those of a body, and how a row becomes an object.

    `lead` begins the key where a kind comes from more than one table.
    """

    rows: Callable[[], Rows]
    of_body: Callable[[int], Q]
    load: Callable[[Rows], Rows]
    show: Callable[[Any], Object]
    lead: str = ""

    def key(self, pk: int) -> str:
        """Return how a row is named in its id."""
        return f"{self.lead}{pk}"


def within(path: str) -> Callable[[int], Q]:
    """Choose rows by the municipalities that their board concerns."""
    return lambda body: Q(**{f"{path}municipalities": body})


def itself(body: int) -> Q:
    """Choose the municipality's own row."""
    return Q(pk=body)


def boards_of(body: int) -> Q:
    """Choose a municipality's boards; a deleted one of nobody's is told to all."""
    return Q(municipalities=body) | WITHDRAWN & Q(municipalities=None)


def people_of(body: int) -> Q:
    """Choose who sits in a municipality's boards.

    Somebody who got protected data lost every link with their name: that they are gone
    is told to every body, with nothing but the id.
    """
    held = PublishedSeat.objects.filter(person=OuterRef("pk"))
    here = held.filter(board__municipalities=body)
    return Q(Exists(here)) | WITHDRAWN & ~Q(Exists(held))


def as_is(found: Rows) -> Rows:
    """Read the rows alone."""
    return found


def paper_file(row: Any) -> Object:
    """Return a handling's file with all that leads back from it."""
    return files.paper_file(row, row.points.all())


SOURCES: dict[Kind, tuple[Source, ...]] = {
    Kind.BODY: (Source(rows.bodies, itself, as_is, registers.body),),
    Kind.ORGANIZATION: (
        Source(rows.boards, boards_of, loading.boards, registers.board, "board-"),
        Source(
            rows.parties,
            lambda body: Q(municipality=body),
            as_is,
            registers.party,
            "party-",
        ),
    ),
    Kind.PERSON: (Source(rows.people, people_of, loading.people, registers.person),),
    Kind.MEMBERSHIP: (
        Source(rows.seats, within("board__"), as_is, registers.membership),
    ),
    Kind.MEETING: (
        Source(rows.meetings, within("board__"), loading.meetings, meetings.meeting),
    ),
    Kind.AGENDA_ITEM: (
        Source(
            rows.points,
            within("meeting__board__"),
            loading.points,
            meetings.agenda_item,
        ),
    ),
    Kind.CONSULTATION: (
        Source(
            rows.consultations,
            within("meeting__board__"),
            loading.consultations,
            papers.consultation,
        ),
    ),
    Kind.PAPER: (
        Source(rows.cases, within("board__"), loading.cases, papers.case, "case-"),
        Source(
            rows.papers, within("board__"), loading.papers, papers.document, "document-"
        ),
    ),
    Kind.FILE: (
        Source(
            rows.minutes,
            within("meeting__board__"),
            loading.minutes,
            files.minutes_file,
            "minutes-",
        ),
        Source(
            rows.papers, within("board__"), loading.paper_files, paper_file, "paper-"
        ),
    ),
    Kind.LOCATION: (
        Source(rows.body_places, itself, as_is, places.body_place, "body-"),
        Source(
            rows.meeting_places,
            within("board__"),
            as_is,
            places.meeting_place,
            "meeting-",
        ),
    ),
}
# What an organisation has lists of, and how its board is found.
OF_BOARD = {Kind.MEETING: "board", Kind.CONSULTATION: "meeting__board"}
