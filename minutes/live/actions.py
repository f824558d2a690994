"""Leading the meeting from point to point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from minutes.item.actions.steps import lock_item
from minutes.live.queries import times_written
from minutes.live.rules.steering import (
    blocks_going,
    blocks_stale,
)
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.models import AgendaItem

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
