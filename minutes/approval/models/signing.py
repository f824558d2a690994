"""Signatures, the goes at giving one, and the evidence that is kept."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.approval.enums import (
    AttemptState,
    EvidenceKind,
)
from minutes.approval.models.approval import Approver

if TYPE_CHECKING:
    from boards.board.models import Board


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
