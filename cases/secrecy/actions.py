"""Marking handlingar and ärenden as secret, and lifting the mark."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction

from boards.access.permissions import require
from boards.person.models import User
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from cases.case.models import Case
from cases.case.registry import after_change
from cases.diary.actions import publish_diary_row
from cases.document.models import Document
from cases.secrecy.registry import after_mark
from cases.secrecy.rules import blocks_lifting, blocks_mark

Marked = TypeVar("Marked", Case, Document)


@transaction.atomic
def mark_secret(*, obj: Marked, legal_ground: str, by: User | None) -> Marked:
    """Mark with the section it rests on: a warning, tested at each request (D-13)."""
    require(by, "secrecy.mark", obj)
    obj = lock(obj)
    is_draft = isinstance(obj, Document) and obj.act_number is None
    refuse_if(blocks_mark(legal_ground, is_draft=is_draft))
    obj.legal_ground = legal_ground.strip()
    obj.marked_on, obj.marked_by = today(), by
    save(obj)
    record(obj, "secrecy.marked", by=by, legal_ground=obj.legal_ground)
    return obj


@transaction.atomic
def lift_secrecy(*, obj: Marked, reason: str, by: User | None) -> Marked:
    """Take the mark away, saying why; the public diary shows the row again."""
    require(by, "secrecy.mark", obj, reason)
    obj = lock(obj)
    refuse_if(blocks_lifting(is_marked=obj.is_secret, reason=reason))
    ground = obj.legal_ground
    obj.legal_ground, obj.marked_on, obj.marked_by = "", None, None
    save(obj)
    record(obj, "secrecy.lifted", by=by, reason=reason, legal_ground=ground)
    return obj


def lock(obj: Marked) -> Marked:
    """Return the object as it is now, held until the transaction ends."""
    return type(obj).objects.select_for_update().get(pk=obj.pk)


def save(obj: Case | Document) -> None:
    """Write the mark, and the public rows that follow it."""
    obj.save(update_fields=["legal_ground", "marked_on", "marked_by"])
    if isinstance(obj, Case):
        for follow in after_change:
            follow(obj)
    else:
        publish_diary_row(document=obj)
        for tell in after_mark:
            tell(obj)
