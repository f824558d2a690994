"""Watching the boards."""

from celery import shared_task


@shared_task
def watch_boards() -> None:
    """Look whether each notice is on its public board (KL 13:5 st 2; A-05)."""
    # idempotent: a look only carries the record on
    from minutes.noticeboard.watch import reader, watch  # noqa: PLC0415  task

    with reader() as client:
        watch(client)
