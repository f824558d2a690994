"""Looking for files that nobody has looked at."""

from celery import shared_task


@shared_task
def look_at_formats() -> None:
    """Order a look at each file that came in since the last time."""
    # idempotent: what is ordered already is left alone
    from cases.preservation.actions import order_looks  # noqa: PLC0415  task

    order_looks()
