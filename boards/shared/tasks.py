"""Carrying out the outbox."""

from celery import shared_task

from boards.shared.clock import now
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage


@shared_task
def deliver(pk: int) -> None:
    """Carry out one outbox row."""
    # idempotent: the row is locked, and left alone unless it is pending
    from boards.shared.outbox import carry_out  # noqa: PLC0415  task

    carry_out(pk)


@shared_task
def deliver_due() -> None:
    """Carry out what is due: rows whose wake-up was lost or whose attempt failed."""
    # idempotent: each row is checked again under its lock
    due = OutboxMessage.objects.filter(
        state=OutboxState.PENDING, due_at__lte=now()
    ).order_by("due_at")
    for pk in due.values_list("pk", flat=True)[:200]:
        deliver(pk)


@shared_task
def forget_sent_forms() -> None:
    """Delete who has sent in forms, once it counts no longer."""
    # idempotent: it deletes what is old, and again there is less of it
    from boards.shared.published.limits import forget  # noqa: PLC0415  task

    forget()
