"""What the room of the notice makes known when the app starts."""

from typing import Any

from minutes.approval.models import Approval
from minutes.approval.registry import on_approved
from minutes.meeting import registry
from minutes.notice.actions import await_posting
from minutes.notice.pages import notice_panel
from minutes.notice.queries import final_meetings, posted_meetings


def follow_approval(approval: Approval) -> Any:
    """Have the notices wait as soon as the minutes are approved."""
    return await_posting(approval=approval)


on_approved.append(follow_approval)
registry.panels.append(
    registry.Panel("posted", "minutes/notice/_panel.html", notice_panel)
)
registry.progress_marks.append(registry.ProgressMark("posted", posted_meetings))
registry.progress_marks.append(registry.ProgressMark("final", final_meetings))
