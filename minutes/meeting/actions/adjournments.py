"""Ajourneringar: the pauses of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from minutes.meeting.actions.attendance import foreign
from minutes.meeting.actions.steps import lock_meeting, roll_refusals
from minutes.meeting.models import Adjournment
from minutes.meeting.rules.session import (
    PauseFacts,
    blocks_adjourning,
    blocks_resuming_session,
)

if TYPE_CHECKING:
    from datetime import datetime

    from boards.person.models import User
    from minutes.meeting.models import AgendaItem, Meeting


@transaction.atomic
def adjourn(
    *,
    meeting: Meeting,
    from_at: datetime,
    by: User | None,
    to_at: datetime | None = None,
    reason: str = "",
    item: AgendaItem | None = None,
) -> Adjournment:
    """Note that the meeting pauses, until it resumes or until a time already known."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(
        roll_refusals(meeting)
        + foreign(meeting, item)
        + blocks_adjourning(pause_facts(meeting), from_at, to_at)
    )
    row = meeting.adjournments.create(
        from_at=from_at, to_at=to_at, reason=reason.strip(), item=item
    )
    record(meeting, "meeting.adjourned", by=by, adjournment=row.pk)
    return row


@transaction.atomic
def resume(*, meeting: Meeting, to_at: datetime, by: User | None) -> Adjournment:
    """Note that the meeting goes on after its pause."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(
        roll_refusals(meeting) + blocks_resuming_session(pause_facts(meeting), to_at)
    )
    row = meeting.adjournments.get(to_at__isnull=True)
    row.to_at = to_at
    row.save(update_fields=["to_at"])
    record(meeting, "meeting.resumed", by=by, adjournment=row.pk)
    return row


@transaction.atomic
def remove_adjournment(*, adjournment: Adjournment, by: User | None) -> None:
    """Take away a pause noted by mistake; the row history keeps it."""
    require(by, "meeting.run", adjournment.meeting)
    meeting = lock_meeting(adjournment.meeting_id)
    refuse_if(roll_refusals(meeting))
    record(meeting, "meeting.adjournment_removed", by=by)
    Adjournment.objects.filter(pk=adjournment.pk).delete()


def pause_facts(meeting: Meeting) -> PauseFacts:
    """Return the meeting's time and its pauses."""
    rows = meeting.adjournments.values_list("from_at", "to_at")
    return PauseFacts(meeting.starts_at, meeting.ends_at, tuple(rows))
