"""Looking for time stamps that are to be made anew."""

from celery import shared_task


@shared_task
def renew_stamps() -> None:
    """Order a new time stamp wherever the last one weakens within a year."""
    # idempotent: what is ordered already is left alone
    from minutes.archive.renewal.actions import order_renewals  # noqa: PLC0415  task

    order_renewals()
