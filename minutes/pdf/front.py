"""The front page: where and when, who decided, who was there, who signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from boards.shared.clock import STOCKHOLM
from boards.shared.paper.tree import (
    Block,
    Field,
    FieldTable,
    NoticeBlock,
    SignatureBlock,
    SignatureField,
    runs,
)
from minutes.item.numbers import labelled, ranges
from minutes.pdf import words
from minutes.pdf.presence import Room, deciding, others

if TYPE_CHECKING:
    from minutes.item.queries import Record
    from minutes.meeting.models import Meeting


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
    meeting, room = record.meeting, Room(record)
    number = meeting.minutes_number
    yield Field(words.MINUTES_NUMBER, (number,)) if number else None
    yield Field(words.PLACE_AND_TIME, (place_and_time(record), *kind_of(meeting)))
    pauses = tuple(adjournments(record))
    yield Field(words.ADJOURNMENTS, pauses) if pauses else None
    yield Field(words.DECIDING, tuple(deciding(room)))
    yield others(room)
    names = tuple(chosen(record))
    yield Field(words.CHOSEN, names) if names else None
    place = approval_place(record)
    yield Field(words.APPROVAL_PLACE, (place,)) if place else None


def kind_of(meeting: Meeting) -> Iterator[str]:
    """Return that the meeting is extra, or which one it goes on with."""
    said = words.MEETING_KINDS.get(meeting.kind)
    if said:
        day = meeting.continues.held_on if meeting.continues else None
        yield said.format(day=day)


def adjournments(record: Record) -> Iterator[str]:
    """Return the pauses of these §§: "kl. 10.05–10.20, § 5, överläggning"."""
    numbers = {item.agenda_item_id: record.number(item) for item in record.items}
    is_whole = len(record.items) == len(record.numbers)
    for pause in record.meeting.adjournments.all():
        if pause.item_id in numbers or is_whole:
            start = clock_time(pause.from_at)
            clock = words.CLOCK_FROM.format(start=start)
            if pause.to_at:
                clock = words.CLOCK.format(start=start, end=clock_time(pause.to_at))
            number = numbers.get(pause.item_id or 0)
            parts = [clock, labelled([number]) if number else "", pause.reason]
            yield ", ".join(part for part in parts if part)


def chosen(record: Record) -> Iterator[str]:
    """Return who was chosen to approve the §§, in reserve, and for single §§."""
    numbers = {item.agenda_item_id: record.number(item) for item in record.items}
    rows = record.meeting.chosen_approvers.select_related("attendance")
    for row in sorted(rows, key=lambda row: (bool(row.for_item_id), row.is_reserve)):
        name = str(row.attendance)
        if row.for_item_id is not None and row.for_item_id not in numbers:
            continue
        if row.for_item_id is not None:
            item = labelled([numbers[row.for_item_id]])
            name = words.CHOSEN_FOR_ITEM.format(name=name, item=item)
        yield words.CHOSEN_IN_RESERVE.format(name=name) if row.is_reserve else name


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
