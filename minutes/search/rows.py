"""What search knows of each published row: pure reading of the row itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse

from boards.shared.citations import paragraphs
from boards.shared.published.models import Snapshot
from minutes.portal.queries import case_url, item_url
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedCase,
    PublishedItem,
    PublishedNotice,
    PublishedPaper,
    PublishedProclamation,
)
from minutes.search.enums import HitKind

Values = dict[str, Any]


def item_values(row: PublishedItem) -> Values | None:
    """A § with what it says; a secret one says nothing (OSL 5:2)."""
    minutes = row.minutes
    if minutes.is_secret or minutes.withdrawn_at:
        return None
    return {
        "board_id": minutes.meeting.board_id,
        "day": minutes.meeting.held_on,
        "number": row.number,
        "citation": row.citation,
        "dnr": row.dnr,
        "heading": row.heading,
        "text": row.text,
        "link": item_url(row),
        "outcomes": outcomes_in(row.facts),
        "parties": parties_in(row.facts),
    }


def outcomes_in(facts: Values) -> list[str]:
    """Return how the points of a § were decided, each outcome once."""
    found = {point.get("outcome", "") for point in facts.get("points", ())}
    return sorted(found - {""})


def parties_in(facts: Values) -> list[str]:
    """Return the parties that proposed, voted or reserved themselves in a §."""
    named = [
        *(name for one in facts.get("floor", ()) for name in one.get("by", ())),
        *(name for one in facts.get("reservations", ()) for name in one["names"]),
    ]
    found = {party_of(name) for name in named}
    for one in facts.get("rounds", ()):
        found |= {vote.get("party", "") for vote in one.get("votes", ())}
    return sorted(found - {""})


def party_of(name: str) -> str:
    """Return the party of "Sven Sundell (M)"."""
    before, opened, party = name.rpartition("(")
    return party.rstrip(") ") if opened and before else ""


def point_values(row: PublishedAgendaPoint) -> Values | None:
    """A point of an agenda until its § is there."""
    if row.is_secret or row.items.exists():
        return None
    return {
        "board_id": row.meeting.board_id,
        "day": row.meeting.held_on,
        "dnr": row.case.dnr if row.case else "",
        "heading": row.heading,
        "link": row.meeting.get_absolute_url(),
    }


def paper_values(row: PublishedPaper) -> Values | None:
    """A handling that somebody decided to publish."""
    return {
        "board_id": row.board_id,
        "day": row.handled_on,
        "dnr": row.case.dnr if row.case else "",
        "citation": row.designation,
        "heading": row.heading,
        "text": row.text,
        "link": reverse("public-paper", args=[row.pk]),
    }


def case_values(row: PublishedCase) -> Values | None:
    """An ärende that has been on an agenda, by its title."""
    if row.is_secret or not row.title:
        return None
    return {
        "board_id": row.board_id,
        "day": row.opened_on,
        "citation": row.dnr,
        "dnr": row.dnr,
        "heading": row.title,
        "link": case_url(row),
    }


def notice_values(row: PublishedNotice) -> Values | None:
    """A notice for as long as it is up (KL 8:13)."""
    if row.taken_down_on:
        return None
    return {
        "board_id": row.board_id,
        "day": row.posted_on,
        "heading": f"{row.board.name} {row.held_on:%Y-%m-%d},"
        f" {paragraphs(row.items_label)}",
        "text": row.explanation,
        "link": row.get_absolute_url(),
    }


def proclamation_values(row: PublishedProclamation) -> Values | None:
    """A kungörelse while it is up; one that names somebody is not searched for."""
    if row.names_somebody:
        return None
    return {
        "board_id": row.board_id,
        "day": row.posted_on,
        "citation": row.law[:60],
        "heading": row.heading,
        "text": row.text,
        "link": row.get_absolute_url(),
    }


class Source(NamedTuple):
    """A kind of hit, and how a row becomes one."""

    kind: HitKind
    values: Callable[[Any], Values | None]
    related: tuple[str, ...] = ()


SOURCES: dict[type[Snapshot], Source] = {
    PublishedItem: Source(HitKind.ITEM, item_values, ("minutes__meeting",)),
    PublishedAgendaPoint: Source(
        HitKind.POINT, point_values, ("meeting__board", "case")
    ),
    PublishedPaper: Source(HitKind.PAPER, paper_values, ("case",)),
    PublishedCase: Source(HitKind.CASE, case_values, ("board",)),
    PublishedNotice: Source(HitKind.NOTICE, notice_values, ("board", "municipality")),
    PublishedProclamation: Source(
        HitKind.PROCLAMATION, proclamation_values, ("municipality",)
    ),
}


def values_of(row: Snapshot) -> Values | None:
    """Return what search knows of a row; nothing of what the public may not find."""
    found = SOURCES[type(row)].values(row)
    if found is None or row.withdrawn_at or not found["heading"]:
        return None
    day: date = found["day"]
    return {**found, "year": day.year, "heading": found["heading"][:250]}
