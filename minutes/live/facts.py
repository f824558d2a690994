"""From what is shown to what the script and the gavel ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from minutes.item.asking import next_asked
from minutes.item.told import floor_facts, round_facts
from minutes.live.rules.script import (
    NextQuestion,
    PointFacts,
    RoomFacts,
    ScriptFacts,
)
from minutes.meeting.enums import AgendaKind

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.live.queries import Shown

# What a board calls itself when it speaks.
BODIES = {
    BoardKind.ASSEMBLY: "fullmäktige",
    BoardKind.EXECUTIVE: "styrelsen",
    BoardKind.SUBCOMMITTEE: "utskottet",
}


def script_facts(shown: Shown) -> ScriptFacts:
    """Return what has happened at the point so far."""
    point, item = point_facts(shown), shown.item
    if item is None:
        return ScriptFacts(point=point, room=room_facts(shown))
    return ScriptFacts(
        point=point,
        room=room_facts(shown),
        floor=tuple(floor_facts(item)),
        rounds=tuple(round_facts(item)),
        next_question=next_question(item),
        proposed=tuple(row.text for row in item.proposed.all()),
        decision=tuple(row.text for row in item.decision_points.all()),
        is_decided=item.decided_at is not None,
        reservists=tuple(
            str(person)
            for row in item.reservations.all()
            for person in row.people.all()
        ),
        is_immediate=bool(item.approval and item.approval.is_immediate),
    )


def point_facts(shown: Shown) -> PointFacts:
    """Return where the point stands and what it is about."""
    point = shown.point
    if point is None:
        return PointFacts(0, "", AgendaKind.OPENING)
    return PointFacts(
        position=point.position,
        heading=shown.item.heading if shown.item else point.heading,
        kind=point.kind,
        number=shown.number,
        rapporteur=point.rapporteur,
        is_first=shown.before is None,
        is_last=shown.after is None,
    )


def room_facts(shown: Shown) -> RoomFacts:
    """Return who is in the room for the point."""
    meeting, service = shown.meeting, shown.service
    body = BODIES.get(BoardKind(meeting.board.kind), "nämnden")
    chosen = meeting.chosen_approvers.select_related("attendance")
    approvers = tuple(str(row.attendance) for row in chosen)
    is_paused = any(row.to_at is None for row in meeting.adjournments.all())
    if service is None:
        return RoomFacts(body=body, approvers=approvers, is_paused=is_paused)
    return RoomFacts(
        body=body,
        presiding=str(service.presiding or ""),
        other_presides=bool(service.presiding and service.presiding.role != "chair"),
        roll=tuple(str(person) for person in service.roll),
        needed=service.needed,
        recused=tuple(str(person) for person in service.recused),
        stand_ins=tuple(
            (str(substitute), str(member or ""))
            for substitute, member in service.replacements
        ),
        approvers=approvers,
        is_paused=is_paused,
        is_quorate=service.is_quorate,
    )


def next_question(item: MinutesItem) -> NextQuestion | None:
    """Return what the chair asks next; nothing when there is nothing to decide on."""
    if not (item.floor_proposals.all() or item.proposed.all()):
        return None
    asked = next_asked(item)
    if not asked:
        return None
    return NextQuestion(asked["text"], asked["yes_means"], asked["no_means"])
