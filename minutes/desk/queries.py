"""What an elected member's start page shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from boards.access.queries import boards_followed
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approver
from minutes.item.models import MinutesItem
from minutes.meeting.enums import MeetingState
from minutes.meeting.models import Meeting
from minutes.meeting.queries import meetings_followed
from minutes.review.models import Reviewer

if TYPE_CHECKING:
    from django.db.models import QuerySet

LATELY = timedelta(days=120)


def coming_meetings(user: Any, day: date) -> QuerySet[Meeting]:
    """Return the meetings the user is called to, the next first."""
    running = meetings_followed(user).exclude(state=MeetingState.CLOSED)
    return running.filter(starts_at__date__gte=day).order_by("starts_at")


def to_sign(user: Any) -> QuerySet[Approver]:
    """Return what waits for the user's signature."""
    waiting = Approver.objects.filter(
        person_id=user.person_id or 0,
        approval__state=ApprovalState.FROZEN,
        signature__isnull=True,
    )
    return waiting.select_related("approval__meeting__board").order_by(
        "approval__meeting__starts_at"
    )


def to_review(user: Any) -> QuerySet[Meeting]:
    """Return meetings whose drafts the user was asked to look through, till frozen."""
    asked = Reviewer.objects.filter(
        person_id=user.person_id or 0,
        review_item__item__approval__isnull=True,
        review_item__item__agenda_item__withdrawn_at__isnull=True,
    )
    return (
        Meeting.objects.filter(pk__in=asked.values("review_item__review__meeting_id"))
        .select_related("board")
        .annotate(review_due=Max("reviews__due_on"))
        .order_by("review_due", "pk")
    )


def decided_lately(user: Any, day: date) -> QuerySet[MinutesItem]:
    """Return §§ approved lately in the user's boards; secret ones stay out."""
    return (
        MinutesItem.objects.filter(
            board__in=boards_followed(user),
            approval__state=ApprovalState.APPROVED,
            approval__approved_on__gte=day - LATELY,
            legal_ground="",
        )
        .select_related("board", "meeting", "approval")
        .order_by("-meeting__starts_at", "number")
    )
