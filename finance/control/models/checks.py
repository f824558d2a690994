"""What the controls showed, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from finance.control.enums import Grade
from finance.control.models.reports import ControlReport
from finance.control.models.rows import Control
from finance.control.triggers import reported_check

if TYPE_CHECKING:
    from boards.board.models import Board

GRADES = [
    (Grade.WORKS, _("Works as described")),
    (Grade.DEVELOP, _("Works, but needs development")),
    (Grade.UNDOCUMENTED, _("Documented routine missing")),
    (Grade.NOT_PERFORMED, _("Not performed")),
]


class ControlCheck(models.Model):
    """One control as it was carried out, with what it showed (I-05)."""

    control = models.ForeignKey(
        Control, on_delete=models.PROTECT, related_name="checks"
    )
    grade = models.CharField(_("result"), max_length=15, choices=GRADES)
    performed_on = models.DateField(_("performed"), null=True, blank=True)
    performer = models.CharField(_("performed by"), max_length=120, blank=True)
    sample = models.CharField(
        _("sample"),
        max_length=300,
        blank=True,
        help_text=_("What was looked at and how it was chosen."),
    )
    result = models.TextField(
        _("what it showed"), help_text=_("Why, when it was not performed.")
    )
    deviation = models.TextField(_("deviation"), blank=True)
    report = models.ForeignKey(
        ControlReport,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="checks",
    )

    class Meta:
        verbose_name = _("performed control")
        verbose_name_plural = _("performed controls")
        ordering = ["performed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(grade="not_performed", performed_on__isnull=True)
                | Q(~Q(grade="not_performed"), performed_on__isnull=False),
                name="control_performed_on_when_performed",
            ),
            models.CheckConstraint(
                condition=~Q(grade__in=["develop", "undocumented"], deviation=""),
                name="control_deviation_is_told",
            ),
        ]
        triggers = [row_history(), reported_check()]

    def __str__(self) -> str:
        return f"{self.control} {self.performed_on or ''}".strip()

    @property
    def board(self) -> Board:
        """The board whose control it is."""
        return self.control.board


class ControlMeasure(models.Model):
    """What is to be done about a deviation, by whom and when (I-05)."""

    check_row = models.ForeignKey(
        ControlCheck, on_delete=models.PROTECT, related_name="measures"
    )
    text = models.CharField(_("measure"), max_length=500)
    responsible = models.CharField(_("responsible"), max_length=120)
    contact = models.EmailField(
        _("e-mail of the responsible"),
        blank=True,
        help_text=_("For reminders; it is never printed."),
    )
    given_on = models.DateField(_("given"))
    due_on = models.DateField(_("to be done by"))
    done_on = models.DateField(_("done"), null=True, blank=True)
    outcome = models.CharField(_("what was done"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(responsible=""),
                name="control_measure_has_somebody",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, outcome="")
                | Q(~Q(outcome=""), done_on__isnull=False),
                name="control_measure_done_with_outcome",
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="done_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__done_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def board(self) -> Board:
        """The board whose measure it is."""
        return self.check_row.board
