"""Telling the secretary by mail what a notice waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.shared.clock import now, today
from boards.shared.outbox import enqueue
from minutes.notice.models import NoticeMail

if TYPE_CHECKING:
    from minutes.notice.models import Notice


@transaction.atomic
def mail_about(notice: Notice, kind: str) -> NoticeMail | None:
    """Mail the secretary about a notice, at most once a day for each kind."""
    row, is_new = NoticeMail.objects.get_or_create(
        notice=notice, kind=kind, day=today(), defaults={"made_at": now()}
    )
    if not is_new:
        return None
    enqueue("notice.mail", row)
    return row
