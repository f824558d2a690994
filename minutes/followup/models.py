"""What became of a decision: carried out, or reported back to the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from minutes.followup.enums import FollowUpKind

if TYPE_CHECKING:
    from boards.board.models import Board


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Sets of marks."""

    def standing(self) -> FollowUpQuerySet:
        """Those that nobody has taken back."""
        return self.filter(taken_back_at__isnull=True)


class FollowUp(models.Model):
    """A beslutspunkt was carried out, or reported back, on a day (KL 6:6)."""

    point = models.ForeignKey(
        "minutes.DecisionPoint", on_delete=models.PROTECT, related_name="follow_ups"
    )
    kind = models.CharField(
        _("what has been done"),
        max_length=13,
        choices=[
            (FollowUpKind.CARRIED_OUT, _("Put into effect")),
            (FollowUpKind.REPORTED_BACK, _("Reported back")),
        ],
    )
    done_on = models.DateField(_("day"))
    text = models.CharField(_("public text"), max_length=300, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    marked_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["done_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "kind"],
                condition=Q(taken_back_at__isnull=True),
                name="followed_up_once_in_each_way",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_because="")
                | (Q(taken_back_at__isnull=False) & ~Q(taken_back_because="")),
                name="follow_up_taken_back_with_reason",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.point.item.citation}: {self.get_kind_display()} {self.done_on}"

    @property
    def board(self) -> Board:
        """The board whose decision it is."""
        return self.point.item.board
