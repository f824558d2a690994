"""Who may do what: every permission of the product, by name, in this one table."""

from __future__ import annotations

from typing import Any

import rules
from django.core.exceptions import PermissionDenied

from boards.access.predicates import (
    is_administrator,
    is_archivist,
    is_archivist_of,
    is_controller_of,
    is_member_of,
    is_registrar_of,
    is_reviewer_of,
    is_secretary_of,
    is_signer_of,
    is_staff_of,
)
from boards.shared.history import acting

keeps_diary = is_registrar_of | is_secretary_of

PERMISSIONS = {
    # boards
    "board.work": is_staff_of,
    "board.follow": is_member_of,
    "register.edit": is_administrator,
    "integrity.view": is_archivist | is_administrator,
    "integrity.run": is_archivist | is_administrator,
    # cases
    "case.view": is_staff_of,
    "case.open": keeps_diary,
    "case.edit": keeps_diary,
    "case.close": keeps_diary,
    "document.register": keeps_diary,
    "secrecy.mark": keeps_diary,
    "communication.add": keeps_diary,
    "delegation.view": is_staff_of,
    "delegation.register": keeps_diary,
    "format.settle": is_archivist_of,
    "retention.view": is_staff_of,
    "retention.plan": is_archivist_of,
    "retention.follow": is_staff_of | is_administrator,
    "retention.dispose": is_archivist_of | is_administrator,
    # minutes
    "meeting.view": is_staff_of,
    "meeting.plan": is_secretary_of,
    "meeting.summon": is_secretary_of,
    "meeting.run": is_secretary_of,
    "summons.read": is_staff_of | is_member_of,
    "item.edit": is_secretary_of,
    "meeting.follow": is_staff_of | is_member_of,
    "meeting.import": is_secretary_of,
    "meeting.export": is_staff_of,
    "review.view": is_secretary_of,
    "review.send": is_secretary_of,
    "review.look": is_reviewer_of,
    "review.answer": is_secretary_of,
    "approval.view": is_staff_of | is_signer_of,
    "approval.freeze": is_secretary_of,
    "approval.sign": is_signer_of,
    "approval.correct": is_secretary_of,
    "approval.evidence": is_archivist_of | is_secretary_of,
    "approval.return": is_signer_of,
    "notice.view": is_staff_of,
    "notice.post": is_secretary_of,
    "notice.take_down": is_secretary_of,
    "notice.confirm_final": is_secretary_of,
    "dispatch.view": is_staff_of,
    "dispatch.send": keeps_diary,
    "publication.view": is_staff_of,
    "publication.decide": keeps_diary,
    "followup.mark": is_secretary_of,
    "archive.view": is_archivist_of | is_secretary_of,
    "archive.build": is_archivist_of,
    # finance
    "ledger.view": is_staff_of,
    "ledger.import": is_controller_of | is_secretary_of,
    # Texts of vouchers may name people; what the board has to know is in the sums.
    "voucher.view": is_controller_of | is_secretary_of,
    "dashboard.view": is_staff_of | is_member_of,
    "chart.view": is_staff_of,
    "chart.edit": is_controller_of,
    "budget.view": is_staff_of,
    "budget.edit": is_controller_of,
    "forecast.view": is_staff_of,
    "forecast.edit": is_controller_of,
    "forecast.give": is_staff_of,
    "report.view": is_staff_of,
    "report.edit": is_controller_of,
    "report.freeze": is_controller_of,
    "control.view": is_staff_of,
    "control.edit": is_controller_of | is_secretary_of,
    "control.decide": is_controller_of | is_secretary_of,
    "control.report": is_controller_of | is_secretary_of,
}

for name, predicate in PERMISSIONS.items():
    rules.add_perm(name, predicate)


def may(user: Any, permission: str, obj: Any = None) -> bool:
    """Say whether the user may; an unknown permission is a fault of ours."""
    if permission not in PERMISSIONS:
        raise LookupError(permission)
    return bool(user.is_active) and rules.has_perm(permission, user, obj)


def require(user: Any, permission: str, obj: Any = None, reason: str = "") -> None:
    """Refuse who may not, and tell the history of this transaction who acts.

    Raises `PermissionDenied`. `user` is None for the system's own work: the worker has
    been told by an outbox row what somebody with the permission decided.
    """
    if user is not None and not may(user, permission, obj):
        raise PermissionDenied(permission)
    acting(user, reason)
