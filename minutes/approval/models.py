"""Justering: a frozen set of §§, those who sign it, and their signatures."""

from __future__ import annotations

import uuid
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
    AttemptState,
    EvidenceKind,
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


class SignerOpinion(models.Model):
    """What a signer holds of the minutes, printed where they sign (P-06)."""

    approval = models.ForeignKey(
        Approval, on_delete=models.PROTECT, related_name="opinions"
    )
    person = models.ForeignKey(
        "boards.Person", on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("differing opinion"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="opinion_has_words"),
            models.UniqueConstraint(
                fields=["approval", "person"], name="one_opinion_per_signer"
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.person}: {self.text[:60]}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approval.board


class Referral(models.Model):
    """Minutes the signers disagree about, and the point where the board decides."""

    approval = models.OneToOneField(
        Approval, on_delete=models.PROTECT, related_name="referral"
    )
    agenda_item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.PROTECT, related_name="referrals"
    )

    class Meta:
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.approval} → {self.agenda_item}"

    @property
    def board(self) -> Board:
        """The board that decides."""
        return self.approval.board


class Correction(models.Model):
    """One slip put right in a later version: where, from what, to what, and why (P-05).

    Who and when are the version's own: `frozen_by` and `frozen_at`.
    """

    approval = models.ForeignKey(
        Approval, on_delete=models.PROTECT, related_name="corrections"
    )
    item = models.ForeignKey(
        "minutes.MinutesItem",
        null=True,
        on_delete=models.PROTECT,
        related_name="corrections",
        help_text=_("Empty: the front page."),
    )
    wrong = models.CharField(_("what it says"), max_length=300)
    right = models.CharField(_("what it should say"), max_length=300)
    ground = models.CharField(_("ground"), max_length=300)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wrong="") & ~Q(right="") & ~Q(ground=""),
                name="correction_says_everything",
            ),
            models.CheckConstraint(
                condition=~Q(wrong=models.F("right")), name="correction_changes"
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approval.board


class Signature(models.Model):
    """One person's signature: when, how, over which bytes, giving which bytes."""

    approver = models.OneToOneField(
        Approver, on_delete=models.PROTECT, related_name="signature"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    method = models.CharField(max_length=20)
    signed_at = models.DateTimeField()
    signed_sha256 = models.CharField(max_length=64)
    revision = models.OneToOneField(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    evidence = models.JSONField(default=dict)

    level = models.PositiveSmallIntegerField(_("level of assurance"), default=1)
    identity_provider = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["signed_at"]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.approver} {self.signed_at:%Y-%m-%d %H.%M}"


class SigningAttempt(models.Model):
    """One go at signing by one person, from the first press to the signature.

    Once `proved` the person has done their part: the worker gives the signature as
    soon as it can, however often it has to try. `state_of_method` is what the method
    remembers meanwhile and is emptied at the end; `proof` is what it found.
    """

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    approver = models.ForeignKey(
        Approver, on_delete=models.PROTECT, related_name="attempts"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    method = models.CharField(max_length=20)
    shown_sha256 = models.CharField(max_length=64)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (AttemptState.STARTED, _("Begun")),
            (AttemptState.PROVED, _("Waiting for its signature")),
            (AttemptState.SIGNED, _("Signed")),
            (AttemptState.FAILED, _("Failed")),
            (AttemptState.CANCELLED, _("Cancelled")),
        ],
        default=AttemptState.STARTED,
    )
    failure = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    proved_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    state_of_method = models.JSONField(default=dict)
    proof = models.JSONField(default=dict)

    class Meta:
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["approver"],
                condition=Q(state__in=["started", "proved"]),
                name="one_open_attempt_per_signer",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["started", "proved"], ended_at__isnull=True)
                | Q(
                    state__in=["signed", "failed", "cancelled"],
                    ended_at__isnull=False,
                ),
                name="attempt_ended_at_when_over",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["proved", "signed"])
                | Q(proved_at__isnull=False),
                name="attempt_proved_before_signed",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""),
                name="attempt_failed_with_reason",
            ),
        ]
        # No row history: the method's state holds what must not be kept. What happened
        # is written as events of the justering.
        triggers = [
            never_deleted(),
            pgtrigger.Protect(
                name="ended_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=["signed", "failed", "cancelled"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.approver} {self.started_at:%Y-%m-%d %H.%M}"

    def get_absolute_url(self) -> str:
        """The page of this go at signing."""
        return reverse("attempt", args=[self.reference])

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approver.board


class EvidenceFile(models.Model):
    """One file that shows how a signature was given: kept beside the PDF, restricted.

    What an e-ID signed names people by personal number: never public, never in the PDF.
    """

    signature = models.ForeignKey(
        Signature, on_delete=models.PROTECT, related_name="evidence_files"
    )
    kind = models.CharField(
        max_length=20,
        choices=[
            (EvidenceKind.VALIDATION, _("Validation when it was signed")),
            (EvidenceKind.CERTIFICATES, _("Certificates")),
            (EvidenceKind.REVOCATION, _("Revocation")),
            (EvidenceKind.TIMESTAMP, _("Time stamp")),
            (EvidenceKind.MANDATE, _("Person, role and uppdrag")),
            (EvidenceKind.EID_SIGNATURE, _("The e-ID's own signature")),
            (EvidenceKind.EID_STATUS, _("Status of the e-ID")),
            (EvidenceKind.EID_ASSERTION, _("What the e-ID service said")),
        ],
    )
    name = models.CharField(max_length=120)
    file = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["signature", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["signature", "name"], name="evidence_named_once"
            )
        ]
        triggers = [append_only()]

    def __str__(self) -> str:
        return self.name

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.signature.approver.board
