"""The paragraf and its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.fulltext import stems
from minutes.item.enums import (
    SectionKind,
)

if TYPE_CHECKING:
    from boards.board.models import Board
    from cases.case.models import Case

from cases.secrecy.models import SecrecyMark
from minutes.item.models.frozen import (
    OWN,
    tracked,
)


class MinutesItem(SecrecyMark):
    """A § of the minutes; its number is given when it is frozen (P-09)."""

    agenda_item = models.OneToOneField(
        "minutes.AgendaItem", on_delete=models.PROTECT, related_name="item"
    )
    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.PROTECT, related_name="items"
    )
    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="items"
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(_("§"), null=True, blank=True)
    heading = models.CharField(_("heading"), max_length=200)
    approval = models.ForeignKey(
        "minutes.Approval",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="items",
    )
    is_information = models.BooleanField(
        _("information only, no decision"), default=False
    )
    is_authority = models.BooleanField(
        _("exercise of authority against an individual (KL 4:26)"), default=False
    )
    reference = models.CharField(
        _("other body's number"),
        max_length=120,
        blank=True,
        help_text=_("Such as “KF handling nr 12”."),
    )
    proposed_by = models.CharField(
        _("whose proposal it is"),
        max_length=120,
        blank=True,
        help_text=_("Empty: the administration's."),
    )
    decided_at = models.DateTimeField(
        _("decided"), null=True, blank=True, help_text=_("When the gavel fell.")
    )

    class Meta(SecrecyMark.Meta):
        verbose_name = _("§")
        verbose_name_plural = _("§§")
        ordering = ["agenda_item__position"]
        constraints = [
            *SecrecyMark.Meta.constraints,
            models.UniqueConstraint(
                fields=["board", "year", "number"],
                name="item_number_once_per_board_year",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1),
                name="item_number_from_one",
            ),
        ]
        indexes = [GinIndex(stems("heading"), name="item_heading_words")]
        triggers = tracked(OWN)

    def __str__(self) -> str:
        return f"{self.board.prefix} § {self.number or '–'} {self.heading}"

    def get_absolute_url(self) -> str:
        """The §'s page for the secretary."""
        return reverse("item-edit", args=[self.pk])

    @property
    def case(self) -> Case | None:
        """The ärende the § is about, if it has one (P-10)."""
        return self.agenda_item.case

    @property
    def citation(self) -> str:
        """How others cite it: `ITVT § 12/2020-09-29`."""
        return f"{self.board.prefix} § {self.number}/{self.meeting.held_on:%Y-%m-%d}"


class ItemSection(models.Model):
    """One section of a §; `version` lets two editors notice each other."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="sections"
    )
    kind = models.CharField(
        _("section"),
        max_length=12,
        choices=[
            (SectionKind.SUMMARY, _("Summary")),
            (SectionKind.FINANCES, _("Finances")),
            (SectionKind.BACKGROUND, _("Background")),
            (SectionKind.DETAILS, _("Own heading")),
            (SectionKind.TABLES, _("Table from the case")),
            (SectionKind.ATTENDANCE, _("Who came and went")),
            (SectionKind.RECUSAL, _("Conflict of interest")),
            (SectionKind.FLOOR, _("Proposals")),
            (SectionKind.PROCEDURE, _("Decision procedure")),
            (SectionKind.RESERVATION, _("Reservations")),
            (SectionKind.NOTES, _("Notes and statements")),
            (SectionKind.DISPATCH, _("Sent to")),
        ],
    )
    heading = models.CharField(_("heading"), max_length=120, blank=True)
    body = models.TextField(_("text"), blank=True)
    generated_from = models.TextField(
        blank=True,
        help_text=_("The generated text that the secretary's own wording replaced."),
    )
    position = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    updated_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "pk"]
        indexes = [GinIndex(stems("body"), name="section_words")]
        triggers = tracked()

    def __str__(self) -> str:
        return f"{self.item}: {self.kind}"

    @property
    def board(self) -> Board:
        """The board whose § it is."""
        return self.item.board
