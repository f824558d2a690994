"""A meeting's rows as the rules want them: ids and positions, in five queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from boards.membership.models import SubstitutionOrder
from minutes.meeting.enums import AttendanceKind, AttendanceMode
from minutes.meeting.models import Attendance, Meeting, PresenceSpan, ServingSpan
from minutes.meeting.rules.facts import (
    MemberFacts,
    PresenceFacts,
    RecusalFacts,
    RollFacts,
    Span,
    SubstitutionFacts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minutes.meeting.models import AgendaItem

ON_THE_ROLL = (AttendanceKind.MEMBER, AttendanceKind.SUBSTITUTE)


def roll_facts(meeting: Meeting) -> RollFacts:
    """Return who was there for which points, and for whom."""
    board = meeting.board
    positions = {item.pk: item.position for item in meeting.agenda_items.all()}
    withdrawn = {item.pk for item in meeting.agenda_items.all() if item.withdrawn_at}
    attendances = attendances_of(meeting)
    return RollFacts(
        seats=board.seats,
        positions=tuple(
            position for pk, position in positions.items() if pk not in withdrawn
        ),
        members=tuple(
            member_facts(row) for row in attendances if row.kind in ON_THE_ROLL
        ),
        presences=tuple(
            presence_facts(span, row, positions)
            for row in attendances
            for span in row.presence.all()
        ),
        substitutions=tuple(
            substitution_facts(span, positions) for span in meeting.serving_spans.all()
        ),
        recusals=tuple(
            RecusalFacts(row.pk, positions[recusal.item.agenda_item_id])
            for row in attendances
            for recusal in row.recusals.all()
        ),
        party_order=party_order(board.pk),
        distance_allowed=board.regulations_on(meeting.held_on).distance_allowed,
        is_assembly=board.kind == BoardKind.ASSEMBLY,
    )


def attendances_of(meeting: Meeting) -> list[Attendance]:
    """Return everybody at the meeting, with what the rules ask about them."""
    rows = meeting.attendances.select_related("membership__party").prefetch_related(
        "presence", "recusals__item"
    )
    return list(rows)


def member_facts(row: Attendance) -> MemberFacts:
    """Return one on the roll, with the party and role of that day."""
    order = row.membership.call_order if row.membership else row.position
    return MemberFacts(row.pk, row.role, row.party, order)


def presence_facts(
    span: PresenceSpan, row: Attendance, positions: dict[int, int]
) -> PresenceFacts:
    """Return one stay in the room."""
    return PresenceFacts(
        row.pk,
        Span(at(span.from_item_id, positions), at(span.to_item_id, positions)),
        row.mode == AttendanceMode.DISTANCE,
    )


def substitution_facts(
    span: ServingSpan, positions: dict[int, int]
) -> SubstitutionFacts:
    """Return one substitute's service in one seat."""
    return SubstitutionFacts(
        span.substitute_id,
        span.in_place_of_id,
        Span(at(span.from_item_id, positions), at(span.to_item_id, positions)),
        span.cause,
    )


def item_span(first: AgendaItem | None, last: AgendaItem | None) -> Span:
    """Return from one point to another as positions."""
    return Span(first.position if first else None, last.position if last else None)


def at(item_id: int | None, positions: dict[int, int]) -> int | None:
    """Return the position of a point; an open end stays open."""
    return None if item_id is None else positions[item_id]


def party_order(board_id: int) -> dict[str, tuple[str, ...]]:
    """Return whose substitutes are called when a party has none left (KL 6:16)."""
    rows: Iterable[SubstitutionOrder] = SubstitutionOrder.objects.filter(
        board_id=board_id
    ).select_related("absent_party", "called_party")
    order: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.position):
        order[row.absent_party.abbreviation].append(row.called_party.abbreviation)
    return {party: tuple(called) for party, called in order.items()}
