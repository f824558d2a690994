"""What somebody was reminded of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history
from finance.control.enums import ReminderKind
from finance.control.models.checks import ControlMeasure
from finance.control.models.plans import ControlPlan
from finance.control.models.rows import Control

if TYPE_CHECKING:
    from boards.board.models import Board


class ControlReminder(models.Model):
    """One reminder, made once: of a row, a measure, or a report that is not there."""

    plan = models.ForeignKey(
        ControlPlan, on_delete=models.PROTECT, related_name="reminders"
    )
    control = models.ForeignKey(
        Control, null=True, on_delete=models.PROTECT, related_name="reminders"
    )
    measure = models.ForeignKey(
        ControlMeasure, null=True, on_delete=models.PROTECT, related_name="reminders"
    )
    kind = models.CharField(
        max_length=10,
        choices=[
            (ReminderKind.INCOMPLETE, _("Row to complete")),
            (ReminderKind.MEASURE, _("Measure to carry out")),
            (ReminderKind.NO_REPORT, _("Follow-up not reported")),
        ],
    )
    due_on = models.DateField()
    step_on = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder of internal control")
        verbose_name_plural = _("reminders of internal control")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "plan", "control", "measure", "step_on"],
                nulls_distinct=False,
                name="control_reminder_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="incomplete", control__isnull=False, measure__isnull=True
                )
                | Q(kind="measure", control__isnull=True, measure__isnull=False)
                | Q(kind="no_report", control__isnull=True, measure__isnull=True),
                name="control_reminder_is_of_what_its_kind_says",
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.plan}: {self.kind} {self.step_on}"

    @property
    def board(self) -> Board:
        """The board whose plan it is."""
        return self.plan.board
