"""Interim reports: tables of figures with the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, frozen_with, row_history
from finance.figures.trends import Trend
from finance.report.checks import Limit
from finance.report.enums import ReportState, RowKind, TableKind
from finance.report.rules import COLUMNS, Amounts, Row, TableFacts
from finance.report.triggers import (
    OF_REPORT,
    OF_TABLE,
    of_another_board,
    of_frozen_report,
)

if TYPE_CHECKING:
    from boards.board.models import Board

# A deviation beyond 500 tkr or five per cent of the budget wants a comment.
DEFAULT_LIMIT, DEFAULT_PERCENT = 50_000_000, 5


class InterimReport(models.Model):
    """A delårsrapport; frozen, it is a PDF that is registered in its ärende."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="interim_reports"
    )
    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="interim_reports",
        verbose_name=_("case"),
    )
    title = models.CharField(_("title"), max_length=200)
    period_end = models.DateField(_("figures up to and including"))
    introduction = models.TextField(_("introduction"), blank=True)
    limit_ore = models.BigIntegerField(
        _("limit for deviations, thousands of kronor"), default=DEFAULT_LIMIT
    )
    limit_percent = models.PositiveSmallIntegerField(
        _("limit for deviations, per cent of the budget"), default=DEFAULT_PERCENT
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[(ReportState.DRAFT, _("Draft")), (ReportState.FROZEN, _("Frozen"))],
        default=ReportState.DRAFT,
    )
    document = models.OneToOneField(
        "cases.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interim_report",
    )
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("interim report")
        verbose_name_plural = _("interim reports")
        ordering = ["-period_end", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state="frozen", document__isnull=False, frozen_at__isnull=False
                )
                | Q(state="draft", document__isnull=True, frozen_at__isnull=True),
                name="report_document_exactly_when_frozen",
            )
        ]
        triggers = [
            row_history(),
            pgtrigger.Protect(
                name="frozen_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="frozen"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The report's page for the controller."""
        return reverse("report-detail", args=[self.pk])

    @property
    def boards(self) -> list[Board]:
        """Every board whose figures it holds, its own first."""
        return [self.board, *(row.board for row in self.coverings.all())]

    @property
    def limit(self) -> Limit:
        """The deviation from which the board wants a comment."""
        return Limit(self.limit_ore, self.limit_percent)

    @property
    def is_frozen(self) -> bool:
        """Whether the figures are final."""
        return self.state == ReportState.FROZEN


class CoveredBoard(models.Model):
    """A further board whose figures the report holds, beside its own."""

    report = models.ForeignKey(
        InterimReport, on_delete=models.CASCADE, related_name="coverings"
    )
    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("covered board")
        verbose_name_plural = _("covered boards")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "board"], name="report_covers_a_board_once"
            )
        ]
        triggers = [
            row_history(),
            frozen_with("frozen_with_report", OF_REPORT),
            of_another_board(),
        ]

    def __str__(self) -> str:
        return str(self.board)


class ReportTable(models.Model):
    """One unit's resultaträkning, the investments, or the sammanställning."""

    report = models.ForeignKey(
        InterimReport, on_delete=models.CASCADE, related_name="tables"
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=[
            (TableKind.INCOME, _("Income statement")),
            (TableKind.INVESTMENT, _("Investments")),
            (TableKind.SUMMARY, _("Summary of units")),
        ],
    )
    heading = models.CharField(_("heading"), max_length=120)
    # Whose figures were fetched into it; empty where somebody added the table.
    unit = models.ForeignKey(
        "finance.ReportUnit", null=True, on_delete=models.PROTECT, related_name="+"
    )
    description = models.TextField(_("description of the activity"), blank=True)
    comment = models.TextField(_("comment on the figures"), blank=True)
    note = models.CharField(_("note under the table"), max_length=300, blank=True)
    measure = models.TextField(_("measure against a deficit"), blank=True)
    follow_up_on = models.DateField(
        _("the deficit is followed up by"), null=True, blank=True
    )
    position = models.PositiveSmallIntegerField(default=0)
    # `Trend` as the figures were fetched; empty where somebody entered them (öre).
    trend = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        ordering = ["position", "pk"]
        triggers = [row_history(), frozen_with("frozen_with_report", OF_REPORT)]

    def __str__(self) -> str:
        return self.heading

    @property
    def board(self) -> Board:
        """The board whose report it is."""
        return self.report.board

    @property
    def months(self) -> Trend:
        """The year month by month, where the figures were fetched."""
        return Trend(**{name: tuple(said) for name, said in self.trend.items()})

    def facts(self) -> TableFacts:
        """Return the table as the rules see it."""
        rows = tuple(row.facts() for row in self.rows.all())
        return TableFacts(
            self.heading,
            TableKind(self.kind),
            rows,
            comment=self.comment,
            measure=self.measure,
            follow_up_on=self.follow_up_on,
        )


class TableRow(models.Model):
    """One row of figures, in öre; empty where the table has no figure."""

    table = models.ForeignKey(
        ReportTable, on_delete=models.CASCADE, related_name="rows"
    )
    kind = models.CharField(
        _("kind"),
        max_length=6,
        choices=[
            (RowKind.LINE, _("Line")),
            (RowKind.SUM, _("Sum")),
            (RowKind.GRANT, _("Municipal grant")),
        ],
        default=RowKind.LINE,
    )
    label = models.CharField(_("label"), max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    prior_actual = models.BigIntegerField(_("outcome last year"), null=True, blank=True)
    budget_to_date = models.BigIntegerField(_("budget to date"), null=True, blank=True)
    actual_to_date = models.BigIntegerField(_("outcome to date"), null=True, blank=True)
    budget_year = models.BigIntegerField(_("budget, year"), null=True, blank=True)
    forecast_year = models.BigIntegerField(_("forecast, year"), null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "position"],
                name="row_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["table"], condition=Q(kind="sum"), name="one_sum_row"
            ),
            models.UniqueConstraint(
                fields=["table"], condition=Q(kind="grant"), name="one_grant_row"
            ),
        ]
        triggers = [row_history(), frozen_with("frozen_with_report", OF_TABLE)]

    def __str__(self) -> str:
        return self.label

    def facts(self) -> Row:
        """Return the row as the rules see it."""
        amounts = {column: getattr(self, column) for column in COLUMNS}
        return Row(RowKind(self.kind), self.label, Amounts(**amounts))


class DeficitFollowUp(models.Model):
    """A deficit was followed up on the day its report set, and what came of it."""

    table = models.OneToOneField(
        ReportTable, on_delete=models.PROTECT, related_name="followed_up"
    )
    done_on = models.DateField(_("followed up on"))
    note = models.TextField(_("what came of it"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("follow-up of a deficit")
        verbose_name_plural = _("follow-ups of deficits")
        triggers = [append_only(), of_frozen_report()]

    def __str__(self) -> str:
        return f"{self.table} {self.done_on:%Y-%m-%d}"


class DeficitReminder(models.Model):
    """A deficit's day that one person was reminded of by mail, once for each step."""

    table = models.ForeignKey(
        ReportTable, on_delete=models.PROTECT, related_name="reminders"
    )
    email = models.EmailField()
    step_on = models.DateField()
    asked_on = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["table", "email", "step_on"], name="deficit_reminder_once"
            )
        ]
        triggers = [append_only(), of_frozen_report()]

    def __str__(self) -> str:
        return f"{self.table} {self.step_on:%Y-%m-%d}"
