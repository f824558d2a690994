"""Looking at a handling's file, and making its copy for the archive (R-03)."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.models import StoredFile
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from cases.document.models import Document
from cases.preservation.converting import Slow, converted, found, version
from cases.preservation.enums import Outcome, Program, Reason
from cases.preservation.examining import examined
from cases.preservation.models import FormatCheck
from cases.preservation.queries import (
    KIND,
    kept_documents,
    newest_check,
    unseen,
    without_program,
)
from cases.preservation.rules import PDF, Seen, Verdict, is_faithful, judged

if TYPE_CHECKING:
    from boards.person.models import User
    from cases.case.models import Case

# So many at a time that the other work of the outbox is not kept waiting.
MOST_ORDERED = 200


@dataclass(frozen=True)
class Looked:
    """What looking at a file came to, with the copy if one was made."""

    seen: Seen
    outcome: Outcome
    reason: Reason = Reason.NONE
    copy: bytes = b""
    tool: str = ""


@transaction.atomic
def order_looks() -> int:
    """Have files looked at that nobody has looked at; say how many.

    Those that waited for a program the machine has now are looked at once more.
    """
    rows = list(unseen()[:MOST_ORDERED])
    if all(map(found, Program)):
        rows += list(without_program()[:MOST_ORDERED])
    for document in rows:
        enqueue(KIND, document)
    return len(rows)


@transaction.atomic
def look_again(*, document: Document, by: User) -> None:
    """Have a file looked at once more: by a new program, say."""
    require(by, "format.settle", document)
    document = Document.objects.select_for_update().get(pk=document.pk)
    refuse_if(_blocked(document))
    enqueue(KIND, document)
    record(document, "format.look_ordered", by=by)


@transaction.atomic
def keep_as_is(*, document: Document, remark: str, by: User) -> FormatCheck:
    """Decide that a file is kept as it is, with the reason for it."""
    require(by, "format.settle", document)
    document = Document.objects.select_for_update().get(pk=document.pk)
    found = _blocked(document)
    if not remark.strip():
        found.append(Refusal("format.no_reason", field="remark"))
    refuse_if(found)
    before = newest_check(document)
    row = FormatCheck.objects.create(
        document=document,
        number=before.number + 1 if before else 1,
        puid=before.puid if before else "",
        format_name=before.format_name if before else "",
        outcome=Outcome.KEPT,
        reason=Reason.DECIDED,
        remark=remark.strip(),
        looked_at=now(),
        looked_by=by,
    )
    record(document, "format.kept", by=by)
    return row


def _blocked(document: Document) -> list[Refusal]:
    if document.is_disposed:
        return [Refusal("document.disposed", "arkivlagen 10 §")]
    before = newest_check(document)
    if before is None:
        return [Refusal("format.not_looked_at")]
    return [Refusal("format.settled")] if before.is_settled else []


def look_at_case(case: Case) -> None:
    """Look at every file of an ärende that nobody has looked at yet."""
    rows = kept_documents().filter(case=case, format_checks__isnull=True)
    for document in rows.select_related("file").order_by("pk"):
        look_at(document=document)


def look_at(*, document: Document) -> FormatCheck | None:
    """Look at a file and make its copy; the programs run while nothing is locked.

    Returns None when the file went by a disposal meanwhile.
    """
    before = newest_check(document)
    if before is not None and before.is_settled:
        return before
    number = before.number + 1 if before else 1
    return keep(document=document, number=number, looked=looked_at(document))


def looked_at(document: Document) -> Looked:
    """Return what a file is and its copy, made in a folder that goes afterwards."""
    file = document.kept_file
    if file is None or not default_storage.exists(file.path):
        return Looked(Seen(), Outcome.UNSETTLED, Reason.MISSING)
    if not file.size:
        return Looked(Seen(), Outcome.UNSETTLED, Reason.EMPTY)
    with TemporaryDirectory(prefix="justera-") as folder:
        path = fetched(file, Path(folder), document.file_name)
        seen = examined(path, file.media_type)
        verdict = judged(seen, settings.PRESERVATION_FORMATS)
        if verdict.program is None:
            return Looked(seen, verdict.outcome, verdict.reason)
        return _with_copy(path, seen, verdict)


def fetched(file: StoredFile, folder: Path, name: str) -> Path:
    """Put a file into a folder, with nothing of its name but the ending."""
    ending = "".join(c for c in Path(name).suffix.lower() if c.isascii())
    path = folder / f"original{ending}"
    with default_storage.open(file.path) as stream, path.open("wb") as target:
        shutil.copyfileobj(stream, target)
    return path


def _with_copy(path: Path, seen: Seen, verdict: Verdict) -> Looked:
    program = verdict.program or Program.LIBREOFFICE
    if not found(program):
        return Looked(seen, Outcome.UNSETTLED, Reason.NO_PROGRAM)
    try:
        content = converted(path, program, seen.media_type)
    except Slow:
        return Looked(seen, Outcome.UNSETTLED, Reason.SLOW)
    if not is_good_copy(content, path, seen):
        return Looked(seen, Outcome.UNSETTLED, Reason.FAILED)
    return Looked(seen, Outcome.CONVERTED, copy=content, tool=version(program))


def is_good_copy(content: bytes, path: Path, seen: Seen) -> bool:
    """Say whether what a program made can stand for the file (R-03)."""
    if not content:
        return False
    copy = path.with_name("copy.pdf")
    copy.write_bytes(content)
    return is_faithful(examined(copy, PDF), seen, settings.PRESERVATION_FORMATS)


@transaction.atomic
def keep(*, document: Document, number: int, looked: Looked) -> FormatCheck | None:
    """Keep what was found; whoever was first has kept it."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    before = newest_check(document)
    if before is not None and before.number >= number:
        return before
    if document.is_disposed:
        return None
    return FormatCheck.objects.create(
        document=document,
        number=number,
        puid=looked.seen.puid,
        format_name=looked.seen.name[:200],
        outcome=looked.outcome,
        reason=looked.reason,
        copy=store_file(looked.copy, PDF) if looked.copy else None,
        tool=looked.tool[:100],
        looked_at=now(),
    )
