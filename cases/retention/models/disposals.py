"""Disposals (gallring): proposed by one, carried out by another, told for ever."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from cases.document.models import Document
from cases.retention.enums import DisposalState, RowState
from cases.retention.models.plans import RetentionRule
from cases.retention.triggers import disposal_by_steps, row_by_steps


class Disposal(models.Model):
    """Handlingar that go together; `record` is the gallringsprotokoll (R-02)."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="disposals"
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=[
            (DisposalState.PROPOSED, _("Waits for a second person")),
            (DisposalState.CARRIED_OUT, _("Disposal carried out")),
            (DisposalState.WITHDRAWN, _("Disposal withdrawn")),
        ],
        default=DisposalState.PROPOSED,
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    proposed_at = models.DateTimeField(_("proposed"))
    executed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("carried out by"),
    )
    executed_at = models.DateTimeField(_("carried out"), null=True)
    record = models.OneToOneField(
        Document,
        null=True,
        on_delete=models.PROTECT,
        related_name="record_of",
        verbose_name=_("disposal record"),
    )

    class Meta:
        verbose_name = _("disposal")
        verbose_name_plural = _("disposals")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(executed_by__isnull=True)
                | ~Q(executed_by=F("proposed_by")),
                name="disposal_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="carried_out",
                    executed_by__isnull=False,
                    executed_at__isnull=False,
                    record__isnull=False,
                )
                | Q(
                    ~Q(state="carried_out"),
                    executed_by__isnull=True,
                    executed_at__isnull=True,
                    record__isnull=True,
                ),
                name="disposal_executed_with_record",
            ),
        ]
        triggers = [row_history(), never_deleted(), disposal_by_steps()]

    def __str__(self) -> str:
        return f"{self.board.prefix} {self.proposed_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The disposal's page for staff."""
        return reverse("retention-disposal", args=[self.pk])


class DisposalRow(models.Model):
    """One handling of a disposal: by which rule, on which ground, due from when.

    `ground` is kept as words, `why` says why it was left out when the second person
    carried the disposal out; `file_removed_at` is when its bytes were gone.
    """

    disposal = models.ForeignKey(
        Disposal, on_delete=models.PROTECT, related_name="rows"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="disposal_rows"
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=[
            (RowState.PROPOSED, _("Disposal proposed")),
            (RowState.CARRIED_OUT, _("Disposed of")),
            (RowState.LEFT_OUT, _("Left out")),
            (RowState.WITHDRAWN, _("Disposal withdrawn")),
        ],
        default=RowState.PROPOSED,
    )
    kind = models.CharField(
        max_length=20, choices=Document._meta.get_field("kind").choices
    )
    rule = models.ForeignKey(
        RetentionRule, on_delete=models.PROTECT, related_name="disposal_rows"
    )
    ground = models.CharField(_("ground"), max_length=500)
    due_on = models.DateField(_("due from"))
    why = models.TextField(_("why it was left out"), blank=True)
    file_removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("document of a disposal")
        verbose_name_plural = _("documents of a disposal")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(state__in=["proposed", "carried_out"]),
                name="document_in_one_disposal",
            ),
            models.CheckConstraint(
                condition=Q(state="left_out") & ~Q(why="")
                | ~Q(state="left_out") & Q(why=""),
                name="disposal_row_left_out_says_why",
            ),
        ]
        triggers = [row_history(), never_deleted(), row_by_steps()]

    def __str__(self) -> str:
        return f"{self.document}"
