"""Reminding before the time to approve the minutes runs out."""

from celery import shared_task

from boards.shared.clock import today
from minutes.reminder.queries import running


@shared_task
def remind_before_due() -> None:
    """Remind reviewers and signers 7, 3 and 1 days before, the secretary after."""
    # idempotent: each reminder is a unique row, made under the meeting's lock
    from minutes.reminder.actions import remind  # noqa: PLC0415  task

    day = today()
    for meeting in running(day):
        remind(meeting=meeting, day=day)
