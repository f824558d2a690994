"""Leaving a request without login: all that the public's own rights allow."""

from __future__ import annotations

from uuid import UUID

from minutes.subscription.enums import Verb
from minutes.subscription.models import SubscriptionRequest
from minutes.subscription.topics import Followed


def ask(*, thing: Followed, email: str, frequency: str) -> SubscriptionRequest:
    """Ask for a subscription; whether the address has it already nobody sees."""
    return SubscriptionRequest.objects.create(
        verb=Verb.ASK,
        topic=thing.topic,
        target=thing.target,
        email=email,
        frequency=frequency,
    )


def confirm(*, key: UUID) -> SubscriptionRequest:
    """Say that the address wants the subscription (GDPR 6.1 a)."""
    return SubscriptionRequest.objects.create(verb=Verb.CONFIRM, key=key)


def end(*, key: UUID, chosen: UUID | None = None) -> SubscriptionRequest:
    """Take the consent back (GDPR 7.3)."""
    return SubscriptionRequest.objects.create(verb=Verb.END, key=key, chosen=chosen)


def end_all(*, key: UUID) -> SubscriptionRequest:
    """Take back all that an address has consented to."""
    return SubscriptionRequest.objects.create(verb=Verb.END_ALL, key=key)


def change(*, key: UUID, chosen: UUID, frequency: str) -> SubscriptionRequest:
    """Ask for mail more or less often."""
    return SubscriptionRequest.objects.create(
        verb=Verb.CHANGE, key=key, chosen=chosen, frequency=frequency
    )
