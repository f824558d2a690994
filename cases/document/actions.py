"""Registering handlingar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict

from django.db import transaction

from boards.access.permissions import require
from boards.person.models import User
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from boards.shared.uploads import Upload
from cases.case.actions import lock_open
from cases.case.models import Case
from cases.diary.actions import publish_diary_row
from cases.document import rules
from cases.document.enums import Direction, DocumentKind
from cases.document.models import Document
from cases.secrecy.actions import mark_secret
from cases.secrecy.rules import blocks_mark

if TYPE_CHECKING:
    from typing import Unpack


class DocumentValues(TypedDict, total=False):
    """What may be changed of a handling; its number and its file stay."""

    direction: Direction
    kind: DocumentKind
    subject: str
    counterparty: str
    handled_on: date
    dated_on: date | None


@transaction.atomic
def add_draft(
    *,
    case: Case,
    direction: Direction,
    subject: str,
    handled_on: date,
    by: User | None,
    **fields: Any,
) -> Document:
    """Put a working paper into the ärende; it is not registered (TF 2:12)."""
    require(by, "document.register", case)
    document = Document(
        case=lock_open(case),
        direction=direction,
        subject=subject.strip(),
        handled_on=handled_on,
        **fields,
    )
    refuse_if(rules.blocks_draft(document.facts(), today()))
    document.save()
    record(document, "document.drafted", by=by)
    return document


def refuse_secret_draft(legal_ground: str) -> None:
    """Refuse to keep as a draft what is said to be secret (OSL 5:1; D-04)."""
    if legal_ground.strip():
        refuse_if([Refusal("secrecy.register_first", "OSL 5:1", field="legal_ground")])


@transaction.atomic
def register_document(
    *,
    case: Case,
    direction: Direction,
    subject: str,
    handled_on: date,
    by: User | None,
    legal_ground: str = "",
    **fields: Any,
) -> Document:
    """Register a handling: it gets its act number and its row in the public diary.

    `fields` are the model's kind, counterparty, dated_on, file and file_name. With a
    legal ground it is secret from the start.
    """
    require(by, "document.register", case)
    document = Document(
        case=lock_open(case),
        direction=direction,
        subject=subject.strip(),
        handled_on=handled_on,
        **fields,
    )
    return enter(document, by, legal_ground)


@transaction.atomic
def register_draft(
    *, document: Document, by: User | None, legal_ground: str = ""
) -> Document:
    """Register what was a working paper (OSL 5:1–2)."""
    require(by, "document.register", document)
    case = lock_open(document.case)
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.act_number is not None:
        refuse_if([Refusal("document.already_registered")])
    document.case = case
    return enter(document, by, legal_ground)


def enter(document: Document, by: User | None, legal_ground: str) -> Document:
    """Give the next act number of the ärende, which is locked, and tell the diary."""
    found = rules.blocks_registering(document.facts(), today())
    refuse_if(found + (blocks_mark(legal_ground) if legal_ground else []))
    case = document.case
    case.last_act += 1
    case.save(update_fields=["last_act"])
    document.act_number = case.last_act
    document.registered_at = now()
    document.registered_by = by
    document.save()
    record(document, "document.registered", by=by, act=document.act_number)
    publish_diary_row(document=document)
    if legal_ground:
        return mark_secret(obj=document, legal_ground=legal_ground, by=by)
    return document


@transaction.atomic
def change_document(
    *, document: Document, by: User | None, **values: Unpack[DocumentValues]
) -> Document:
    """Correct what the register says of a handling; the history keeps the old."""
    require(by, "document.register", document)
    lock_open(document.case)
    document = Document.objects.select_for_update().get(pk=document.pk)
    for name, value in values.items():
        setattr(document, name, value)
    if document.act_number is not None:
        refuse_if(rules.blocks_registering(document.facts(), today()))
    document.save(update_fields=list(values))
    publish_diary_row(document=document)
    record(document, "document.changed", by=by)
    return document


@transaction.atomic
def attach_file(*, document: Document, upload: Upload, by: User | None) -> Document:
    """Give a handling its file; a registered one keeps the file it has."""
    require(by, "document.register", document)
    lock_open(document.case)
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.is_disposed:
        refuse_if([Refusal("document.disposed", "arkivlagen 10 §", field="file")])
    if document.file_id and document.act_number is not None:
        refuse_if([Refusal("document.has_file", field="file")])
    document.file = store_file(upload.content, upload.media_type)
    document.file_name = upload.name
    document.save(update_fields=["file", "file_name"])
    record(document, "document.file_attached", by=by, sha256=document.file.sha256)
    return document


@transaction.atomic
def remove_draft(*, document: Document, by: User | None) -> None:
    """Remove a working paper that was never registered (D-11)."""
    require(by, "document.register", document)
    lock_open(document.case)
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.act_number is not None:
        refuse_if([Refusal("document.needs_disposal", "arkivlagen 10 §")])
    record(document, "document.draft_removed", by=by, subject=document.subject)
    document.delete()
