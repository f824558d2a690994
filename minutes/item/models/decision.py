"""What was decided, who was elected."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.fulltext import stems
from minutes.item.enums import (
    AppealRegime,
    PointOutcome,
)
from minutes.item.models.frozen import (
    OF_POINT,
    tracked,
)
from minutes.item.models.item import MinutesItem


class DecisionPoint(models.Model):
    """One numbered att-sats of the decision."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="decision_points"
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="below",
        verbose_name=_("part of"),
    )
    text = models.TextField(_("decision"))
    outcome = models.CharField(
        _("outcome"),
        max_length=13,
        choices=[
            (PointOutcome.ADOPTED, _("Adopted")),
            (PointOutcome.PARTLY, _("Adopted in part")),
            (PointOutcome.REJECTED, _("Rejected")),
            (PointOutcome.POSTPONED, _("Postponed")),
            (PointOutcome.REFERRED_BACK, _("Referred back")),
            (PointOutcome.REMITTED, _("Sent for an opinion")),
            (PointOutcome.PROPOSES, _("Proposed to another body")),
            (PointOutcome.ELECTED, _("Elected")),
            (PointOutcome.NOTED, _("Noted")),
            (PointOutcome.ANSWERED, _("Deemed answered")),
            (PointOutcome.COMPLETED, _("Deemed completed")),
            (PointOutcome.WITHDRAWN, _("Withdrawn from the agenda")),
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
    appeal_text = models.TextField(
        _("how this point is appealed"),
        blank=True,
        help_text=_("Needed for an administrative appeal (FL 33)."),
    )
    proposed_to = models.CharField(
        _("who decides"),
        max_length=120,
        blank=True,
        help_text=_("The body that a proposal goes to, such as Kommunfullmäktige."),
    )
    until = models.DateField(
        _("postponed to"),
        null=True,
        blank=True,
        help_text=_("Empty: the next meeting."),
    )
    addressee = models.CharField(_("sent to"), max_length=120, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    round = models.ForeignKey(
        "minutes.PropositionRound",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="settled_points",
        verbose_name=_("settled by the question"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="referred_back") | ~Q(reason=""),
                name="referred_back_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome="proposes") & ~Q(proposed_to="") & Q(appeal="none")
                | ~Q(outcome="proposes") & Q(proposed_to=""),
                name="proposed_to_somebody_and_not_appealable",
            ),
            models.CheckConstraint(
                condition=~Q(appeal="administrative") | ~Q(appeal_text=""),
                name="administrative_appeal_says_how",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(outcome="postponed"),
                name="only_postponed_until_a_day",
            ),
        ]
        indexes = [GinIndex(stems("text"), name="decision_words")]
        triggers = tracked()

    def __str__(self) -> str:
        return self.text


class Elected(models.Model):
    """Somebody a point elected: to what, for when, in whose place."""

    point = models.ForeignKey(
        DecisionPoint, on_delete=models.CASCADE, related_name="elected"
    )
    name = models.CharField(_("name"), max_length=170)
    party = models.CharField(_("party"), max_length=60, blank=True)
    post = models.CharField(_("elected as"), max_length=120)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)
    in_place_of = models.CharField(_("in the place of"), max_length=170, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="elected_ends_after_start",
            )
        ]
        triggers = tracked(OF_POINT)

    def __str__(self) -> str:
        return f"{self.name}: {self.post}"
