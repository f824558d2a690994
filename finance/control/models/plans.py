"""A year's plan and the beslut it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history
from finance.control.enums import DecisionKind, PlanState
from finance.control.rules import Scale
from finance.control.triggers import adopted_plan, scale_holds

if TYPE_CHECKING:
    from boards.board.models import Board


class ControlPlan(models.Model):
    """A board's risk analysis and plan for internal control in a year (KL 6:6)."""

    LONGEST_LABEL = 60

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="control_plans"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="control_plans",
        verbose_name=_("case"),
    )
    likelihood_labels = ArrayField(
        models.CharField(max_length=LONGEST_LABEL), default=list, blank=True
    )
    consequence_labels = ArrayField(
        models.CharField(max_length=LONGEST_LABEL), default=list, blank=True
    )
    medium_from = models.PositiveSmallIntegerField(_("medium risk from"), default=0)
    high_from = models.PositiveSmallIntegerField(_("high risk from"), default=0)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (PlanState.DRAFT, _("Draft")),
            (PlanState.ADOPTED, _("Adopted by the board")),
        ],
        default=PlanState.DRAFT,
    )
    adopted_on = models.DateField(_("adopted"), null=True, blank=True)

    class Meta:
        verbose_name = _("internal control plan")
        verbose_name_plural = _("internal control plans")
        ordering = ["-year", "board__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "year"], name="control_plan_once_per_board_year"
            ),
            models.CheckConstraint(
                condition=Q(state="adopted", adopted_on__isnull=False)
                | Q(state="draft", adopted_on__isnull=True),
                name="control_plan_adopted_on_when_adopted",
            ),
            models.CheckConstraint(
                condition=Q(likelihood_labels=[], consequence_labels=[])
                | Q(
                    ~Q(likelihood_labels=[]),
                    ~Q(consequence_labels=[]),
                    medium_from__gt=1,
                    high_from__gt=F("medium_from"),
                ),
                name="control_scale_whole_or_none",
            ),
        ]
        triggers = [row_history(), adopted_plan(), scale_holds()]

    def __str__(self) -> str:
        return f"{self.board.prefix} {self.year}"

    def get_absolute_url(self) -> str:
        """The plan's page for staff."""
        return reverse("control-plan", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        """Whether the board has decided on it."""
        return self.state == PlanState.ADOPTED

    @property
    def scale(self) -> Scale:
        """The board's scale that year."""
        return Scale(
            len(self.likelihood_labels),
            len(self.consequence_labels),
            self.medium_from,
            self.high_from,
        )


class ControlDecision(models.Model):
    """The beslut that adopted a plan, or changed what it says."""

    plan = models.ForeignKey(
        ControlPlan, on_delete=models.PROTECT, related_name="decisions"
    )
    kind = models.CharField(
        max_length=6,
        choices=[
            (DecisionKind.ADOPT, _("Adopted the plan")),
            (DecisionKind.CHANGE, _("Changed the plan")),
        ],
    )
    citation = models.CharField(
        _("§"), max_length=120, help_text=_("For example ITVT § 13/2020-09-29.")
    )
    decided_on = models.DateField(_("decided"))

    class Meta:
        verbose_name = _("decision on internal control")
        verbose_name_plural = _("decisions on internal control")
        ordering = ["decided_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(kind="adopt"),
                name="control_plan_adopted_once",
            ),
            models.UniqueConstraint(
                fields=["plan", "citation"], name="control_decision_once"
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return self.citation

    @property
    def board(self) -> Board:
        """The board that decided."""
        return self.plan.board
