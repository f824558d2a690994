"""What is kept beside a signature: plain files, for those who have to prove it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from boards.membership.models import Membership
from boards.shared.clock import today
from boards.shared.files import store_file
from boards.shared.seal.evidence import Evidence
from minutes.approval.enums import EvidenceKind
from minutes.approval.methods import EvidenceItem
from minutes.approval.models import EvidenceFile, Signature

if TYPE_CHECKING:
    from minutes.approval.models import Approval, Approver

MANDATE_FILE = "uppdrag.json"


def keep_evidence(signature: Signature, files: Iterable[EvidenceItem]) -> None:
    """Keep the files of a signature, with who the signer was that day."""
    mandate = json.dumps(mandate_of(signature), ensure_ascii=False, indent=2)
    own = EvidenceItem(
        EvidenceKind.MANDATE, MANDATE_FILE, "application/json", mandate.encode()
    )
    for item in (own, *files):
        EvidenceFile.objects.create(
            signature=signature,
            kind=item.kind,
            name=item.name,
            file=store_file(item.content, item.media_type),
        )


def files_of_seal(evidence: Evidence) -> list[EvidenceItem]:
    """Return what the seal leaves: the check at signing time, and what it rests on."""
    kind = EvidenceKind
    lists = [*evidence.crls, *evidence.ocsps]
    return [
        EvidenceItem(
            kind.VALIDATION, "kontroll.json", "application/json", evidence.validation
        ),
        EvidenceItem(
            kind.CERTIFICATES,
            "certifikat.pem",
            "application/x-pem-file",
            evidence.certificates,
        ),
        EvidenceItem(
            kind.TIMESTAMP,
            "tidsstampel.der",
            "application/timestamp-token",
            evidence.timestamp,
        ),
        *(
            EvidenceItem(
                kind.REVOCATION, f"sparr-{number}.der", "application/pkix-crl", der
            )
            for number, der in enumerate(lists, 1)
        ),
    ]


def mandate_of(signature: Signature) -> dict[str, Any]:
    """Return which person signed in which role, by which uppdrag, on which day."""
    approver = signature.approver
    day = today()
    return {
        "person": {"id": approver.person_id, "name": approver.person.name},
        "account": signature.user.get_username(),
        "signs_as": approver.role,
        "printed_as": approver.name,
        "field": approver.field_name,
        "board": approver.board.name,
        "meeting": approver.approval.meeting.held_on.isoformat(),
        "day": day.isoformat(),
        "method": signature.method,
        "level_of_assurance": signature.level,
        "identity_provider": signature.identity_provider,
        "shown_sha256": signature.signed_sha256,
        "signed_at": signature.signed_at.isoformat(),
        "uppdrag": uppdrag_of(approver),
    }


def uppdrag_of(approver: Approver) -> list[dict[str, Any]]:
    """Return the signer's uppdrag in the board on the day they signed."""
    rows = Membership.objects.serving_on(today()).filter(
        board=approver.board, person_id=approver.person_id
    )
    return [
        {
            "id": row.pk,
            "role": row.role,
            "party": row.party_label,
            "from": row.valid_from.isoformat(),
            "to": row.valid_to.isoformat() if row.valid_to else None,
            "elected_in": row.decision,
        }
        for row in rows.select_related("party").order_by("pk")
    ]


def evidence_archive(approval: Approval) -> bytes:
    """Return the document, and each signature's files in a folder of its own."""
    target = BytesIO()
    rows = EvidenceFile.objects.filter(signature__approver__approval=approval)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        if approval.document:
            archive.writestr("protokoll.pdf", approval.document.read())
        for row in rows.select_related("signature__approver", "file"):
            folder = f"underskrift-{row.signature.approver.position}"
            archive.writestr(f"{folder}/{row.name}", row.file.read())
    return target.getvalue()
