"""Whether every signature in approved minutes still holds (KL 5:69; S-05, R-06)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from boards.integrity.checks import Fault, Looked, pieces
from boards.shared.seal.authority import Authority
from boards.shared.seal.pades import SealError, untouched, verify_pdf
from boards.shared.seal.reports import SignatureReport
from boards.shared.seal.setup import own_authority, own_stamps
from boards.shared.seal.stamping import StampService
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval, Signature

# A signed document is some megabytes: these many rows, one document at a time.
ROWS = 50


def look_at_signatures(looked: Looked) -> Iterator[Fault]:
    """Check each signed document anew, and that its signatures are those recorded."""
    authority, service = own_authority(), own_stamps()
    rows = Approval.objects.filter(
        state=ApprovalState.APPROVED, document__isnull=False, migrated_from=""
    ).select_related("meeting__board", "document", "sealed")
    for some in pieces(rows, ROWS):
        for approval in some:
            looked["documents"] += 1
            yield from document_faults(approval, authority, service, looked)


def document_faults(
    approval: Approval,
    authority: Authority,
    service: StampService | None,
    looked: Looked,
) -> Iterator[Fault]:
    """Compare one signed document with what is recorded of it."""
    where = name_of(approval)
    try:
        pdf = approval.document.read()
        reports = verify_pdf(pdf, authority, service)
    except (OSError, SealError) as error:
        yield Fault(where, "integrity.minutes_unreadable", {"error": error})
        return
    looked["signatures"] += len(reports)
    if not untouched(reports):
        wrong = ", ".join(one.signer for one in reports if not one.valid)
        code = "signature_broken" if wrong else "minutes_changed"
        yield Fault(where, f"integrity.{code}", {"signers": wrong})
    if approval.sealed is not None and not begins_with(pdf, approval):
        yield Fault(where, "integrity.minutes_replaced")
    yield from record_faults(where, approval, pdf, reports)


def record_faults(
    where: str, approval: Approval, pdf: bytes, reports: list[SignatureReport]
) -> Iterator[Fault]:
    """Compare what each signature made with the beginning of the document."""
    there = {hashlib.sha256(pdf[: one.length]).hexdigest() for one in reports}
    rows = Signature.objects.filter(approver__approval=approval)
    recorded = dict(rows.values_list("revision__sha256", "approver__name"))
    missing = [name for sha256, name in recorded.items() if sha256 not in there]
    if missing:
        values = {"signers": ", ".join(missing)}
        yield Fault(where, "integrity.signature_missing", values)
    if len(there) > len(recorded):
        yield Fault(where, "integrity.signature_unrecorded")


def begins_with(pdf: bytes, approval: Approval) -> bool:
    """Say whether a document begins with the bytes that were given to be signed."""
    size = approval.sealed.size
    return hashlib.sha256(pdf[:size]).hexdigest() == approval.sealed.sha256


def name_of(approval: Approval) -> str:
    """Return what people call the minutes: board, day, §§."""
    meeting = approval.meeting
    return f"{meeting.board} {meeting.held_on} §§ {approval.items_label}"
