"""What was issued before anything was noted: noted once, after an upgrade."""

from __future__ import annotations

from collections.abc import Iterator

from boards.shared.issued.actions import About, issue
from boards.shared.issued.models import IssuedDocument
from boards.shared.models import StoredFile
from minutes.approval.issuing import about as about_minutes
from minutes.approval.models import Approval, Signature
from minutes.dispatch.attesting import about as about_extract
from minutes.dispatch.models import Extract
from minutes.meeting.actions.summons import about as about_summons
from minutes.meeting.models import Summons
from minutes.notice.actions import about_certificate
from minutes.notice.models import PostingCertificate


def note_earlier() -> int:
    """Note every PDF of minutes, extracts, summonses and certificates; return how many.

    What is noted stays as it was: this may run any number of times.
    """
    known = set(IssuedDocument.objects.values_list("sha256", flat=True))
    count = 0
    for stored, about in earlier():
        if stored.sha256 not in known:
            issue(stored.read(), about)
            known.add(stored.sha256)
            count += 1
    return count


def earlier() -> Iterator[tuple[StoredFile, About]]:
    """Return the stored PDFs with what is told of each."""
    approvals = Approval.objects.select_related("meeting__board", "sealed")
    for approval in approvals.filter(sealed__isnull=False):
        yield approval.sealed, about_minutes(approval, 0)
        signatures = Signature.objects.filter(approver__approval=approval)
        for count, row in enumerate(signatures.select_related("revision"), 1):
            yield row.revision, about_minutes(approval, count)
    for extract in Extract.objects.select_related("document", "item", "approval"):
        yield extract.document, about_extract(extract, None)
    for summons in Summons.objects.select_related("document", "meeting__board"):
        yield summons.document, about_summons(summons)
    for certificate in PostingCertificate.objects.select_related("document", "notice"):
        yield certificate.document, about_certificate(certificate)
