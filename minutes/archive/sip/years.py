"""Which years of minutes are whole, and what the others wait for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.item.models import MinutesItem
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from boards.board.models import Board

Key = tuple[int, int]


def waits_for(boards: Collection[Board]) -> Mapping[Key, list[str]]:
    """Return what each board's year lacks, by the keys of board and year."""
    found: dict[Key, list[str]] = defaultdict(list)
    for approval in unfinished(boards):
        meeting = approval.meeting
        found[meeting.board_id, meeting.held_on.year].append(str(approval))
    for item in unapproved(boards):
        said = item.citation if item.number else item.heading
        found[item.board_id, item.year].append(said)
    return found


def unfinished(boards: Collection[Board]) -> list[Approval]:
    """Return the justeringar that are not in the archive yet."""
    rows = Approval.objects.filter(
        meeting__board__in=boards,
        state__in=[ApprovalState.FROZEN, ApprovalState.APPROVED],
        archive_package__isnull=True,
    )
    return list(rows.select_related("meeting__board").order_by("pk"))


def unapproved(boards: Collection[Board]) -> list[MinutesItem]:
    """Return the §§ that nobody has frozen yet: their years would lack them."""
    rows = MinutesItem.objects.filter(
        board__in=boards,
        approval__isnull=True,
        agenda_item__withdrawn_at__isnull=True,
    ).exclude(meeting__state=MeetingState.CANCELLED)
    rows = rows.select_related("board", "meeting")
    return list(rows.order_by("meeting", "number", "pk"))
