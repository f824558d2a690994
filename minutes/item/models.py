"""The paragraf: its sections, what was proposed, asked, voted and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import frozen_with, row_history
from cases.secrecy.models import SecrecyMark
from minutes.item.enums import (
    AppealRegime,
    PointOutcome,
    ProposalKind,
    RoundMethod,
    SectionKind,
    SettledBy,
    VoteChoice,
)

if TYPE_CHECKING:
    from boards.board.models import Board
    from cases.case.models import Case

OWN = "SELECT a.state FROM minutes_approval a WHERE a.id = {row}.approval_id"
OF_ITEM = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id WHERE i.id = {row}.item_id"
)
OF_PROPOSAL = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id"
    " WHERE p.id = {row}.proposal_id"
)
OF_ROUND = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id"
    " WHERE r.id = {row}.round_id"
)
OF_RESERVATION = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_reservation r ON r.item_id = i.id"
    " WHERE r.id = {row}.reservation_id"
)


def tracked(approval_of_row: str = OF_ITEM) -> list[object]:
    """Return the triggers of every part of a §: history, and frozen with it."""
    return [row_history(), frozen_with("frozen_with_item", approval_of_row)]


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
            (SectionKind.PROCEDURE, _("Decision procedure")),
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
        triggers = tracked()

    def __str__(self) -> str:
        return f"{self.item}: {self.kind}"

    @property
    def board(self) -> Board:
        """The board whose § it is."""
        return self.item.board


class BasisDocument(models.Model):
    """Beslutsunderlag: a handling the decision rests on, as the minutes name it."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="basis"
    )
    document = models.ForeignKey(
        "cases.Document", null=True, on_delete=models.PROTECT, related_name="basis_of"
    )
    label = models.CharField(_("as named in the minutes"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.label


class ProposedDecision(models.Model):
    """One att-sats of the proposal the meeting starts from: the förvaltning's."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="proposed"
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
        ],
    )
    text = models.TextField(_("proposal"))
    proposers = models.ManyToManyField(
        "minutes.Attendance", through="Proposer", related_name="floor_proposals"
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
    question = models.TextField(_("question"))
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


class DecisionPoint(models.Model):
    """One numbered att-sats of the decision."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="decision_points"
    )
    text = models.TextField(_("decision"))
    outcome = models.CharField(
        _("outcome"),
        max_length=13,
        choices=[
            (PointOutcome.ADOPTED, _("Adopted")),
            (PointOutcome.REJECTED, _("Rejected")),
            (PointOutcome.POSTPONED, _("Postponed")),
            (PointOutcome.REFERRED_BACK, _("Referred back")),
            (PointOutcome.NOTED, _("Noted")),
        ],
        default=PointOutcome.ADOPTED,
    )
    appeal = models.CharField(
        _("appeal"),
        max_length=14,
        choices=[
            (AppealRegime.LEGALITY, _("Review of legality (KL 13)")),
            (AppealRegime.ADMINISTRATIVE, _("Administrative appeal (FL 40)")),
            (AppealRegime.NONE, _("Not appealable")),
        ],
        default=AppealRegime.LEGALITY,
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.text


class Reservation(models.Model):
    """Dissent of people who took part in the decision (KL 4:27)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="reservations"
    )
    people = models.ManyToManyField(
        "minutes.Attendance", through="Reservist", related_name="reservations"
    )
    announced_at = models.DateTimeField()
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

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "attendance"], name="recused_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.attendance)


class ItemRecipient(models.Model):
    """Expedieras till: somebody the decision is to be sent to."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="recipients"
    )
    recipient = models.ForeignKey(
        "boards.Recipient", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "recipient"], name="recipient_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.recipient)


class Appendix(models.Model):
    """Bilaga: a handling that goes with the §, numbered within it."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="appendices"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    document = models.ForeignKey(
        "cases.Document", on_delete=models.PROTECT, related_name="appendix_of"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="appendix_number_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return f"{self.number}: {self.document}"


class ItemCommunication(models.Model):
    """A meddelande reported under a §."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="communications"
    )
    communication = models.ForeignKey(
        "cases.Communication", on_delete=models.PROTECT, related_name="reported_in"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.communication)
