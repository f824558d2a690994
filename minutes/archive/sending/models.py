"""Each time a package was sent to an e-archive."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from minutes.archive.sending.enums import TransferState


class Transfer(models.Model):
    """A package on its way to an e-archive, or there, or why it did not get there."""

    package = models.ForeignKey(
        "minutes.SipPackage", on_delete=models.PROTECT, related_name="transfers"
    )
    target = models.CharField(_("e-archive"), max_length=80)
    label = models.CharField(max_length=200)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (TransferState.WAITING, _("On its way")),
            (TransferState.DELIVERED, _("Delivered")),
            (TransferState.FAILED, _("Failed")),
        ],
        default=TransferState.WAITING,
    )
    fault = models.TextField(blank=True)
    sent = models.PositiveBigIntegerField(_("bytes"), default=0)
    ordered_at = models.DateTimeField(_("ordered"))
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(_("ended"), null=True)

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["package"],
                condition=Q(state=TransferState.WAITING),
                name="transfer_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=TransferState.WAITING, ended_at__isnull=True)
                | (~Q(state=TransferState.WAITING) & Q(ended_at__isnull=False)),
                name="transfer_ends_when_over",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.package}: {self.label}"

    @property
    def percent(self) -> int:
        """How much has been sent, rounded down."""
        size = self.package.file.size if self.package.file else 0
        return 100 * self.sent // size if size else 0
