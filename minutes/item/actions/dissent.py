"""Who was out for jäv, stood aside, reserved, or had something noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.parts import blocks_documents
from minutes.item.actions.steps import (
    loaded,
    lock_begun,
    lock_item,
    service_at,
    with_names,
)
from minutes.item.facts import aside_facts, note_facts, reservation_facts
from minutes.item.models import (
    MinutesNote,
    NonParticipation,
    Recusal,
    Reservation,
    Vote,
)
from minutes.item.rules.dissent import (
    blocks_note,
    blocks_reservation,
    blocks_standing_aside,
)
from minutes.meeting.facts import ON_THE_ROLL

if TYPE_CHECKING:
    from datetime import date

    from boards.person.models import User
    from cases.document.models import Document
    from minutes.item.enums import NoteKind
    from minutes.item.models import DecisionPoint, FloorProposal, MinutesItem
    from minutes.meeting.models import Attendance


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a reservation is against and in favour of, for whom, and where it stands."""

    points: tuple[DecisionPoint, ...] = ()
    in_favour_of: FloorProposal | None = None
    on_behalf_of: str = ""
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wants noted beside the decision, and where it is written."""

    kind: NoteKind
    text: str = ""
    on_behalf_of: str = ""
    dated_on: date | None = None
    document: Document | None = None


WHOLE_DECISION = Grounds()


@transaction.atomic
def recuse(
    *,
    item: MinutesItem,
    attendance: Attendance,
    by: User | None,
    reason: str = "",
    is_finding: bool = False,
) -> Recusal:
    """Note jäv, announced or found by the board: out in every respect (KL 6:28–30)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refuse_if(blocks_recusal(item, attendance))
    recusal, is_new = Recusal.objects.update_or_create(
        item=item,
        attendance=attendance,
        defaults={"reason": reason.strip(), "is_finding": is_finding},
    )
    if is_new:
        record(item, "item.recused", by=by, attendance=attendance.pk)
    return recusal


def blocks_recusal(item: MinutesItem, attendance: Attendance) -> list[Refusal]:
    """Find why jäv cannot be noted: not elected, or already part of the § (KL 6:28)."""
    values = {"person": str(attendance)}
    if attendance.meeting_id != item.meeting_id or attendance.kind not in ON_THE_ROLL:
        return [Refusal("recusal.not_elected", "KL 6:28", values, "attendance")]
    took_part = (
        Vote.objects.filter(round__item=item, attendance=attendance),
        item.reservations.filter(people=attendance),
        item.notes.filter(people=attendance),
        item.non_participations.filter(attendance=attendance),
        item.floor_proposals.filter(proposers=attendance, withdrawn_at__isnull=True),
    )
    if any(rows.exists() for rows in took_part):
        return [Refusal("recusal.took_part", "KL 6:28", values, "attendance")]
    return []


@transaction.atomic
def withdraw_recusal(*, recusal: Recusal, by: User | None) -> None:
    """Take back a jäv that was noted by mistake, or that the board did not find."""
    item = recusal.item
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    record(item, "item.recusal_withdrawn", by=by, attendance=recusal.attendance_id)
    Recusal.objects.filter(pk=recusal.pk).delete()


@transaction.atomic
def stand_aside(
    *, item: MinutesItem, people: Sequence[Attendance], by: User | None
) -> None:
    """Note who takes no part in the decision: there all the same (KL 4:25; KL-07)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refusals = blocks_standing_aside(aside_facts(item, service_at(item), people))
    refuse_if(with_names(refusals, people))
    for attendance in people:
        item.non_participations.get_or_create(attendance=attendance)
    record(item, "item.stood_aside", by=by, people=[one.pk for one in people])


@transaction.atomic
def withdraw_aside(*, aside: NonParticipation, by: User | None) -> None:
    """Take back that somebody took no part in the decision."""
    require(by, "item.edit", aside.item)
    item = lock_item(aside.item_id)
    record(item, "item.aside_withdrawn", by=by, attendance=aside.attendance_id)
    NonParticipation.objects.filter(pk=aside.pk).delete()


@transaction.atomic
def announce_reservation(
    *,
    item: MinutesItem,
    people: Sequence[Attendance],
    by: User | None,
    text: str = "",
    grounds: Grounds = WHOLE_DECISION,
) -> Reservation:
    """Note a reservation, before the meeting ends, by those who decided (KL 4:27)."""
    require(by, "item.edit", item)
    item = loaded(lock_begun(item.pk))
    facts = reservation_facts(item, service_at(item), people, grounds.points)
    refuse_if(with_names(blocks_reservation(facts), people))
    refuse_if(blocks_grounds(item, grounds))
    reservation = item.reservations.create(
        announced_at=now(),
        text=text.strip(),
        in_favour_of=grounds.in_favour_of,
        on_behalf_of=grounds.on_behalf_of.strip(),
        document=grounds.document,
    )
    reservation.people.set(people)
    reservation.points.set(grounds.points)
    record(item, "item.reservation_announced", by=by, reservation=reservation.pk)
    return reservation


def blocks_grounds(item: MinutesItem, grounds: Grounds) -> list[Refusal]:
    """Refuse points and yrkanden of another §, or a yrkande that was withdrawn."""
    law, proposal = "KL 4:27", grounds.in_favour_of
    found = []
    if any(point.item_id != item.pk for point in grounds.points):
        found.append(Refusal("reservation.point_elsewhere", law, {}, "points"))
    if proposal and (proposal.item_id != item.pk or proposal.withdrawn_at):
        found.append(Refusal("reservation.no_proposal", law, {}, "in_favour_of"))
    return found + blocks_documents(item, [grounds.document], "document")


@transaction.atomic
def write_reservation(
    *,
    reservation: Reservation,
    text: str,
    by: User | None,
    document: Document | None = None,
) -> Reservation:
    """Write a reservation's text, until the § is frozen (KL 5:67; KL-11)."""
    require(by, "item.edit", reservation)
    item = lock_item(reservation.item_id)
    refuse_if(blocks_documents(item, [document], "document"))
    reservation.text = text.strip()
    reservation.document = document or reservation.document
    reservation.save(update_fields=["text", "document"])
    record(item, "item.reservation_written", by=by, reservation=reservation.pk)
    return reservation


@transaction.atomic
def withdraw_reservation(*, reservation: Reservation, by: User | None) -> None:
    """Take a reservation back; the row history keeps it."""
    require(by, "item.edit", reservation)
    item = lock_item(reservation.item_id)
    record(item, "item.reservation_withdrawn", by=by, text=reservation.text)
    Reservation.objects.filter(pk=reservation.pk).delete()


@transaction.atomic
def add_note(
    *, item: MinutesItem, people: Sequence[Attendance], note: Note, by: User | None
) -> MinutesNote:
    """Note what somebody says beside the decision; it is no reservation (KL-12)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    facts = note_facts(item, service_at(item), people, note)
    refuse_if(with_names(blocks_note(facts), people))
    refuse_if(blocks_documents(item, [note.document], "document"))
    row = item.notes.create(
        kind=note.kind,
        text=note.text.strip(),
        on_behalf_of=note.on_behalf_of.strip(),
        dated_on=note.dated_on,
        document=note.document,
        position=item.notes.count() + 1,
    )
    row.people.set(people)
    record(item, "item.note_added", by=by, note=row.pk)
    return row


@transaction.atomic
def write_note(*, note: MinutesNote, text: str, by: User | None) -> MinutesNote:
    """Write what is noted in other words, until the § is frozen."""
    require(by, "item.edit", note)
    item = lock_item(note.item_id)
    if not text.strip() and note.document_id is None:
        refuse_if([Refusal("note.empty", "", {}, "text")])
    note.text = text.strip()
    note.save(update_fields=["text"])
    record(item, "item.note_written", by=by, note=note.pk)
    return note


@transaction.atomic
def remove_note(*, note: MinutesNote, by: User | None) -> None:
    """Take a note away; the row history keeps it."""
    require(by, "item.edit", note)
    item = lock_item(note.item_id)
    record(item, "item.note_removed", by=by, text=note.text)
    MinutesNote.objects.filter(pk=note.pk).delete()
