"""The föredragningslista, its papers and its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history
from minutes.meeting.enums import (
    AgendaCause,
    AgendaKind,
)

if TYPE_CHECKING:
    from boards.board.models import Board

from boards.shared.models import choices
from minutes.meeting.models.meeting import Meeting


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
            (AgendaKind.DELEGATIONS, _("Delegated decisions")),
            (AgendaKind.ELECTION, _("Election")),
            (AgendaKind.INTERPELLATION, _("Interpellation")),
            (AgendaKind.QUESTION, _("Question")),
            (AgendaKind.QUESTION_TIME, _("Question time")),
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
    other_cases = models.ManyToManyField(
        "cases.Case",
        through="FurtherCase",
        blank=True,
        related_name="+",
        verbose_name=_("further cases"),
    )
    section = models.CharField(
        _("part of the agenda"),
        max_length=80,
        blank=True,
        help_text=_("A heading the points stand under, such as Information."),
    )
    cause = models.CharField(
        _("why it is here"),
        max_length=16,
        choices=[
            (AgendaCause.CHOSEN, _("Put there by the secretary")),
            (AgendaCause.STANDING, _("Standing point")),
            (AgendaCause.POSTPONED, _("Postponed from another meeting")),
            (AgendaCause.REFERRED_BACK, _("Back after a referral")),
            (AgendaCause.URGENT_DECISION, _("Urgent decision to report (KL 6:39)")),
            (AgendaCause.DELEGATION, _("Delegated decisions to report (KL 6:40)")),
            (AgendaCause.REFERRED_MINUTES, _("Minutes the signers disagree about")),
        ],
        default=AgendaCause.CHOSEN,
    )
    follows = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
        verbose_name=_("goes on from"),
        help_text=_("The point of an earlier meeting that sent the matter here."),
    )
    agreed_at = models.DateTimeField(
        _("all agreed to handle it"),
        null=True,
        blank=True,
        help_text=_("For an urgent matter that was not announced (KL 5:15)."),
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


class FurtherCase(models.Model):
    """One more ärende a point is about."""

    agenda_item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda_item", "case"], name="further_case_once_per_point"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return str(self.case)


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


class AgendaVersion(models.Model):
    """The agenda as the meeting settled it, kept beside the kallelse that was sent."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="agenda_versions"
    )
    number = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    agenda = models.JSONField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="agenda_version_once"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.number})"

    @property
    def board(self) -> Board:
        """The board that meets."""
        return self.meeting.board


class StandingItem(models.Model):
    """A point every new agenda of a board begins or ends with: upprop, justerare."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="standing_items"
    )
    heading = models.CharField(_("heading"), max_length=200)
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=choices(AgendaKind),
        default=AgendaKind.OPENING,
    )
    section = models.CharField(_("part of the agenda"), max_length=80, blank=True)
    proposal = models.TextField(
        _("proposed decision"),
        blank=True,
        help_text=_("What the § starts from, when the point becomes one."),
    )
    is_last = models.BooleanField(_("at the end of the agenda"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("standing point")
        verbose_name_plural = _("standing points")
        ordering = ["board", "is_last", "position", "pk"]
        triggers = [row_history()]

    def __str__(self) -> str:
        return self.heading
