"""The verbs of follow-up: mark what was done, take a mark back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.outbox import enqueue, handlers
from boards.shared.refusals import refuse_if
from minutes.approval.enums import ApprovalState
from minutes.followup import rules
from minutes.followup.enums import FollowUpKind
from minutes.followup.models import FollowUp
from minutes.item.models import DecisionPoint, MinutesItem
from minutes.privacy.detectors import Passage, in_passage
from minutes.privacy.facts import known

if TYPE_CHECKING:
    from boards.person.models import User


@transaction.atomic
def mark(
    *,
    point: DecisionPoint,
    kind: FollowUpKind,
    done_on: date,
    text: str,
    by: User | None,
) -> FollowUp:
    """Write down that a beslutspunkt was carried out or reported back (KL 6:6)."""
    require(by, "followup.mark", point.item)
    item = MinutesItem.objects.select_for_update(of=("self",)).get(pk=point.item_id)
    said = text.strip()
    same = FollowUp.objects.standing().filter(point=point, kind=kind)
    refuse_if(
        rules.blocks_marking(
            rules.MarkFacts(
                is_approved=is_approved(item),
                decided_on=item.meeting.held_on,
                done_on=done_on,
                today=today(),
                is_marked=same.exists(),
                personal=personal_in(said, item),
            )
        )
    )
    row = FollowUp.objects.create(
        point=point,
        kind=kind,
        done_on=done_on,
        text=said,
        marked_by=by,
        marked_at=now(),
    )
    record(item, "followup.marked", by=by, kind=str(kind), day=f"{done_on}")
    tell_public(row)
    return row


@transaction.atomic
def take_back(*, follow_up: FollowUp, reason: str, by: User | None) -> FollowUp:
    """Take a mark back that was wrong; that it stood there is kept."""
    require(by, "followup.mark", follow_up, reason)
    row = FollowUp.objects.select_for_update().get(pk=follow_up.pk)
    is_taken_back = row.taken_back_at is not None
    refuse_if(rules.blocks_taking_back(is_taken_back=is_taken_back, reason=reason))
    row.taken_back_at, row.taken_back_because = now(), reason.strip()
    row.save(update_fields=["taken_back_at", "taken_back_because"])
    record(row.point.item, "followup.taken_back", by=by, reason=row.taken_back_because)
    tell_public(row)
    return row


def is_approved(item: MinutesItem) -> bool:
    """Say whether the § is part of approved minutes."""
    return item.approval is not None and item.approval.state == ApprovalState.APPROVED


def personal_in(text: str, item: MinutesItem) -> tuple[str, ...]:
    """Return what in the text names somebody who is neither elected nor staff."""
    found = in_passage(Passage("", text), known(item.meeting))
    return tuple(dict.fromkeys(one.text for one in found))


def tell_public(row: FollowUp) -> None:
    """Have the public page of the § follow; of a secret § nothing is told."""
    if "publication.follow_up" in handlers and not row.point.item.is_secret:
        enqueue("publication.follow_up", row)
