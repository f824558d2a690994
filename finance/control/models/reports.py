"""The report of a plan, and where it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from finance.control.enums import SendingState
from finance.control.models.plans import ControlPlan

if TYPE_CHECKING:
    from boards.board.models import Board


class ControlReport(models.Model):
    """The follow-up as it was reported to the board: a PDF in the ärende."""

    plan = models.ForeignKey(
        ControlPlan, on_delete=models.PROTECT, related_name="reports"
    )
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    document = models.OneToOneField(
        "cases.Document", on_delete=models.PROTECT, related_name="control_report"
    )
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    citation = models.CharField(_("§"), max_length=120, blank=True)
    decided_on = models.DateField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("report on internal control")
        verbose_name_plural = _("reports on internal control")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(citation="", decided_on__isnull=True)
                | Q(~Q(citation=""), decided_on__isnull=False),
                name="control_report_decided_with_day",
            )
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="report_stays_as_made",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.citation <> '' OR"
                    " (to_jsonb(NEW) - 'citation' - 'decided_on')"
                    " <> (to_jsonb(OLD) - 'citation' - 'decided_on')"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def board(self) -> Board:
        """The board it was made for."""
        return self.plan.board


class ControlSending(models.Model):
    """A report on its way to the kommunstyrelse of a member kommun (KL 6:1)."""

    report = models.ForeignKey(
        ControlReport, on_delete=models.PROTECT, related_name="sendings"
    )
    municipality = models.ForeignKey(
        "boards.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("recipient"), max_length=160)
    email = models.EmailField(_("e-mail"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (SendingState.PENDING, _("Waiting")),
            (SendingState.DELIVERED, _("Sent")),
            (SendingState.FAILED, _("Failed")),
        ],
        default=SendingState.PENDING,
    )
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "municipality"], name="control_report_sent_once"
            ),
            models.CheckConstraint(
                condition=Q(state="delivered", sent_at__isnull=False)
                | Q(~Q(state="delivered"), sent_at__isnull=True),
                name="control_sent_at_when_delivered",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.report} → {self.name}"

    @property
    def board(self) -> Board:
        """The board whose report it is."""
        return self.report.board
