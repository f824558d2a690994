"""Doing what was asked for by the forms and links: each request once, then gone."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from boards.shared.clock import now
from boards.shared.outbox import enqueue
from minutes.subscription import rules
from minutes.subscription.enums import AskAnswer, Frequency, Topic, Verb
from minutes.subscription.models import Subscriber, Subscription, SubscriptionRequest
from minutes.subscription.topics import followed


@transaction.atomic
def carry_out(*, pk: int) -> None:
    """Do what one request asks for, unless another worker is at it."""
    rows = SubscriptionRequest.objects.select_for_update(skip_locked=True)
    request = rows.filter(pk=pk).first()
    if request is None:
        return
    VERBS[Verb(request.verb)](request)
    request.delete()


def ask(request: SubscriptionRequest) -> None:
    """Mail the address: to confirm, or that it subscribes already; or nothing."""
    if request.frequency not in set(Frequency):
        return
    if followed((request.topic, request.target)) is None:
        return
    rows = Subscriber.objects.select_for_update()
    subscriber, _is_new = rows.get_or_create(
        email__iexact=request.email, defaults={"email": request.email}
    )
    answer = rules.answer_to(ask_facts(subscriber, request), now())
    if answer == AskAnswer.REMIND:
        subscriber.reminded_at = now()
        subscriber.save(update_fields=["reminded_at"])
        enqueue("subscription.remind", subscriber)
    elif answer == AskAnswer.CONFIRM:
        enqueue("subscription.confirm", asked_anew(subscriber, request))


def ask_facts(subscriber: Subscriber, request: SubscriptionRequest) -> rules.AskFacts:
    """Return what the rule asks about an address."""
    held = list(subscriber.subscriptions.all())
    confirmed = {(one.topic, one.target) for one in held if one.confirmed_at}
    return rules.AskFacts(
        is_subscribed=(request.topic, request.target) in confirmed,
        subscriptions=len(confirmed),
        pending_mails=sum(one.mails for one in held if not one.confirmed_at),
        reminded_at=subscriber.reminded_at,
    )


def asked_anew(subscriber: Subscriber, request: SubscriptionRequest) -> Subscription:
    """Make the subscription that waits for its confirmation, or ask for it again."""
    row, _is_new = Subscription.objects.get_or_create(
        subscriber=subscriber,
        topic=request.topic,
        target=request.target,
        defaults={"frequency": request.frequency},
    )
    row.frequency = request.frequency
    row.asked_at = now()
    row.mails += 1
    row.save(update_fields=["frequency", "asked_at", "mails"])
    return row


def confirm(request: SubscriptionRequest) -> None:
    """Begin: the address has said yes (GDPR 6.1 a). One that rested is awake again."""
    rows = Subscription.objects.select_for_update(of=["self"])
    row = rows.filter(key=request.key, confirmed_at=None).first()
    if row is None or now() - row.asked_at > rules.CONFIRM_WITHIN:
        return
    row.confirmed_at = now()
    row.followed_until = now() if row.topic == Topic.SEARCH else None
    row.save(update_fields=["confirmed_at", "followed_until"])
    woken = Subscriber.objects.filter(pk=row.subscriber_id)
    woken.update(failures=0, rests_since=None)


def end(request: SubscriptionRequest) -> None:
    """End one subscription: by its own link, or chosen among all of an address."""
    if request.chosen:
        rows = Subscription.objects.filter(
            key=request.chosen, subscriber__key=request.key
        )
    else:
        rows = Subscription.objects.filter(key=request.key)
    owners = Subscriber.objects.filter(pk__in=rows.values("subscriber"))
    for subscriber in owners.select_for_update():
        rows.delete()
        if not subscriber.subscriptions.exists():
            subscriber.delete()


def end_all(request: SubscriptionRequest) -> None:
    """Forget an address and all it followed (GDPR 17)."""
    for subscriber in Subscriber.objects.filter(key=request.key).select_for_update():
        subscriber.delete()


def change(request: SubscriptionRequest) -> None:
    """Send mail more or less often."""
    if request.frequency in set(Frequency):
        Subscription.objects.filter(
            key=request.chosen, subscriber__key=request.key
        ).update(frequency=request.frequency)


VERBS: dict[Verb, Callable[[SubscriptionRequest], None]] = {
    Verb.ASK: ask,
    Verb.CONFIRM: confirm,
    Verb.END: end,
    Verb.END_ALL: end_all,
    Verb.CHANGE: change,
}


@transaction.atomic
def forget() -> None:
    """Delete what nobody confirmed in time, and addresses that refuse mail (GDPR 5)."""
    Subscription.objects.filter(
        confirmed_at=None, asked_at__lt=now() - rules.CONFIRM_WITHIN
    ).delete()
    Subscriber.objects.filter(subscriptions=None).delete()
    Subscriber.objects.filter(rests_since__lt=now() - rules.FORGET_AFTER).delete()
