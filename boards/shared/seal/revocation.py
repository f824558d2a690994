"""What the signing authority has revoked, and the list it makes of it (RFC 5280, 5)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from boards.shared.seal.certificates import issuers_identifier

if TYPE_CHECKING:
    from boards.shared.seal.authority import Authority


# Shorter than a signer's certificate lives: the last list of a document then says that
# the certificate held while it could still be used, which strict readers ask for.
LIST_LIFETIME = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Revocation:
    """A certificate that holds no longer, from a moment."""

    serial: int
    at: datetime


def revocation_list(
    authority: Authority, at: datetime
) -> x509.CertificateRevocationList:
    """Return the authority's list of what was revoked by that moment."""
    authority.refuse_unless_in_force(at)
    moment = at.astimezone(UTC).replace(microsecond=0)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority.certificate.subject)
        .last_update(moment)
        .next_update(moment + LIST_LIFETIME)
        .add_extension(issuers_identifier(authority.certificate), critical=False)
        .add_extension(x509.CRLNumber(int(moment.timestamp())), critical=False)
    )
    for row in authority.revoked:
        if row.at <= at:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder(row.serial, row.at).build()
            )
    return builder.sign(authority.key, hashes.SHA256())


def read_revocations(file: Path) -> tuple[Revocation, ...]:
    """Return what the file says was revoked: `[{"serial": "0a1b…", "at": "…Z"}]`."""
    if not file.exists():
        return ()
    rows = json.loads(file.read_text())
    return tuple(
        Revocation(int(row["serial"], 16), datetime.fromisoformat(row["at"]))
        for row in rows
    )


def revoke(file: Path, serial: int, at: datetime) -> None:
    """Write down that a certificate holds no longer from that moment."""
    rows = json.loads(file.read_text()) if file.exists() else []
    rows.append({"serial": f"{serial:x}", "at": at.astimezone(UTC).isoformat()})
    new = file.with_suffix(".new")
    new.write_text(json.dumps(rows, indent=2))
    new.replace(file)
