"""Reminding: the verb of the worker."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from minutes.meeting.actions.steps import lock_meeting
from minutes.reminder.models import Reminder
from minutes.reminder.queries import due_of

if TYPE_CHECKING:
    from minutes.meeting.models import Meeting


@transaction.atomic
def remind(*, meeting: Meeting, day: date) -> list[Reminder]:
    """Remind everybody who is to be reminded on a day, each once (KL 5:69; P-03)."""
    require(None, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    made = []
    for due in due_of(meeting, day):
        row, is_new = Reminder.objects.get_or_create(
            kind=due.kind,
            meeting=meeting,
            approval_id=due.approval,
            person_id=due.person,
            due_on=due.due_on,
            days=due.days,
            defaults={"made_at": now()},
        )
        if is_new:
            record(row, "reminder.made", by=None, kind=str(due.kind), days=due.days)
            enqueue("reminder.send", row)
            made.append(row)
    return made
