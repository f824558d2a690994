"""BankID's own signature: the XML verified, and what it says read from what is signed.

The XML comes from outside, whatever the connection: no document type, no entities, no
network, and only the algorithms BankID uses. What is read afterwards is read from the
bytes the signature covers, never from the document around them.
"""

from __future__ import annotations

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from lxml import etree
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError
from signxml import (
    DigestAlgorithm,
    SignatureConfiguration,
    SignatureMethod,
    XMLVerifier,
)
from signxml.exceptions import SignXMLException

DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
TYPES = "{http://www.bankid.com/signature/v1.0.0/types}"
CERTIFICATES = f"{DSIG}KeyInfo/{DSIG}X509Data/{DSIG}X509Certificate"
SIZE_LIMIT = 2 * 1024 * 1024
# How far BankID's clock may be from ours.
SKEW = timedelta(minutes=2)
METHODS = frozenset(
    {
        SignatureMethod.RSA_SHA256,
        SignatureMethod.RSA_SHA384,
        SignatureMethod.RSA_SHA512,
        SignatureMethod.ECDSA_SHA256,
        SignatureMethod.ECDSA_SHA384,
        SignatureMethod.ECDSA_SHA512,
    }
)
DIGESTS = frozenset(
    {DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512}
)
# What libraries raise at XML that is not what it should be: they were not all written
# for documents that mean harm.
BAD_XML = (
    SignXMLException,
    etree.LxmlError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    AssertionError,
)


class BadSignatureError(Exception):
    """The signature does not hold; the message is for our log, and names nobody."""


class Verifier(XMLVerifier):
    """Canonical XML as it should be.

    libxml2 writes `xmlns=""` into a part of a document whose namespace has no prefix,
    as BankID's has none. What is verified is also what is read afterwards.
    """

    excise_empty_xmlns_declarations = True


@dataclass(frozen=True)
class Signed:
    """What somebody signed, and with which certificate."""

    xml: bytes
    visible: str
    hidden: str
    certificate: x509.Certificate
    issuer: x509.Certificate

    @property
    def personal_number(self) -> str:
        """The number in the certificate."""
        return _one_of(self.certificate, NameOID.SERIAL_NUMBER)

    @property
    def name(self) -> str:
        """The name in the certificate."""
        return _one_of(self.certificate, NameOID.COMMON_NAME)


def read(text: str, roots: Sequence[x509.Certificate], moment: datetime) -> Signed:
    """Verify a signature in base64 and return what it covers.

    Raises `BadSignatureError`, for a certificate of another authority as well.
    """
    try:
        xml = b64decode(text, validate=True)
        if b64encode(xml).decode("ascii") != text:
            # The status is bound to these letters: they have to be found again.
            raise BadSignatureError("base64 that cannot be made again")
        document = parsed(xml)
        chain = chain_of(document)
        issuer = issuer_of(chain, roots, moment)
        covered = verified(xml, chain[0], moment)
        return Signed(
            xml=xml,
            visible=only_child(covered, "usrVisibleData"),
            hidden=only_child(covered, "usrNonVisibleData"),
            certificate=chain[0],
            issuer=issuer,
        )
    except BAD_XML as error:
        # Not in its words: they may name the person of the certificate.
        raise BadSignatureError(type(error).__name__) from error


def parsed(xml: bytes) -> Any:
    """Return the document, parsed so that it can do nothing but be read."""
    if len(xml) > SIZE_LIMIT:
        raise BadSignatureError("too large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:
        raise BadSignatureError("a document type")
    if root.tag != f"{DSIG}Signature":
        raise BadSignatureError("no signature")
    return root


def chain_of(document: Any) -> list[x509.Certificate]:
    """Return the certificates that came along, the person's first."""
    found = [
        x509.load_der_x509_certificate(b64decode(one.text))
        for one in document.findall(CERTIFICATES)
    ]
    if not found:
        raise BadSignatureError("no certificate")
    return found


def issuer_of(
    chain: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    moment: datetime,
) -> x509.Certificate:
    """Return who issued the person's certificate, when it leads to the authority.

    Whether it is revoked is another question: the OCSP response answers it.
    """
    person, *others = [in_asn1(one) for one in chain]
    context = ValidationContext(
        trust_roots=[in_asn1(one) for one in roots],
        other_certs=others,
        moment=moment,
        revocation_mode="soft-fail",
        allow_fetching=False,
        time_tolerance=SKEW,
    )
    validator = CertificateValidator(person, validation_context=context)
    try:
        path = asyncio.run(validator.async_validate_path())
    except (ValidationError, PathError) as error:
        kind = type(error).__name__
        raise BadSignatureError(f"not BankID's certificate: {kind}") from error
    usage = person.key_usage_value
    if usage is None or not usage.native & {"digital_signature", "non_repudiation"}:
        raise BadSignatureError("a certificate that may not sign")
    issuer = path.find_issuing_authority(person).certificate
    return x509.load_der_x509_certificate(issuer.dump())


def verified(xml: bytes, person: x509.Certificate, moment: datetime) -> Any:
    """Return the signed data, parsed anew from the bytes the signature covers."""
    expected = SignatureConfiguration(
        location="./",
        expect_references=True,
        signature_methods=METHODS,
        digest_algorithms=DIGESTS,
        verification_time=moment,
    )
    results = Verifier().verify(xml, x509_cert=person, expect_config=expected)
    covered = [
        one.signed_xml
        for one in results
        if one.signed_xml is not None
        and one.signed_xml.tag == f"{TYPES}bankIdSignedData"
    ]
    if len(covered) != 1:
        raise BadSignatureError("the signature does not cover one set of data")
    return covered[0]


def only_child(covered: Any, name: str) -> str:
    """Return the text of a part that may be there once, empty when it is not."""
    found = covered.findall(f"{TYPES}{name}")
    if len(found) > 1:
        raise BadSignatureError(f"{name} more than once")
    return "".join(found[0].itertext()).strip() if found else ""


def in_asn1(certificate: x509.Certificate) -> Any:
    """Return a certificate as the path's validator takes it."""
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def _one_of(certificate: x509.Certificate, kind: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(kind)
    return str(found[0].value) if len(found) == 1 else ""
