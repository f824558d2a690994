"""Putting on the board what was posted, and off it what has come down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.person.queries import protected_words
from boards.shared.legal_dates import LegalDate, LegalDateCode, legal_dates
from boards.shared.legal_texts import explain
from boards.shared.masking import mask_names
from boards.shared.published.snapshots import publish_row
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from minutes.notice.facts import posted
from minutes.notice.rules import appeal_window
from minutes.publication.actions import (
    publish_meeting,
    publish_municipality,
    publish_registers,
)
from minutes.publication.models import (
    PublishedMinutes,
    PublishedNotice,
    PublishedProclamation,
)

if TYPE_CHECKING:
    from minutes.approval.models import Approval
    from minutes.notice.models import Notice, Proclamation

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
            "posted_on": notice.counted_from,
            "posted_at": notice.reposted_at or notice.posted_at,
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


@transaction.atomic
def publish_proclamation(*, proclamation: Proclamation) -> PublishedProclamation:
    """Put a kungörelse on its board; once down its words are gone from there (A-12)."""
    is_up = proclamation.taken_down_on is None
    names = ("heading", "requested_by", "text", "storage_place")
    words = {name: getattr(proclamation, name) if is_up else "" for name in names}
    told = ("kind", "law", "names_somebody", "posted_on", "posted_at", "last_day")
    return publish_row(
        PublishedProclamation,
        {"source_id": proclamation.pk},
        {
            "board": publish_registers(board=proclamation.board),
            "municipality": publish_municipality(proclamation.municipality),
            **{name: getattr(proclamation, name) for name in told},
            **mask_names(words, protected_words()),
            "removable_on": proclamation.removable_on,
            "reasons": proclamation_reasons(proclamation) if is_up else {},
            "withdrawn_at": proclamation.taken_down_at,
        },
    )


def proclamation_reasons(proclamation: Proclamation) -> dict[str, str]:
    """Say why each date is that day: its law's own days, or the time to appeal."""
    if proclamation.required_days is None:
        rows = legal_dates(posted=[proclamation.posted_on])
        found = {row.code: row for row in rows}
        return {
            "last_day": said(found[LegalDateCode.LAST_APPEAL_DAY]),
            "removable_on": said(found[LegalDateCode.EARLIEST_REMOVAL]),
        }
    values = {"days": proclamation.required_days}
    why = Refusal("proclamation.own_days", proclamation.law, values)
    day = {"day": proclamation.last_day}
    return {
        "last_day": sentence(why),
        "removable_on": sentence(Refusal("proclamation.day_after", "", day)),
    }
