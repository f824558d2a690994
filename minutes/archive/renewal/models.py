"""Each time stamp that was put over signed minutes, with the file it made."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history
from minutes.archive.renewal import rules


class ArchiveStamp(models.Model):
    """A time stamp over all of the minutes; the next one is put over it (B-LTA)."""

    package = models.ForeignKey(
        "minutes.ArchivePackage", on_delete=models.PROTECT, related_name="stamps"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    file = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    stamped_at = models.DateTimeField(_("stamped"))
    weakens_on = models.DateField(_("holds until"))
    authority = models.CharField(_("time stamp authority"), max_length=200)

    class Meta:
        verbose_name = _("archive time stamp")
        verbose_name_plural = _("archive time stamps")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "number"], name="archive_stamp_once_per_number"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="archive_stamp_counts_from_one"
            ),
            models.CheckConstraint(
                condition=Q(weakens_on__gte=TruncDate(F("stamped_at"))),
                name="archive_stamp_holds_when_made",
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.package}: {self.number}"

    @property
    def renew_from(self) -> date:
        """The day from which it is made anew."""
        return rules.renew_from(self.weakens_on)
