"""Each time a handling's file was looked at: what it was, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from boards.shared.triggers import append_only, row_history
from cases.preservation.enums import Outcome, Reason

if TYPE_CHECKING:
    from boards.board.models import Board

EXPLAINED = [Outcome.KEPT, Outcome.UNSETTLED]


class FormatCheck(models.Model):
    """What a file is by its content, with its copy for the archive; the last counts."""

    document = models.ForeignKey(
        "cases.Document", on_delete=models.PROTECT, related_name="format_checks"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    puid = models.CharField(_("PRONOM's identifier"), max_length=20, blank=True)
    format_name = models.CharField(_("format"), max_length=200, blank=True)
    outcome = models.CharField(
        _("outcome"),
        max_length=10,
        choices=[
            (Outcome.FIT, _("Kept as it is: a format for preservation")),
            (Outcome.CONVERTED, _("Has a copy for preservation")),
            (Outcome.KEPT, _("Kept as it is")),
            (Outcome.UNSETTLED, _("To be looked at")),
        ],
    )
    reason = models.CharField(
        max_length=12, blank=True, choices=[(one, one) for one in Reason if one]
    )
    remark = models.CharField(_("why"), max_length=500, blank=True)
    copy = models.ForeignKey(
        "boards.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    tool = models.CharField(_("made with"), max_length=100, blank=True)
    looked_at = models.DateTimeField(_("looked at"))
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("format check")
        verbose_name_plural = _("format checks")
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="format_check_once_per_number"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="format_check_counts_from_one"
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.CONVERTED, copy__isnull=False) & ~Q(tool="")
                | ~Q(outcome=Outcome.CONVERTED) & Q(copy__isnull=True, tool=""),
                name="format_check_copy_when_converted",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=EXPLAINED) & ~Q(reason="")
                | ~Q(outcome__in=EXPLAINED) & Q(reason=""),
                name="format_check_says_why",
            ),
            models.CheckConstraint(
                condition=Q(reason=Reason.DECIDED, looked_by__isnull=False)
                & ~Q(remark="")
                | ~Q(reason=Reason.DECIDED) & Q(remark="", looked_by__isnull=True),
                name="format_check_decided_by_somebody",
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.document}: {self.format_name or self.get_outcome_display()}"

    @property
    def board(self) -> Board:
        """The board whose diary the handling is in."""
        return self.document.board

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to look at it."""
        return self.outcome != Outcome.UNSETTLED

    @property
    def why(self) -> str:
        """Why the file has no copy, or what to do about it; empty when all is well."""
        if not self.reason:
            return ""
        code = f"format.why_{self.reason}"
        return sentence(Refusal(code, values={"remark": self.remark}))

    @property
    def copy_name(self) -> str:
        """What the copy is called: the file's name, as a PDF/A."""
        return copy_name(self.document.file_name or self.document.subject)


def copy_name(name: str) -> str:
    """Return what a file's copy is called."""
    stem, dot, _ending = name.rpartition(".")
    return f"{stem if dot else name}-pdfa.pdf"
