"""What the board reports on: its units, and the rows every unit's table has."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.shared.models import choices
from boards.shared.triggers import row_history
from finance.chart.enums import LineKind


class ReportUnit(models.Model):
    """A part of the board's activity with a table of its own: IT, växel, telefoni."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="report_units"
    )
    code = models.SlugField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "code"], name="report_unit_once_per_board"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return self.name


class ReportLine(models.Model):
    """A row of every unit's table: personnel, premises, other costs."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="report_lines"
    )
    kind = models.CharField(_("kind"), max_length=7, choices=choices(LineKind))
    label = models.CharField(_("label"), max_length=120)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("report row")
        verbose_name_plural = _("report rows")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "label"], name="report_line_once_per_board"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return self.label
