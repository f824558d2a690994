"""The front page: where and when, who decided, who was there, who signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from boards.shared.clock import STOCKHOLM
from boards.shared.paper.tree import (
    Block,
    Field,
    FieldGroup,
    FieldTable,
    NoticeBlock,
    SignatureBlock,
    SignatureField,
    runs,
)
from minutes.item.numbers import labelled, ranges
from minutes.meeting.enums import AttendanceKind, AttendanceMode
from minutes.pdf import words

if TYPE_CHECKING:
    from minutes.item.queries import Record
    from minutes.meeting.models import Attendance


@dataclass(frozen=True)
class Signer:
    """Who signs, as what, in which field of the PDF."""

    field_name: str
    role: str
    name: str


@dataclass(frozen=True)
class Posting:
    """When the notice went up and comes down, once that is known."""

    posted_on: date
    removable_on: date | None = None


def front_page(
    record: Record, signers: Sequence[Signer], posting: Posting | None
) -> tuple[Block, ...]:
    """Return the front page with its signatures and the ANSLAG/BEVIS box."""
    numbers = [record.number(item) for item in record.items]
    return (
        FieldTable(tuple(field for field in facts(record) if field)),
        SignatureBlock(
            words.SIGNATURES,
            tuple(
                SignatureField(one.field_name, words.SIGNS_AS[one.role], one.name)
                for one in signers
            ),
            (Field(words.ITEMS, (ranges(numbers),)),),
        ),
        notice_block(record, posting),
    )


def facts(record: Record) -> Iterable[Field | None]:
    """Return the labelled facts; those with nothing to say are left out."""
    chosen = record.meeting.chosen_approvers.select_related("attendance")
    yield Field(words.PLACE_AND_TIME, (place_and_time(record),))
    yield Field(words.DECIDING, tuple(deciding(record)))
    yield others(record)
    names = tuple(str(row.attendance) for row in chosen)
    yield Field(words.CHOSEN, names) if names else None
    place = approval_place(record)
    yield Field(words.APPROVAL_PLACE, (place,)) if place else None


def place_and_time(record: Record) -> str:
    """Return "Stora Ljungås, kl. 09.00–10.10"."""
    meeting = record.meeting
    start = clock_time(meeting.starts_at)
    if meeting.ends_at is None:
        return f"{meeting.place}, {words.CLOCK_FROM.format(start=start)}"
    clock = words.CLOCK.format(start=start, end=clock_time(meeting.ends_at))
    return f"{meeting.place}, {clock}"


def approval_place(record: Record) -> str:
    """Return "Kommunhuset, 2020-09-29, kl. 12.00", as far as it is known."""
    meeting = record.meeting
    parts = [meeting.approval_place] if meeting.approval_place else []
    if meeting.approval_planned_at:
        moment = meeting.approval_planned_at.astimezone(STOCKHOLM)
        parts.append(f"{moment:%Y-%m-%d}")
        parts.append(words.CLOCK_FROM.format(start=clock_time(moment)))
    return ", ".join(parts)


def deciding(record: Record) -> Iterable[str]:
    """Return those who decided, with the §§ when it was not in all of them."""
    served: dict[int, list[int]] = {}
    for item in record.items:
        for attendance in record.at(item).serving:
            served.setdefault(attendance.pk, []).append(record.number(item))
    for attendance in record.service.attendances:
        numbers = served.get(attendance.pk)
        if not numbers:
            continue
        parts = [
            str(attendance),
            role_of(attendance),
            attendance.belongs_to,
            words.DISTANCE_DECIDING if is_distant(attendance) else "",
            labelled(numbers) if len(numbers) < len(record.items) else "",
        ]
        yield ", ".join(part for part in parts if part)


def others(record: Record) -> Field | None:
    """Return those who were there without deciding in any of the §§."""
    serving = {
        attendance.pk for item in record.items for attendance in record.at(item).serving
    }
    there = [
        attendance
        for attendance in record.service.attendances
        if attendance.pk not in serving and list(attendance.presence.all())
    ]
    groups = (
        (words.NOT_SERVING, AttendanceKind.SUBSTITUTE),
        (words.STAFF, AttendanceKind.STAFF),
        (words.GUESTS, AttendanceKind.GUEST),
    )
    made = tuple(
        FieldGroup(label, tuple(present(one) for one in there if one.kind == kind))
        for label, kind in groups
        if any(one.kind == kind for one in there)
    )
    return Field(words.OTHERS, groups=made) if made else None


def present(attendance: Attendance) -> str:
    """Return one who was there: name, title, municipality or employer."""
    parts = [
        str(attendance),
        attendance.title,
        attendance.belongs_to,
        words.DISTANCE_OTHERS if is_distant(attendance) else "",
    ]
    return ", ".join(part for part in parts if part)


def role_of(attendance: Attendance) -> str:
    """Return the post in words; a plain member needs none."""
    if attendance.kind == AttendanceKind.SUBSTITUTE:
        return words.SERVING_SUBSTITUTE
    return words.ROLES.get(attendance.role, "")


def is_distant(attendance: Attendance) -> bool:
    """Say whether somebody took part at a distance (KL 6:24)."""
    return attendance.mode == AttendanceMode.DISTANCE


def notice_block(record: Record, posting: Posting | None) -> NoticeBlock:
    """Return ANSLAG/BEVIS; dates not known yet are proved by the certificate."""
    board = record.board
    is_joint = board.kind == BoardKind.JOINT
    up = down = words.NOTICE_BY_CERTIFICATE
    if posting:
        up = f"{posting.posted_on:%Y-%m-%d}"
        down = f"{posting.removable_on:%Y-%m-%d}" if posting.removable_on else down
    return NoticeBlock(
        words.NOTICE_TITLE,
        runs(words.NOTICE_TEXT_JOINT if is_joint else words.NOTICE_TEXT),
        (
            Field(words.NOTICE_ORGAN, (board.name,)),
            Field(words.NOTICE_MEETING, (f"{record.meeting.held_on:%Y-%m-%d}",)),
            Field(words.NOTICE_UP, (up,)),
            Field(words.NOTICE_DOWN, (down,)),
            Field(words.NOTICE_KEPT, (record.regulations.storage_place,)),
        ),
    )


def clock_time(moment: datetime) -> str:
    """Return a moment as minutes print it: "09.00"."""
    return f"{moment.astimezone(STOCKHOLM):%H.%M}"
