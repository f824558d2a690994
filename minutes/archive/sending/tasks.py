"""Looking for the answers of e-archives."""

from celery import shared_task


@shared_task
def fetch_answers() -> None:
    """Take in the receipts that have come since the last time."""
    # idempotent: a package is answered once
    from minutes.archive.sending.answers import fetch_receipts  # noqa: PLC0415  task

    fetch_receipts()
