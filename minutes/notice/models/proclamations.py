"""Kungörelser that other laws send to the board, and unreported delegated decisions."""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.notice.enums import ProclamationKind

FIXED_ONCE_WRITTEN = (
    "board",
    "municipality",
    "kind",
    "heading",
    "requested_by",
    "law",
    "text",
    "storage_place",
    "names_somebody",
    "required_days",
    "posted_on",
    "posted_at",
    "posted_by",
    "last_day",
    "removable_on",
)


class ProclamationQuerySet(models.QuerySet["Proclamation"]):
    """Sets of proclamations."""

    def up(self) -> ProclamationQuerySet:
        """On the board."""
        return self.filter(taken_down_on__isnull=True)

    def removable(self, day: date) -> ProclamationQuerySet:
        """Up, with its time over on a day."""
        return self.up().filter(removable_on__lte=day)


class Proclamation(models.Model):
    """One municipality's kungörelse, up for its own law's time (KL 8:10; A-11).

    Unreported delegated decisions are up while they can be appealed (KL 6:40, 8:12).
    """

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="proclamations"
    )
    municipality = models.ForeignKey(
        "boards.Municipality", on_delete=models.PROTECT, related_name="proclamations"
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=[
            (ProclamationKind.OTHER_LAW, _("Announcement under another law")),
            (ProclamationKind.DELEGATION, _("Delegated decisions not reported")),
        ],
    )
    heading = models.CharField(_("heading"), max_length=200)
    requested_by = models.CharField(_("asked for by"), max_length=120, blank=True)
    law = models.CharField(_("law"), max_length=120)
    text = models.TextField(_("text"))
    storage_place = models.CharField(
        _("where the documents are kept"), max_length=120, blank=True
    )
    names_somebody = models.BooleanField(default=False)
    required_days = models.PositiveSmallIntegerField(_("days on the board"), null=True)
    posted_on = models.DateField(_("posted"))
    posted_at = models.DateTimeField()
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    last_day = models.DateField(_("last day"))
    removable_on = models.DateField(_("comes down"))
    taken_down_on = models.DateField(_("taken down"), null=True)
    taken_down_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    objects = ProclamationQuerySet.as_manager()

    class Meta:
        verbose_name = _("proclamation")
        verbose_name_plural = _("proclamations")
        ordering = ["-posted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="other_law", required_days__range=(1, 366))
                & ~Q(requested_by="")
                | Q(kind="delegation", required_days__isnull=True, requested_by="")
                & ~Q(storage_place=""),
                name="proclamation_is_of_the_closed_list",
            ),
            models.CheckConstraint(
                condition=Q(removable_on__gt=F("last_day"), last_day__gt=F("posted_on"))
                & ~Q(heading="")
                & ~Q(text="")
                & ~Q(law=""),
                name="proclamation_says_what_it_must",
            ),
            models.CheckConstraint(
                condition=Q(required_days__isnull=True)
                | Q(
                    last_day=models.ExpressionWrapper(
                        F("posted_on") + F("required_days"),
                        output_field=models.DateField(),
                    )
                ),
                name="proclamation_is_up_its_days",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_on__isnull=True, withdrawn_because="")
                | Q(taken_down_on__gte=F("removable_on"), withdrawn_because="")
                | Q(kind="other_law", taken_down_on__isnull=False)
                & ~Q(withdrawn_because=""),
                name="proclamation_never_down_early_unless_withdrawn",
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="proclamation_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(*FIXED_ONCE_WRITTEN),
            ),
            pgtrigger.Protect(
                name="proclamation_down_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__taken_down_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        """The proclamation's page for the secretary."""
        return reverse("proclamation-detail", args=[self.pk])

    @property
    def state(self) -> str:
        """On the board, taken down, or withdrawn before its time."""
        if self.taken_down_on is None:
            return "posted"
        return "withdrawn" if self.withdrawn_because else "down"


class ProclamationCertificate(models.Model):
    """Bevis for whoever asked: up the whole time the law asks for (KL 8:10; A-11)."""

    proclamation = models.OneToOneField(
        Proclamation, on_delete=models.PROTECT, related_name="certificate"
    )
    document = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        triggers = [
            row_history(),
            append_only(),
            pgtrigger.Trigger(
                name="certified_after_its_time",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM minutes_proclamation
                        WHERE id = NEW.proclamation_id
                            AND taken_down_on >= removable_on
                            AND withdrawn_because = ''
                    ) THEN
                        RAISE EXCEPTION 'justera: not up for its whole time'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return str(self.proclamation)

    @property
    def board(self) -> object:
        """The board whose secretary posted it."""
        return self.proclamation.board
