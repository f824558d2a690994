"""Who is in the room, and which substitute serves for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import Refusal, Refused, refuse_if
from minutes.meeting.actions.steps import lock_attendance, lock_meeting, roll_refusals
from minutes.meeting.enums import AttendanceKind, AttendanceMode, ServingCause
from minutes.meeting.facts import item_span, roll_facts
from minutes.meeting.models import AgendaItem, PresenceSpan, ServingSpan
from minutes.meeting.rules.facts import PresenceFacts, SubstitutionFacts
from minutes.meeting.rules.serving import blocks_presence, blocks_resuming
from minutes.meeting.rules.session import blocks_stay
from minutes.meeting.rules.substitution import blocks_substitution

if TYPE_CHECKING:
    from datetime import datetime

    from boards.person.models import User
    from minutes.meeting.models import Attendance, Meeting


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
) -> PresenceSpan:
    """Write that somebody came in at a point; a member takes the seat back (KL-06).

    One who served and left for other than jäv comes back to serve only with a reason.
    """
    require(by, "meeting.run", attendance.meeting, reason)
    attendance = lock_attendance(attendance.pk)
    meeting = attendance.meeting
    refuse_if([*roll_refusals(meeting), *foreign(meeting, at_item)])
    facts, position = roll_facts(meeting), at_item.position
    stays = [
        (row.span.first, row.span.last)
        for row in facts.presences
        if row.member == attendance.pk
    ]
    refuse_if(blocks_stay(position, stays))
    refuse_if(blocks_resuming(facts, attendance.pk, position, reason))
    for span in meeting.serving_spans.filter(in_place_of=attendance):
        shorten(span, position - 1)
    presence = PresenceSpan.objects.create(
        attendance=attendance, from_item=at_item, arrived_at=clock
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
) -> PresenceSpan:
    """Write that somebody left after a point; a substitute's service ends there too."""
    require(by, "meeting.run", attendance.meeting)
    attendance = lock_attendance(attendance.pk)
    meeting = attendance.meeting
    refuse_if([*roll_refusals(meeting), *foreign(meeting, after_item)])
    last = after_item.position
    stay = running_stay(attendance, last)
    stay.to_item, stay.left_at = after_item, clock
    stay.save(update_fields=["to_item", "left_at"])
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
