"""Questions about a user and an object, each answered yes or no."""

from __future__ import annotations

from typing import Any

import rules

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.membership.models import Membership
from boards.shared.clock import today


def board_id_of(obj: Any) -> int | None:
    """Return the board an object belongs to; every object answers `.board`."""
    return obj.board.pk if obj is not None else None


def holds(*roles: Role) -> rules.predicates.Predicate:
    """Return the predicate that a user holds one of the roles in the object's board."""

    def check(user: Any, obj: Any) -> bool:
        return (
            RoleAssignment.objects.valid_on(today())
            .filter(user_id=user.pk, board_id=board_id_of(obj), role__in=roles)
            .exists()
        )

    return rules.predicate(check, name=f"holds {', '.join(roles)}")


is_registrar_of = holds(Role.REGISTRAR)
is_secretary_of = holds(Role.SECRETARY)
is_controller_of = holds(Role.CONTROLLER)
is_archivist_of = holds(Role.ARCHIVIST)
is_staff_of = holds(*Role)


@rules.predicate
def is_archivist(user: Any, _obj: Any = None) -> bool:
    """Say whether the user keeps the archive of any board."""
    held = RoleAssignment.objects.valid_on(today())
    return held.filter(user_id=user.pk, role=Role.ARCHIVIST).exists()


@rules.predicate
def is_member_of(user: Any, obj: Any) -> bool:
    """Say whether the user's person holds an uppdrag in the object's board today."""
    return bool(user.person_id) and (
        Membership.objects.serving_on(today())
        .filter(person_id=user.person_id, board_id=board_id_of(obj))
        .exists()
    )


@rules.predicate
def is_signer_of(user: Any, approval: Any) -> bool:
    """Say whether the user is one of those who sign this justering."""
    return bool(user.person_id) and (
        approval is not None
        and approval.approvers.filter(person_id=user.person_id).exists()
    )


@rules.predicate
def is_reviewer_of(user: Any, meeting: Any) -> bool:
    """Say whether the user was asked to look through §§ of this meeting."""
    return bool(user.person_id) and (
        meeting is not None
        and meeting.reviews.filter(items__reviewers__person_id=user.person_id).exists()
    )


@rules.predicate
def is_administrator(user: Any, _obj: Any = None) -> bool:
    """Say whether the user keeps the registers (systemförvaltare)."""
    return bool(user.is_active and user.is_staff)
