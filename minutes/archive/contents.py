"""What goes into the package of one justering, collected from its rows and files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from boards.shared.clock import now
from boards.shared.issued.actions import issue
from boards.shared.models import HistoryEvent
from boards.shared.seal.pades import archive_timestamp
from boards.shared.seal.setup import own_authority, own_stamps
from minutes.approval.issuing import about
from minutes.approval.models import Approval, Approver, EvidenceFile
from minutes.archive.metadata import metadata_xml
from minutes.archive.package import METADATA, SEALED, SIGNED
from minutes.dispatch.models import Dispatch
from minutes.item.models import Appendix, MinutesItem
from minutes.notice.models import Notice

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from boards.shared.models import StoredFile


def collect(approval: Approval) -> dict[str, bytes]:
    """Return every file of the package by its name (S-06)."""
    files = {
        SIGNED: archived(approval),
        SEALED: kept(approval.sealed),
        "innehall.json": as_json(approval.content),
        "historik.json": as_json(history(approval)),
        "underskrifter.json": as_json([evidence(row) for row in signers(approval)]),
    }
    for one in evidence_files(approval):
        files[evidence_name(one)] = one.file.read()
    for row in appendices(approval):
        if row.document.kept_file is not None:
            files[appendix_name(row)] = row.document.kept_file.read()
    for notice in notices(approval):
        if hasattr(notice, "certificate"):
            files[certificate_name(notice)] = notice.certificate.document.read()
    for dispatch in dispatches(approval):
        files[extract_name(dispatch)] = dispatch.extract.document.read()
    files[METADATA] = metadata_xml(approval, named(approval), files)
    return files


def archived(approval: Approval) -> bytes:
    """Return the signed document with a time stamp over all of it, noted as ours.

    Its signatures can then be checked when their own certificates have run out: level
    B-LTA. What was signed is the beginning of the file, byte for byte.
    """
    signed = kept(approval.document)
    stamped = archive_timestamp(signed, own_authority(), now(), own_stamps())
    issue(stamped, about(approval))
    return stamped


def evidence_files(approval: Approval) -> QuerySet[EvidenceFile]:
    """Return what shows how each signature was given."""
    rows = EvidenceFile.objects.filter(signature__approver__approval=approval)
    return rows.select_related("signature__approver", "file")


def evidence_name(row: EvidenceFile) -> str:
    """Return where a file of evidence lies: a folder for each signature."""
    position = row.signature.approver.position
    return f"bevis/underskrift-{position}-{file_safe(row.name)}"


def kept(file: StoredFile | None) -> bytes:
    """Return the bytes of a file that approved minutes always have."""
    if file is None:
        message = "approved minutes without their document"
        raise LookupError(message)
    return file.read()


def named(approval: Approval) -> dict[str, list[tuple[Any, str]]]:
    """Return the rows the metadata tells about, each with its file's name."""
    return {
        "items": [(row, "") for row in items(approval)],
        "signers": [(row, "") for row in signers(approval)],
        "appendices": [
            (row, appendix_name(row) if row.document.file else "")
            for row in appendices(approval)
        ],
        "notices": [
            (row, certificate_name(row) if hasattr(row, "certificate") else "")
            for row in notices(approval)
        ],
        "dispatches": [(row, extract_name(row)) for row in dispatches(approval)],
    }


def items(approval: Approval) -> QuerySet[MinutesItem]:
    """Return the §§ in order."""
    rows = approval.first.items.select_related("agenda_item__case", "board", "meeting")
    return rows.order_by("number")


def signers(approval: Approval) -> QuerySet[Approver]:
    """Return who signed, with the signatures."""
    return approval.approvers.select_related("signature__revision", "signature__user")


def appendices(approval: Approval) -> QuerySet[Appendix]:
    """Return the bilagor in order."""
    rows = Appendix.objects.filter(item__approval=approval)
    return rows.select_related(
        "item__board", "item__meeting", "document__file", "document__case"
    ).order_by("item__number", "number")


def notices(approval: Approval) -> QuerySet[Notice]:
    """Return the notices with their certificates."""
    rows = approval.notices.select_related("municipality", "certificate__document")
    return rows.order_by("pk")


def dispatches(approval: Approval) -> QuerySet[Dispatch]:
    """Return whom extracts went to."""
    rows = Dispatch.objects.filter(extract__approval=approval)
    return rows.select_related("extract__document", "extract__item__board").order_by(
        "pk"
    )


def appendix_name(row: Appendix) -> str:
    """Return where a bilaga lies: `bilagor/paragraf-12-bilaga-1-rapport.pdf`."""
    plain = file_safe(row.document.file_name or "bilaga")
    return f"bilagor/paragraf-{row.item.number}-bilaga-{row.number}-{plain}"


def certificate_name(notice: Notice) -> str:
    """Return where a bevis om anslag lies."""
    return f"anslag/bevis-{notice.municipality.slug}.pdf"


def extract_name(dispatch: Dispatch) -> str:
    """Return where an extract lies; one per §, however many got it."""
    return f"utdrag/paragraf-{dispatch.extract.item.number}.pdf"


def file_safe(name: str) -> str:
    """Return a name without folders, that every file system takes."""
    return re.sub(r"[^\w.-]+", "-", name.replace("\\", "/").rsplit("/", 1)[-1])[-100:]


def evidence(approver: Approver) -> dict[str, Any]:
    """Return what shows that somebody signed: as what, when, how, over which bytes."""
    signature = approver.signature
    return {
        "name": approver.name,
        "role": approver.role,
        "field": approver.field_name,
        "method": signature.method,
        "signed_at": signature.signed_at.isoformat(),
        "signed_sha256": signature.signed_sha256,
        "revision_sha256": signature.revision.sha256,
        "revision_size": signature.revision.size,
        "evidence": signature.evidence,
    }


def history(approval: Approval) -> list[dict[str, Any]]:
    """Return what was done with the minutes, from the first draft to the archive."""
    found: list[HistoryEvent] = []
    groups: tuple[Iterable[Model], ...] = (
        [approval, approval.meeting],
        items(approval),
        notices(approval),
        dispatches(approval),
    )
    for rows in groups:
        for row in rows:
            found += HistoryEvent.objects.filter(
                model=row._meta.label, object_id=row.pk
            ).select_related("by__person")
    found.sort(key=lambda event: event.pk)
    return [event_row(event) for event in found]


def event_row(event: HistoryEvent) -> dict[str, Any]:
    """Return one event as the file keeps it."""
    return {
        "at": event.at.isoformat(),
        "code": event.code,
        "object": f"{event.model}:{event.object_id}",
        "by": str(event.by) if event.by else None,
        "reason": event.reason,
        "values": event.values,
    }


def as_json(value: object) -> bytes:
    """Return readable JSON that is the same every time."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()
