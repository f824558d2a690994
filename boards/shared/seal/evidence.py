"""What is kept beside a signature: everything needed to check it without us."""

import json
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.reader import PdfFileReader

from boards.shared.clock import now
from boards.shared.seal.errors import TimestampUnavailable
from boards.shared.seal.reports import SignatureReport
from boards.shared.seal.trust import Trust, known_in
from boards.shared.seal.verification import opened, report, signed_length


@dataclass(frozen=True, slots=True)
class Evidence:
    """The report at the moment of signing, and what it rests on, as plain files.

    `certificates` is PEM, the signer's first; `crls`, `ocsps` and `timestamp` are DER.
    """

    report: SignatureReport
    certificates: bytes
    crls: tuple[bytes, ...]
    ocsps: tuple[bytes, ...]
    timestamp: bytes

    @property
    def validation(self) -> bytes:
        """Return the report as a JSON file."""
        return json.dumps(self.report.as_json(), ensure_ascii=False, indent=2).encode()


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed PDF, and the evidence of its last signature."""

    pdf: bytes = field(repr=False)
    evidence: Evidence = field(repr=False)


def evidence_of(pdf: bytes, field: str, trust: Trust) -> Evidence:
    """Return the evidence of one signature, read from the file as others will read it.

    Raises `TimestampUnavailable` when it holds no time stamp that counts.
    """
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    known = known_in(reader)
    trust = Trust(trust.authority, trust.service, known)
    one = next(
        found
        for found in reader.embedded_regular_signatures
        if found.field_name == field and signed_length(found) == len(pdf)
    )
    found = report(one, opened(reader, len(pdf), trust, now()))
    if found.timestamp is None:
        raise TimestampUnavailable("the time stamp is not one that counts")
    own = one.signer_cert.dump()
    others = [der for one in known.certificates if (der := one.dump()) != own]
    return Evidence(
        report=found,
        certificates=b"".join(_pem(der) for der in (own, *others)),
        crls=tuple(one.dump() for one in known.crls),
        ocsps=tuple(one.dump() for one in known.ocsps),
        timestamp=token_of(one),
    )


def token_of(one: Any) -> bytes:
    """Return the time stamp of a signature as it came from its authority."""
    for attribute in one.signer_info["unsigned_attrs"]:
        if attribute["type"].native == "signature_time_stamp_token":
            token = attribute["values"][0]
            return bytes(cms.ContentInfo.load(token.dump()).dump())
    return b""


def _pem(der: bytes) -> bytes:
    certificate = x509.load_der_x509_certificate(der)
    return certificate.public_bytes(serialization.Encoding.PEM)
