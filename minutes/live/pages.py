"""What the live view shows, for who writes and for who follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.membership.enums import MemberRole
from boards.shared.texts import sentence
from minutes.item.actions.steps import blocks_change
from minutes.item.enums import RoundMethod
from minutes.item.vote_form import VoteForm
from minutes.live.facts import script_facts
from minutes.live.parts import (
    ITEM_PARTS,
    ROOM_PARTS,
    decision_form,
    item_form,
    room_form,
)
from minutes.live.queries import DECIDING, VOTING, pulse, shown, times_written
from minutes.live.rules.script import next_line, script
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.item.models import MinutesItem
    from minutes.live.queries import Shown
    from minutes.meeting.models import Meeting


def live_page(
    meeting: Meeting, asked: int | None, bound: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Return the secretary's view; `bound` holds a form that was refused."""
    beat = pulse(meeting)
    view = shown(meeting, asked)
    may_write = meeting.state == MeetingState.IN_SESSION
    page = {
        **common(view, asked),
        "beat": beat,
        "may_act": may_write,
        "has_script": True,
    }
    if may_write:
        refused = bound or {}
        room = {part: room_form(part, view) for part in ROOM_PARTS}
        page["forms"] = item_forms(view) | room | refused
        votes = page["forms"].get("votes", {}) | refused.get("refused_votes", {})
        for row in page["rounds"]:
            row["form"] = votes.get(row["round"].pk)
    return page


def follow_page(meeting: Meeting, asked: int | None, user: User) -> dict[str, Any]:
    """Return the view of those called: the script only for who presides (KL 6:20)."""
    beat = pulse(meeting)
    view = shown(meeting, asked)
    page = {**common(view, asked), "beat": beat, "may_act": False}
    return page | {"has_script": presides(view, user)}


def common(view: Shown, asked: int | None) -> dict[str, Any]:
    """Return what everybody sees of the point."""
    lines = script(script_facts(view))
    item = view.item
    return {
        "meeting": view.meeting,
        "view": view,
        "point": view.point,
        "item": item,
        "service": view.service,
        "warnings": [sentence(one) for one in view.serving.refusals]
        if view.serving
        else [],
        "asked": asked if view.point and view.point.pk == asked else None,
        "lines": lines,
        "next_line": next_line(lines),
        "agenda": [(point, number_of(view, point)) for point in view.points],
        "is_running": view.meeting.state == MeetingState.IN_SESSION,
        "pause": next(
            (row for row in view.meeting.adjournments.all() if row.to_at is None), None
        ),
        "rounds": [
            {"round": row, "is_vote": row.method != RoundMethod.ACCLAMATION}
            for row in (item.rounds.all() if item else ())
        ],
    }


def number_of(view: Shown, point: Any) -> int | None:
    """Return the § number of a point on the agenda; opening points have none."""
    item = getattr(point, "item", None)
    return view.numbers.get(item.pk) if item else None


def item_forms(view: Shown) -> dict[str, Any]:
    """Return the forms of the §; none for a point without one or one that is frozen."""
    item, service = view.item, view.service
    if item is None or service is None or blocks_change(item):
        return {}
    made = {part: item_form(part, item, service) for part in ITEM_PARTS}
    made["beslut"] = decision_form(item, view)
    made["beslut_seen"] = times_written(item, DECIDING)
    made["votes"] = vote_forms(item, view)
    made["votes_seen"] = times_written(item, VOTING)
    return made


def vote_forms(item: MinutesItem, view: Shown) -> dict[int, VoteForm]:
    """Return the form of every vote that is asked for."""
    return {
        row.pk: VoteForm(item=item, service=view.service, round_=row)
        for row in item.rounds.all()
        if row.method != RoundMethod.ACCLAMATION
    }


def presides(view: Shown, user: User) -> bool:
    """Say whether the user leads the point; until the upprop it is the chair."""
    if view.service is not None and view.service.presiding is not None:
        return bool(view.service.presiding.person_id == user.person_id)
    return view.meeting.attendances.filter(
        person_id=user.person_id or 0, role=MemberRole.CHAIR
    ).exists()
