"""Reads of the ärenden: the list, and what one page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.shared.models import HistoryEvent
from cases.case.models import Case

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from boards.board.models import Board

LATEST_EVENTS = 40


def cases_of_staff(user: Any) -> QuerySet[Case]:
    """Return the ärenden of every board the user works for."""
    boards = boards_with_role(user).values("pk")
    numbered = Q(documents__act_number__isnull=False)
    return (
        Case.objects.filter(board__in=boards)
        .select_related("board", "case_officer__person")
        .annotate(acts=Count("documents", filter=numbered))
        .order_by("-opened_on", "-pk")
    )


def search_cases(
    rows: QuerySet[Case], *, words: str = "", board: int | None = None, state: str = ""
) -> QuerySet[Case]:
    """Return those with every word in number or title, of a board and in a state."""
    for word in words.split():
        rows = rows.filter(Q(dnr__icontains=word) | Q(title__icontains=word))
    if board:
        rows = rows.filter(board_id=board)
    return rows.filter(state=state) if state else rows


def boards_kept(user: Any) -> QuerySet[Board]:
    """Return the boards whose diary the user keeps."""
    return boards_with_role(user, Role.REGISTRAR, Role.SECRETARY)


def whole_cases() -> QuerySet[Case]:
    """Return ärenden with what their page shows of themselves."""
    return Case.objects.select_related(
        "board", "case_officer__person", "marked_by__person"
    )


def history_of(case: Case) -> QuerySet[HistoryEvent]:
    """Return what was done with an ärende and its handlingar, the latest first."""
    return whole_history(case).order_by("-at", "-pk")[:LATEST_EVENTS]


def whole_history(case: Case) -> QuerySet[HistoryEvent]:
    """Return everything that was done with an ärende and its handlingar."""
    documents = list(case.documents.values_list("pk", flat=True))
    own = Q(model="cases.Case", object_id=case.pk)
    of_documents = Q(model="cases.Document", object_id__in=documents)
    rows = HistoryEvent.objects.filter(own | of_documents)
    return rows.select_related("by__person").order_by("pk")
