"""Meetings with their agendas: what was on them, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from minutes.opendata.oparl.addresses import board_url, object_url
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.objects import outcomes
from minutes.opendata.oparl.objects.files import WAYS_BACK, minutes_file, paper_file
from minutes.opendata.oparl.objects.places import meeting_place
from minutes.opendata.oparl.values import Object, day, moment, web, without, written


def meeting(row: Any) -> Object:
    """Return a meeting with its agenda, its minutes and where it is held."""
    protocols = newest_minutes(row)
    files = [without(minutes_file(one), *WAYS_BACK) for one in row.minutes.all()]
    latest = [without(minutes_file(one), *WAYS_BACK) for one in protocols[-1:]]
    values = {
        "name": f"{row.board.name} {row.held_on:%Y-%m-%d}",
        "meetingState": state(row, has_minutes=bool(protocols)),
        "start": moment(row.starts_at),
        "end": moment(row.ends_at),
        "location": without(meeting_place(row), "meetings") if row.place else None,
        "organization": [board_url(row.board_id)],
        "resultsProtocol": latest[0] if latest else None,
        "auxiliaryFile": [one for one in files if one not in latest],
        "agendaItem": [
            without(agenda_item(one), "meeting") for one in row.points.all()
        ],
        "web": web(row),
    }
    made = written(Kind.MEETING, row.pk, row, values)
    return {**made, "cancelled": row.is_cancelled}


def state(row: Any, *, has_minutes: bool) -> str:
    """Return how far a meeting has come; it was held when its minutes say so."""
    if row.is_cancelled:
        return _("Cancelled")
    if has_minutes:
        return _("Held")
    return _("Summoned") if row.points.all() else _("Planned")


def newest_minutes(row: Any) -> list[Any]:
    """Return each of a meeting's minutes in its newest version, the last one last."""
    versions: dict[int, Any] = {}
    for one in sorted(row.minutes.all(), key=lambda one: one.version):
        versions[first_of(one)] = one
    return sorted(versions.values(), key=lambda one: (one.approved_on, one.pk))


def first_of(minutes: Any) -> int:
    """Return which minutes these are a version of."""
    return int(minutes.first_source_id or minutes.source_id)


def agenda_item(row: Any) -> Object:
    """Return a point of an agenda: what it is about, what was decided, by whom."""
    order = [one.pk for one in row.meeting.points.all()].index(row.pk)
    item = next(iter(row.items.all()), None)
    decided = decision(row, item) if item else {}
    values = {
        "meeting": object_url(Kind.MEETING, row.meeting_id),
        "number": f"§ {item.number}" if item else str(row.position),
        "name": row.heading,
        "consultation": (
            object_url(Kind.CONSULTATION, row.pk) if treats_case(row) else None
        ),
        "auxiliaryFile": [
            without(paper_file(one), *WAYS_BACK) for one in row.papers.all()
        ],
        "justera:referredTo": later(row),
        **decided,
    }
    made = written(Kind.AGENDA_ITEM, row.pk, row, values)
    made["order"] = order
    if row.is_secret:
        made["public"] = False
    return made


def decision(row: Any, item: Any) -> Object:
    """Return what the § of a point says, as data, and what happened then."""
    facts = item.facts or {}
    minutes = {one.pk: one for one in row.meeting.minutes.all()}.get(item.minutes_id)
    protocol = without(minutes_file(minutes), *WAYS_BACK) if minutes else None
    return {
        "result": outcomes.result(facts),
        "resolutionText": outcomes.resolution(facts),
        "resolutionFile": protocol,
        "web": web(item),
        "justera:citation": item.citation,
        **outcomes.extensions(facts),
        "justera:followUp": follow_up(row, minutes) if minutes else None,
    }


def follow_up(row: Any, minutes: Any) -> list[Object]:
    """Return where the decision was announced, and until when it can be appealed."""
    said = [
        notice
        for one in row.meeting.minutes.all()
        if first_of(one) == first_of(minutes)
        for notice in one.notices.all()
    ]
    return [
        {
            name: day(value) if isinstance(value, date) else value
            for name, value in {
                "body": object_url(Kind.BODY, notice.municipality_id),
                "postedOn": notice.posted_on,
                "lastAppealDay": notice.last_appeal_day,
                "takenDownOn": notice.taken_down_on,
            }.items()
            if value
        }
        for notice in said
    ]


def later(row: Any) -> list[str]:
    """Return the points at which the same ärende was treated afterwards."""
    if not treats_case(row):
        return []
    here = (row.meeting.starts_at, row.position)
    after = [
        one
        for one in row.case.points.all()
        if (one.meeting.starts_at, one.position) > here
    ]
    after.sort(key=lambda one: (one.meeting.starts_at, one.position))
    return [object_url(Kind.AGENDA_ITEM, one.pk) for one in after]


def treats_case(row: Any) -> bool:
    """Say whether a point treats an ärende that the public may know of."""
    return row.case is not None and row.case.withdrawn_at is None
