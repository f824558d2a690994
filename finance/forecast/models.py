"""Forecasts: rounds with a due date, and every figure anyone gave, kept."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, frozen_with, row_history
from finance.budget.triggers import of_board
from finance.chart.triggers import stays_with_board

OF_ROUND = (
    "SELECT CASE WHEN r.locked_at IS NULL THEN 'open' ELSE 'frozen' END"
    " FROM finance_forecastround r WHERE r.id = {row}.round_id"
)


class ForecastRound(models.Model):
    """When the year is forecast once more: with figures to a month, due on a day."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="forecast_rounds"
    )
    as_of = models.DateField(_("figures up to and including"))
    due_on = models.DateField(_("to be given by"))
    locked_at = models.DateTimeField(_("locked"), null=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("forecast round")
        verbose_name_plural = _("forecast rounds")
        ordering = ["-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "as_of"], name="forecast_round_once"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("as_of")),
                name="forecast_due_after_its_figures",
            ),
        ]
        triggers = [
            row_history(),
            stays_with_board(),
            pgtrigger.Protect(
                name="starts_open",
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__locked_at__isnull=False),
            ),
            pgtrigger.Protect(
                name="locked_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__locked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_of:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The page of the round."""
        return reverse("forecast-detail", args=[self.pk])

    @property
    def year(self) -> int:
        """The year that is forecast."""
        return self.as_of.year

    @property
    def is_locked(self) -> bool:
        """Whether its figures are final."""
        return self.locked_at is not None


class ForecastDuty(models.Model):
    """Who gives a unit's forecast in a round; without one the controllers do."""

    round = models.ForeignKey(
        ForecastRound, on_delete=models.CASCADE, related_name="duties"
    )
    unit = models.ForeignKey(
        "finance.ReportUnit",
        verbose_name=_("unit"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering = ["unit"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "unit"], name="forecast_duty_once_per_unit"
            )
        ]
        triggers = [
            row_history(),
            frozen_with("frozen_with_round", OF_ROUND),
            of_board(
                "finance_forecastround", "round_id", {"unit_id": "finance_reportunit"}
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.user}"


class ForecastFigure(models.Model):
    """A year's forecast somebody gave; a later one for the same cell counts instead.

    Of a unit's row, or of an investment project. Nothing is written over.
    """

    round = models.ForeignKey(
        ForecastRound, on_delete=models.CASCADE, related_name="figures"
    )
    unit = models.ForeignKey(
        "finance.ReportUnit", null=True, on_delete=models.PROTECT, related_name="+"
    )
    line = models.ForeignKey(
        "finance.ReportLine", null=True, on_delete=models.PROTECT, related_name="+"
    )
    project = models.ForeignKey(
        "finance.InvestmentProject",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ore = models.BigIntegerField(_("forecast, year"))
    comment = models.TextField(_("comment"), blank=True)
    given_at = models.DateTimeField(_("given"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    unit__isnull=False, line__isnull=False, project__isnull=True
                )
                | Q(unit__isnull=True, line__isnull=True, project__isnull=False),
                name="forecast_of_a_row_or_a_project",
            )
        ]
        triggers = [
            append_only(),
            frozen_with("frozen_with_round", OF_ROUND),
            of_board(
                "finance_forecastround",
                "round_id",
                {
                    "unit_id": "finance_reportunit",
                    "line_id": "finance_reportline",
                    "project_id": "finance_investmentproject",
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_at:%Y-%m-%d %H:%M} {self.ore}"

    @property
    def board(self) -> object:
        """The board whose forecast it is."""
        return self.round.board


class ForecastReminder(models.Model):
    """A unit's forecast that one person was asked for by mail, on a day."""

    round = models.ForeignKey(
        ForecastRound, on_delete=models.CASCADE, related_name="reminders"
    )
    unit = models.ForeignKey(
        "finance.ReportUnit", on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField()
    step_on = models.DateField()
    asked_on = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "unit", "email", "step_on"],
                name="forecast_reminder_once",
            )
        ]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.unit} {self.step_on}"
