"""The board's dokumenthanteringsplan in versions, with a rule for each kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import row_history
from cases.document.models import Document
from cases.retention.enums import Outcome, PlanState, StartEvent
from cases.retention.rules import LONGEST, RuleFacts
from cases.retention.triggers import adopted_plan, rules_of_draft

if TYPE_CHECKING:
    from boards.board.models import Board


class RetentionPlanQuerySet(models.QuerySet["RetentionPlan"]):
    """Sets of plans."""

    def in_force(self, day: date) -> RetentionPlanQuerySet:
        """Adopted ones that hold on a day, the latest first."""
        rows = self.filter(state=PlanState.ADOPTED, valid_from__lte=day)
        return rows.order_by("-valid_from", "-version")


class RetentionPlan(models.Model):
    """A version of a board's dokumenthanteringsplan: its gallringsbeslut (R-02)."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="retention_plans"
    )
    version = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=200)
    decision = models.CharField(
        _("decision"),
        max_length=120,
        blank=True,
        help_text=_("What it rests on, for example ITVT 10/2017 or ITVT § 13/2020."),
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    case = models.ForeignKey(
        "cases.Case",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="retention_plans",
        verbose_name=_("case"),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (PlanState.DRAFT, _("Draft")),
            (PlanState.ADOPTED, _("Adopted by the board")),
        ],
        default=PlanState.DRAFT,
    )

    objects = RetentionPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("retention plan")
        verbose_name_plural = _("retention plans")
        ordering = ["board__name", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "version"], name="retention_plan_version_once"
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(
                    ~Q(decision=""),
                    decided_on__isnull=False,
                    valid_from__gte=models.F("decided_on"),
                ),
                name="retention_plan_adopted_by_decision",
            ),
        ]
        triggers = [row_history(), adopted_plan()]

    def __str__(self) -> str:
        return f"{self.title}, {self.board.prefix} {self.version}"

    def get_absolute_url(self) -> str:
        """The plan's page for staff."""
        return reverse("retention-plan", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        """Whether the board has decided on it."""
        return self.state == PlanState.ADOPTED


class RetentionRule(models.Model):
    """What becomes of handlingar of one kind; minutes are always preserved (R-02)."""

    plan = models.ForeignKey(
        RetentionPlan, on_delete=models.CASCADE, related_name="rules"
    )
    kind = models.CharField(
        _("kind of document"),
        max_length=20,
        choices=Document._meta.get_field("kind").choices,
    )
    outcome = models.CharField(
        _("what becomes of it"),
        max_length=10,
        choices=[
            (Outcome.PRESERVE, _("Preserved")),
            (Outcome.YEARS, _("Disposed of after a number of years")),
            (Outcome.INACTIVE, _("Disposed of when no longer of use")),
        ],
    )
    years = models.PositiveSmallIntegerField(_("years"), null=True, blank=True)
    start = models.CharField(
        _("counted from"),
        max_length=20,
        choices=[
            (StartEvent.CASE_CLOSED, _("the day the case was closed")),
            (StartEvent.MINUTES_APPROVED, _("the day the minutes were approved")),
            (StartEvent.REGISTERED, _("the day it was registered")),
        ],
        default=StartEvent.CASE_CLOSED,
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("retention rule")
        verbose_name_plural = _("retention rules")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind"], name="retention_rule_once_per_kind"
            ),
            models.CheckConstraint(
                condition=~Q(kind="minutes") | Q(outcome="preserve"),
                name="minutes_are_preserved",
            ),
            models.CheckConstraint(
                condition=Q(outcome="years", years__gte=1, years__lte=LONGEST)
                | Q(~Q(outcome="years"), years__isnull=True),
                name="retention_rule_years_when_counted",
            ),
        ]
        triggers = [row_history(), rules_of_draft()]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def board(self) -> Board:
        """The board whose plan it is part of."""
        return self.plan.board

    def facts(self) -> RuleFacts:
        """Return the rule as the rules see it."""
        return RuleFacts(self.kind, self.outcome, self.years, self.start)
