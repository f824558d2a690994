"""What an elected member's start page shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from boards.access.queries import boards_followed
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approver
from minutes.item.models import MinutesItem
from minutes.meeting.enums import MeetingState
from minutes.meeting.queries import meetings_followed

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from minutes.meeting.models import Meeting

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
