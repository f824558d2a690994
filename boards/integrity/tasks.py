"""Sealing the history and going through the checks, by the clock."""

from celery import shared_task


@shared_task
def seal_new_history() -> None:
    """Bind new history into the chain each hour; seal the head once a day."""
    # idempotent: what is bound or sealed already is left alone
    from boards.integrity.seals import seal_history  # noqa: PLC0415  task

    seal_history()
