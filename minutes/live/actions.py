"""Leading the meeting from point to point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from minutes.item.actions.steps import lock_item
from minutes.live.queries import times_written
from minutes.live.rules.steering import (
    blocks_adjourning,
    blocks_going,
    blocks_resuming,
    blocks_stale,
)
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.models import Adjournment, AgendaItem

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.item.models import MinutesItem
    from minutes.meeting.models import Meeting


@transaction.atomic
def go_to_item(*, meeting: Meeting, item: AgendaItem, by: User | None) -> Meeting:
    """Make a point the one being handled: everybody's live view follows."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    item = AgendaItem.objects.get(pk=item.pk)
    refuse_if(
        blocks_going(
            state=meeting.state,
            is_withdrawn=item.withdrawn_at is not None,
            is_own=item.meeting_id == meeting.pk,
        )
    )
    if meeting.current_item_id == item.pk:
        return meeting
    meeting.current_item = item
    meeting.save(update_fields=["current_item"])
    record(
        meeting,
        "live.went_to_item",
        by=by,
        position=item.position,
        heading=item.heading,
    )
    return meeting


@transaction.atomic
def adjourn(*, meeting: Meeting, by: User | None, reason: str = "") -> Adjournment:
    """Let the meeting pause from now, during the point being handled."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    is_paused = meeting.adjournments.filter(to_at=None).exists()
    refuse_if(blocks_adjourning(state=meeting.state, is_paused=is_paused))
    pause = meeting.adjournments.create(
        item_id=meeting.current_item_id, from_at=now(), reason=reason.strip()
    )
    record(meeting, "live.adjourned", by=by, reason=pause.reason)
    return pause


@transaction.atomic
def resume(*, meeting: Meeting, by: User | None) -> Adjournment:
    """Let the meeting go on after its pause."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    pause = meeting.adjournments.filter(to_at=None).first()
    refuse_if(blocks_resuming(is_paused=pause is not None))
    assert pause is not None  # noqa: S101  the rule has just said so
    pause.to_at = now()
    pause.save(update_fields=["to_at"])
    record(meeting, "live.resumed", by=by)
    return pause


@contextmanager
def unless_changed(
    item: MinutesItem, codes: tuple[str, ...], seen: int
) -> Iterator[None]:
    """Let the actions inside replace what was written, if it is what was seen.

    The lock of the § makes two senders wait for each other: the second is refused.
    """
    with transaction.atomic():
        item = lock_item(item.pk)
        refuse_if(blocks_stale(seen=seen, now=times_written(item, codes)))
        yield
