"""The board's budget: versions that rest on decisions, amounts by month."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import frozen_with, row_history
from finance.budget.enums import BudgetKind, BudgetState
from finance.budget.rules import VersionFacts
from finance.budget.triggers import (
    OF_VERSION,
    adopted_in_order,
    of_board,
    of_year,
    starts_as_draft,
)
from finance.chart.triggers import stays_with_board


class BudgetVersion(models.Model):
    """A year's budget or a change of it; adopted it rests on a decision and stands.

    A later version holds only the cells it changes: the others go on as they were.
    """

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="budget_versions"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=[
            (BudgetKind.FIRST, _("The year's budget")),
            (BudgetKind.REVISION, _("Revision")),
            (BudgetKind.CARRY_OVER, _("Carried over from last year")),
        ],
    )
    purpose = models.CharField(_("what it is about"), max_length=200, blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (BudgetState.DRAFT, _("Draft")),
            (BudgetState.ADOPTED, _("Adopted by decision")),
        ],
        default=BudgetState.DRAFT,
    )
    citation = models.CharField(_("decision"), max_length=120, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        ordering = ["-year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "year", "number"], name="budget_version_once"
            ),
            models.UniqueConstraint(
                fields=["board", "year"],
                condition=Q(state="draft"),
                name="one_budget_draft_a_year",
            ),
            models.CheckConstraint(
                condition=(Q(number=1) & Q(kind="first"))
                | (Q(number__gt=1) & ~Q(kind="first")),
                name="first_budget_is_number_one",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="adopted", decided_on__isnull=False, adopted_at__isnull=False
                )
                & ~Q(citation="")
                | Q(state="draft", decided_on=None, adopted_at=None, citation=""),
                name="budget_decision_exactly_when_adopted",
            ),
        ]
        triggers = [
            row_history(),
            stays_with_board(),
            starts_as_draft(),
            adopted_in_order(),
            pgtrigger.Protect(
                name="adopted_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="adopted"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}:{self.number}"

    def get_absolute_url(self) -> str:
        """The page of the version."""
        return reverse("budget-detail", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        """Whether it stands."""
        return self.state == BudgetState.ADOPTED

    def facts(self) -> VersionFacts:
        """Return the version as the rules see it."""
        return VersionFacts(self.pk, self.number, self.decided_on)


class BudgetAmount(models.Model):
    """A unit's amount on a row in a month; without a row it is the kommunbidrag.

    An own figure for each month, never a twelfth by itself (F-02).
    """

    version = models.ForeignKey(
        BudgetVersion, on_delete=models.CASCADE, related_name="amounts"
    )
    unit = models.ForeignKey(
        "finance.ReportUnit", on_delete=models.PROTECT, related_name="+"
    )
    line = models.ForeignKey(
        "finance.ReportLine", null=True, on_delete=models.PROTECT, related_name="+"
    )
    month = models.DateField(_("month"))
    ore = models.BigIntegerField(_("amount"))

    class Meta:
        ordering = ["unit", "line", "month"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "unit", "line", "month"],
                nulls_distinct=False,
                name="budget_cell_once",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1), name="budget_month_is_a_month"
            ),
        ]
        triggers = [
            row_history(),
            frozen_with("frozen_with_version", OF_VERSION),
            of_year(),
            of_board(
                "finance_budgetversion",
                "version_id",
                {"unit_id": "finance_reportunit", "line_id": "finance_reportline"},
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.ore}"


class InvestmentProject(models.Model):
    """A project that costs are invested in, `5201`; its budget may be a partner's."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="investment_projects"
    )
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    # Empty: the host's. A partner's projects are not part of the host's sums (F-06).
    budgeted_by = models.ForeignKey(
        "boards.Municipality",
        verbose_name=_("budgeted by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("investment project")
        verbose_name_plural = _("investment projects")
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "code"], name="investment_project_once"
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{4}$"),
                name="investment_project_code_is_four_digits",
            ),
        ]
        triggers = [row_history(), stays_with_board()]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ProjectAmount(models.Model):
    """What a project may cost in a month, net."""

    version = models.ForeignKey(
        BudgetVersion, on_delete=models.CASCADE, related_name="project_amounts"
    )
    project = models.ForeignKey(
        InvestmentProject, on_delete=models.PROTECT, related_name="+"
    )
    month = models.DateField(_("month"))
    ore = models.BigIntegerField(_("amount"))

    class Meta:
        ordering = ["project", "month"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "project", "month"], name="project_cell_once"
            ),
            models.CheckConstraint(
                condition=Q(month__day=1), name="project_month_is_a_month"
            ),
        ]
        triggers = [
            row_history(),
            frozen_with("frozen_with_version", OF_VERSION),
            of_year(),
            of_board(
                "finance_budgetversion",
                "version_id",
                {"project_id": "finance_investmentproject"},
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.ore}"
