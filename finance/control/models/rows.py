"""The rows of a plan: risks, and the controls of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import row_history
from finance.control.enums import Interval
from finance.control.models.plans import ControlDecision, ControlPlan
from finance.control.rules import RiskFacts, RowFacts, missing
from finance.control.triggers import OF_CONTROL, OF_RISK, adopted_rows, on_scale

if TYPE_CHECKING:
    from boards.board.models import Board


class PlanRow(models.Model):
    """What risks and controls share: their place, and the beslut around them."""

    position = models.PositiveSmallIntegerField(default=0)
    decision = models.ForeignKey(
        ControlDecision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="added_%(class)ss",
        verbose_name=_("added by"),
    )
    ended_by = models.ForeignKey(
        ControlDecision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="ended_%(class)ss",
    )

    class Meta:
        abstract = True


class ControlRisk(PlanRow):
    """A risk in a process, routine or system, assessed on the board's scale (I-03)."""

    plan = models.ForeignKey(
        ControlPlan, on_delete=models.PROTECT, related_name="risks"
    )
    process = models.CharField(_("risk in process, routine or system"), max_length=500)
    likelihood = models.PositiveSmallIntegerField(
        _("likelihood"), null=True, blank=True
    )
    consequence = models.PositiveSmallIntegerField(
        _("consequence"), null=True, blank=True
    )
    assessment = models.PositiveSmallIntegerField(
        _("assessment"),
        null=True,
        blank=True,
        help_text=_("A plain value, where no likelihood and consequence are given."),
    )

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(process=""), name="control_risk_says_what"
            ),
            models.CheckConstraint(
                condition=Q(likelihood__isnull=True, consequence__isnull=True)
                | Q(likelihood__gte=1, consequence__gte=1, assessment__isnull=True),
                name="control_risk_assessed_one_way",
            ),
        ]
        triggers = [
            row_history(),
            on_scale(),
            adopted_rows(
                OF_RISK, ["process"], ["likelihood", "consequence", "assessment"]
            ),
        ]

    def __str__(self) -> str:
        return self.process

    @property
    def board(self) -> Board:
        """The board whose risk it is."""
        return self.plan.board

    def facts(self) -> RiskFacts:
        """Return the risk as the rules see it."""
        return RiskFacts(
            self.process, self.likelihood, self.consequence, self.assessment
        )


class Control(PlanRow):
    """A kontrollmoment: what is checked, by whom, reported to whom, how often."""

    risk = models.ForeignKey(
        ControlRisk, on_delete=models.PROTECT, related_name="controls"
    )
    moment = models.CharField(_("what is checked"), max_length=500, blank=True)
    responsible = models.CharField(_("who checks"), max_length=120, blank=True)
    report_to = models.CharField(_("reported to"), max_length=120, blank=True)
    interval = models.CharField(
        _("how often"),
        max_length=10,
        blank=True,
        choices=[
            (Interval.ONCE, _("Once")),
            (Interval.YEAR, _("Once a year")),
            (Interval.HALF_YEAR, _("Twice a year")),
            (Interval.TERTIAL, _("Three times a year")),
            (Interval.QUARTER, _("Every quarter")),
            (Interval.MONTH, _("Every month")),
            (Interval.ONGOING, _("Continuously")),
        ],
    )
    contact = models.EmailField(
        _("e-mail of who checks"),
        blank=True,
        help_text=_("For reminders; it is never printed."),
    )
    replaces = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
    )

    class Meta:
        verbose_name = _("control")
        verbose_name_plural = _("controls")
        ordering = ["risk__position", "position", "pk"]
        triggers = [
            row_history(),
            adopted_rows(
                OF_CONTROL, ["moment", "responsible", "report_to", "interval"], []
            ),
        ]

    def __str__(self) -> str:
        return self.moment or self.risk.process

    def get_absolute_url(self) -> str:
        """The control's page, with what it has shown."""
        return reverse("control-detail", args=[self.pk])

    @property
    def plan(self) -> ControlPlan:
        """The plan it is a row of."""
        return self.risk.plan

    @property
    def board(self) -> Board:
        """The board whose control it is."""
        return self.risk.plan.board

    def facts(self) -> RowFacts:
        """Return the row as the rules see it."""
        return RowFacts(
            self.risk.facts(), self.moment, self.responsible, self.report_to
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """What the row still lacks."""
        return missing(self.facts())
