"""What BankID left, held against what was asked for: each no of it is final."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from boards.person import identity
from boards.shared.clock import now
from minutes.approval.methods import NotProved, SigningRequest
from minutes.approval.methods.bankid import showing, signature, status

if TYPE_CHECKING:
    from boards.person.models import User

logger = logging.getLogger("justera.bankid")


def signed_text(
    given: Mapping[str, Any], roots: Sequence[x509.Certificate]
) -> signature.Signed:
    """Return what was signed; a final no when the signature does not hold."""
    try:
        return signature.read(str(given.get("signature", "")), roots, now())
    except signature.BadSignatureError as error:
        logger.warning("A BankID signature does not hold: %s", error)
        raise NotProved("bankid.bad_signature", is_final=True) from error


def status_of(
    given: Mapping[str, Any], signed: signature.Signed, since: datetime
) -> status.Status:
    """Return BankID's word that the e-ID was good; a final no when it was not."""
    text, xml = str(given.get("ocspResponse", "")), str(given["signature"])
    try:
        return status.read(text, xml, signed, (since, now()))
    except status.RevokedError as error:
        raise NotProved("bankid.revoked", is_final=True) from error
    except status.BadStatusError as error:
        logger.warning("A BankID status does not hold: %s", error)
        raise NotProved("bankid.bad_status", is_final=True) from error


def check_texts(
    request: SigningRequest, state: Mapping[str, Any], signed: signature.Signed
) -> None:
    """Refuse a signature over anything but what was sent, and what is now shown."""
    hidden = showing.as_sent(showing.hidden_text(request))
    if (signed.visible, signed.hidden) != (state["visible"], hidden):
        raise NotProved("sign.document_changed", is_final=True)


def check_person(
    user: User, given: Mapping[str, Any], signed: signature.Signed
) -> None:
    """Refuse anybody but the signer: the number in the certificate decides."""
    person = user.person
    if person is None or not identity.is_known(person):
        raise NotProved("sign.identity_unknown", is_final=True)
    number = signed.personal_number
    is_one = number == str(given.get("user", {}).get("personalNumber", ""))
    if not is_one or not identity.is_same(person, number):
        raise NotProved("sign.wrong_person", is_final=True)


def found_out(
    state: Mapping[str, Any],
    given: Mapping[str, Any],
    signed: signature.Signed,
    said: status.Status,
) -> dict[str, Any]:
    """Return what is kept in words; the personal number is not among it."""
    certificate = signed.certificate
    return {
        "order": state["order"],
        "name": signed.name,
        "issuer": certificate.issuer.rfc4514_string(),
        "certificate_sha256": certificate.fingerprint(hashes.SHA256()).hex(),
        "policies": policies_of(certificate),
        "bankid_issued_on": str(given.get("bankIdIssueDate", "")),
        "device_address": str(given.get("device", {}).get("ipAddress", "")),
        "status_given_at": said.produced_at.isoformat(),
        "signature_sha256": hashlib.sha256(signed.xml).hexdigest(),
        "status_sha256": hashlib.sha256(said.der).hexdigest(),
    }


def policies_of(certificate: x509.Certificate) -> list[str]:
    """Return under which policies the e-ID was issued: on file, card or telephone."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.CertificatePolicies)
    except x509.ExtensionNotFound:
        return []
    return [one.policy_identifier.dotted_string for one in found.value]
