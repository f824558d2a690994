"""A justering's notices as the rules want them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from minutes.notice.rules import ApprovalFacts, NoticeFacts

if TYPE_CHECKING:
    from minutes.approval.models import Approval
    from minutes.notice.models import Notice


def posted(approval: Approval) -> dict[int, date | None]:
    """Return when each municipality posted; before approval there are no rows yet."""
    rows = {row.municipality_id: row.posted_on for row in approval.notices.all()}
    if rows or approval.approved_on is not None:
        return rows
    return {row.pk: None for row in approval.meeting.board.municipalities()}


def approval_facts(approval: Approval) -> ApprovalFacts:
    """Return a justering as its postings see it."""
    return ApprovalFacts(approval.approved_on, posted(approval), approval.storage_place)


def notice_facts(notice: Notice) -> NoticeFacts:
    """Return one notice with the posting days of all of them."""
    return NoticeFacts(
        notice.municipality_id, posted(notice.approval), notice.taken_down_on
    )
