"""Which boards a user has to do with, and fetching what a user may see."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import Http404

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.access.permissions import may
from boards.access.rules import Period
from boards.board.models import Board
from boards.membership.models import Membership
from boards.shared.clock import today

M = TypeVar("M", bound=models.Model)


def boards_with_role(user: Any, *roles: Role) -> models.QuerySet[Board]:
    """Boards where the user holds one of the roles today; any when none is named."""
    held = RoleAssignment.objects.valid_on(today()).filter(user_id=user.pk)
    if roles:
        held = held.filter(role__in=roles)
    return Board.objects.filter(pk__in=held.values("board_id"))


def other_periods(row: RoleAssignment, leave_out: Collection[int] = ()) -> list[Period]:
    """When else the account holds the same role in the same board."""
    others = RoleAssignment.objects.filter(
        user_id=row.user_id, board_id=row.board_id, role=row.role
    )
    others = others.exclude(pk__in=[pk for pk in (row.pk, *leave_out) if pk])
    return list(others.values_list("valid_from", "valid_to"))


def boards_followed(user: Any) -> models.QuerySet[Board]:
    """Boards where the user's person holds an uppdrag today."""
    held = Membership.objects.serving_on(today()).filter(person_id=user.person_id or 0)
    return Board.objects.filter(pk__in=held.values("board_id"))


def boards_known(user: Any) -> models.QuerySet[Board]:
    """Boards the user has any role or uppdrag in: all others do not exist for them."""
    return Board.objects.filter(
        Q(pk__in=boards_with_role(user).values("pk"))
        | Q(pk__in=boards_followed(user).values("pk"))
    )


def fetch(
    user: Any, queryset: models.QuerySet[M], permission: str, **lookup: object
) -> M:
    """Return the object if the user may; 404 for other boards' objects, else 403.

    Raises `Http404` and `PermissionDenied`.
    """
    obj = queryset.filter(**lookup).first()
    if obj is None:
        raise Http404
    if may(user, permission, obj):
        return obj
    board: Any = obj.board  # type: ignore[attr-defined]  # every such model has one
    if not boards_known(user).filter(pk=board.pk).exists():
        raise Http404
    raise PermissionDenied(permission)
