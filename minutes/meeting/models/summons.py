"""The kallelse as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from boards.shared.triggers import append_only, never_deleted, row_history

if TYPE_CHECKING:
    from boards.board.models import Board

from minutes.meeting.models.meeting import Meeting


class Summons(models.Model):
    """A kallelse as it was sent: the agenda of that moment, kept."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="summonses"
    )
    version = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    agenda = models.JSONField()
    document = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "version"], name="summons_version_once"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.version})"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board


class SummonsRecipient(models.Model):
    """One person's kallelse: the mail that carries it, and when it went."""

    summons = models.ForeignKey(
        Summons, on_delete=models.PROTECT, related_name="recipients"
    )
    person = models.ForeignKey(
        "boards.Person", on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField(blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summons", "person"], name="summons_once_per_person"
            )
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.person}: {self.summons}"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.summons.board
