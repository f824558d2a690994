"""What the board reports on: units, rows of their tables, and what belongs there."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Collate, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.board.models import overlaps_refused
from boards.shared.models import choices
from boards.shared.triggers import row_history
from finance.chart.enums import LineKind
from finance.chart.rules import MappingFacts
from finance.chart.triggers import of_same_board, stays_with_board


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
        triggers = [row_history(), stays_with_board()]

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
        triggers = [row_history(), stays_with_board()]

    def __str__(self) -> str:
        return self.label


class Mapping(models.Model):
    """Which accounts and objects of the ledger belong to a unit's row, and when (F-05).

    An empty object means any. Among those that take an amount the most specific wins:
    the one with most objects, then the one with fewest accounts.
    """

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="mappings"
    )
    account_from = models.CharField(_("account from"), max_length=12)
    account_to = models.CharField(_("account to"), max_length=12)
    responsibility = models.CharField(_("ansvar"), max_length=60, blank=True)
    project = models.CharField(_("project"), max_length=60, blank=True)
    activity = models.CharField(_("activity"), max_length=60, blank=True)
    unit = models.ForeignKey(
        ReportUnit,
        verbose_name=_("unit"),
        on_delete=models.PROTECT,
        related_name="mappings",
    )
    line = models.ForeignKey(
        ReportLine,
        verbose_name=_("report row"),
        on_delete=models.PROTECT,
        related_name="mappings",
    )
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("mapping")
        verbose_name_plural = _("mappings")
        ordering = ["unit__position", "line__position", "account_from", "pk"]
        constraints = [
            overlaps_refused(
                "mapping_once_at_a_time",
                "board",
                "account_from",
                "account_to",
                "responsibility",
                "project",
                "activity",
            ),
            models.CheckConstraint(
                condition=Q(
                    account_from__regex=r"^[0-9]+$", account_to__regex=r"^[0-9]+$"
                ),
                name="mapping_accounts_are_digits",
            ),
            # A colon sorts after every digit: 5000 to 5 is an interval, 6 to 5 is none.
            models.CheckConstraint(
                condition=Q(
                    account_from__lt=Collate(
                        Concat(F("account_to"), models.Value(":")), "C"
                    )
                ),
                name="mapping_accounts_in_order",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="mapping_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__day=1), name="mapping_from_first_of_month"
            ),
        ]
        triggers = [row_history(), of_same_board()]

    def __str__(self) -> str:
        objects = " ".join(filter(None, self.facts_objects()))
        return f"{self.accounts} {objects}".strip()

    def get_absolute_url(self) -> str:
        """The page that changes it."""
        return reverse("mapping-change", args=[self.pk])

    @property
    def accounts(self) -> str:
        """The interval as it is written, one account alone."""
        if self.account_from == self.account_to:
            return self.account_from
        return f"{self.account_from}–{self.account_to}"

    def facts_objects(self) -> tuple[str, str, str]:
        """Ansvar, project and activity."""
        return self.responsibility, self.project, self.activity

    def facts(self) -> MappingFacts:
        """Return the mapping as the rules see it."""
        return MappingFacts(
            account_from=self.account_from,
            account_to=self.account_to,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            responsibility=self.responsibility,
            project=self.project,
            activity=self.activity,
            target=(self.unit_id, self.line_id),
            name=str(self),
        )
