"""Asking for forecasts that are missing."""

from celery import shared_task

from boards.shared.clock import today


@shared_task
def chase_forecasts() -> None:
    """Ask every unit whose forecast is missing."""
    # idempotent: each reminder is a unique row
    from finance.forecast.actions import chase  # noqa: PLC0415  task

    chase(day=today())
