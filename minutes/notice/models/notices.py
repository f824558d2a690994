"""Anslag: the notice that minutes are approved, one per municipality."""

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
from minutes.notice.rules import notice_due

if TYPE_CHECKING:
    from boards.board.models import Board

FIXED_ONCE_WRITTEN = (
    "approval_id",
    "municipality_id",
    "posted_on",
    "posted_at",
    "proof_file_id",
    "taken_down_on",
    "taken_down_at",
)
ANY_CHANGED = " OR ".join(
    f'(OLD."{name}" IS NOT NULL AND NEW."{name}" IS DISTINCT FROM OLD."{name}")'
    for name in FIXED_ONCE_WRITTEN
)


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Sets of notices."""

    def waiting(self) -> NoticeQuerySet:
        """Not posted yet: the clock has not started."""
        return self.filter(posted_on__isnull=True)

    def up(self) -> NoticeQuerySet:
        """On the board and not taken down."""
        return self.filter(posted_on__isnull=False, taken_down_on__isnull=True)

    def removable(self, day: date) -> NoticeQuerySet:
        """Up here, and free to come down on a day (KL 8:12)."""
        return self.up().filter(
            removable_on__lte=day, municipality__is_served_here=True
        )


class Notice(models.Model):
    """One municipality's notice of one justering (KL 8:12, 9:32).

    Dates of the appeal period are set on every notice of the justering when the last
    of them is posted (KL 13:5); before that they are empty and nothing can come down.
    """

    approval = models.ForeignKey(
        "minutes.Approval", on_delete=models.PROTECT, related_name="notices"
    )
    municipality = models.ForeignKey(
        "boards.Municipality", on_delete=models.PROTECT, related_name="notices"
    )
    due_on = models.DateField(_("to be posted by"))
    # After an interruption it is posted anew, and the time runs from then (KL 13:5).
    reposted_on = models.DateField(_("posted anew"), null=True, blank=True)
    reposted_at = models.DateTimeField(null=True, blank=True)
    posted_on = models.DateField(_("posted"), null=True, blank=True)
    posted_at = models.DateTimeField(null=True, blank=True)
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    proof = models.TextField(
        _("proof"), blank=True, help_text=_("For a board that others run.")
    )
    proof_url = models.URLField(_("address of the notice"), blank=True, default="")
    proof_file = models.ForeignKey(
        "boards.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    last_appeal_day = models.DateField(_("last day to appeal"), null=True, blank=True)
    removable_on = models.DateField(_("comes down"), null=True, blank=True)
    taken_down_on = models.DateField(_("taken down"), null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["approval", "municipality"],
                name="notice_once_per_municipality",
            ),
            models.CheckConstraint(
                condition=Q(last_appeal_day__isnull=True, removable_on__isnull=True)
                | Q(
                    posted_on__isnull=False,
                    removable_on__gt=models.F("last_appeal_day"),
                ),
                name="notice_dates_follow_posting",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_on__isnull=True)
                | Q(
                    removable_on__isnull=False,
                    taken_down_on__gte=models.F("removable_on"),
                ),
                name="notice_never_down_early",
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            # The time to appeal rests on these days: what is written stays.
            pgtrigger.Protect(
                name="notice_days_stay",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(f"({ANY_CHANGED})"),
            ),
            # The dates move on only with a new posting, never back.
            pgtrigger.Trigger(
                name="notice_dates_only_move_on",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                    IF OLD.reposted_on IS DISTINCT FROM NEW.reposted_on AND (
                        NEW.reposted_on IS NULL
                        OR NEW.posted_on IS NULL
                        OR NEW.reposted_on < COALESCE(OLD.reposted_on, OLD.posted_on)
                        OR NOT EXISTS (
                            SELECT 1 FROM minutes_interruption AS one
                            JOIN minutes_notice AS other ON other.id = one.notice_id
                            WHERE other.approval_id = NEW.approval_id
                                AND one.outcome = 'interrupted'
                        )
                    ) THEN
                        RAISE EXCEPTION 'justera: posted anew without need'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF OLD.last_appeal_day IS NOT NULL AND (
                        NEW.last_appeal_day IS NULL
                        OR NEW.removable_on IS NULL
                        OR NEW.last_appeal_day < OLD.last_appeal_day
                        OR NEW.removable_on < OLD.removable_on
                        OR (
                            (NEW.last_appeal_day, NEW.removable_on)
                            IS DISTINCT FROM (OLD.last_appeal_day, OLD.removable_on)
                            AND NOT EXISTS (
                                SELECT 1 FROM minutes_notice
                                WHERE approval_id = NEW.approval_id
                                    AND reposted_on IS NOT NULL
                            )
                        )
                    ) THEN
                        RAISE EXCEPTION 'justera: the time to appeal is set'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="notice_proof_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "(OLD.posted_on IS NOT NULL AND (NEW.proof, NEW.proof_url)"
                    " IS DISTINCT FROM (OLD.proof, OLD.proof_url))"
                ),
            ),
            # A board that others run: who said so and where it can be seen.
            pgtrigger.Trigger(
                name="posted_elsewhere_is_proved",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__posted_on__isnull=False),
                declare=[("here", "BOOLEAN")],
                func="""
                    IF TG_OP = 'UPDATE' AND OLD.posted_on IS NOT NULL THEN
                        RETURN NEW;
                    END IF;
                    SELECT is_served_here INTO here FROM boards_municipality
                        WHERE id = NEW.municipality_id;
                    IF NOT here AND (NEW.proof = ''
                        OR (NEW.proof_url = '' AND NEW.proof_file_id IS NULL))
                    THEN
                        RAISE EXCEPTION 'justera: posted elsewhere without proof'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="posted_after_approval",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__posted_on__isnull=False),
                declare=[("approved", "DATE")],
                func="""
                    SELECT approved_on INTO approved FROM minutes_approval
                        WHERE id = NEW.approval_id;
                    IF approved IS NULL OR NEW.posted_on < approved THEN
                        RAISE EXCEPTION 'justera: posted before it was approved'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.approval}"

    def get_absolute_url(self) -> str:
        """The notice's page for the secretary."""
        return reverse("notice-detail", args=[self.pk])

    @property
    def board(self) -> Board:
        """The board whose minutes were approved."""
        return self.approval.board

    @property
    def counted_from(self) -> date | None:
        """The day from which this board's posting counts."""
        return self.reposted_on or self.posted_on

    @property
    def state(self) -> str:
        """Waiting to be posted, up, or taken down."""
        if self.posted_on is None:
            return "waiting"
        return "posted" if self.taken_down_on is None else "down"

    @property
    def is_late(self) -> bool:
        """Whether it went up after the day the law allows (KL 8:12; A-04)."""
        if self.posted_on is None or self.approval.approved_on is None:
            return False
        return notice_due(self.approval.approved_on).is_late(self.posted_on)


class PostingCertificate(models.Model):
    """Bevis om anslag: when a notice was up, as a document."""

    notice = models.OneToOneField(
        Notice, on_delete=models.PROTECT, related_name="certificate"
    )
    document = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return str(self.notice)

    @property
    def board(self) -> Board:
        """The board whose minutes were approved."""
        return self.notice.board


class FinalConfirmation(models.Model):
    """Laga kraft as a person confirmed it after asking the court (KL 13:14)."""

    approval = models.OneToOneField(
        "minutes.Approval", on_delete=models.PROTECT, related_name="final"
    )
    final_on = models.DateField(_("gained legal force on"))
    answer = models.CharField(_("the court's answer"), max_length=200)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    class Meta:
        triggers = [
            row_history(),
            append_only(),
            pgtrigger.Trigger(
                name="final_when_interruptions_are_assessed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM minutes_interruption AS one
                        JOIN minutes_notice AS notice ON notice.id = one.notice_id
                        WHERE notice.approval_id = NEW.approval_id
                            AND one.assessed_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'justera: an interruption is not assessed'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.approval}: {self.final_on:%Y-%m-%d}"

    @property
    def board(self) -> Board:
        """The board whose decision it is."""
        return self.approval.board
