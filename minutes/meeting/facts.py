"""A meeting's rows as the rules want them: ids and positions, in a few queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from boards.membership.models import SubstitutionOrder
from minutes.meeting.enums import AttendanceKind, AttendanceMode, MeetingState
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
    from collections.abc import Iterable, Mapping

    from minutes.meeting.models import AgendaItem

ON_THE_ROLL = (AttendanceKind.MEMBER, AttendanceKind.SUBSTITUTE)


def roll_facts(meeting: Meeting) -> RollFacts:
    """Return who was there for which points, and for whom."""
    board = meeting.board
    positions = {item.pk: item.position for item in meeting.agenda_items.all()}
    withdrawn = {item.pk for item in meeting.agenda_items.all() if item.withdrawn_at}
    attendances = attendances_of(meeting)
    places = {row.membership_id: row.pk for row in attendances if row.membership_id}
    open_positions = tuple(
        position for pk, position in positions.items() if pk not in withdrawn
    )
    return RollFacts(
        seats=board.seats,
        positions=open_positions,
        members=tuple(
            member_facts(row, places) for row in attendances if row.kind in ON_THE_ROLL
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
        chosen_chairs=chosen_chairs(meeting, positions, open_positions),
        distance_allowed=board.regulations_on(meeting.held_on).distance_allowed,
        is_assembly=board.kind == BoardKind.ASSEMBLY,
        under_way=under_way(meeting, positions),
    )


def attendances_of(meeting: Meeting) -> list[Attendance]:
    """Return everybody at the meeting, with what the rules ask about them."""
    rows = meeting.attendances.select_related("membership__party").prefetch_related(
        "presence", "recusals__item"
    )
    return list(rows)


def member_facts(row: Attendance, places: Mapping[int, int]) -> MemberFacts:
    """Return one on the roll, with the party and role of that day.

    `places` holds the attendance of each uppdrag: a personal substitute stands in for
    one of them.
    """
    membership = row.membership
    if membership is None:
        return MemberFacts(row.pk, row.role, row.party, row.position)
    owner = places.get(membership.personal_for_id or 0)
    return MemberFacts(row.pk, row.role, row.party, membership.call_order, owner)


def presence_facts(
    span: PresenceSpan, row: Attendance, positions: dict[int, int]
) -> PresenceFacts:
    """Return one stay in the room."""
    return PresenceFacts(
        row.pk,
        Span(at(span.from_item_id, positions), at(span.to_item_id, positions)),
        by_distance=row.mode == AttendanceMode.DISTANCE,
        begins_within=bool(span.from_part),
        ends_within=bool(span.to_part),
    )


def chosen_chairs(
    meeting: Meeting, positions: dict[int, int], wanted: tuple[int, ...]
) -> dict[int, int]:
    """Return who was chosen to preside at which position (KL 6:20)."""
    return {
        position: row.attendance_id
        for row in meeting.chosen_chairs.all()
        for position in Span(
            at(row.from_item_id, positions), at(row.to_item_id, positions)
        ).positions(wanted)
    }


def under_way(meeting: Meeting, positions: dict[int, int]) -> int | None:
    """Return the position being handled, while the meeting is in session."""
    if meeting.state != MeetingState.IN_SESSION or meeting.current_item_id is None:
        return None
    return positions.get(meeting.current_item_id)


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
