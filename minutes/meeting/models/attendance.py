"""Who was there, for whom, who led and who approves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import frozen_with, row_history
from minutes.meeting.enums import (
    AttendanceKind,
    AttendanceMode,
    ServingCause,
)

if TYPE_CHECKING:
    from boards.board.models import Board

from boards.shared.models import choices
from minutes.meeting.models.agenda import AgendaItem
from minutes.meeting.models.meeting import OF_MEETING, Meeting

OF_ATTENDANCE = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_attendance t"
    " ON t.meeting_id = a.meeting_id"
    " WHERE t.id = {row}.attendance_id AND NOT a.is_immediate"
)


class Attendance(models.Model):
    """Somebody at a meeting, with party, home and title as they were that day."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="attendances"
    )
    person = models.ForeignKey(
        "boards.Person", on_delete=models.PROTECT, related_name="attendances"
    )
    membership = models.ForeignKey(
        "boards.Membership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    kind = models.CharField(
        _("as"),
        max_length=10,
        choices=[
            (AttendanceKind.MEMBER, _("Member")),
            (AttendanceKind.SUBSTITUTE, _("Substitute")),
            (AttendanceKind.STAFF, _("Staff")),
            (AttendanceKind.UNION, _("Staff representative (KL 7:10)")),
            (AttendanceKind.OBSERVER, _("Elected with a right to attend (KL 4:28)")),
            (AttendanceKind.GUEST, _("Guest")),
        ],
    )
    mode = models.CharField(
        _("takes part"),
        max_length=10,
        choices=[
            (AttendanceMode.ON_SITE, _("On site")),
            (AttendanceMode.DISTANCE, _("At a distance")),
        ],
        default=AttendanceMode.ON_SITE,
    )
    name = models.CharField(_("name"), max_length=170)
    role = models.CharField(_("post"), max_length=20, blank=True)
    party = models.CharField(_("party"), max_length=60, blank=True)
    belongs_to = models.CharField(
        _("municipality or employer"), max_length=120, blank=True
    )
    title = models.CharField(_("title"), max_length=80, blank=True)
    admitted_by = models.CharField(
        _("present by the decision in"), max_length=80, blank=True
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="person_once_per_meeting"
            )
        ]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_MEETING)]

    def __str__(self) -> str:
        return f"{self.name} ({self.party})" if self.party else self.name

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board


class PresenceSpan(models.Model):
    """From which point to which point somebody was in the room, with clock times."""

    attendance = models.ForeignKey(
        Attendance, on_delete=models.CASCADE, related_name="presence"
    )
    from_item = models.ForeignKey(
        AgendaItem,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty: from the start."),
    )
    to_item = models.ForeignKey(
        AgendaItem,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty: to the end."),
    )
    from_part = models.CharField(
        max_length=20,
        blank=True,
        help_text=_("Empty: the whole point. Else which part, such as “p. 3”."),
    )
    to_part = models.CharField(
        max_length=20,
        blank=True,
        help_text=_("Empty: the whole point. Else which part, such as “p. 3”."),
    )
    arrived_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_ATTENDANCE)]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.from_item}–{self.to_item}"


class ServingSpan(models.Model):
    """A substitute serves in a member's place, from a point to a point (KL 6:16)."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="serving_spans"
    )
    substitute = models.ForeignKey(
        Attendance, on_delete=models.CASCADE, related_name="serves_in"
    )
    in_place_of = models.ForeignKey(
        Attendance,
        null=True,
        on_delete=models.CASCADE,
        related_name="replaced_in",
        help_text=_("Empty: a vacant seat."),
    )
    cause = models.CharField(
        max_length=10, choices=choices(ServingCause), default=ServingCause.ABSENCE
    )
    from_item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="+"
    )
    to_item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(_("why out of order"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(substitute=models.F("in_place_of")),
                name="nobody_replaces_themself",
            )
        ]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_MEETING)]

    def __str__(self) -> str:
        return f"{self.substitute} → {self.in_place_of}"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board


class ChosenApprover(models.Model):
    """Somebody the meeting chose to approve its minutes beside the chair (KL 5:69)."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="chosen_approvers"
    )
    attendance = models.ForeignKey(
        Attendance, on_delete=models.CASCADE, related_name="chosen_as_approver"
    )

    is_reserve = models.BooleanField(_("in reserve"), default=False)
    for_item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="own_approvers",
        help_text=_("Empty: the whole meeting. Else only this point, for jäv."),
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "attendance", "for_item"],
                nulls_distinct=False,
                name="approver_chosen_once",
            )
        ]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_MEETING)]

    def __str__(self) -> str:
        return str(self.attendance)


class ChosenChair(models.Model):
    """Who was chosen to preside when the presidium could not (KL 6:20)."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="chosen_chairs"
    )
    attendance = models.ForeignKey(
        Attendance, on_delete=models.CASCADE, related_name="chosen_to_preside"
    )
    from_item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="+"
    )
    to_item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_MEETING)]

    def __str__(self) -> str:
        return str(self.attendance)

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board
