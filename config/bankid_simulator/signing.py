"""The signature a person leaves: BankID's XML and the statement that the e-ID is good.

The XML is written in its canonical form from the start, so that its parts can be
hashed as they stand: the verifier's library is not used here. `spoil` names a way in
which it comes out wrong, for tests and for whoever wants to see a no.
"""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.x509 import ocsp

from config.bankid_simulator.authority import Authority, Pair
from config.bankid_simulator.people import TestPerson

DSIG = "http://www.w3.org/2000/09/xmldsig#"
TYPES = "http://www.bankid.com/signature/v1.0.0/types"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
HOUR = timedelta(hours=1)

SPOILS: Mapping[str, str] = {
    "": "allt stämmer",
    "bad_signature": "underskriften är förvanskad",
    "changed_text": "texten ändrad efter underskriften",
    "wrapped_text": "en annan text smusslad in bredvid den underskrivna",
    "other_text": "en annan text underskriven",
    "other_hash": "en annan kontrollsumma underskriven",
    "entities": "XML med dokumenttyp och entiteter",
    "foreign_user": "e-legitimation från någon annans utfärdare",
    "expired_user": "e-legitimation som har gått ut",
    "other_number": "svarets personnummer är ett annat än certifikatets",
    "revoked": "e-legitimationen är återkallad",
    "unknown_status": "utfärdaren känner inte e-legitimationen",
    "unsigned_status": "beskedet om giltighet är förvanskat",
    "foreign_status": "beskedet om giltighet är någon annans",
    "other_nonce": "beskedet gäller en annan underskrift",
    "old_status": "beskedet om giltighet är gammalt",
    "no_status": "inget besked om giltighet",
}


@dataclass(frozen=True)
class Made:
    """What goes into `completionData`, both in base64."""

    signature: str
    status: str


def b64(content: bytes) -> str:
    """Return bytes in base64."""
    return b64encode(content).decode("ascii")


def make(
    authority: Authority,
    person: TestPerson,
    texts: tuple[str, str],
    spoil: str = "",
) -> Made:
    """Return what BankID gives for a person who signed visible and hidden text."""
    issuer = Authority.foreign() if spoil == "foreign_user" else authority
    pair = issuer.person(person.number, person.name, expired=spoil == "expired_user")
    visible, hidden = texts
    if spoil == "other_text":
        visible = b64("Jag lånar ut en miljon kronor.".encode())
    if spoil == "other_hash":
        hidden = b64(b'{"algorithm":"SHA-256","hash":"00","reference":""}')
    xml = signature_xml(pair, issuer.bank, visible, hidden)
    signature = b64(spoilt(xml, visible, spoil).encode())
    return Made(signature, status_of(issuer, pair, signature, spoil))


def signature_xml(pair: Pair, bank: Pair, visible: str, hidden: str) -> str:
    """Return the signature; every part stands in its canonical form."""
    data, keys = signed_data(visible, hidden), key_info(pair, bank)
    info = signed_info(data, keys)
    value = pair.key.sign(info.encode(), padding.PKCS1v15(), hashes.SHA256())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        f'<Signature xmlns="{DSIG}">{info}'
        f"<SignatureValue>{b64(value)}</SignatureValue>"
        f"{keys}<Object>{data}</Object></Signature>"
    )


def signed_data(visible: str, hidden: str) -> str:
    """Return what is signed, with what the app says of itself."""
    server = b64(b"cn=Justera,name=Justera,serialNumber=0000000000,o=Testbanken,c=SE")
    return (
        f'<bankIdSignedData xmlns="{TYPES}" Id="bidSignedData">'
        f'<usrVisibleData charset="UTF-8" visible="wysiwys">{visible}</usrVisibleData>'
        f"<usrNonVisibleData>{hidden}</usrNonVisibleData>"
        f"<srvInfo><name>{server}</name><nonce>{b64(os.urandom(20))}</nonce>"
        f"<displayName>{b64(b'Justera')}</displayName></srvInfo>"
        f"<clientInfo><funcId>Signing</funcId><version>{b64(b'7.99.0')}</version>"
        f"<env><ai><type>{b64(b'SIMULATOR')}</type></ai></env></clientInfo>"
        "</bankIdSignedData>"
    )


def key_info(pair: Pair, bank: Pair) -> str:
    """Return the person's certificate and its issuer's."""
    der = serialization.Encoding.DER
    found = "".join(
        f"<X509Certificate>{b64(one.certificate.public_bytes(der))}</X509Certificate>"
        for one in (pair, bank)
    )
    data = f"<X509Data>{found}</X509Data>"
    return f'<KeyInfo xmlns="{DSIG}" Id="bidKeyInfo">{data}</KeyInfo>'


def signed_info(data: str, keys: str) -> str:
    """Return what the key signs: the hashes of the text and of the certificates."""
    return (
        f'<SignedInfo xmlns="{DSIG}">'
        f'<CanonicalizationMethod Algorithm="{C14N}"></CanonicalizationMethod>'
        f'<SignatureMethod Algorithm="{RSA_SHA256}"></SignatureMethod>'
        f'<Reference Type="{TYPES}" URI="#bidSignedData">{hashed(data)}</Reference>'
        f'<Reference URI="#bidKeyInfo">{hashed(keys)}</Reference>'
        "</SignedInfo>"
    )


def hashed(part: str) -> str:
    """Return a part's transform and hash."""
    digest = b64(hashlib.sha256(part.encode()).digest())
    return (
        f'<Transforms><Transform Algorithm="{C14N}"></Transform></Transforms>'
        f'<DigestMethod Algorithm="{SHA256}"></DigestMethod>'
        f"<DigestValue>{digest}</DigestValue>"
    )


def spoilt(xml: str, visible: str, spoil: str) -> str:
    """Return the signature, changed after it was made where that is asked for."""
    other = b64("Något annat.".encode())
    if spoil == "bad_signature":
        head, mark, tail = xml.partition("<SignatureValue>")
        return head + mark + ("B" if tail[0] == "A" else "A") + tail[1:]
    if spoil == "changed_text":
        return xml.replace(visible, other)
    if spoil == "wrapped_text":
        lure = f'<bankIdSignedData xmlns="{TYPES}"><usrVisibleData>{visible}'
        lure += "</usrVisibleData></bankIdSignedData>"
        return xml.replace("<Object>", f"<Object>{lure}</Object><Object>", 1)
    if spoil == "entities":
        kind = '<!DOCTYPE Signature [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        return xml.replace("?>", "?>" + kind, 1)
    return xml


def status_of(authority: Authority, pair: Pair, signature: str, spoil: str) -> str:
    """Return the OCSP response, bound to the signature by its nonce."""
    if spoil == "no_status":
        return ""
    who = Authority.foreign().responder if spoil == "foreign_status" else None
    responder = who or authority.responder
    moment = datetime.now(UTC).replace(microsecond=0)
    moment -= 48 * HOUR if spoil == "old_status" else timedelta()
    said = "another" if spoil == "other_nonce" else signature
    # The documentation: SHA-1 of the signature in base64, and twelve random bytes.
    nonce = hashlib.sha1(said.encode()).digest() + os.urandom(12)  # noqa: S324  BankID's
    status = {
        "revoked": ocsp.OCSPCertStatus.REVOKED,
        "unknown_status": ocsp.OCSPCertStatus.UNKNOWN,
    }.get(spoil, ocsp.OCSPCertStatus.GOOD)
    is_revoked = status == ocsp.OCSPCertStatus.REVOKED
    response = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=pair.certificate,
            issuer=authority.bank.certificate,
            algorithm=hashes.SHA1(),  # noqa: S303  names the issuer, protects nothing
            cert_status=status,
            this_update=moment,
            next_update=moment + HOUR,
            revocation_time=moment - HOUR if is_revoked else None,
            revocation_reason=x509.ReasonFlags.key_compromise if is_revoked else None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, responder.certificate)
        .certificates([responder.certificate])
        .add_extension(x509.OCSPNonce(nonce), critical=False)
        .sign(responder.key, hashes.SHA256())
    )
    der = response.public_bytes(serialization.Encoding.DER)
    if spoil == "unsigned_status":
        value = response.signature
        der = der.replace(value, bytes([value[0] ^ 1]) + value[1:])
    return b64(der)
