"""The gate: where each document stands, and every decision about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.privacy.enums import GateState, Ground, Step
from minutes.privacy.findings import Found, digest, unpacked

if TYPE_CHECKING:
    from boards.board.models import Board

OTHER_EYES = """
    IF NOT EXISTS (
        SELECT 1 FROM minutes_publicationdecision d
        WHERE d.id = NEW.confirms_id AND d.step = 'publish'
        AND d.publication_id = NEW.publication_id
        AND d.decided_by_id IS DISTINCT FROM NEW.decided_by_id
    ) THEN
        RAISE EXCEPTION 'justera: somebody else looks a second time'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Sets of documents at the gate."""

    def lock(self, pk: int) -> Publication:
        """Return one, locked until the transaction ends."""
        return self.select_for_update().get(pk=pk)

    def undecided(self) -> PublicationQuerySet:
        """Those that wait for somebody, the oldest first."""
        states = [GateState.WAITING, GateState.CHECKING]
        return self.filter(state__in=states).order_by("since", "pk")

    def over(self, day: date) -> PublicationQuerySet:
        """Public ones whose ground for personal data has ended."""
        return self.filter(state=GateState.PUBLISHED, ends_on__lt=day)


class Publication(models.Model):
    """A document on its way to the public: minutes, a handling, an agenda (D-17).

    `findings` are what was found in it, with what is chosen for each.
    """

    approval = models.OneToOneField(
        "minutes.Approval",
        null=True,
        on_delete=models.PROTECT,
        related_name="publication",
    )
    document = models.OneToOneField(
        "cases.Document",
        null=True,
        on_delete=models.PROTECT,
        related_name="publication",
    )
    # The titles of its agenda, which are public before there are minutes.
    meeting = models.OneToOneField(
        "minutes.Meeting",
        null=True,
        on_delete=models.PROTECT,
        related_name="titles",
    )
    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (GateState.WAITING, _("Waits for a decision")),
            (GateState.CHECKING, _("Waits for a second pair of eyes")),
            (GateState.PUBLISHED, _("Published")),
            (GateState.WITHDRAWN, _("Withdrawn from the web")),
        ],
        default=GateState.WAITING,
    )
    since = models.DateTimeField(_("since"))
    findings = models.JSONField(default=list)
    ends_on = models.DateField(_("the ground ends"), null=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["state", "since"], name="gate_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    approval__isnull=False, document__isnull=True, meeting__isnull=True
                )
                | Q(approval__isnull=True, document__isnull=False, meeting__isnull=True)
                | Q(
                    approval__isnull=True, document__isnull=True, meeting__isnull=False
                ),
                name="publication_is_of_one_document",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | ~Q(state=GateState.WITHDRAWN),
                name="withdrawn_has_no_end",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        if self.meeting is not None:
            return _("%(meeting)s: titles on the agenda") % {"meeting": self.meeting}
        return str(self.approval or self.document)

    def get_absolute_url(self) -> str:
        """The document's page at the gate."""
        return reverse("publication-detail", args=[self.pk])

    @property
    def found(self) -> list[Found]:
        """What was found, with what is chosen."""
        return unpacked(self.findings)

    @property
    def shown_sha256(self) -> str:
        """By which a page says what it showed."""
        return digest(self.findings)

    @property
    def is_file(self) -> bool:
        """Whether it is a file, of which nothing can be taken out."""
        return self.document_id is not None


class PublicationDecision(models.Model):
    """What was decided at the gate, on which ground and by whom; never changed."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="decisions"
    )
    step = models.CharField(
        max_length=10,
        choices=[
            (Step.PUBLISH, _("Decision to publish")),
            (Step.CONFIRM, _("Looked at a second time")),
            (Step.WITHDRAW, _("Withdrawn from the web")),
            (Step.END, _("The ground ended")),
        ],
    )
    ground = models.CharField(
        _("ground"),
        max_length=12,
        blank=True,
        choices=[
            (Ground.STANDING, _("Nothing to weigh: minutes are published")),
            (Ground.EARLIER, _("Published before the gate was there")),
            (Ground.PUBLIC_TASK, _("A task of public interest (GDPR art. 6.1 e)")),
            (Ground.LEGAL_DUTY, _("A duty by law (GDPR art. 6.1 c)")),
            (Ground.CONSENT, _("Consent of those concerned (GDPR art. 6.1 a)")),
        ],
    )
    findings = models.JSONField(default=list)
    reason = models.TextField(_("reason"), blank=True)
    ends_on = models.DateField(_("the ground ends"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()
    confirms = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="confirmation"
    )

    class Meta:
        verbose_name = _("publication decision")
        verbose_name_plural = _("publication decisions")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(step=Step.PUBLISH) | ~Q(ground=""),
                name="published_on_a_ground",
            ),
            models.CheckConstraint(
                condition=~Q(step=Step.WITHDRAW) | ~Q(reason=""),
                name="withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(step=Step.CONFIRM, confirms__isnull=False)
                | Q(~Q(step=Step.CONFIRM), confirms__isnull=True),
                name="only_a_second_look_confirms",
            ),
        ]
        triggers = [
            row_history(),
            append_only(),
            pgtrigger.Trigger(
                name="other_eyes",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__step="confirm"),
                func=OTHER_EYES,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication}: {self.step}"

    @property
    def board(self) -> Board:
        """The board whose document it is."""
        return self.publication.board
