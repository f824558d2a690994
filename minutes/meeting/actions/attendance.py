"""Who is in the room, and which substitute serves for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import Refusal, Refused, refuse_if
from minutes.meeting.actions.steps import lock_attendance, lock_meeting, roll_refusals
from minutes.meeting.enums import AttendanceKind, AttendanceMode, ServingCause
from minutes.meeting.facts import item_span, roll_facts
from minutes.meeting.models import AgendaItem, PresenceSpan, ServingSpan
from minutes.meeting.rules.facts import PresenceFacts, Span, SubstitutionFacts
from minutes.meeting.rules.serving import blocks_presence, blocks_resuming
from minutes.meeting.rules.session import blocks_stay, blocks_stays
from minutes.meeting.rules.substitution import blocks_substitution

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from boards.person.models import User
    from minutes.meeting.models import Attendance, Meeting
    from minutes.meeting.rules.ranges import Stay


@transaction.atomic
def set_attendance(
    *,
    attendance: Attendance,
    is_present: bool,
    by: User | None,
    mode: AttendanceMode = AttendanceMode.ON_SITE,
) -> Attendance:
    """Write at the upprop who is there from the start, and how (KL 6:24)."""
    require(by, "meeting.run", attendance.meeting)
    attendance = lock_attendance(attendance.pk)
    meeting = attendance.meeting
    refuse_if(roll_refusals(meeting))
    if is_present:
        refuse_if(about_mode(attendance, mode))
        if not attendance.presence.exists():
            attendance.presence.create()
        attendance.mode = mode
        attendance.save(update_fields=["mode"])
    else:
        serves = attendance.serves_in.exists()
        refuse_if([Refusal("attendance.serves", "KL 6:17")] if serves else [])
        attendance.presence.all().delete()
    record(meeting, "attendance.set", by=by, name=attendance.name, present=is_present)
    return attendance


def about_mode(attendance: Attendance, mode: AttendanceMode) -> list[Refusal]:
    """Ask whether a member may take part from a distance; staff always may (KL-05)."""
    on_the_roll = attendance.kind in {AttendanceKind.MEMBER, AttendanceKind.SUBSTITUTE}
    if not on_the_roll:
        return []
    wanted = PresenceFacts(attendance.pk, by_distance=mode == AttendanceMode.DISTANCE)
    return blocks_presence(roll_facts(attendance.meeting), wanted)


@transaction.atomic
def arrive(
    *,
    attendance: Attendance,
    at_item: AgendaItem,
    clock: datetime | None,
    by: User | None,
    reason: str = "",
    part: str = "",
) -> PresenceSpan:
    """Write that somebody came in at a point; a member takes the seat back (KL-06).

    With a `part` it was during the point: a substitute who handles it serves it out.
    One who served and left for other than jäv comes back to serve only with a reason,
    and in an assembly not at all.
    """
    require(by, "meeting.run", attendance.meeting, reason)
    attendance = lock_attendance(attendance.pk)
    meeting = attendance.meeting
    refuse_if([*roll_refusals(meeting), *foreign(meeting, at_item)])
    facts, position = roll_facts(meeting), at_item.position
    arrival = PresenceFacts(
        attendance.pk, Span(position), begins_within=bool(part.strip())
    )
    stays = [row for row in facts.presences if row.member == attendance.pk]
    refuse_if(blocks_stay(arrival, stays))
    refuse_if(blocks_resuming(facts, attendance.pk, position, reason))
    last = position if arrival.begins_within else position - 1
    for span in meeting.serving_spans.filter(in_place_of=attendance):
        if span.cause != ServingCause.RECUSAL:
            shorten(span, last)
    presence = PresenceSpan.objects.create(
        attendance=attendance,
        from_item=at_item,
        from_part=part.strip(),
        arrived_at=clock,
    )
    values = {"name": attendance.name, "position": position}
    record(meeting, "attendance.arrived", by=by, reason=reason, **values)
    return presence


def foreign(meeting: Meeting, *items: AgendaItem | None) -> list[Refusal]:
    """Refuse points of another meeting's agenda."""
    if all(item is None or item.meeting_id == meeting.pk for item in items):
        return []
    return [Refusal("attendance.item_of_other_meeting", field="item")]


def shorten(span: ServingSpan, last: int) -> None:
    """End a service at a position; one that would never begin goes away."""
    if last < (span.from_item.position if span.from_item else 1):
        span.delete()
        return
    if span.to_item and span.to_item.position <= last:
        return
    span.to_item = span.meeting.agenda_items.get(position=last)
    span.save(update_fields=["to_item"])


@transaction.atomic
def leave(
    *,
    attendance: Attendance,
    after_item: AgendaItem,
    clock: datetime | None,
    by: User | None,
    part: str = "",
) -> PresenceSpan:
    """Write that somebody left after a point; a substitute's service ends there too.

    With a `part` it was during the point, before its decision.
    """
    require(by, "meeting.run", attendance.meeting)
    attendance = lock_attendance(attendance.pk)
    meeting = attendance.meeting
    refuse_if([*roll_refusals(meeting), *foreign(meeting, after_item)])
    last = after_item.position
    stay = running_stay(attendance, last)
    stay.to_item, stay.to_part, stay.left_at = after_item, part.strip(), clock
    stay.save(update_fields=["to_item", "to_part", "left_at"])
    for span in attendance.serves_in.all():
        shorten(span, last)
    record(meeting, "attendance.left", by=by, name=attendance.name, position=last)
    return stay


def running_stay(attendance: Attendance, position: int) -> PresenceSpan:
    """Return the stay that runs at a position; refuse when there is none."""
    stay = attendance.presence.filter(to_item=None).first()
    begins = stay.from_item.position if stay and stay.from_item else 1
    if stay is None or begins > position:
        raise Refused([Refusal("attendance.is_not_there", field="item")])
    return stay


@transaction.atomic
def write_stays(
    *,
    attendance: Attendance,
    stays: Sequence[Stay],
    by: User | None,
    reason: str = "",
) -> list[PresenceSpan]:
    """Write all of somebody's stays at once, with their holes and parts (KL-06).

    Clock times stay with the ends that stay.
    """
    require(by, "meeting.run", attendance.meeting, reason)
    attendance = lock_attendance(attendance.pk)
    meeting = attendance.meeting
    refuse_if(roll_refusals(meeting))
    facts = roll_facts(meeting)
    others = tuple(row for row in facts.presences if row.member != attendance.pk)
    mode = attendance.mode == AttendanceMode.DISTANCE
    mine = tuple(as_presence(attendance.pk, stay, by_distance=mode) for stay in stays)
    refuse_if(
        blocks_stays(replace(facts, presences=others + mine), attendance.pk, reason)
    )
    written = replace_stays(attendance, stays)
    record(meeting, "attendance.set", by=by, reason=reason, name=attendance.name)
    return written


def as_presence(pk: int, stay: Stay, *, by_distance: bool) -> PresenceFacts:
    """Return a stay as the rules want it."""
    return PresenceFacts(
        pk,
        Span(stay.first, stay.last),
        by_distance=by_distance,
        begins_within=bool(stay.from_part),
        ends_within=bool(stay.to_part),
    )


def replace_stays(attendance: Attendance, stays: Sequence[Stay]) -> list[PresenceSpan]:
    """Write somebody's stays anew; the first and the last point are open ends."""
    points = {
        item.position: item
        for item in attendance.meeting.agenda_items.filter(withdrawn_at=None)
    }
    ends = {min(points, default=0), max(points, default=0)}
    old = list(attendance.presence.all())
    came = {(row.from_item_id, row.from_part): row.arrived_at for row in old}
    went = {(row.to_item_id, row.to_part): row.left_at for row in old}
    attendance.presence.all().delete()
    written = []
    for stay in stays:
        is_first = stay.first == min(ends) and not stay.from_part
        is_last = stay.last == max(ends) and not stay.to_part
        first = None if is_first else points[stay.first]
        last = None if is_last else points[stay.last]
        written.append(
            attendance.presence.create(
                from_item=first,
                to_item=last,
                from_part=stay.from_part,
                to_part=stay.to_part,
                arrived_at=came.get((first.pk if first else None, stay.from_part)),
                left_at=went.get((last.pk if last else None, stay.to_part)),
            )
        )
    return written


@transaction.atomic
def call_in_substitute(
    *,
    substitute: Attendance,
    in_place_of: Attendance | None,
    by: User | None,
    span: tuple[AgendaItem | None, AgendaItem | None] = (None, None),
    cause: ServingCause = ServingCause.ABSENCE,
    reason: str = "",
) -> ServingSpan:
    """Let a substitute serve for a member or a vacant seat (KL 6:16–17; KL-06).

    Out of the order, or back after an absence, only with a reason.
    """
    require(by, "meeting.run", substitute.meeting, reason)
    meeting = lock_meeting(substitute.meeting_id)
    refuse_if([*roll_refusals(meeting), *foreign(meeting, *span)])
    refuse_if(
        blocks_substitution(
            roll_facts(meeting),
            SubstitutionFacts(
                substitute.pk,
                in_place_of.pk if in_place_of else None,
                item_span(*span),
                cause,
            ),
            reason,
        )
    )
    service = ServingSpan.objects.create(
        meeting=meeting,
        substitute=substitute,
        in_place_of=in_place_of,
        cause=cause,
        from_item=span[0],
        to_item=span[1],
        reason=reason,
    )
    values = {"name": substitute.name, "in_place_of": str(in_place_of or "")}
    record(meeting, "substitute.called_in", by=by, reason=reason, **values)
    return service


@transaction.atomic
def change_substitute(
    *,
    service: ServingSpan,
    substitute: Attendance,
    from_item: AgendaItem,
    by: User | None,
    reason: str = "",
) -> ServingSpan:
    """Let another substitute take over a seat from a point on (KL-06).

    That is how the member's own party gets back the seat another party's fills.
    """
    require(by, "meeting.run", service.meeting, reason)
    lock_meeting(service.meeting_id)
    service = ServingSpan.objects.select_related(
        "meeting__board", "substitute", "in_place_of", "from_item", "to_item"
    ).get(pk=service.pk)
    last, seat, cause = service.to_item, service.in_place_of, service.cause
    end_service(service=service, after_item=point_before(from_item), by=by)
    return call_in_substitute(
        substitute=substitute,
        in_place_of=seat,
        by=by,
        span=(from_item, last),
        cause=ServingCause(cause),
        reason=reason,
    )


def point_before(item: AgendaItem) -> AgendaItem | None:
    """Return the point that stands before one on the agenda."""
    points = AgendaItem.objects.filter(meeting=item.meeting_id)
    return points.filter(position__lt=item.position).order_by("position").last()


@transaction.atomic
def end_service(
    *, service: ServingSpan, after_item: AgendaItem | None, by: User | None
) -> None:
    """Let a service end after a point; without one it was never meant to be."""
    require(by, "meeting.run", service.meeting)
    meeting = lock_meeting(service.meeting_id)
    refuse_if([*roll_refusals(meeting), *foreign(meeting, after_item)])
    values = {"name": service.substitute.name}
    record(meeting, "substitute.service_ended", by=by, **values)
    shorten(service, after_item.position if after_item else 0)
