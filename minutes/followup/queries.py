"""Reads of follow-up: what waits for somebody, what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from boards.access.queries import boards_with_role
from minutes.approval.enums import ApprovalState
from minutes.followup.enums import FOLLOWED
from minutes.followup.models import FollowUp
from minutes.item.labels import point_labels
from minutes.item.models import DecisionPoint, MinutesItem

if TYPE_CHECKING:
    from cases.case.models import Case


def points() -> QuerySet[DecisionPoint]:
    """Approved beslutspunkter with the § they stand in."""
    approved = DecisionPoint.objects.filter(
        item__approval__state=ApprovalState.APPROVED
    )
    return approved.select_related(
        "item__board", "item__meeting", "item__agenda_item__case"
    )


def to_follow() -> QuerySet[DecisionPoint]:
    """Those that somebody has to carry out; what is part of another goes with it."""
    return points().filter(parent__isnull=True, outcome__in=FOLLOWED)


def waiting(user: Any) -> QuerySet[DecisionPoint]:
    """Return what nobody has followed up in the user's boards, the oldest first."""
    done = FollowUp.objects.standing().filter(point=OuterRef("pk"))
    found = to_follow().filter(item__board__in=boards_with_role(user))
    order = ("item__meeting__starts_at", "item__number", "position", "pk")
    return found.exclude(Exists(done)).order_by(*order)


def followed(user: Any) -> QuerySet[FollowUp]:
    """Return what is done in the user's boards, the latest first."""
    rows = FollowUp.objects.standing().filter(
        point__item__board__in=boards_with_role(user)
    )
    of_item = ("point__item__board", "point__item__meeting")
    return rows.select_related(*of_item).order_by("-done_on", "-pk")


def points_of_case(case: Case) -> list[DecisionPoint]:
    """Return the beslutspunkter about an ärende, each with what was done about it."""
    standing = Prefetch("follow_ups", queryset=FollowUp.objects.standing())
    found = to_follow().filter(item__agenda_item__case=case)
    order = ("item__meeting__starts_at", "item__number", "position", "pk")
    return list(found.prefetch_related(standing).order_by(*order))


def item_of_point(pk: int) -> QuerySet[MinutesItem]:
    """Return the § of an approved beslutspunkt."""
    rows = MinutesItem.objects.filter(
        decision_points=pk, approval__state=ApprovalState.APPROVED
    )
    return rows.select_related("board", "meeting", "agenda_item__case")


def label_of(point: DecisionPoint) -> str:
    """Return the number that a point is printed with."""
    return point_labels(list(point.item.decision_points.all()))[point.pk]


def marks_of(point: DecisionPoint) -> QuerySet[FollowUp]:
    """Return what is marked, also what was taken back."""
    return FollowUp.objects.filter(point=point)
