"""Handlingar: what came in, was drawn up and went out in an ärende."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.clock import today
from boards.shared.fulltext import stems
from boards.shared.triggers import row_history
from cases.document.enums import Direction, DocumentKind
from cases.document.rules import DocumentFacts, is_late
from cases.document.triggers import disposed_by_two
from cases.secrecy.models import SecrecyMark

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.shared.models import StoredFile


class DocumentQuerySet(models.QuerySet["Document"]):
    """Sets of handlingar."""

    def registered(self) -> DocumentQuerySet:
        """Those with an act number: allmänna handlingar in the diary."""
        return self.filter(act_number__isnull=False)

    def drafts(self) -> DocumentQuerySet:
        """Working papers that are not registered yet (TF 2:12)."""
        return self.filter(act_number__isnull=True)


class Document(SecrecyMark):
    """One handling; registered when it has its act number, and then never deleted."""

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="documents"
    )
    act_number = models.PositiveIntegerField(_("act number"), null=True, blank=True)
    direction = models.CharField(
        _("direction"),
        max_length=10,
        choices=[
            (Direction.RECEIVED, _("Received")),
            (Direction.DRAWN_UP, _("Drawn up")),
            (Direction.SENT, _("Sent")),
        ],
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=[
            (DocumentKind.APPLICATION, _("Application")),
            (DocumentKind.STAFF_REPORT, _("Staff report")),
            (DocumentKind.INTERIM_REPORT, _("Interim report")),
            (DocumentKind.DECISION, _("Decision")),
            (DocumentKind.LETTER, _("Letter")),
            (DocumentKind.OPINION, _("Opinion")),
            (DocumentKind.MINUTES, _("Minutes")),
            (DocumentKind.EXTRACT, _("Extract")),
            (DocumentKind.OTHER, _("Other document")),
        ],
        default=DocumentKind.OTHER,
    )
    handled_on = models.DateField(
        _("received, drawn up or sent on"),
        help_text=_("The day it reached the authority, not the day it is registered."),
    )
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    counterparty = models.CharField(_("from or to"), max_length=200, blank=True)
    subject = models.CharField(_("what it is about"), max_length=200)
    file = models.ForeignKey(
        "boards.StoredFile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    file_name = models.CharField(_("file name"), max_length=255, blank=True)
    registered_at = models.DateTimeField(_("registered"), null=True, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    disposed_on = models.DateField(_("disposed of"), null=True, blank=True)
    disposal = models.ForeignKey(
        "cases.Disposal",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("disposal"),
    )

    objects = DocumentQuerySet.as_manager()

    class Meta(SecrecyMark.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["case", "act_number", "pk"]
        constraints = [
            *SecrecyMark.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "act_number"], name="act_number_once_per_case"
            ),
            models.CheckConstraint(
                condition=Q(act_number__isnull=True, registered_at__isnull=True)
                | Q(act_number__isnull=False, registered_at__isnull=False),
                name="document_registered_when_numbered",
            ),
            models.CheckConstraint(
                condition=Q(disposed_on__isnull=True, disposal__isnull=True)
                | Q(disposed_on__isnull=False, disposal__isnull=False),
                name="document_disposed_of_by_a_disposal",
            ),
        ]
        indexes = [GinIndex(stems("subject", "counterparty"), name="document_words")]
        triggers = [
            row_history(),
            pgtrigger.Protect(
                name="registered_never_deleted",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__act_number__isnull=False),
            ),
            pgtrigger.Protect(
                name="registered_keeps_number_and_file",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    'OLD."act_number" IS NOT NULL AND ('
                    'NEW."act_number" IS DISTINCT FROM OLD."act_number"'
                    ' OR NEW."case_id" IS DISTINCT FROM OLD."case_id"'
                    ' OR NEW."registered_at" IS DISTINCT FROM OLD."registered_at"'
                    ' OR (OLD."file_id" IS NOT NULL'
                    ' AND NEW."file_id" IS DISTINCT FROM OLD."file_id"))'
                ),
            ),
            disposed_by_two(),
        ]

    def __str__(self) -> str:
        return f"{self.designation} {self.subject}"

    def get_absolute_url(self) -> str:
        """The handling's place in its ärende, for staff."""
        return reverse("document-detail", args=[self.pk])

    def facts(self) -> DocumentFacts:
        """Return the handling as the rules see it."""
        return DocumentFacts(
            self.direction, self.subject, self.counterparty, self.handled_on
        )

    @property
    def board(self) -> Board:
        """The board whose diary it is in."""
        return self.case.board

    @property
    def is_registered(self) -> bool:
        """Whether it has its number, and stays."""
        return self.act_number is not None

    @property
    def is_disposed(self) -> bool:
        """Whether its content is gone by a disposal; that it was here is still told."""
        return self.disposal_id is not None

    @property
    def kept_file(self) -> StoredFile | None:
        """Its file, unless that has been disposed of (gallrad)."""
        return None if self.is_disposed else self.file

    @property
    def is_late(self) -> bool:
        """Whether it came in and has waited too long for its number (D-01)."""
        return self.act_number is None and is_late(self.facts(), today())

    @property
    def designation(self) -> str:
        """The number people cite: `ITVT 4/2020-3`."""
        return (
            f"{self.case.dnr}-{self.act_number}" if self.act_number else self.case.dnr
        )
