"""Reminders as they were decided: one row for each, so that none is sent twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history
from minutes.reminder.enums import ReminderKind

if TYPE_CHECKING:
    from boards.board.models import Board


class Reminder(models.Model):
    """One reminder to one person; without a person it goes to the secretary."""

    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.PROTECT, related_name="reminders"
    )
    approval = models.ForeignKey(
        "minutes.Approval",
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
    )
    person = models.ForeignKey(
        "boards.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        max_length=10,
        choices=[
            (ReminderKind.LOOK, _("To look through")),
            (ReminderKind.SIGN, _("To sign")),
            (ReminderKind.LATE, _("Not approved in time")),
        ],
    )
    due_on = models.DateField()
    days = models.PositiveSmallIntegerField(help_text=_("Days before the due day."))
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "meeting", "approval", "person", "due_on", "days"],
                nulls_distinct=False,
                name="reminder_once",
            ),
            models.CheckConstraint(
                condition=Q(kind="sign", approval__isnull=False, person__isnull=False)
                | Q(kind="look", approval__isnull=True, person__isnull=False)
                | Q(kind="late", approval__isnull=True, person__isnull=True, days=0),
                name="reminder_is_of_what_its_kind_says",
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.kind} {self.days}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.meeting.board
