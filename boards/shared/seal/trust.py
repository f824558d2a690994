"""What a signature is checked against: whom we trust, and what was known then."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from asn1crypto import crl, ocsp
from cryptography.hazmat.primitives import serialization
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import ValidationContext

from boards.shared.seal.authority import Authority
from boards.shared.seal.revocation import revocation_list
from boards.shared.seal.stamping import StampService, asn1_certificate


@dataclass(frozen=True, slots=True)
class Known:
    """Certificates and revocation as one document carries them (its DSS)."""

    certificates: tuple[Any, ...] = ()
    crls: tuple[Any, ...] = ()
    ocsps: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Trust:
    """The roots that count: the installation's, and its time stamp authority's."""

    authority: Authority | None = None
    service: StampService | None = None
    known: Known = field(default_factory=Known)

    def context(self, at: datetime | None, *, complete: bool) -> ValidationContext:
        """Return the context of a check, offline, as of a moment.

        `complete`: every certificate needs its revocation in the document.
        """
        return ValidationContext(
            trust_roots=roots(self.authority, self.service),
            other_certs=list(self.known.certificates),
            crls=list(self.known.crls),
            ocsps=list(self.known.ocsps),
            moment=at,
            best_signature_time=at,
            allow_fetching=False,
            revocation_mode="require" if complete else "soft-fail",
        )


def signing_context(
    authority: Authority, service: StampService | None, at: datetime
) -> ValidationContext:
    """Return what goes into the document with a signature made at that moment."""
    own = revocation_list(authority, at).public_bytes(serialization.Encoding.DER)
    return stamping_context(authority, service, at, crl.CertificateList.load(own))


def stamping_context(
    authority: Authority, service: StampService | None, at: datetime, *crls: Any
) -> ValidationContext:
    """Return what goes into the document with a time stamp made at that moment.

    The revocation of a time stamp service's certificate is fetched from its own
    authority; the installation's own stamps stand for themselves.
    """
    now: dict[str, Any] = {"allow_fetching": True} if service else {"moment": at}
    return ValidationContext(
        trust_roots=roots(authority, service),
        crls=list(crls),
        revocation_mode="soft-fail" if service else "require",
        **now,
    )


def roots(authority: Authority | None, service: StampService | None) -> list[Any]:
    """Return the certificates everything has to go back to."""
    others = service.roots if service else ()
    own = authority.trusted if authority else ()
    return [asn1_certificate(one) for one in (*own, *others)]


def known_in(reader: Any) -> Known:
    """Return what the document itself carries for its checking."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return Known()
    return Known(
        tuple(store.load_certs()),
        tuple(crl.CertificateList.load(_bytes(one)) for one in store.crls),
        tuple(ocsp.OCSPResponse.load(_bytes(one)) for one in store.ocsps),
    )


def _bytes(reference: Any) -> bytes:
    return bytes(reference.get_object().data)
