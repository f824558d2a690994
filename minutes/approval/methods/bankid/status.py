"""BankID's word that the e-ID was good when it signed: an OCSP response (RFC 6960)."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from minutes.approval.methods.bankid.signature import SKEW, Signed

HASHES = (hashes.SHA256, hashes.SHA384, hashes.SHA512)


class BadStatusError(Exception):
    """The response does not hold, or is about something else."""


class RevokedError(Exception):
    """The e-ID was revoked when it signed."""


@dataclass(frozen=True)
class Status:
    """A response that holds: when it was given, and the bytes to keep."""

    der: bytes
    produced_at: datetime


def read(
    text: str, signature: str, signed: Signed, between: tuple[datetime, datetime]
) -> Status:
    """Verify a response in base64: who gave it, for what, when, and that it is good.

    `signature` is BankID's signature in base64: the response's nonce begins with its
    hash. Raises `RevokedError` or `BadStatusError`.
    """
    try:
        der = b64decode(text, validate=True)
        response = ocsp.load_der_ocsp_response(der)
        if response.response_status != ocsp.OCSPResponseStatus.SUCCESSFUL:
            raise BadStatusError("no answer")
        check_subject(response, signed)
        check_responder(response, signed.issuer)
        check_time(response, between)
        check_nonce(response, signature)
        check_good(response)
    except (ValueError, TypeError, x509.ExtensionNotFound) as error:
        raise BadStatusError(f"{type(error).__name__}: {error}") from error
    return Status(der, response.produced_at_utc)


def check_subject(response: ocsp.OCSPResponse, signed: Signed) -> None:
    """Refuse a response about another certificate."""
    asked = (
        ocsp.OCSPRequestBuilder()
        .add_certificate(signed.certificate, signed.issuer, response.hash_algorithm)
        .build()
    )
    for name in ("serial_number", "issuer_name_hash", "issuer_key_hash"):
        if getattr(asked, name) != getattr(response, name):
            raise BadStatusError(f"another {name}")


def check_responder(response: ocsp.OCSPResponse, issuer: x509.Certificate) -> None:
    """Refuse what neither the issuer signed, nor somebody it lets answer for it.

    Whether the responder itself is revoked is not asked: RFC 6960 4.2.2.2.1 leaves
    that to us, and its certificate lives for a short time only.
    """
    if not isinstance(response.signature_hash_algorithm, HASHES):
        raise BadStatusError("a hash that is too weak")
    for one in (*response.certificates, issuer):
        if is_signed_by(response, one) and may_answer(
            one, issuer, response.produced_at_utc
        ):
            return
    raise BadStatusError("signed by nobody who may")


def is_signed_by(response: ocsp.OCSPResponse, one: x509.Certificate) -> bool:
    """Say whether a certificate's key signed the response."""
    key, chosen = one.public_key(), response.signature_hash_algorithm
    assert chosen is not None  # noqa: S101  asked by the caller
    signature, said = response.signature, response.tbs_response_bytes
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, said, padding.PKCS1v15(), chosen)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, said, ec.ECDSA(chosen))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def may_answer(
    one: x509.Certificate, issuer: x509.Certificate, moment: datetime
) -> bool:
    """Say whether a certificate is the issuer's, or one it issued for answering."""
    if one == issuer:
        return True
    try:
        one.verify_directly_issued_by(issuer)
        usage = one.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (InvalidSignature, ValueError, TypeError, x509.ExtensionNotFound):
        return False
    is_valid = one.not_valid_before_utc <= moment <= one.not_valid_after_utc
    return is_valid and ExtendedKeyUsageOID.OCSP_SIGNING in usage


def check_time(response: ocsp.OCSPResponse, between: tuple[datetime, datetime]) -> None:
    """Refuse a response that was not given during this signing."""
    first, last = between[0] - SKEW, between[1] + SKEW
    if not first <= response.produced_at_utc <= last:
        raise BadStatusError("given at another time")
    until = response.next_update_utc
    if response.this_update_utc > last or (until is not None and until < first):
        raise BadStatusError("valid at another time")


def check_nonce(response: ocsp.OCSPResponse, signature: str) -> None:
    """Refuse a response to another signature.

    BankID's nonce is the SHA-1 of the signature in base64, then twelve random bytes.
    """
    found = response.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
    digest = hashlib.sha1(signature.encode(), usedforsecurity=False).digest()
    if not hmac.compare_digest(found[: len(digest)], digest):
        raise BadStatusError("another nonce")


def check_good(response: ocsp.OCSPResponse) -> None:
    """Refuse what is revoked, or unknown to its issuer."""
    if response.certificate_status == ocsp.OCSPCertStatus.REVOKED:
        raise RevokedError
    if response.certificate_status != ocsp.OCSPCertStatus.GOOD:
        raise BadStatusError("unknown to its issuer")
