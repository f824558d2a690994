"""What the worker does for subscriptions: the public itself can only ask."""

from celery import shared_task

from minutes.subscription.models import SubscriptionRequest

# So many in one go; a flood of them leaves the worker time for other things.
AT_ONCE = 100


@shared_task
def take_requests() -> None:
    """Do what was asked for, in the order it was."""
    # idempotent: a request is deleted with what it does, under its lock
    from minutes.subscription.actions import carry_out  # noqa: PLC0415  task

    waiting = SubscriptionRequest.objects.order_by("pk").values_list("pk", flat=True)
    for pk in list(waiting[:AT_ONCE]):
        carry_out(pk=pk)


@shared_task
def tell_news() -> None:
    """Find what is new and write the letters that are due."""
    # idempotent: each thing is mentioned once in a subscription, each letter sent once
    from minutes.subscription import spreading  # noqa: PLC0415  task

    spreading.spread()
    spreading.ask_searches()
    spreading.write_letters()


@shared_task
def forget_unconfirmed() -> None:
    """Delete the addresses that nobody confirmed, and those that refuse mail."""
    # idempotent: what is deleted is not there the next time
    from minutes.subscription.actions import forget  # noqa: PLC0415  task

    forget()
