"""A proof as it lies on its attempt, between the two steps of a signing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from boards.board.enums import Assurance
from boards.shared.files import store_file
from boards.shared.models import StoredFile
from minutes.approval.enums import EvidenceKind
from minutes.approval.methods import EvidenceItem, Proof
from minutes.approval.models import SigningAttempt


def pack(proof: Proof) -> dict[str, Any]:
    """Return a proof as JSON; its files are stored under their own hashes."""
    files = [
        {
            "kind": item.kind,
            "name": item.name,
            "media_type": item.media_type,
            "sha256": store_file(item.content, item.media_type).sha256,
        }
        for item in proof.files
    ]
    return {
        "method": proof.method,
        "user_id": proof.user_id,
        "shown_sha256": proof.shown_sha256,
        "level": int(proof.level),
        "identity_provider": proof.identity_provider,
        "authenticated_at": proof.authenticated_at.isoformat(),
        "evidence": dict(proof.evidence),
        "files": files,
    }


def unpack(attempt: SigningAttempt) -> Proof:
    """Return the proof that `pack` kept, as of the moment it was given."""
    kept = attempt.proof
    stored = StoredFile.objects.in_bulk(
        [row["sha256"] for row in kept["files"]], field_name="sha256"
    )
    files = tuple(
        EvidenceItem(
            EvidenceKind(row["kind"]),
            row["name"],
            row["media_type"],
            stored[row["sha256"]].read(),
        )
        for row in kept["files"]
    )
    return Proof(
        method=kept["method"],
        user_id=kept["user_id"],
        shown_sha256=kept["shown_sha256"],
        authenticated_at=datetime.fromisoformat(kept["authenticated_at"]),
        level=Assurance(kept["level"]),
        identity_provider=kept["identity_provider"],
        evidence=kept["evidence"],
        files=files,
        given_at=attempt.proved_at,
    )
