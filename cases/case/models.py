"""The ärende: one matter in one board's diary."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.fulltext import stems
from boards.shared.triggers import never_deleted, row_history
from cases.case.enums import CaseState
from cases.case.rules import CaseFacts
from cases.secrecy.models import SecrecyMark


class CaseQuerySet(models.QuerySet["Case"]):
    """Sets of ärenden."""

    def open(self) -> CaseQuerySet:
        """Those still being handled."""
        return self.filter(state=CaseState.OPEN)


class Case(SecrecyMark):
    """A matter, with the number it keeps for ever."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="cases"
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    dnr = models.CharField(_("case number"), max_length=40)
    title = models.CharField(_("title"), max_length=200)
    case_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="handled_cases",
        verbose_name=_("case officer"),
    )
    is_authority_exercise = models.BooleanField(
        _("exercise of authority against an individual"), default=False
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[(CaseState.OPEN, _("Open")), (CaseState.CLOSED, _("Closed"))],
        default=CaseState.OPEN,
    )
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    last_act = models.PositiveIntegerField(default=0)

    objects = CaseQuerySet.as_manager()

    class Meta(SecrecyMark.Meta):
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-year", "-number"]
        constraints = [
            *SecrecyMark.Meta.constraints,
            models.UniqueConstraint(
                fields=["board", "year", "number"],
                name="case_number_once_per_board_year",
            ),
            models.UniqueConstraint(fields=["board", "dnr"], name="dnr_once_per_board"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False)
                | Q(state="open", closed_on__isnull=True),
                name="case_closed_on_when_closed",
            ),
        ]
        indexes = [GinIndex(stems("title"), name="case_words")]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.dnr} {self.title}"

    def get_absolute_url(self) -> str:
        """The page of the ärende for staff."""
        return reverse("case-detail", args=[self.pk])

    def facts(self) -> CaseFacts:
        """Return the ärende as the rules see it."""
        drafts = self.documents.filter(act_number__isnull=True)
        return CaseFacts(self.state, tuple(draft.subject for draft in drafts))
