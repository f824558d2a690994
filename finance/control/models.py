"""Internal control: a year's risks and plan, what the controls showed, the report.

What a board has adopted changes by a new beslut alone: the row that was is ended and
another takes its place, so that the plan of every day can be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from finance.control.enums import (
    DecisionKind,
    Grade,
    Interval,
    PlanState,
    ReminderKind,
    SendingState,
)
from finance.control.rules import RiskFacts, RowFacts, Scale, missing
from finance.control.triggers import (
    OF_CONTROL,
    OF_RISK,
    adopted_plan,
    adopted_rows,
    on_scale,
    reported_check,
    scale_holds,
)

if TYPE_CHECKING:
    from boards.board.models import Board

GRADES = [
    (Grade.WORKS, _("Works as described")),
    (Grade.DEVELOP, _("Works, but needs development")),
    (Grade.UNDOCUMENTED, _("Documented routine missing")),
    (Grade.NOT_PERFORMED, _("Not performed")),
]


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


class ControlReminder(models.Model):
    """One reminder, made once: of a row, a measure, or a report that is not there."""

    plan = models.ForeignKey(
        ControlPlan, on_delete=models.PROTECT, related_name="reminders"
    )
    control = models.ForeignKey(
        Control, null=True, on_delete=models.PROTECT, related_name="reminders"
    )
    measure = models.ForeignKey(
        ControlMeasure, null=True, on_delete=models.PROTECT, related_name="reminders"
    )
    kind = models.CharField(
        max_length=10,
        choices=[
            (ReminderKind.INCOMPLETE, _("Row to complete")),
            (ReminderKind.MEASURE, _("Measure to carry out")),
            (ReminderKind.NO_REPORT, _("Follow-up not reported")),
        ],
    )
    due_on = models.DateField()
    step_on = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder of internal control")
        verbose_name_plural = _("reminders of internal control")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "plan", "control", "measure", "step_on"],
                nulls_distinct=False,
                name="control_reminder_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="incomplete", control__isnull=False, measure__isnull=True
                )
                | Q(kind="measure", control__isnull=True, measure__isnull=False)
                | Q(kind="no_report", control__isnull=True, measure__isnull=True),
                name="control_reminder_is_of_what_its_kind_says",
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.plan}: {self.kind} {self.step_on}"

    @property
    def board(self) -> Board:
        """The board whose plan it is."""
        return self.plan.board
