"""The sammanträde itself, and the pauses it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import frozen_with, never_deleted, row_history
from minutes.meeting.enums import (
    MeetingKind,
    MeetingState,
)

if TYPE_CHECKING:
    from boards.board.models import Board

from datetime import date

from boards.shared.clock import STOCKHOLM

# What the minutes of a meeting say of it is settled when they are frozen; §§ approved
# at once have their own snapshot, so people may still come and go after those.
OF_MEETING = (
    "SELECT a.state FROM minutes_approval a"
    " WHERE a.meeting_id = {row}.meeting_id AND NOT a.is_immediate"
)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Sets of meetings."""

    def coming(self, day: date) -> MeetingQuerySet:
        """Those on a day or after it."""
        return self.filter(starts_at__date__gte=day).order_by("starts_at")


class Meeting(models.Model):
    """A sammanträde of one board, at a time and a place."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="meetings"
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ended"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200)
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=[
            (MeetingState.PLANNED, _("Planned")),
            (MeetingState.CALLED, _("Summoned")),
            (MeetingState.IN_SESSION, _("In session")),
            (MeetingState.CLOSED, _("Closed")),
            (MeetingState.CANCELLED, _("Cancelled")),
        ],
        default=MeetingState.PLANNED,
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=[
            (MeetingKind.ORDINARY, _("Ordinary")),
            (MeetingKind.EXTRA, _("Extra")),
            (MeetingKind.CONTINUED, _("Continued")),
        ],
        default=MeetingKind.ORDINARY,
    )
    continues = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="continued_by",
        verbose_name=_("goes on with"),
    )
    minutes_number = models.CharField(
        _("number of the minutes"),
        max_length=40,
        blank=True,
        help_text=_("Only if the board numbers its minutes within the year."),
    )
    current_item = models.ForeignKey(
        "minutes.AgendaItem",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The point being handled while the meeting is in session."),
    )
    migrated_from = models.CharField(
        _("moved here from"),
        max_length=120,
        blank=True,
        help_text=_("The system the meeting was first written in."),
    )
    secretary = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("secretary"),
    )
    approval_place = models.CharField(
        _("place of approval"), max_length=200, blank=True
    )
    approval_planned_at = models.DateTimeField(
        _("time of approval"), null=True, blank=True
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True)
                | Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(ends_at__isnull=False),
                name="meeting_closed_has_end",
            ),
            models.CheckConstraint(
                condition=Q(kind="continued", continues__isnull=False)
                | ~Q(kind="continued") & Q(continues__isnull=True),
                name="meeting_continues_exactly_when_continued",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.board} {self.held_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The meeting's page for the secretary."""
        return reverse("meeting-detail", args=[self.pk])

    @property
    def held_on(self) -> date:
        """The local date of the meeting: it decides year, roster and citation."""
        return self.starts_at.astimezone(STOCKHOLM).date()


class Adjournment(models.Model):
    """Ajournering: a pause of the meeting, from a time to a time."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="adjournments"
    )
    item = models.ForeignKey(
        "minutes.AgendaItem",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The point during which the meeting paused."),
    )
    from_at = models.DateTimeField(_("from"))
    to_at = models.DateTimeField(_("to"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        ordering = ["from_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_at__isnull=True) | Q(to_at__gt=models.F("from_at")),
                name="adjournment_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(to_at__isnull=True),
                name="one_open_adjournment_per_meeting",
            ),
        ]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_MEETING)]

    def __str__(self) -> str:
        return f"{self.meeting} {self.from_at:%H.%M}"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board
