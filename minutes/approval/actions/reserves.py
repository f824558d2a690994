"""A reserve takes over from an approver who cannot sign (KL 5:69)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.refusals import refuse_if
from minutes.approval import rules
from minutes.approval.actions.freezing import freeze
from minutes.approval.actions.returning import release
from minutes.approval.enums import ReturnKind
from minutes.approval.facts import signed_at
from minutes.approval.models import Approval, Approver
from minutes.pdf import words

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.meeting.models import ChosenApprover


@transaction.atomic
def let_reserve_sign(
    *,
    approver: Approver,
    reserve: ChosenApprover,
    reason: str,
    by: User,
) -> Approval:
    """Return the §§ frozen anew, with a chosen reserve in an approver's place.

    The document names who signs, so it is another one: those who have signed the first
    sign again, and what they signed is kept with it.
    """
    require(by, "approval.freeze", approver)
    approval = Approval.objects.lock(approver.approval_id)
    refuse_if(rules.blocks_reserve(reserve_facts(approval, approver, reserve, reason)))
    items = list(approval.items.order_by("agenda_item__position"))
    said = words.RESERVE_SIGNS.format(
        name=approver.name, reserve=reserve, reason=reason.strip()
    )
    release(approval, said, by, ReturnKind.RESERVE)
    take_place(approval, approver, reserve)
    return freeze(
        meeting=approval.meeting,
        items=items,
        by=by,
        is_immediate=approval.is_immediate,
    )


def reserve_facts(
    approval: Approval, approver: Approver, reserve: ChosenApprover, reason: str
) -> rules.ReserveFacts:
    """Return who cannot sign and who is to, as the rule asks about them."""
    return rules.ReserveFacts(
        state=approval.state,
        role=approver.role,
        has_signed=signed_at(approver) is not None,
        is_correction=approval.origin_id is not None,
        is_reserve=reserve.is_reserve and reserve.meeting_id == approval.meeting_id,
        reason=reason,
    )


def take_place(approval: Approval, approver: Approver, reserve: ChosenApprover) -> None:
    """Let the reserve stand as chosen, and the other in reserve."""
    chosen = approval.meeting.chosen_approvers
    chosen.filter(attendance__person_id=approver.person_id).update(is_reserve=True)
    chosen.filter(pk=reserve.pk).update(is_reserve=False)
