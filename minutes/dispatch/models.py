"""Expediering: attested extracts, whom they went to, and every attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.dispatch.enums import DispatchState

if TYPE_CHECKING:
    from boards.board.models import Board


class Extract(models.Model):
    """Protokollsutdrag of one § from the frozen version, attested (P-11).

    A § that was corrected gets another, from the version that says so.
    """

    item = models.ForeignKey(
        "minutes.MinutesItem", on_delete=models.PROTECT, related_name="extracts"
    )
    approval = models.ForeignKey(
        "minutes.Approval", on_delete=models.PROTECT, related_name="extracts"
    )
    document = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    certified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    certified_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "approval"], name="one_extract_per_version"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return str(self.item)

    @property
    def board(self) -> Board:
        """The board whose decision it is."""
        return self.approval.board


class Dispatch(models.Model):
    """One extract to one recipient, with the address it goes to."""

    extract = models.ForeignKey(
        Extract, on_delete=models.PROTECT, related_name="dispatches"
    )
    recipient = models.ForeignKey(
        "boards.Recipient", on_delete=models.PROTECT, related_name="dispatches"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField()
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (DispatchState.PENDING, _("Waiting")),
            (DispatchState.IN_FLIGHT, _("Being sent")),
            (DispatchState.DELIVERED, _("Sent")),
            (DispatchState.FAILED, _("Failed")),
        ],
        default=DispatchState.PENDING,
    )
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["extract", "recipient"], name="dispatched_once_per_recipient"
            ),
            models.CheckConstraint(
                condition=models.Q(state="delivered", sent_at__isnull=False)
                | models.Q(~models.Q(state="delivered"), sent_at__isnull=True),
                name="dispatch_sent_at_when_delivered",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.extract} → {self.name}"

    @property
    def board(self) -> Board:
        """The board whose decision it is."""
        return self.extract.board


class DispatchAttempt(models.Model):
    """One attempt to send: when, which bytes, and how it went."""

    dispatch = models.ForeignKey(
        Dispatch, on_delete=models.PROTECT, related_name="attempts"
    )
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    is_delivered = models.BooleanField()
    detail = models.TextField(blank=True)

    class Meta:
        ordering = ["at"]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.dispatch} {self.at:%Y-%m-%d %H.%M}"
