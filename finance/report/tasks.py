"""Reminding of deficits that are to be followed up."""

from celery import shared_task

from boards.shared.clock import today


@shared_task
def remind_of_deficits() -> None:
    """Remind the controllers of every deficit whose day is near or here."""
    # idempotent: each reminder is a unique row
    from finance.report import deficits  # noqa: PLC0415  task

    deficits.remind_of_deficits(day=today())
