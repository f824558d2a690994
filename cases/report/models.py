"""The accessibility statement, and what people report against it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.clock import now
from boards.shared.published.enums import PublicAccess
from boards.shared.published.models import PublicRow
from boards.shared.triggers import bumps_version, never_deleted, row_history
from cases.report.enums import Compliance
from cases.report.rules import StatementFacts


class AccessibilityStatement(PublicRow):
    """What one authority says of how accessible its pages here are (DOS 13 §).

    Whom to turn to stands in the row itself: public pages read no register.
    """

    name = models.CharField(
        _("authority"), max_length=120, help_text=_("For example: Alby kommun.")
    )
    slug = models.SlugField(_("address part"), unique=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    board = models.ForeignKey(
        "boards.Board",
        on_delete=models.PROTECT,
        related_name="accessibility_statements",
        verbose_name=_("board whose diary reports come to"),
    )
    compliance = models.CharField(
        _("how accessible the service is"),
        max_length=7,
        choices=[
            (Compliance.FULL, _("It meets the requirements in full")),
            (Compliance.PARTIAL, _("It meets the requirements in part")),
            (Compliance.NONE, _("It does not meet the requirements")),
        ],
    )
    deficiencies = models.TextField(
        _("what is not accessible"),
        blank=True,
        help_text=_("What, for whom it is a problem, and when it will be mended."),
    )
    burden = models.TextField(
        _("what would be an unreasonable burden to make accessible"), blank=True
    )
    burden_assessment = models.TextField(
        _("the assessment that it is unreasonable (section 12)"), blank=True
    )
    method = models.TextField(
        _("how the service was examined"),
        help_text=_("By whom, which parts and with which tools."),
    )
    assessed_on = models.DateField(_("examined on"))
    updated_on = models.DateField(_("statement updated on"))

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(burden="") | ~Q(burden_assessment=""),
                name="unreasonable_burden_is_assessed",
            ),
            models.CheckConstraint(
                condition=Q(compliance="full", deficiencies="", burden="")
                | (~Q(compliance="full") & (~Q(deficiencies="") | ~Q(burden=""))),
                name="statement_says_what_is_not_accessible",
            ),
        ]
        triggers = [bumps_version(), row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The statement's public page."""
        return reverse("accessibility-statement", args=[self.slug])

    def facts(self) -> StatementFacts:
        """Return the statement as the rules see it."""
        return StatementFacts(
            self.compliance,
            self.deficiencies,
            self.burden,
            self.burden_assessment,
            self.board.regulations.exists(),
        )


class AccessibilityReport(models.Model):
    """What somebody without login has sent in; it becomes an ärende (DOS 13 §).

    Once it has, the words are in the ärende's handling and no longer here; the address
    goes when the receipt has been sent to it.
    """

    public_access = PublicAccess.ADD

    statement = models.ForeignKey(
        AccessibilityStatement, on_delete=models.PROTECT, related_name="reports"
    )
    text = models.TextField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    digest = models.CharField(max_length=64)
    received_at = models.DateTimeField(default=now)
    case = models.ForeignKey(
        "cases.Case",
        null=True,
        on_delete=models.PROTECT,
        related_name="accessibility_reports",
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, text="", name="", address="")
                | (Q(case__isnull=True) & ~Q(text="")),
                name="report_is_emptied_when_its_case_is_open",
            )
        ]
        triggers = [never_deleted()]

    def __str__(self) -> str:
        return f"{self.statement} {self.received_at:%Y-%m-%d}"
