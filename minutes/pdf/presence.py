"""Who was where in which §: the lines about people on the front page (KL 5:66)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from boards.shared.clock import STOCKHOLM
from boards.shared.paper.tree import Field, FieldGroup
from minutes.item.numbers import labelled
from minutes.meeting.enums import AttendanceKind, AttendanceMode
from minutes.pdf import words

if TYPE_CHECKING:
    from minutes.item.queries import Record
    from minutes.meeting.models import Attendance

# Positions on the agenda, by a person's attendance.
Places = dict[int, list[int]]


class Room:
    """Who decided, presided and was there in the §§ of a record; people are keys."""

    def __init__(self, record: Record) -> None:
        self.people = record.service.attendances
        items = {item.agenda_item.position: item for item in record.items}
        self.numbers = {place: record.number(item) for place, item in items.items()}
        self.points = {item.agenda_item_id: place for place, item in items.items()}
        self.roll = record.service.roll
        # Staff and guests may take part at a distance whatever the reglemente says.
        self.room = replace(self.roll, distance_allowed=True)
        self.decided: Places = {}
        self.presided: Places = {}
        self.served_for: dict[int, dict[int | None, list[int]]] = {}
        usual = record.service.usual_chair
        for place, item in items.items():
            at = record.at(item)
            for one in at.serving:
                self.decided.setdefault(one.pk, []).append(place)
            if at.presiding and at.presiding != usual:
                self.presided.setdefault(at.presiding.pk, []).append(place)
            for substitute, member in at.replacements:
                seats = self.served_for.setdefault(substitute.pk, {})
                seats.setdefault(member.pk if member else None, []).append(place)

    def parts_of(self, person: Attendance) -> dict[int, str]:
        """Return the §§ somebody was there for a part of, as the minutes say it."""
        ends = [
            (end, part)
            for stay in person.presence.all()
            for end, part in (
                (stay.from_item_id, stay.from_part),
                (stay.to_item_id, stay.to_part),
            )
        ]
        found = {}
        for end, part in ends:
            if part and end in self.points:
                place = self.points[end]
                form = words.NAMED_PART if part.startswith("p.") else words.SOME_PART
                found[place] = form.format(number=self.numbers[place], part=part)
        return found

    def took_part(self, person: Attendance) -> list[int]:
        """Return where somebody decided, or sat until leaving within the §."""
        decided = self.decided.get(person.pk, [])
        left = [
            place
            for place in self.parts_of(person)
            if self.roll.left_within(person.pk, place) and self.sat(person, place)
        ]
        return sorted({*decided, *left})

    def sat(self, person: Attendance, place: int) -> bool:
        """Say whether somebody had a seat when the § began."""
        return person.kind == AttendanceKind.MEMBER or any(
            row.substitute == person.pk and row.span.covers(place)
            for row in self.roll.substitutions
        )

    def idle(self, person: Attendance) -> list[int]:
        """Return where somebody was there without deciding."""
        took_part, partly = self.took_part(person), self.parts_of(person)
        return [
            place
            for place in self.numbers
            if place not in took_part
            and (self.room.takes_part(person.pk, place) or place in partly)
        ]

    def is_whole(self, places: Sequence[int], partly: dict[int, str]) -> bool:
        """Say whether somebody was there for every § from beginning to end."""
        return len(places) == len(self.numbers) and not partly

    def sections(self, places: Sequence[int], partly: dict[int, str]) -> str:
        """Return the §§ in the shortest form: "§§ 71–79, del av § 80", "ej § 13"."""
        here = {place: text for place, text in partly.items() if place in places}
        if self.is_whole(places, here):
            return ""
        whole = [self.numbers[place] for place in places if place not in here]
        listed = ", ".join([*([labelled(whole)] if whole else []), *here.values()])
        rest = [number for number in self.numbers.values() if number not in whole]
        excepted = words.EXCEPT.format(items=labelled(rest))
        is_shorter = not here and "," in listed and len(excepted) < len(listed)
        return excepted if is_shorter else listed


def deciding(room: Room) -> Iterator[str]:
    """Return those who decided, for whom, and the §§ when it was not in all."""
    for person in room.people:
        places = room.took_part(person)
        if places:
            parts = [
                str(person),
                role_of(room, person),
                *presiding(room, person),
                person.belongs_to,
                words.DISTANCE_DECIDING if is_distant(person) else "",
                room.sections(places, room.parts_of(person)),
                *clocks(person),
            ]
            yield ", ".join(part for part in parts if part)


def role_of(room: Room, person: Attendance) -> str:
    """Return the post in words; a plain member needs none, a substitute serves."""
    if person.kind != AttendanceKind.SUBSTITUTE:
        return words.ROLES.get(person.role, "")
    seats = room.served_for.get(person.pk, {})
    names = {one.pk: str(one) for one in room.people}
    served = [
        words.SERVES_FOR.format(member=names[member])
        if member
        else words.SERVES_IN_VACANT
        for member in seats
    ]
    if len(seats) > 1:
        served = [
            f"{said} {labelled(room.numbers[place] for place in places)}"
            for said, places in zip(served, seats.values(), strict=True)
        ]
    return " ".join([words.SERVING_SUBSTITUTE, words.AND.join(served)]).strip()


def presiding(room: Room, person: Attendance) -> Iterator[str]:
    """Return that somebody led the meeting instead of the chair, and where."""
    places = room.presided.get(person.pk)
    if places:
        sections = room.sections(places, {})
        yield f"{words.ACTING_CHAIR} {sections}".strip()


def others(room: Room) -> Field | None:
    """Return those who were there without deciding, with their own §§."""
    groups = (
        (words.NOT_SERVING_MEMBERS, AttendanceKind.MEMBER),
        (words.NOT_SERVING, AttendanceKind.SUBSTITUTE),
        (words.STAFF, AttendanceKind.STAFF),
        (words.UNION, AttendanceKind.UNION),
        (words.OBSERVERS, AttendanceKind.OBSERVER),
        (words.GUESTS, AttendanceKind.GUEST),
    )
    made = []
    for label, kind in groups:
        lines = tuple(there(room, [one for one in room.people if one.kind == kind]))
        if lines:
            made.append(FieldGroup(label, lines))
    return Field(words.OTHERS, groups=tuple(made)) if made else None


def there(room: Room, people: Iterable[Attendance]) -> Iterator[str]:
    """Return those who were there: title, home, who let them in, their §§."""
    for person in people:
        places = room.idle(person)
        if places:
            is_twice = person.pk in room.decided
            admitted = words.ADMITTED_BY.format(decision=person.admitted_by)
            parts = [
                str(person),
                person.title,
                person.belongs_to,
                words.DISTANCE_OTHERS if is_distant(person) else "",
                admitted if person.admitted_by else "",
                room.sections(places, room.parts_of(person)),
                *(clocks(person) if not is_twice else ()),
            ]
            yield ", ".join(part for part in parts if part)


def clocks(person: Attendance) -> Iterator[str]:
    """Return when somebody came and left, where the clock was noted."""
    for stay in person.presence.all():
        for form, moment in (
            (words.CAME, stay.arrived_at),
            (words.LEFT, stay.left_at),
        ):
            if moment:
                yield form.format(clock=f"{moment.astimezone(STOCKHOLM):%H.%M}")


def is_distant(person: Attendance) -> bool:
    """Say whether somebody took part at a distance (KL 6:24)."""
    return person.mode == AttendanceMode.DISTANCE
