"""Reads of the meddelanden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.queries import boards_with_role
from cases.communication.models import Communication

if TYPE_CHECKING:
    from django.db.models import QuerySet


def communications_of_staff(user: Any) -> QuerySet[Communication]:
    """Return the meddelanden of the user's boards, the latest first."""
    boards = boards_with_role(user).values("pk")
    rows = Communication.objects.filter(board__in=boards)
    return rows.select_related("board", "case__board").order_by("-received_on", "-pk")
