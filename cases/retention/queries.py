"""Reads of plans, holds and disposals."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet

from boards.access.enums import Role
from boards.access.predicates import is_administrator
from boards.access.queries import boards_with_role
from boards.board.models import Board
from boards.shared.models import HistoryEvent
from cases.document.models import Document
from cases.retention.enums import RowState
from cases.retention.models import (
    Disposal,
    DisposalRow,
    Hold,
    RetentionPlan,
    RetentionRule,
)

if TYPE_CHECKING:
    from django.db.models import Model

CHOICES: Any = Document._meta.get_field("kind").choices
KINDS: dict[str, Any] = dict(CHOICES)


def plans_of(user: Any) -> QuerySet[RetentionPlan]:
    """Return the plans of the boards the user works in."""
    rows = RetentionPlan.objects.filter(board__in=boards_with_role(user))
    return rows.select_related("board").annotate(rule_count=Count("rules"))


def whole_plans() -> QuerySet[RetentionPlan]:
    """Return plans with what their page shows."""
    return RetentionPlan.objects.select_related("board", "case").prefetch_related(
        "rules"
    )


def whole_rules() -> QuerySet[RetentionRule]:
    """Return rules with their plan."""
    return RetentionRule.objects.select_related("plan__board")


def boards_archived(user: Any) -> QuerySet[Board]:
    """Return the boards whose archive the user keeps."""
    return boards_with_role(user, Role.ARCHIVIST)


def boards_disposing(user: Any) -> QuerySet[Board]:
    """Return the boards whose disposals the user may see to."""
    if is_administrator(user):
        return Board.objects.all()
    return boards_archived(user)


def plan_in_force(board: Board, day: date) -> RetentionPlan | None:
    """Return the plan that decides for a board on a day; None before there is one."""
    rows = RetentionPlan.objects.in_force(day).filter(board=board)
    return rows.prefetch_related("rules").first()


def kinds_without_rule(plan: RetentionPlan) -> list[str]:
    """Return what the kinds are called that a plan says nothing of."""
    ruled = {rule.kind for rule in plan.rules.all()}
    return [str(label) for kind, label in KINDS.items() if kind not in ruled]


def holds_of(user: Any) -> QuerySet[Hold]:
    """Return the holds of the boards the user works in, those that stand first."""
    rows = whole_holds().filter(case__board__in=boards_with_role(user))
    return rows.order_by("-lifted_at", "-set_at", "-pk")


def whole_holds() -> QuerySet[Hold]:
    """Return holds with what their page shows."""
    return Hold.objects.select_related(
        "case__board", "document__case", "set_by__person", "lifted_by__person"
    )


def disposals_of(user: Any) -> QuerySet[Disposal]:
    """Return the disposals the user may follow, with how many documents each has."""
    boards = boards_with_role(user)
    if is_administrator(user):
        boards = Board.objects.all()
    gone = Q(rows__state=RowState.CARRIED_OUT)
    return (
        Disposal.objects.filter(board__in=boards)
        .select_related("board", "proposed_by__person", "executed_by__person")
        .annotate(row_count=Count("rows"), gone_count=Count("rows", filter=gone))
        # Counted rows forget the order of their model.
        .order_by(*Disposal._meta.ordering)
    )


def whole_disposals() -> QuerySet[Disposal]:
    """Return disposals with their rows."""
    return Disposal.objects.select_related(
        "board__host",
        "proposed_by__person",
        "executed_by__person",
        "record__case",
    ).prefetch_related(
        "rows__document__case", "rows__document__file", "rows__rule__plan"
    )


def history_of(row: Model) -> QuerySet[HistoryEvent]:
    """Return what was done with a plan or a disposal, the latest first."""
    rows = HistoryEvent.objects.filter(model=row._meta.label, object_id=row.pk)
    return rows.select_related("by__person").order_by("-at", "-pk")


def removed_files(keys: Collection[int]) -> set[int]:
    """Return those of stored files whose bytes were removed by a disposal (R-02).

    Bytes that are kept anew after that belong to something else and are to be there.
    """
    rows = DisposalRow.objects.filter(
        document__file__in=keys, file_removed_at__isnull=False
    )
    gone = set(rows.values_list("document__file", flat=True))
    kept = Document.objects.filter(file__in=gone, disposal__isnull=True)
    return gone - set(kept.values_list("file", flat=True))
