"""What a page says as schema.org's terms, for programs: nothing that is not on it.

A board is a GovernmentOrganization and a meeting an Event. A § is a CreativeWork: the
Legislation of schema.org is law, and what a board decides is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from boards.shared.citations import paragraphs
from boards.shared.clock import STOCKHOLM
from minutes.publication.labels import ROLES, named
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedBoard,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedPaper,
    PublishedSeat,
)

Said = dict[str, Any]
LANGUAGE = "sv"


def absolute(path: str) -> str:
    """Return a path of this site as an address."""
    return f"{settings.SITE_URL}{path}"


def about(kind: str, path: str, name: str, **more: Any) -> Said:
    """Return something with an address and a name, and what is known of it."""
    said = {"@type": kind, "@id": absolute(path), "url": absolute(path), "name": name}
    return said | {key: value for key, value in more.items() if value}


def board(row: PublishedBoard) -> Said:
    """Say what a board is and how it is reached."""
    path = row.get_absolute_url()
    return about("GovernmentOrganization", path, row.name, email=row.email)


def members(row: PublishedBoard, seats: Iterable[PublishedSeat]) -> Said:
    """Say who sits on a board; of a protected person nothing (OSL 21:3)."""
    held = [role(seat) for seat in seats if seat.person]
    return board(row) | ({"member": held} if held else {})


def role(seat: PublishedSeat) -> Said:
    """Say who has an uppdrag, as what and since when."""
    person: Said = {"@type": "Person", "name": seat.person.name if seat.person else ""}
    if seat.party:
        person["memberOf"] = {"@type": "Organization", "name": seat.party}
    return {
        "@type": "OrganizationRole",
        "roleName": named(ROLES, seat.role),
        "startDate": f"{seat.starts_on}",
        "member": person,
    }


def meeting(row: PublishedMeeting, points: Iterable[PublishedAgendaPoint]) -> Said:
    """Say when and where a meeting is, whose, and which papers it has."""
    state = "EventCancelled" if row.is_cancelled else "EventScheduled"
    shown = [] if row.is_cancelled else points
    return about(
        "Event",
        row.get_absolute_url(),
        f"{row.board.name} {row.held_on}",
        startDate=row.starts_at.astimezone(STOCKHOLM).isoformat(timespec="minutes"),
        eventStatus=f"https://schema.org/{state}",
        location={"@type": "Place", "name": row.place, "address": row.place},
        organizer=board(row.board),
        subjectOf=[paper(one) for point in shown for one in point.papers.all()],
    )


def paper(row: PublishedPaper) -> Said:
    """Say what a published handling is."""
    path = reverse("public-paper", args=[row.pk])
    return about("DigitalDocument", path, row.heading)


def minutes(row: PublishedMinutes) -> Said:
    """Say whose minutes these are; which §§, when they stand to be read."""
    path = row.get_absolute_url()
    found = [] if row.is_secret else row.items.all()
    return about(
        "CreativeWork",
        path,
        f"{row.meeting.board.name} {row.meeting.held_on} {paragraphs(row.items_label)}",
        inLanguage=LANGUAGE,
        publisher=board(row.meeting.board),
        hasPart=[part(one, path) for one in found],
    )


def part(row: PublishedItem, of: str) -> Said:
    """Say which § stands where in its minutes."""
    path = reverse("public-item", args=[row.minutes_id, row.number])
    return about("CreativeWork", path, row.heading, position=row.number) | {
        "isPartOf": {"@id": absolute(of)}
    }


def item(row: PublishedItem) -> Said:
    """Say what a § is cited as and where it belongs."""
    of = row.minutes.get_absolute_url()
    return part(row, of) | {
        "identifier": row.citation,
        "inLanguage": LANGUAGE,
        "publisher": board(row.minutes.meeting.board),
    }
