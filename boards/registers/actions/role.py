"""Giving and ending roles."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.access.permissions import require
from boards.access.queries import other_periods
from boards.access.rules import blocks_role
from boards.board.models import Board
from boards.person.models import User
from boards.shared.history import record
from boards.shared.refusals import refuse_if


@transaction.atomic
def assign_role(
    *,
    user: User,
    board: Board,
    role: Role,
    valid_from: date,
    by: User | None,
    valid_to: date | None = None,
) -> RoleAssignment:
    """Give an account a role in a board from a day on."""
    require(by, "register.edit", board)
    User.objects.select_for_update().get(pk=user.pk)
    assignment = RoleAssignment(
        user=user, board=board, role=role, valid_from=valid_from, valid_to=valid_to
    )
    refuse_if(blocks_role((valid_from, valid_to), other_periods(assignment)))
    assignment.save()
    record(assignment, "role.assigned", by=by, role=str(role))
    return assignment


@transaction.atomic
def end_role(
    *, assignment: RoleAssignment, valid_to: date, by: User | None
) -> RoleAssignment:
    """End a role on its last day."""
    require(by, "register.edit", assignment.board)
    assignment = RoleAssignment.objects.select_for_update().get(pk=assignment.pk)
    period = (assignment.valid_from, valid_to)
    refuse_if(blocks_role(period, other_periods(assignment)))
    assignment.valid_to = valid_to
    assignment.save(update_fields=["valid_to"])
    record(assignment, "role.ended", by=by)
    return assignment
