"""Motions and vote events from what was published of a §, as Popolo has them.

The people and organisations are those of OParl, by the same ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Greatest

from minutes.opendata.oparl.addresses import (
    POPOLO,
    absolute,
    board_url,
    object_url,
)
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.values import ABSENT, Object, moment, web
from minutes.publication.models import PublishedItem, PublishedSeat

# Popolo has words for what passed and what failed, and for nothing between.
RESULTS = {"adopted": "pass", "elected": "pass", "rejected": "fail"}
SIDES = ("yes", "no", "abstain")
Voters = Mapping[str, str]


def motions() -> QuerySet[Any]:
    """The §§ in which a question was put to the vote, in the order they came."""
    seats = PublishedSeat.objects.filter(withdrawn_at=None).select_related("person")
    found = PublishedItem.objects.filter(
        Q(facts__rounds__0__isnull=False), withdrawn_at=None, minutes__withdrawn_at=None
    )
    return (
        found.annotate(modified=Greatest("changed_at", F("minutes__changed_at")))
        .select_related("minutes__meeting__board")
        .prefetch_related(Prefetch("minutes__meeting__board__seats", seats))
        .defer("html", "text", "minutes__html")
        .order_by("pk")
    )


def motion_url(pk: int) -> str:
    """Return a motion's id."""
    return absolute(f"/{POPOLO}/motion/{pk}")


def event_url(pk: int, number: int) -> str:
    """Return a vote event's id."""
    return absolute(f"/{POPOLO}/vote_event/{pk}-{number}")


def filled(values: Object) -> Object:
    """Leave out what is not known."""
    return {name: value for name, value in values.items() if value not in ABSENT}


def motion(row: Any) -> Object:
    """Return what was before a board, with each vote on it."""
    facts = row.facts
    outcomes = {str(one.get("outcome", "")) for one in facts.get("points", ())}
    results = {RESULTS.get(outcome) for outcome in outcomes}
    values = {
        "id": motion_url(row.pk),
        **common(row),
        "text": "\n".join(facts.get("proposed", ())) or row.heading,
        "identifier": row.citation,
        "classification": facts.get("kind"),
        "date": moment(row.minutes.meeting.starts_at),
        "result": results.pop() if len(results) == 1 else None,
        "vote_events": events(row),
    }
    return filled(values)


def common(row: Any) -> Object:
    """Return what a motion and its vote events both say."""
    meeting = row.minutes.meeting
    return {
        "organization_id": board_url(meeting.board_id),
        "legislative_session_id": object_url(Kind.MEETING, meeting.pk),
        "created_at": moment(row.created_at),
        "updated_at": moment(row.modified),
        "sources": [{"url": web(row)}],
    }


def events(row: Any) -> list[Object]:
    """Return the votes of a §, in the order they were taken."""
    rounds = enumerate(row.facts["rounds"], start=1)
    return [event(row, number, said) for number, said in rounds]


def event(row: Any, number: int, said: Object) -> Object:
    """Return one question: how it was put, how many said what, and who."""
    known = voters(row.minutes.meeting.board.seats.all())
    values = {
        "id": event_url(row.pk, number),
        **common(row),
        "motion_id": motion_url(row.pk),
        "identifier": str(number),
        "classification": said.get("method"),
        "start_date": moment(row.minutes.meeting.starts_at),
        "result": result(said),
        "counts": counts(said),
        "votes": [vote(one, known) for one in said.get("votes", ())],
    }
    return filled(values)


def counts(said: Object) -> list[Object]:
    """Return how many there were for each answer, or for each name in an election."""
    options = [
        {"option": one["label"], "value": one["votes"]}
        for one in said.get("options", ())
    ]
    return options or [
        {"option": side, "value": said[side]}
        for side in SIDES
        if isinstance(said.get(side), int)
    ]


def result(said: Object) -> str | None:
    """Return who won a question, whatever settled it; an election has no two sides."""
    answer = said.get("is_yes")
    if answer is None or said.get("options"):
        return None
    return "pass" if answer else "fail"


def vote(said: Object, known: Voters) -> Object:
    """Return what one person answered; somebody protected has no name here."""
    name, party = said.get("name", ""), said.get("party", "")
    values = {
        "voter_id": known.get(name) if name else None,
        "voter": {"name": name} if name else None,
        "option": said.get("choice"),
        "group": {"name": party} if party else None,
    }
    return filled(values)


def voters(seats: Iterable[Any]) -> Voters:
    """Return people of a board by name; two of one name are nobody's id."""
    found: dict[str, set[int]] = {}
    for seat in seats:
        if seat.person is not None and seat.person.withdrawn_at is None:
            found.setdefault(seat.person.name, set()).add(seat.person_id)
    return {
        name: object_url(Kind.PERSON, next(iter(pks)))
        for name, pks in found.items()
        if len(pks) == 1
    }
