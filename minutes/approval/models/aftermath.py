"""What comes of a justering: opinions, referral to the board, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history
from minutes.approval.models.approval import Approval

if TYPE_CHECKING:
    from boards.board.models import Board


class SignerOpinion(models.Model):
    """What a signer holds of the minutes, printed where they sign (P-06)."""

    approval = models.ForeignKey(
        Approval, on_delete=models.PROTECT, related_name="opinions"
    )
    person = models.ForeignKey(
        "boards.Person", on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("differing opinion"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="opinion_has_words"),
            models.UniqueConstraint(
                fields=["approval", "person"], name="one_opinion_per_signer"
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.person}: {self.text[:60]}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approval.board


class Referral(models.Model):
    """Minutes the signers disagree about, and the point where the board decides."""

    approval = models.OneToOneField(
        Approval, on_delete=models.PROTECT, related_name="referral"
    )
    agenda_item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.PROTECT, related_name="referrals"
    )

    class Meta:
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.approval} → {self.agenda_item}"

    @property
    def board(self) -> Board:
        """The board that decides."""
        return self.approval.board


class Correction(models.Model):
    """One slip put right in a later version: where, from what, to what, and why (P-05).

    Who and when are the version's own: `frozen_by` and `frozen_at`.
    """

    approval = models.ForeignKey(
        Approval, on_delete=models.PROTECT, related_name="corrections"
    )
    item = models.ForeignKey(
        "minutes.MinutesItem",
        null=True,
        on_delete=models.PROTECT,
        related_name="corrections",
        help_text=_("Empty: the front page."),
    )
    wrong = models.CharField(_("what it says"), max_length=300)
    right = models.CharField(_("what it should say"), max_length=300)
    ground = models.CharField(_("ground"), max_length=300)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wrong="") & ~Q(right="") & ~Q(ground=""),
                name="correction_says_everything",
            ),
            models.CheckConstraint(
                condition=~Q(wrong=models.F("right")), name="correction_changes"
            ),
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approval.board
