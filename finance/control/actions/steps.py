"""What the verbs share: locking a plan, telling its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.access.permissions import require
from boards.shared.refusals import Refusal, refuse_if
from finance.control.models import ControlPlan

if TYPE_CHECKING:
    from boards.person.models import User

LAW = "KL 6:6"


def lock_plan(plan: ControlPlan, permission: str, by: User | None) -> ControlPlan:
    """Return the plan, held for this transaction, for who may."""
    require(by, permission, plan)
    locked = ControlPlan.objects.select_for_update(of=("self",))
    return locked.select_related("board", "case").get(pk=plan.pk)


def lock_draft(plan: ControlPlan, by: User | None) -> ControlPlan:
    """Return the plan while it is a draft."""
    locked = lock_plan(plan, "control.edit", by)
    refuse_if([Refusal("control.adopted", LAW)] if locked.is_adopted else [])
    return locked


def lock_adopted(plan: ControlPlan, permission: str, by: User | None) -> ControlPlan:
    """Return the plan once it is adopted."""
    locked = lock_plan(plan, permission, by)
    refuse_if([] if locked.is_adopted else [Refusal("control.not_adopted", LAW)])
    return locked
