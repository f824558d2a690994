"""Who reserved, had something noted, stood aside or was out for jäv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from minutes.item.enums import (
    NoteKind,
)

if TYPE_CHECKING:
    from boards.board.models import Board

from minutes.item.models.frozen import (
    OF_NOTE,
    OF_RESERVATION,
    tracked,
)
from minutes.item.models.item import MinutesItem


class Reservation(models.Model):
    """Dissent of people who took part in the decision (KL 4:27)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="reservations"
    )
    people = models.ManyToManyField(
        "minutes.Attendance", through="Reservist", related_name="reservations"
    )
    announced_at = models.DateTimeField()
    points = models.ManyToManyField(
        "minutes.DecisionPoint",
        through="ReservedPoint",
        blank=True,
        related_name="reservations",
        verbose_name=_("against the points"),
    )
    in_favour_of = models.ForeignKey(
        "minutes.FloorProposal",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("in favour of"),
    )
    on_behalf_of = models.CharField(_("on behalf of"), max_length=80, blank=True)
    document = models.ForeignKey(
        "cases.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written reservation"),
    )
    text = models.TextField(_("in favour of, or the written text"), blank=True)

    class Meta:
        ordering = ["pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return f"{self.item}: {self.text[:40]}"

    @property
    def board(self) -> Board:
        """The board whose § it is."""
        return self.item.board


class Reservist(models.Model):
    """One of those who made a reservation."""

    reservation = models.ForeignKey(Reservation, on_delete=models.CASCADE)
    attendance = models.ForeignKey("minutes.Attendance", on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reservation", "attendance"], name="reservist_once"
            )
        ]
        triggers = tracked(OF_RESERVATION)

    def __str__(self) -> str:
        return str(self.attendance)


class Recusal(models.Model):
    """Jäv: somebody is out of the room for a § (KL 6:28–32)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="recusals"
    )
    attendance = models.ForeignKey(
        "minutes.Attendance", on_delete=models.PROTECT, related_name="recusals"
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    is_finding = models.BooleanField(
        _("found by the board, not announced (KL 6:30)"), default=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "attendance"], name="recused_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.attendance)


class NonParticipation(models.Model):
    """Deltar inte i beslutet: there, in the quorum, deciding nothing (KL 4:25)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="non_participations"
    )
    attendance = models.ForeignKey(
        "minutes.Attendance", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "attendance"], name="stands_aside_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.attendance)


class MinutesNote(models.Model):
    """Protokollsanteckning, särskilt yttrande or a substitute's opinion (KL-12)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="notes"
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=[
            (NoteKind.NOTE, _("Note to the minutes")),
            (NoteKind.STATEMENT, _("Separate statement")),
            (NoteKind.OPINION, _("Opinion of a substitute or other elected")),
        ],
    )
    people = models.ManyToManyField(
        "minutes.Attendance", through="NoteMaker", related_name="notes"
    )
    on_behalf_of = models.CharField(_("on behalf of"), max_length=80, blank=True)
    text = models.TextField(_("text"), blank=True)
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    document = models.ForeignKey(
        "cases.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("attached statement"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return f"{self.item}: {self.text[:40]}"

    @property
    def board(self) -> Board:
        """The board whose § it is."""
        return self.item.board


class NoteMaker(models.Model):
    """One of those who had something noted."""

    note = models.ForeignKey(MinutesNote, on_delete=models.CASCADE)
    attendance = models.ForeignKey("minutes.Attendance", on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["note", "attendance"], name="note_maker_once"
            )
        ]
        triggers = tracked(OF_NOTE)

    def __str__(self) -> str:
        return str(self.attendance)


class ReservedPoint(models.Model):
    """A point of the decision that a reservation is against."""

    reservation = models.ForeignKey(
        Reservation, on_delete=models.CASCADE, related_name="+"
    )
    point = models.ForeignKey(
        "minutes.DecisionPoint", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reservation", "point"], name="reserved_point_once"
            )
        ]
        triggers = tracked(OF_RESERVATION)

    def __str__(self) -> str:
        return str(self.point)
