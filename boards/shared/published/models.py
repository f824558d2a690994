"""What all that the public may see has in common, and the version of it all."""

from __future__ import annotations

import uuid

from django.db import models

from boards.shared.clock import now
from boards.shared.published.enums import PublicAccess


class PublicRow(models.Model):
    """A row that public pages may read; what their database role may do with it.

    Its table has the trigger `bumps_version`, so that a change is seen at once.
    """

    public_access = PublicAccess.READ

    class Meta:
        abstract = True


class Snapshot(PublicRow):
    """A published row with its times; withdrawn it stays, emptied, as a tombstone."""

    created_at = models.DateTimeField(default=now, editable=False)
    changed_at = models.DateTimeField(default=now, db_index=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True


class PublicationVersion(models.Model):
    """One row whose value changes with everything that is published.

    It is part of the key of every cached page. A random value, not a count: after a
    rollback the old value stands for the old pages again.
    """

    public_access = PublicAccess.READ

    value = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="one_publication_version"
            )
        ]

    def __str__(self) -> str:
        return str(self.value)


class SentForm(models.Model):
    """That a form without login was taken from somebody, for as long as it counts.

    `client` is a keyed hash of the address that is another every day: rows say how many
    came from one place, and not from which.
    """

    public_access = PublicAccess.COUNT

    form = models.CharField(max_length=20)
    client = models.CharField(max_length=64)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["form", "-sent_at"], name="sent_form_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.sent_at:%Y-%m-%d %H:%M}"
