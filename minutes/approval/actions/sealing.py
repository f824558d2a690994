"""Making the PDF of frozen minutes, and asking the signers to read and sign it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.enums import OutboxState
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import issue
from boards.shared.models import OutboxMessage
from boards.shared.outbox import GiveUp, enqueue, try_again
from boards.shared.paper.appendices import AppendixError
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.store import from_json
from boards.shared.refusals import Refusal, Refused
from minutes.approval.enums import ApprovalState
from minutes.approval.issuing import about
from minutes.approval.models import Approval
from minutes.approval.queries import sealing_of
from minutes.pdf.attached import attached
from minutes.pdf.documents import files_of

if TYPE_CHECKING:
    from boards.person.models import User


@transaction.atomic
def seal(*, approval: Approval) -> Approval:
    """Make the PDF with empty signature fields, and mail every signer (P-08).

    Does nothing when it is made, or when the minutes were sent back meanwhile.
    """
    approval = Approval.objects.lock(approval.pk)
    if approval.sealed_id or approval.state != ApprovalState.FROZEN:
        return approval
    document = from_json(approval.content)
    try:
        pdf = render_pdf(document, files_of(document), attached(document))
    except AppendixError as error:
        # The bytes of an appendix do not get better by waiting.
        raise GiveUp(str(error)) from error
    approval.sealed = approval.document = store_file(pdf, "application/pdf")
    approval.save(update_fields=["sealed", "document"])
    issue(pdf, about(approval))
    record(approval, "approval.sealed", by=None, sha256=approval.sealed.sha256)
    for approver in approval.approvers.exclude(person__email=""):
        enqueue("approval.ask_signer", approver)
    return approval


@transaction.atomic
def retry_seal(*, approval: Approval, by: User | None) -> OutboxMessage:
    """Try once more to make a PDF that failed for good."""
    require(by, "approval.freeze", approval)
    row = sealing_of(approval)
    if row is None or row.state != OutboxState.FAILED:
        raise Refused([Refusal("seal.not_failed")])
    record(approval, "approval.seal_retried", by=by)
    try_again(row)
    return row
