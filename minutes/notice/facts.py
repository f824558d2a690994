"""A justering's notices as the rules want them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from boards.shared.clock import STOCKHOLM
from minutes.notice.models import Interruption
from minutes.notice.rules import ApprovalFacts, NoticeFacts

if TYPE_CHECKING:
    from minutes.approval.models import Approval
    from minutes.notice.models import Notice


def posted(approval: Approval) -> dict[int, date | None]:
    """Return when each municipality posted; before approval there are no rows yet."""
    rows = {row.municipality_id: row.counted_from for row in approval.notices.all()}
    if rows or approval.approved_on is not None:
        return rows
    return {row.pk: None for row in approval.meeting.board.municipalities()}


def approval_facts(approval: Approval) -> ApprovalFacts:
    """Return a justering as its postings see it."""
    return ApprovalFacts(approval.approved_on, posted(approval), approval.storage_place)


def notice_facts(notice: Notice) -> NoticeFacts:
    """Return one notice with the posting days of all of them."""
    return NoticeFacts(
        notice.municipality_id,
        posted(notice.approval),
        notice.taken_down_on,
        has_interruption=bool(unassessed(notice.approval)),
    )


def unassessed(approval: Approval) -> list[Interruption]:
    """Return the interruptions of any of its notices that nobody has assessed."""
    rows = Interruption.objects.filter(
        notice__approval=approval, assessed_at__isnull=True
    )
    return list(rows.select_related("notice__municipality"))


def hidden_days(interruptions: Iterable[Interruption], today: date) -> set[date]:
    """Return every local day on which a notice may not have been there."""
    found = set()
    for row in interruptions:
        first = row.from_at.astimezone(STOCKHOLM).date()
        last = row.until_at.astimezone(STOCKHOLM).date() if row.until_at else today
        span = (last - first).days
        found |= {first + timedelta(days=count) for count in range(span + 1)}
    return found
