"""Review of draft minutes: what was sent to whom, what they said, what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, frozen_with, row_history
from minutes.review.enums import AnswerKind, ReviewerRole, Verdict

if TYPE_CHECKING:
    from boards.board.models import Board

OF_LOOK = (
    "SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i"
    " ON i.approval_id = a.id JOIN minutes_reviewitem ri ON ri.item_id = i.id"
    " JOIN minutes_reviewer r ON r.review_item_id = ri.id"
    " WHERE r.id = {row}.reviewer_id"
)
NOT_THEIR_OWN = """
    IF NOT EXISTS (
        SELECT 1 FROM minutes_reviewer r
        JOIN boards_user u ON u.person_id = r.person_id
        WHERE r.id = NEW.reviewer_id AND u.id = NEW.by_id
    ) THEN
        RAISE EXCEPTION 'justera: only the reviewer looks through a paragraph'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
OTHER_BYTES = (
    "encode(sha256(convert_to(NEW.\"content\", 'UTF8')), 'hex')"
    ' <> NEW."content_sha256"'
)


class Review(models.Model):
    """A sending: §§ of a meeting went out to those who will sign them."""

    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.PROTECT, related_name="reviews"
    )
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(_("to be looked through by"))

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["pk"]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.meeting} {self.sent_at:%Y-%m-%d %H.%M}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.meeting.board


class ReviewItem(models.Model):
    """One § of a sending; the last sending of a § says who looks through it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey(
        "minutes.MinutesItem", on_delete=models.PROTECT, related_name="review_items"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "item"], name="item_once_per_review"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.review}: {self.item_id}"


class Reviewer(models.Model):
    """Somebody who will sign the § and was asked to look through it."""

    review_item = models.ForeignKey(
        ReviewItem, on_delete=models.PROTECT, related_name="reviewers"
    )
    person = models.ForeignKey(
        "boards.Person", on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(
        _("signs as"),
        max_length=10,
        choices=[
            (ReviewerRole.CHAIR, _("Chair")),
            (ReviewerRole.APPROVER, _("Approver")),
        ],
    )
    name = models.CharField(max_length=180)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review_item", "person"], name="reviewer_once_per_item"
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return self.name

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.review_item.review.board


class Look(models.Model):
    """What a reviewer said of a §, with the very text they had before them."""

    reviewer = models.ForeignKey(
        Reviewer, on_delete=models.PROTECT, related_name="looks"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    verdict = models.CharField(
        _("view"),
        max_length=10,
        choices=[
            (Verdict.OK, _("Ok")),
            (Verdict.COMMENT, _("Comment")),
            (Verdict.WORDING, _("Proposed wording")),
        ],
    )
    comment = models.TextField(_("comment"), blank=True)
    # The section may be taken away later; what was said of it stays.
    section = models.ForeignKey(
        "minutes.ItemSection",
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    section_heading = models.CharField(max_length=120, blank=True)
    before = models.TextField(blank=True)
    wording = models.TextField(_("proposed wording"), blank=True)
    content = models.TextField()
    content_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="ok", comment="", wording="", section__isnull=True)
                | Q(verdict="comment", wording="", section__isnull=True)
                & ~Q(comment="")
                | Q(verdict="wording", section__isnull=False) & ~Q(wording=""),
                name="look_says_what_its_verdict_is",
            )
        ]
        triggers = [
            row_history(),
            append_only(),
            frozen_with("frozen_with_item", OF_LOOK),
            pgtrigger.Trigger(
                name="only_ones_own",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=NOT_THEIR_OWN,
            ),
            pgtrigger.Protect(
                name="hash_of_what_was_seen",
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition(OTHER_BYTES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer}: {self.verdict}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.reviewer.board


class Answer(models.Model):
    """What the secretary did about a remark, and said."""

    look = models.OneToOneField(Look, on_delete=models.PROTECT, related_name="answer")
    kind = models.CharField(
        max_length=10,
        choices=[
            (AnswerKind.ANSWERED, _("Answered")),
            (AnswerKind.TAKEN_OVER, _("Taken over")),
            (AnswerKind.CHANGED, _("The § was changed")),
        ],
    )
    text = models.TextField(_("answer"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="answered") | ~Q(text=""),
                name="answer_says_something",
            )
        ]
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.look}: {self.kind}"

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.look.board
