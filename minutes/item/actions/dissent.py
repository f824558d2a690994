"""Who was out for jäv, stood aside, reserved, or had something noted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import (
    loaded,
    lock_begun,
    lock_item,
    service_at,
    with_names,
)
from minutes.item.facts import reservation_facts
from minutes.item.models import Recusal, Reservation, Vote
from minutes.item.rules.dissent import blocks_reservation
from minutes.meeting.facts import ON_THE_ROLL

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.item.models import MinutesItem
    from minutes.meeting.models import Attendance


@transaction.atomic
def recuse(
    *, item: MinutesItem, attendance: Attendance, by: User | None, reason: str = ""
) -> Recusal:
    """Note jäv: the person is out of the § in every respect (KL 6:28)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refuse_if(blocks_recusal(item, attendance))
    recusal, is_new = Recusal.objects.get_or_create(
        item=item, attendance=attendance, defaults={"reason": reason.strip()}
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
        Vote.objects.filter(round__item=item, attendance=attendance).exists()
        or item.reservations.filter(people=attendance).exists()
        or item.floor_proposals.filter(
            proposers=attendance, withdrawn_at__isnull=True
        ).exists()
    )
    if took_part:
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
def announce_reservation(
    *,
    item: MinutesItem,
    people: Sequence[Attendance],
    by: User | None,
    text: str = "",
) -> Reservation:
    """Note a reservation, before the meeting ends, by those who decided (KL 4:27)."""
    require(by, "item.edit", item)
    item = loaded(lock_begun(item.pk))
    service = service_at(item)
    facts = reservation_facts(item, service, people)
    refuse_if(with_names(blocks_reservation(facts), people))
    reservation = item.reservations.create(announced_at=now(), text=text.strip())
    reservation.people.set(people)
    record(item, "item.reservation_announced", by=by, reservation=reservation.pk)
    return reservation


@transaction.atomic
def write_reservation(
    *, reservation: Reservation, text: str, by: User | None
) -> Reservation:
    """Write a reservation's text, until the § is frozen (KL 5:67; KL-11)."""
    require(by, "item.edit", reservation)
    item = lock_item(reservation.item_id)
    reservation.text = text.strip()
    reservation.save(update_fields=["text"])
    record(item, "item.reservation_written", by=by, reservation=reservation.pk)
    return reservation


@transaction.atomic
def withdraw_reservation(*, reservation: Reservation, by: User | None) -> None:
    """Take a reservation back; the row history keeps it."""
    require(by, "item.edit", reservation)
    item = lock_item(reservation.item_id)
    record(item, "item.reservation_withdrawn", by=by, text=reservation.text)
    Reservation.objects.filter(pk=reservation.pk).delete()
