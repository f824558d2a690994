"""Parties, uppdrag with dates, and the order in which substitutes are called."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.board.models import overlaps_refused
from boards.membership.enums import SEATED, MemberRole
from boards.shared.triggers import never_deleted, row_history


class Party(models.Model):
    """A party under the name it has for a time."""

    name = models.CharField(_("name"), max_length=80)
    abbreviation = models.CharField(_("abbreviation"), max_length=40)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["abbreviation"]
        constraints = [
            models.UniqueConstraint(
                fields=["abbreviation", "name"], name="party_named_once"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.name} ({self.abbreviation})"


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Sets of uppdrag."""

    def serving_on(self, day: date) -> MembershipQuerySet:
        """Those that run on a day."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day
        )

    def seated(self) -> MembershipQuerySet:
        """Those who hold a seat: chair, vice chairs and members."""
        return self.filter(role__in=SEATED)

    def substitutes(self) -> MembershipQuerySet:
        """The ersättare, in the order they are called."""
        return self.filter(role=MemberRole.SUBSTITUTE).order_by("call_order", "pk")


class Membership(models.Model):
    """An uppdrag: who, in which board, as what, elected by whom, from when to when."""

    board = models.ForeignKey(
        "boards.Board",
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("board"),
    )
    person = models.ForeignKey(
        "boards.Person",
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("person"),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=[
            (MemberRole.CHAIR, _("Chair")),
            (MemberRole.VICE_CHAIR, _("Vice chair")),
            (MemberRole.SECOND_VICE_CHAIR, _("Second vice chair")),
            (MemberRole.MEMBER, _("Member")),
            (MemberRole.SUBSTITUTE, _("Substitute")),
        ],
    )
    party = models.ForeignKey(
        Party,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("party"),
    )
    municipality = models.ForeignKey(
        "boards.Municipality",
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("elected by"),
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)
    call_order = models.PositiveSmallIntegerField(
        _("call order"),
        default=0,
        help_text=_("The place of a substitute in the order of calling in."),
    )
    personal_for = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="personal_substitutes",
        verbose_name=_("personal substitute for"),
    )
    decision = models.CharField(_("elected in"), max_length=120, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        ordering = ["board", "valid_from", "call_order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="membership_ends_after_start",
                violation_error_message=_("The term of office ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(personal_for__isnull=True) | Q(role="substitute"),
                name="only_substitutes_are_personal",
                violation_error_message=_("Only a substitute is somebody's own."),
            ),
            overlaps_refused("membership_once_at_a_time", "board", "person"),
            overlaps_refused(
                "membership_one_chair_at_a_time", "board", condition=Q(role="chair")
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.person} ({self.party_label})"

    @property
    def party_label(self) -> str:
        """The party as the minutes print it, a dash for none."""
        return self.party.abbreviation if self.party else "-"


class SubstitutionOrder(models.Model):
    """Which party's substitute is called when a party has none left (KL 6:16)."""

    board = models.ForeignKey(
        "boards.Board",
        on_delete=models.PROTECT,
        related_name="substitution_order",
        verbose_name=_("board"),
    )
    absent_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("party of the absent member"),
    )
    called_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("party called in"),
    )
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("party order of substitution")
        verbose_name_plural = _("party order of substitution")
        ordering = ["board", "absent_party", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "absent_party", "position"],
                name="substitution_position_once",
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.absent_party} → {self.position}. {self.called_party}"
