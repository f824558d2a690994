"""Sealing the history and going through the checks, by the clock."""

from celery import shared_task


@shared_task
def seal_new_history() -> None:
    """Bind new history into the chain each hour; seal the head once a day."""
    # idempotent: what is bound or sealed already is left alone
    from boards.integrity.seals import seal_history  # noqa: PLC0415  task

    seal_history()


@shared_task
def check_everything(pk: int) -> None:
    """Carry out a run that was ordered."""
    # idempotent: a run that has begun is left alone
    from boards.integrity.actions import carry_out  # noqa: PLC0415  task

    carry_out(pk)


@shared_task
def check_nightly() -> None:
    """Order the run of the night, unless one is under way."""
    # idempotent: there is one run at a time
    from boards.integrity.actions import order_run, under_way  # noqa: PLC0415  task

    if under_way() is None:
        order_run(by=None)
