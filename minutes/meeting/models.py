"""The sammanträde: agenda, summons, and who was there for which points."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.clock import STOCKHOLM
from boards.shared.models import choices
from boards.shared.triggers import append_only, frozen_with, never_deleted, row_history
from minutes.meeting.enums import (
    AgendaKind,
    AttendanceKind,
    AttendanceMode,
    MeetingState,
    ServingCause,
)

if TYPE_CHECKING:
    from boards.board.models import Board

# Attendance is settled by the minutes of the meeting; §§ approved at once have their
# own snapshot, so people may still come and go after those.
OF_MEETING = (
    "SELECT a.state FROM minutes_approval a"
    " WHERE a.meeting_id = {row}.meeting_id AND NOT a.is_immediate"
)
OF_ATTENDANCE = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_attendance t"
    " ON t.meeting_id = a.meeting_id"
    " WHERE t.id = {row}.attendance_id AND NOT a.is_immediate"
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


class AgendaItem(models.Model):
    """One point of the föredragningslista; its position is no § number (P-09)."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda_items"
    )
    position = models.PositiveIntegerField(_("position"))
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=[
            (AgendaKind.OPENING, _("Opening (no §)")),
            (AgendaKind.DECISION, _("Decision")),
            (AgendaKind.INFORMATION, _("Information")),
            (AgendaKind.COMMUNICATIONS, _("Communications")),
        ],
        default=AgendaKind.DECISION,
    )
    heading = models.CharField(_("heading"), max_length=200)
    case = models.ForeignKey(
        "cases.Case",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agenda_items",
        verbose_name=_("case"),
    )
    rapporteur = models.CharField(_("rapporteur"), max_length=120, blank=True)
    is_late = models.BooleanField(_("added after the summons"), default=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_position_once",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.position}. {self.heading}"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board


class AgendaPaper(models.Model):
    """A handling sent with the summons under a point."""

    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, related_name="papers"
    )
    document = models.ForeignKey(
        "cases.Document", on_delete=models.PROTECT, related_name="agenda_papers"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda_item", "document"], name="paper_once_per_item"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return str(self.document)

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.agenda_item.meeting.board


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
    party = models.CharField(_("party"), max_length=10, blank=True)
    belongs_to = models.CharField(
        _("municipality or employer"), max_length=120, blank=True
    )
    title = models.CharField(_("title"), max_length=80, blank=True)
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

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "attendance"], name="approver_chosen_once"
            )
        ]
        triggers = [row_history(), frozen_with("frozen_with_minutes", OF_MEETING)]

    def __str__(self) -> str:
        return str(self.attendance)
