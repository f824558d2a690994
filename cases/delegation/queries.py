"""Reads of the delegated decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.queries import boards_with_role
from cases.delegation.models import DelegatedDecision

if TYPE_CHECKING:
    from django.db.models import QuerySet


def decisions_of_staff(user: Any) -> QuerySet[DelegatedDecision]:
    """Return the delegated decisions of the user's boards, the latest first."""
    boards = boards_with_role(user).values("pk")
    rows = DelegatedDecision.objects.filter(board__in=boards)
    return rows.select_related("board", "case__board").order_by("-decided_on", "-pk")
