"""Who came, left and was replaced between one § and the next (KL 5:66, 6:16–17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from boards.membership.enums import MemberRole
from boards.shared.clock import STOCKHOLM
from minutes.item.generated import AttendanceFact, CameFact, LeftFact, SeatFact
from minutes.meeting.facts import ON_THE_ROLL
from minutes.meeting.rules.serving import serving_at

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record
    from minutes.meeting.models import Attendance, PresenceSpan
    from minutes.meeting.rules.facts import RollFacts


def attendance_fact(record: Record, item: MinutesItem) -> AttendanceFact:
    """Return what changed from the § before; jäv is told of by itself.

    At the first § nothing has changed: the front page says who was there.
    """
    here, before = item.agenda_item.position, record.before(item)
    roll = record.roll
    return AttendanceFact(
        number=record.number(item),
        left=tuple(left(record, roll, item, before)),
        came=tuple(came(record, roll, item, before)),
        begin=tuple(seats(record, roll, before, here)),
        end=tuple(seats(record, roll, here, before, are_over=True)),
        presiding=presiding(record, roll, before, here),
    )


def left(
    record: Record, roll: RollFacts, item: MinutesItem, before: int | None
) -> Iterator[LeftFact]:
    """Return members, and substitutes who served, that are gone since the § before."""
    here = item.agenda_item.position
    for person in on_roll(record):
        within = [
            span
            for span in person.presence.all()
            if span.to_part and span.to_item_id == item.agenda_item_id
        ]
        for span in within:
            yield LeftFact(str(person), clock(span.left_at), span.to_part)
        if within or before is None or roll.is_present(person.pk, here):
            continue
        if person.pk in serving_at(roll, before).deciders:
            ended = ended_before(record, person, here)
            yield LeftFact(str(person), clock(ended.left_at if ended else None))


def came(
    record: Record, roll: RollFacts, item: MinutesItem, before: int | None
) -> Iterator[CameFact]:
    """Return members who are there now and were not at the § before."""
    here = item.agenda_item.position
    deciders = serving_at(roll, here).deciders
    for person in on_roll(record):
        serves = person.pk in deciders
        begun = [
            span
            for span in person.presence.all()
            if span.from_item_id == item.agenda_item_id
        ]
        part = next((span.from_part for span in begun), "")
        is_new = before is not None and not roll.is_present(person.pk, before)
        is_new = is_new and roll.is_present(person.pk, here)
        is_member = person.role != MemberRole.SUBSTITUTE
        if part or (is_new and is_member):
            moment = next((span.arrived_at for span in begun), None)
            yield CameFact(str(person), clock(moment), part, serves)


def seats(
    record: Record,
    roll: RollFacts,
    before: int | None,
    here: int | None,
    *,
    are_over: bool = False,
) -> Iterator[SeatFact]:
    """Return the seats a substitute fills at one § and did not at the other.

    Whoever left is named as gone: that their service ended goes without saying.
    """
    if before is None or here is None:
        return
    was = serving_at(roll, before).serving_for
    people = record.service.by_pk
    for substitute, member in serving_at(roll, here).serving_for.items():
        if was.get(substitute, substitute) == member:
            continue
        if are_over and not roll.is_present(substitute, before):
            continue
        name = str(people[member]) if member else ""
        yield SeatFact(str(people[substitute]), name)


def on_roll(record: Record) -> Iterator[Attendance]:
    """Return members and substitutes in the order of the roll."""
    return (one for one in record.service.attendances if one.kind in ON_THE_ROLL)


def ended_before(record: Record, person: Attendance, here: int) -> PresenceSpan | None:
    """Return the stay that ended last before a position."""
    ends = {
        record.points[span.to_item_id]: span
        for span in person.presence.all()
        if span.to_item_id and record.points[span.to_item_id] < here
    }
    return ends[max(ends)] if ends else None


def presiding(record: Record, roll: RollFacts, before: int | None, here: int) -> str:
    """Return who leads from here on, when it was somebody else at the § before."""
    if before is None:
        return ""
    now, was = serving_at(roll, here).presiding, serving_at(roll, before).presiding
    person = record.service.by_pk.get(now or 0)
    return str(person) if person and now != was else ""


def clock(moment: datetime | None) -> str:
    """Return a moment as minutes print it: "09.00"."""
    return f"{moment.astimezone(STOCKHOLM):%H.%M}" if moment else ""
