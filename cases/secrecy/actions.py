"""Marking handlingar and ärenden as secret, and lifting the mark."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import transaction

from boards.access.permissions import require
from boards.person.models import User
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from cases.case.models import Case
from cases.diary.actions import publish_case_rows, publish_diary_row
from cases.document.models import Document
from cases.secrecy.rules import blocks_mark

Marked = TypeVar("Marked", Case, Document)


@transaction.atomic
def mark_secret(*, obj: Marked, legal_ground: str, by: User | None) -> Marked:
    """Mark with the section it rests on: a warning, tested at each request (D-13)."""
    require(by, "secrecy.mark", obj)
    refuse_if(blocks_mark(legal_ground))
    if isinstance(obj, Document) and obj.act_number is None:
        refuse_if([Refusal("secrecy.register_first", "OSL 5:1")])
    return _write(obj, legal_ground.strip(), today(), by, "secrecy.marked", "")


@transaction.atomic
def lift_secrecy(*, obj: Marked, reason: str, by: User | None) -> Marked:
    """Take the mark away, saying why; the public diary shows the row again."""
    require(by, "secrecy.mark", obj, reason)
    if not reason.strip():
        refuse_if([Refusal("secrecy.no_reason", field="reason")])
    return _write(obj, "", None, by, "secrecy.lifted", reason)


def _write(
    obj: Marked,
    ground: str,
    day: date | None,
    by: User | None,
    *told: str,
) -> Marked:
    code, reason = told
    obj = type(obj).objects.select_for_update().get(pk=obj.pk)
    obj.legal_ground, obj.marked_on = ground, day
    obj.marked_by = by if ground else None
    obj.save(update_fields=["legal_ground", "marked_on", "marked_by"])
    record(obj, code, by=by, reason=reason, legal_ground=ground)
    if isinstance(obj, Case):
        publish_case_rows(case=obj)
    else:
        publish_diary_row(document=obj)
    return obj
