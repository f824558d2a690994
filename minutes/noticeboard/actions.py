"""Putting on the board what was posted, and off it what has come down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.shared.legal_dates import LegalDate, LegalDateCode, legal_dates
from boards.shared.legal_texts import explain
from boards.shared.published.snapshots import publish_row
from minutes.notice.facts import posted
from minutes.notice.rules import appeal_window
from minutes.publication.actions import publish_meeting, publish_municipality
from minutes.publication.models import PublishedMinutes, PublishedNotice

if TYPE_CHECKING:
    from minutes.approval.models import Approval
    from minutes.notice.models import Notice

# Which of the statutory dates tell why each date on the notice is that day.
TOLD = {
    "posted_on": (LegalDateCode.NOTICE_DUE, LegalDateCode.NOTICE_LATE_AFTER),
    "last_appeal_day": (LegalDateCode.APPEAL_START, LegalDateCode.LAST_APPEAL_DAY),
    "removable_on": (LegalDateCode.EARLIEST_REMOVAL,),
}


@transaction.atomic
def publish_notice(*, notice: Notice) -> PublishedNotice | None:
    """Publish a posted notice on its municipality's board, or that it came down."""
    if notice.posted_on is None:
        return None
    approval = notice.approval
    meeting = publish_meeting(meeting=approval.meeting)
    return publish_row(
        PublishedNotice,
        {"source_id": notice.pk},
        {
            "municipality": publish_municipality(notice.municipality),
            "board": meeting.board,
            "minutes": PublishedMinutes.objects.filter(source_id=approval.pk).first(),
            "held_on": meeting.held_on,
            "items_label": approval.items_label,
            "approved_on": approval.approved_on,
            "storage_place": approval.storage_place,
            "posted_on": notice.posted_on,
            "posted_at": notice.posted_at,
            "last_appeal_day": notice.last_appeal_day,
            "removable_on": notice.removable_on,
            "explanation": explanation(approval),
            "reasons": reasons(approval),
            "taken_down_on": notice.taken_down_on,
        },
    )


def explanation(approval: Approval) -> str:
    """Say in plain words when the time to appeal starts and ends (KL 13:5)."""
    return " ".join(explain(why) for why in appeal_window(posted(approval)).reasons)


def reasons(approval: Approval) -> dict[str, str]:
    """Say of each date on the notice why it is that day; empty while it is open."""
    days = posted(approval)
    rows = legal_dates(
        approved=approval.approved_on,
        posted=[day for day in days.values() if day] if all(days.values()) else [],
    )
    found = {row.code: row for row in rows}
    return {
        name: " ".join(said(found[code]) for code in codes if code in found)
        for name, codes in TOLD.items()
    }


def said(row: LegalDate) -> str:
    """Return why a date is that day, with the law."""
    return f"{explain(row.reason).rstrip('.')} ({row.law})."
