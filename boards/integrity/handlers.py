"""What the outbox does for the checks."""

from functools import partial

from django.db import transaction

from boards.integrity.actions import KIND
from boards.shared.outbox import handlers, wake


def start(pk: int) -> None:
    """Wake a task for the run: it takes longer than a row of the outbox is held."""
    # idempotent: a run that has begun is left alone by its task
    from boards.integrity.tasks import check_everything  # noqa: PLC0415  task

    transaction.on_commit(partial(wake, check_everything, pk))


handlers[KIND] = start
