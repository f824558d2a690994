"""What was proposed, asked and voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minutes.item.enums import (
    ProposalKind,
    RoundMethod,
    RoundPurpose,
    SettledBy,
    VoteChoice,
)

if TYPE_CHECKING:
    from boards.board.models import Board

from minutes.item.models.frozen import (
    OF_PROPOSAL,
    OF_ROUND,
    tracked,
)
from minutes.item.models.item import MinutesItem


class ProposedDecision(models.Model):
    """One att-sats of the proposal the meeting starts from; it may lie in another."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="proposed"
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="below",
        verbose_name=_("part of"),
    )
    text = models.TextField(_("proposal"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.text


class FloorProposal(models.Model):
    """A yrkande; one that was withdrawn stays here but not in the minutes (P-01)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="floor_proposals"
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=[
            (ProposalKind.ADOPT, _("Adopt the proposal")),
            (ProposalKind.REJECT, _("Reject the proposal")),
            (ProposalKind.AMEND, _("Amendment")),
            (ProposalKind.ADD, _("Addition")),
            (ProposalKind.POSTPONE, _("Postpone")),
            (ProposalKind.REFER_BACK, _("Refer back")),
            (ProposalKind.ELECT, _("Elect")),
        ],
    )
    text = models.TextField(_("proposal"))
    proposers = models.ManyToManyField(
        "minutes.Attendance", through="Proposer", related_name="floor_proposals"
    )
    targets = models.ManyToManyField(
        ProposedDecision,
        through="ProposalTarget",
        blank=True,
        related_name="floor_proposals",
        verbose_name=_("about the points"),
    )
    about = models.ManyToManyField(
        "self",
        through="ProposalAbout",
        through_fields=("proposal", "other"),
        blank=True,
        symmetrical=False,
        related_name="answered_by",
        verbose_name=_("about the proposals"),
    )
    on_behalf_of = models.CharField(_("on behalf of"), max_length=80, blank=True)
    until = models.DateField(_("postponed to"), null=True, blank=True)
    not_put_because = models.TextField(
        _("why the chair did not put it (KL 5:57)"), blank=True
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.text

    @property
    def board(self) -> Board:
        """The board whose § it is."""
        return self.item.board


class Proposer(models.Model):
    """One of those who made a yrkande."""

    proposal = models.ForeignKey(FloorProposal, on_delete=models.CASCADE)
    attendance = models.ForeignKey("minutes.Attendance", on_delete=models.PROTECT)
    is_seconder = models.BooleanField(_("agrees with the proposer"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "attendance"], name="proposer_once_per_proposal"
            )
        ]
        triggers = tracked(OF_PROPOSAL)

    def __str__(self) -> str:
        return str(self.attendance)


class PropositionRound(models.Model):
    """One question the chair puts, and how it was answered (KL 5:53–55)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="rounds"
    )
    purpose = models.CharField(
        _("what the question settles"),
        max_length=10,
        choices=[
            (RoundPurpose.PROCEDURAL, _("Whether the matter is decided today")),
            (RoundPurpose.COUNTER, _("Which becomes the counter-proposal")),
            (RoundPurpose.MAIN, _("The matter itself")),
            (RoundPurpose.ADDITION, _("An addition")),
            (RoundPurpose.ELECTION, _("An election")),
        ],
        default=RoundPurpose.MAIN,
    )
    question = models.TextField(_("question"))
    yes_proposal = models.ForeignKey(
        FloorProposal,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("yes is for"),
        help_text=_("Empty: the proposal the meeting started from."),
    )
    no_proposal = models.ForeignKey(
        FloorProposal,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("no is for"),
    )
    targets = models.ManyToManyField(
        ProposedDecision,
        through="RoundTarget",
        blank=True,
        related_name="rounds",
        verbose_name=_("about the points"),
    )
    found_yes = models.BooleanField(
        _("what the chair found before the vote was asked for"), null=True, blank=True
    )
    asked_by = models.ForeignKey(
        "minutes.Attendance",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who asked for the vote"),
    )
    method = models.CharField(
        _("answered by"),
        max_length=12,
        choices=[
            (RoundMethod.ACCLAMATION, _("Acclamation")),
            (RoundMethod.OPEN_VOTE, _("Open vote")),
            (RoundMethod.CLOSED_VOTE, _("Closed vote")),
        ],
        default=RoundMethod.ACCLAMATION,
    )
    yes_means = models.TextField(_("yes means"), blank=True)
    no_means = models.TextField(_("no means"), blank=True)
    is_yes = models.BooleanField(_("answered yes"), null=True)
    settled_by = models.CharField(
        _("settled by"),
        max_length=12,
        blank=True,
        choices=[
            (SettledBy.ACCLAMATION, _("Acclamation")),
            (SettledBy.MAJORITY, _("Majority")),
            (SettledBy.CASTING_VOTE, _("The chair's casting vote")),
            (SettledBy.LOT, _("Lot")),
            (SettledBy.MINORITY, _("A third of those present (KL 5:50)")),
        ],
    )
    yes_count = models.PositiveSmallIntegerField(null=True, blank=True)
    no_count = models.PositiveSmallIntegerField(null=True, blank=True)
    abstain_count = models.PositiveSmallIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_yes__isnull=True, settled_by="")
                | Q(is_yes__isnull=False) & ~Q(settled_by=""),
                name="round_settled_with_answer",
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return self.question

    @property
    def board(self) -> Board:
        """The board whose § it is."""
        return self.item.board


class Vote(models.Model):
    """What one person answered in an open vote; a closed vote has no rows here."""

    round = models.ForeignKey(
        PropositionRound, on_delete=models.CASCADE, related_name="votes"
    )
    attendance = models.ForeignKey(
        "minutes.Attendance", on_delete=models.PROTECT, related_name="votes"
    )
    choice = models.CharField(
        max_length=7,
        choices=[
            (VoteChoice.YES, _("Yes")),
            (VoteChoice.NO, _("No")),
            (VoteChoice.ABSTAIN, _("Abstains")),
        ],
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "attendance"], name="one_vote_each"
            )
        ]
        triggers = tracked(OF_ROUND)

    def __str__(self) -> str:
        return f"{self.attendance}: {self.choice}"


class BallotOption(models.Model):
    """Somebody to elect in a closed ballot: how many voted so, never who (KL 5:55)."""

    round = models.ForeignKey(
        PropositionRound, on_delete=models.CASCADE, related_name="options"
    )
    label = models.CharField(_("name"), max_length=170)
    votes = models.PositiveSmallIntegerField(_("votes"), default=0)
    is_elected = models.BooleanField(_("elected"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked(OF_ROUND)

    def __str__(self) -> str:
        return f"{self.label}: {self.votes}"


class ProposalTarget(models.Model):
    """A point of the proposal that a yrkande is about."""

    proposal = models.ForeignKey(
        FloorProposal, on_delete=models.CASCADE, related_name="+"
    )
    point = models.ForeignKey(
        ProposedDecision, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "point"], name="proposal_target_once"
            )
        ]
        triggers = tracked(OF_PROPOSAL)

    def __str__(self) -> str:
        return str(self.point)


class ProposalAbout(models.Model):
    """Another yrkande that a yrkande is for or against."""

    proposal = models.ForeignKey(
        FloorProposal, on_delete=models.CASCADE, related_name="+"
    )
    other = models.ForeignKey(FloorProposal, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "other"], name="proposal_about_once"
            )
        ]
        triggers = tracked(OF_PROPOSAL)

    def __str__(self) -> str:
        return str(self.other)


class RoundTarget(models.Model):
    """A point of the proposal that a question is about."""

    round = models.ForeignKey(
        PropositionRound, on_delete=models.CASCADE, related_name="+"
    )
    point = models.ForeignKey(
        ProposedDecision, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "point"], name="round_target_once")
        ]
        triggers = tracked(OF_ROUND)

    def __str__(self) -> str:
        return str(self.point)
