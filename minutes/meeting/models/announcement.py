"""The kungörelse of a fullmäktige's meeting as it was given (KL 5:13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from boards.shared.triggers import append_only, row_history

if TYPE_CHECKING:
    from boards.board.models import Board

from minutes.meeting.models.meeting import Meeting


class Announcement(models.Model):
    """What was announced of a meeting: time, place and points, kept as they were."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="announcements"
    )
    version = models.PositiveSmallIntegerField()
    announced_at = models.DateTimeField()
    announced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    agenda = models.JSONField()
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "version"], name="announcement_version_once"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.version})"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board

    @property
    def points(self) -> set[int]:
        """The keys of the points it named."""
        return {row["item"] for row in self.agenda}

    @property
    def has_moved(self) -> bool:
        """Whether the meeting has got another time or place since."""
        return (self.starts_at, self.place) != (
            self.meeting.starts_at,
            self.meeting.place,
        )
