"""The dates of a justering's notices, and the public's copies of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.history import record
from boards.shared.outbox import enqueue, handlers
from minutes.notice.facts import posted
from minutes.notice.models import Notice
from minutes.notice.rules import AppealWindow, appeal_window

if TYPE_CHECKING:
    from minutes.approval.models import Approval


def set_dates(approval: Approval) -> None:
    """Set when the time to appeal ends, once every notice is up (A-06, A-07)."""
    window = appeal_window(posted(approval))
    if not isinstance(window, AppealWindow):
        return
    rows = list(Notice.objects.select_for_update().filter(approval=approval))
    for row in rows:
        row.last_appeal_day = window.last_day
        row.removable_on = window.earliest_removal
        row.save(update_fields=["last_appeal_day", "removable_on"])
    record(approval, "notice.dates_set", by=None, last_day=f"{window.last_day}")
    tell_public(rows)


def tell_public(notices: list[Notice]) -> None:
    """Have the public pages follow, where there are any."""
    if "publication.notice" in handlers:
        for notice in notices:
            enqueue("publication.notice", notice)
