"""What other pages show of expediering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.permissions import may
from boards.board.models import Board
from minutes.dispatch.models import Dispatch
from minutes.dispatch.queries import to_dispatch

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.meeting.models import Meeting


def dispatch_panel(meeting: Meeting, user: User) -> dict[str, Any] | None:
    """Return the panel of expediering on the meeting's page."""
    if not may(user, "dispatch.view", meeting):
        return None
    boards = Board.objects.filter(pk=meeting.board_id)
    waiting = to_dispatch(boards).filter(meeting=meeting)
    sent = Dispatch.objects.filter(extract__approval__meeting=meeting)
    if not waiting and not sent.exists():
        return None
    return {
        "meeting": meeting,
        "waiting": waiting,
        "sending": {meeting.board_id} if may(user, "dispatch.send", meeting) else (),
        "sent": sent.filter(state="delivered").count(),
        "total": sent.count(),
    }
