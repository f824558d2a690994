"""Justering: a frozen set of §§, and those who sign it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.citations import paragraphs
from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.approval.enums import (
    ApprovalState,
    ReturnKind,
    SignerRole,
)

if TYPE_CHECKING:
    from boards.board.models import Board


class ApprovalQuerySet(models.QuerySet["Approval"]):
    """Sets of justeringar."""

    def lock(self, pk: int) -> Approval:
        """Return one, locked until the transaction ends."""
        return self.select_for_update().get(pk=pk)

    def awaiting_signature(self) -> ApprovalQuerySet:
        """Frozen and not yet signed by all."""
        return self.filter(state=ApprovalState.FROZEN)

    def approved(self) -> ApprovalQuerySet:
        """Signed by all who had to."""
        return self.filter(state=ApprovalState.APPROVED)


class Approval(models.Model):
    """A set of §§ under one document, one set of signatures, one notice (P-07).

    `content` is the frozen document tree and `sealed` its PDF before the first
    signature; `document` is the PDF as it stands, one revision per signature.
    """

    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.PROTECT, related_name="approvals"
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (ApprovalState.PREPARING, _("Preparing")),
            (ApprovalState.FROZEN, _("Being approved")),
            (ApprovalState.APPROVED, _("Approved")),
            (ApprovalState.RETURNED, _("Sent back")),
        ],
        default=ApprovalState.PREPARING,
    )
    is_immediate = models.BooleanField(_("approved at once"), default=False)
    is_secret = models.BooleanField(_("holds secret §§"), default=False)
    content = models.JSONField(default=dict)
    items_label = models.CharField(_("§§"), max_length=120, blank=True)
    storage_place = models.CharField(_("kept at"), max_length=120, blank=True)
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    sealed = models.ForeignKey(
        "boards.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        "boards.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    approved_on = models.DateField(_("approved on"), null=True)
    migrated_from = models.CharField(
        _("moved here from"),
        max_length=120,
        blank=True,
        help_text=_("Where minutes signed elsewhere come from; none sign them here."),
    )
    migrated_sha256 = models.CharField(max_length=64, blank=True)
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    return_reason = models.TextField(_("why it was sent back"), blank=True)
    return_kind = models.CharField(
        _("what comes of it"),
        max_length=10,
        blank=True,
        choices=[
            (ReturnKind.MISTAKE, _("The secretary puts it right")),
            (ReturnKind.DISSENT, _("A differing opinion is noted")),
            (ReturnKind.REFERRED, _("The board decides")),
            (ReturnKind.RESERVE, _("A reserve takes over")),
        ],
    )
    origin = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="versions",
        help_text=_("The first version, which a correction is a later one of."),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state="approved",
                    approved_on__isnull=False,
                    approved_at__isnull=False,
                )
                & (Q(document__isnull=False) | ~Q(migrated_from=""))
                | Q(
                    ~Q(state="approved"),
                    approved_on__isnull=True,
                    approved_at__isnull=True,
                ),
                name="approved_on_exactly_when_approved",
            ),
            models.CheckConstraint(
                condition=Q(state="preparing") | Q(frozen_at__isnull=False),
                name="frozen_at_when_frozen",
            ),
            models.CheckConstraint(
                condition=Q(migrated_from="") | Q(state__in=["preparing", "approved"]),
                name="migrated_is_never_signed_here",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(return_reason=""),
                name="sent_back_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(origin__isnull=True, version=1)
                | Q(origin__isnull=False, version__gt=1),
                name="later_versions_have_a_first",
            ),
            models.UniqueConstraint(
                fields=["origin", "version"],
                condition=~Q(state="returned"),
                name="one_correction_per_version",
            ),
            models.UniqueConstraint(
                fields=["origin"],
                condition=Q(state__in=["preparing", "frozen"]),
                name="one_open_correction",
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="ended_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=["approved", "returned"]),
            ),
            pgtrigger.Protect(
                name="frozen_keeps_content",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.\"state\" = 'frozen' AND ("
                    "NEW.\"state\" = 'preparing'"
                    ' OR NEW."content" IS DISTINCT FROM OLD."content"'
                    ' OR NEW."meeting_id" IS DISTINCT FROM OLD."meeting_id"'
                    ' OR NEW."origin_id" IS DISTINCT FROM OLD."origin_id"'
                    ' OR NEW."version" IS DISTINCT FROM OLD."version"'
                    ' OR NEW."frozen_at" IS DISTINCT FROM OLD."frozen_at"'
                    ' OR (OLD."sealed_id" IS NOT NULL'
                    ' AND NEW."sealed_id" IS DISTINCT FROM OLD."sealed_id"))'
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} {paragraphs(self.items_label)}"

    def get_absolute_url(self) -> str:
        """The page of the justering for the secretary."""
        return reverse("approval-detail", args=[self.pk])

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.meeting.board

    @property
    def first(self) -> Approval:
        """The first version, which holds the §§ and has the notices."""
        return self.origin or self


class Approver(models.Model):
    """Somebody who has to sign this justering, and as what."""

    approval = models.ForeignKey(
        Approval, on_delete=models.PROTECT, related_name="approvers"
    )
    person = models.ForeignKey(
        "boards.Person", on_delete=models.PROTECT, related_name="approvals"
    )
    role = models.CharField(
        _("signs as"),
        max_length=10,
        choices=[
            (SignerRole.SECRETARY, _("Secretary")),
            (SignerRole.CHAIR, _("Chair")),
            (SignerRole.APPROVER, _("Approver")),
        ],
    )
    name = models.CharField(max_length=180)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["approval", "person"], name="signer_once_per_approval"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return self.name

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approval.board

    @property
    def field_name(self) -> str:
        """The PDF's signature field of this signer."""
        return f"signature_{self.position}"
