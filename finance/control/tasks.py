"""Reminding of internal control."""

from celery import shared_task

from boards.shared.clock import today


@shared_task
def remind_of_control() -> None:
    """Remind of what waits in every board's internal control."""
    # idempotent: each reminder is a unique row
    from finance.control.actions.reminders import remind  # noqa: PLC0415  task

    remind(day=today())
