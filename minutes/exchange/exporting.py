"""A whole sammanträde as one JSON file; keys in one order, always."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from minutes.exchange import fields
from minutes.exchange.exporting_items import Keys, document_of, exported_item
from minutes.item.models import MinutesItem
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from minutes.approval.models import Approval
    from minutes.meeting.models import AgendaItem, Attendance, ChosenApprover, Meeting

FORMAT = "justera-sammantrade"
VERSION = 1


def exported(meeting: Meeting) -> dict[str, Any]:
    """Return everything a meeting holds, as the format says it."""
    points = list(
        meeting.agenda_items.select_related("case", "follows__meeting")
        .prefetch_related("other_cases", "papers__document__case")
        .order_by("position")
    )
    people = list(meeting.attendances.select_related("person", "membership"))
    keys = Keys(
        people={row.pk: f"p{place}" for place, row in enumerate(people, start=1)},
        points={row.pk: f"a{place}" for place, row in enumerate(points, start=1)},
    )
    items = {row.agenda_item_id: row for row in exportable_items(meeting)}
    approvals = list(meeting.approvals.approved())
    return {
        "format": FORMAT,
        "version": VERSION,
        "contains_secrets": any(row.is_secret for row in items.values()),
        "board": {"host": meeting.board.host.name, "prefix": meeting.board.prefix},
        "meeting": exported_meeting(meeting, keys, items.values(), approvals),
        "people": [exported_person(row, keys) for row in people],
        "adjournments": [
            {"point": keys.point(row.item_id), **fields.dump(row, fields.ADJOURNMENT)}
            for row in meeting.adjournments.all()
        ],
        "serving": exported_services(meeting, keys),
        "chairs": [
            {"person": keys.people[row.attendance_id], **keys.span(row)}
            for row in meeting.chosen_chairs.all()
        ],
        "approvers": [
            {
                "person": keys.people[row.attendance_id],
                "is_reserve": row.is_reserve,
                "for_point": keys.point(row.for_item_id),
            }
            for row in approvers_in_order(meeting, keys)
        ],
        "agenda": [exported_point(row, keys, items.get(row.pk)) for row in points],
        "approvals": [exported_approval(row, meeting, keys) for row in approvals],
    }


def approvers_in_order(meeting: Meeting, keys: Keys) -> list[ChosenApprover]:
    """Return the meeting's approvers, its reserves, then those of single points."""
    return sorted(
        meeting.chosen_approvers.all(),
        key=lambda row: (
            list(keys.points).index(row.for_item_id) if row.for_item_id else -1,
            row.is_reserve,
            row.pk,
        ),
    )


def exportable_items(meeting: Meeting) -> Iterable[MinutesItem]:
    """Return the §§ of the points that stand, with all their parts."""
    return (
        MinutesItem.objects.filter(
            meeting=meeting, agenda_item__withdrawn_at__isnull=True
        )
        .select_related("approval")
        .prefetch_related(
            "sections",
            "proposed",
            "floor_proposals__proposer_set",
            "floor_proposals__targets",
            "floor_proposals__about",
            "rounds__votes",
            "rounds__options",
            "rounds__targets",
            "decision_points__elected",
            "non_participations",
            "reservations__reservist_set",
            "reservations__points",
            "reservations__document__case",
            "notes__notemaker_set",
            "notes__document__case",
            "recusals",
            "earlier_handlings__earlier__board__host",
            "asked_questions__document__case",
            "recipients__recipient",
            "basis__document__case",
            "basis__document__file",
            "appendices__document__case",
            "appendices__document__file",
            "communications__communication__case",
            "reported_decisions__decision",
        )
    )


def exported_meeting(
    meeting: Meeting,
    keys: Keys,
    items: Iterable[MinutesItem],
    approvals: list[Approval],
) -> dict[str, Any]:
    """Return the meeting itself; approved is what all of its §§ are."""
    kept = list(items)
    signed = {row.pk for row in approvals}
    is_approved = bool(kept) and all(row.approval_id in signed for row in kept)
    is_closed = meeting.state == MeetingState.CLOSED
    state = "approved" if is_approved and is_closed else meeting.state
    continues = meeting.continues
    return {
        "state": state,
        **fields.dump(meeting, fields.MEETING),
        "continues": fields.as_json(continues.starts_at) if continues else None,
        "secretary": meeting.secretary.username if meeting.secretary else None,
        "current_point": keys.point(meeting.current_item_id),
    }


def exported_person(row: Attendance, keys: Keys) -> dict[str, Any]:
    """Return somebody at the meeting with what tells them from others of that name."""
    return {
        "key": keys.people[row.pk],
        **fields.dump(row, fields.PERSON),
        "email": row.person.email,
        "call_order": row.membership.call_order if row.membership else None,
        "presence": [
            {**keys.span(stay), **fields.dump(stay, fields.STAY)}
            for stay in row.presence.all()
        ],
    }


def exported_services(meeting: Meeting, keys: Keys) -> list[dict[str, Any]]:
    """Return which substitutes served in whose places."""
    return [
        {
            "substitute": keys.people[row.substitute_id],
            "in_place_of": keys.people.get(row.in_place_of_id or 0),
            **keys.span(row),
            **fields.dump(row, fields.SERVICE),
        }
        for row in meeting.serving_spans.all()
    ]


def exported_point(
    row: AgendaItem, keys: Keys, item: MinutesItem | None
) -> dict[str, Any]:
    """Return one point of the agenda with its papers and its §."""
    follows = row.follows
    return {
        "key": keys.points[row.pk],
        **fields.dump(row, fields.POINT),
        "case": row.case.dnr if row.case else None,
        "other_cases": sorted(case.dnr for case in row.other_cases.all()),
        "follows": {
            "meeting": fields.as_json(follows.meeting.starts_at),
            "position": follows.position,
        }
        if follows
        else None,
        "papers": [
            document_of(paper.document)
            for paper in sorted(row.papers.all(), key=lambda one: one.document_id)
        ],
        "item": exported_item(item, keys) if item else None,
    }


def exported_approval(row: Approval, meeting: Meeting, keys: Keys) -> dict[str, Any]:
    """Return a justering that is over: where it was signed, by whom, which file."""
    by_person = {
        one.person_id: keys.people[one.pk] for one in meeting.attendances.all()
    }
    sha256 = row.document.sha256 if row.document else row.migrated_sha256
    return {
        "points": [
            keys.points[item.agenda_item_id]
            for item in row.items.order_by("agenda_item__position")
        ],
        **fields.dump(row, fields.APPROVAL),
        "migrated_from": row.migrated_from or f"Justera, {meeting.board.host.name}",
        "sha256": sha256,
        "signers": [
            {"person": by_person.get(one.person_id), "name": one.name, "role": one.role}
            for one in row.approvers.all()
        ],
    }


def as_text(data: dict[str, Any]) -> str:
    """Return the file: UTF-8, two spaces, a line feed at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
