"""The chain over the history, its seals, and what each run of the checks found."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted


class ChainLink(models.Model):
    """A run of history rows, bound to the link before it by a hash; never changed.

    The link covers every key from `first_id` to `last_id` of one table. `digests` holds
    32 bytes for each row that was there, `holes` the keys that were not.
    """

    number = models.PositiveIntegerField(unique=True)
    table = models.CharField(max_length=63)
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    count = models.PositiveIntegerField()
    holes = models.JSONField(default=list)
    digests = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["table", "first_id"], name="chain_link_once_per_row"
            ),
            models.CheckConstraint(
                condition=Q(last_id__gte=F("first_id")), name="chain_link_goes_forward"
            ),
        ]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.number}: {self.table} {self.first_id}–{self.last_id}"


class ChainSeal(models.Model):
    """The head of the chain on a day, signed and stamped with the time."""

    number = models.PositiveIntegerField(unique=True)
    day = models.DateField(unique=True)
    link_number = models.PositiveIntegerField()
    link_sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    # CMS, detached, over `seals.statement`; hexadecimal SHA-256 of the seal before.
    previous = models.CharField(max_length=64)
    signature = models.BinaryField()

    class Meta:
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.day}: {self.link_number} {self.link_sha256}"


class IntegrityRun(models.Model):
    """One going through all checks: what was looked at, and the faults, as found."""

    ordered_at = models.DateTimeField(_("ordered"))
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(_("started"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    looked_at = models.JSONField(default=dict)
    faults = models.JSONField(default=list)
    fault_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        triggers = [
            never_deleted(),
            pgtrigger.Protect(
                name="ended_stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordered_at:%Y-%m-%d %H:%M}"
