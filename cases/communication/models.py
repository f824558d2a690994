"""Meddelanden: what a board is told and lays to the papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history


class Communication(models.Model):
    """Something received that a meeting is to be told, with the case it belongs to."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="communications"
    )
    case = models.ForeignKey(
        "cases.Case",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="communications",
        verbose_name=_("case"),
    )
    heading = models.CharField(_("heading"), max_length=200)
    received_on = models.DateField(_("received on"))

    class Meta:
        verbose_name = _("communication")
        verbose_name_plural = _("communications")
        ordering = ["received_on", "pk"]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.heading
