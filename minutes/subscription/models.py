"""Who follows what. None of it is open to the public but the leaving of requests.

Nothing here has a history: whoever unsubscribes is forgotten (GDPR 17).
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from boards.shared.clock import now
from boards.shared.published.enums import PublicAccess
from minutes.publication.models import (
    PublishedBoard,
    PublishedCase,
    PublishedMunicipality,
)
from minutes.subscription.enums import Frequency, Topic, Verb, What
from minutes.subscription.rules import LONGEST_TARGET


class SubscriptionRequest(models.Model):
    """What somebody without login asks for; gone when the worker has done it."""

    public_access = PublicAccess.ADD

    verb = models.CharField(max_length=8, choices=[(one, one) for one in Verb])
    email = models.EmailField(blank=True)
    topic = models.CharField(max_length=12, blank=True)
    target = models.CharField(max_length=LONGEST_TARGET, blank=True)
    frequency = models.CharField(max_length=8, blank=True)
    # What the signed link was about, and which of its subscriptions was chosen there.
    key = models.UUIDField(null=True)
    chosen = models.UUIDField(null=True)
    received_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(verb="ask", key=None) & ~Q(email=""))
                | (~Q(verb="ask") & Q(email="", key__isnull=False)),
                name="request_names_an_address_or_a_link",
            )
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.received_at:%Y-%m-%d %H:%M}"


class Subscriber(models.Model):
    """An address that gets mail; it goes with its last subscription."""

    email = models.EmailField()
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    failures = models.PositiveSmallIntegerField(default=0)
    rests_since = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_subscriber_per_address")
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Subscription(models.Model):
    """One thing that one address follows; nothing is sent until it is confirmed."""

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="subscriptions"
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    topic = models.CharField(max_length=12, choices=[(one, one) for one in Topic])
    target = models.CharField(max_length=LONGEST_TARGET)
    frequency = models.CharField(
        max_length=8, choices=[(one, one) for one in Frequency]
    )
    asked_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True)
    # How many mails have asked for the confirmation.
    mails = models.PositiveSmallIntegerField(default=0)
    # Until when a saved search has been asked.
    followed_until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "topic", "target"],
                name="subscribed_once_to_a_thing",
            )
        ]
        indexes = [models.Index(fields=["topic", "target"], name="subscribed_to")]

    def __str__(self) -> str:
        return f"{self.topic} {self.target}"


class News(models.Model):
    """Something that became public, until it has been told to those who follow it."""

    what = models.CharField(max_length=12, choices=[(one, one) for one in What])
    row_id = models.BigIntegerField()
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="news"
    )
    municipality = models.ForeignKey(
        PublishedMunicipality, null=True, on_delete=models.CASCADE, related_name="news"
    )
    case = models.ForeignKey(
        PublishedCase, null=True, on_delete=models.CASCADE, related_name="news"
    )
    found_at = models.DateTimeField(default=now)
    spread_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["what", "row_id"], name="news_once")
        ]
        indexes = [
            models.Index(
                fields=["found_at"],
                condition=Q(spread_at=None),
                name="news_to_be_spread",
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.row_id}"


class Letter(models.Model):
    """One mail to one subscriber about one subscription."""

    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, related_name="letters"
    )
    made_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


class Mention(models.Model):
    """One thing that one subscription tells of: once, whoever asks again."""

    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, related_name="mentions"
    )
    what = models.CharField(max_length=12)
    row_id = models.BigIntegerField()
    found_at = models.DateTimeField(default=now)
    letter = models.ForeignKey(
        Letter, null=True, on_delete=models.CASCADE, related_name="mentions"
    )

    class Meta:
        ordering = ["found_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "what", "row_id"], name="mentioned_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["subscription", "found_at"],
                condition=Q(letter=None),
                name="mentions_to_be_sent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.row_id}"
