"""The record of whether each notice was up all the time (KL 13:5 st 2; A-05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.notice.enums import Outcome
from minutes.notice.models.notices import Notice
from minutes.notice.rules import TOLERANCE

if TYPE_CHECKING:
    from boards.board.models import Board

TOLERATED = f"interval '{int(TOLERANCE.total_seconds())} seconds'"


class Sighting(models.Model):
    """A stretch of time in which every look at the board found the notice there.

    It only grows, and never over a gap that is longer than what is tolerated: the
    database sees to both.
    """

    notice = models.ForeignKey(
        Notice, on_delete=models.PROTECT, related_name="sightings"
    )
    seen_from = models.DateTimeField()
    seen_until = models.DateTimeField()

    class Meta:
        ordering = ["seen_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen_until__gte=F("seen_from")),
                name="sighting_ends_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["notice", "seen_from"], name="sighting_begins_once"
            ),
        ]
        triggers = [
            never_deleted(),
            pgtrigger.Protect(
                name="sighting_only_grows",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "((NEW.notice_id, NEW.seen_from) IS DISTINCT FROM"
                    " (OLD.notice_id, OLD.seen_from)"
                    " OR NEW.seen_until < OLD.seen_until"
                    f" OR NEW.seen_until > OLD.seen_until + {TOLERATED})"
                ),
            ),
            pgtrigger.Trigger(
                name="sighting_after_the_last",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM minutes_sighting
                        WHERE notice_id = NEW.notice_id
                            AND seen_until >= NEW.seen_from
                    ) OR EXISTS (
                        SELECT 1 FROM minutes_notice
                        WHERE id = NEW.notice_id
                            AND (posted_at IS NULL OR posted_at > NEW.seen_from)
                    ) THEN
                        RAISE EXCEPTION 'justera: seen when it could not be'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice}: {self.seen_from}–{self.seen_until}"


class Interruption(models.Model):
    """A time for which nobody can say that the notice was up: somebody assesses it."""

    notice = models.ForeignKey(
        Notice, on_delete=models.PROTECT, related_name="interruptions"
    )
    was_asked = models.BooleanField(
        help_text=_("The board answered, and the notice was not on it.")
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField()
    outcome = models.CharField(
        max_length=12,
        blank=True,
        choices=[
            (Outcome.STANDS, _("The notice was up: the time to appeal stands")),
            (Outcome.INTERRUPTED, _("The notice was not up: it is posted anew")),
        ],
    )
    ground = models.CharField(max_length=500, blank=True)
    assessed_at = models.DateTimeField(null=True)
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("interruption")
        verbose_name_plural = _("interruptions")
        ordering = ["from_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
                name="interruption_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", ground="", assessed_at__isnull=True)
                | Q(outcome__in=["stands", "interrupted"], assessed_at__isnull=False)
                & ~Q(ground=""),
                name="interruption_assessed_with_a_ground",
            ),
            models.UniqueConstraint(
                fields=["notice"],
                condition=Q(until_at__isnull=True),
                name="one_interruption_goes_on_at_a_time",
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="interruption_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "((NEW.notice_id, NEW.was_asked, NEW.from_at, NEW.found_at)"
                    " IS DISTINCT FROM"
                    " (OLD.notice_id, OLD.was_asked, OLD.from_at, OLD.found_at)"
                    " OR OLD.until_at IS NOT NULL"
                    " AND NEW.until_at IS DISTINCT FROM OLD.until_at"
                    " OR OLD.assessed_at IS NOT NULL"
                    " AND (NEW.outcome, NEW.ground, NEW.assessed_at)"
                    " IS DISTINCT FROM (OLD.outcome, OLD.ground, OLD.assessed_at))"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice}: {self.from_at}–{self.until_at or ''}"

    @property
    def board(self) -> Board:
        """The board whose notice it is."""
        return self.notice.board


class NoticeMail(models.Model):
    """One mail to a secretary about a notice: one row each, so none is sent twice."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="mails")
    kind = models.CharField(
        max_length=12,
        choices=[
            ("due", _("To be posted")),
            ("late", _("Late")),
            ("interrupted", _("Not seen on the board")),
        ],
    )
    day = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "kind", "day"], name="notice_mail_once_a_day"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.notice}: {self.kind} {self.day:%Y-%m-%d}"

    @property
    def board(self) -> Board:
        """The board whose notice it is."""
        return self.notice.board
