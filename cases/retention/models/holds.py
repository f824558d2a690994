"""What somebody has put a stop to the disposal of, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from cases.retention.enums import HoldKind
from cases.retention.triggers import hold_is_only_lifted

if TYPE_CHECKING:
    from boards.board.models import Board


class HoldQuerySet(models.QuerySet["Hold"]):
    """Sets of holds."""

    def standing(self) -> HoldQuerySet:
        """Those nobody has lifted."""
        return self.filter(lifted_at__isnull=True)


class Hold(models.Model):
    """A stop to the disposal of an ärende, or of one handling in it, and why."""

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="holds"
    )
    document = models.ForeignKey(
        "cases.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="holds",
        verbose_name=_("document"),
    )
    kind = models.CharField(
        _("why"),
        max_length=20,
        choices=[
            (HoldKind.SECRECY_REVIEW, _("Secrecy is being tested")),
            (HoldKind.DISPUTE, _("Dispute, appeal or supervision")),
            (HoldKind.REQUEST, _("Somebody has asked for it")),
            (HoldKind.OTHER, _("Another reason")),
        ],
    )
    reason = models.CharField(_("reason"), max_length=300)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    set_at = models.DateTimeField(_("set"))
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True)
    lift_reason = models.CharField(_("why it was lifted"), max_length=300, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        ordering = ["-set_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lift_reason="")
                | Q(~Q(lift_reason=""), lifted_at__isnull=False),
                name="hold_lifted_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="hold_set_with_reason"
            ),
        ]
        triggers = [row_history(), never_deleted(), hold_is_only_lifted()]

    def __str__(self) -> str:
        return f"{self.case.dnr}: {self.reason}"

    @property
    def board(self) -> Board:
        """The board whose handlingar it stops."""
        return self.case.board

    @property
    def is_standing(self) -> bool:
        """Whether it still stops them."""
        return self.lifted_at is None
