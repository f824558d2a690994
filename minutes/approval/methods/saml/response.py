"""The provider's answer opened: one assertion, read from the bytes that are signed.

A signature says something of the bytes it covers and nothing of the document around
them. The answer may hold one assertion; it is cut out, verified alone, and what the
signature covers is what everything else is read from.
"""

from __future__ import annotations

import logging
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from lxml import etree
from signxml import (
    DigestAlgorithm,
    SignatureConfiguration,
    SignatureMethod,
    XMLVerifier,
)
from signxml.exceptions import SignXMLException

from boards.shared.clock import now
from minutes.approval.methods import NotProved
from minutes.approval.methods.saml.configuration import Own, Provider
from minutes.approval.methods.saml.decryption import NotDecrypted, decrypted
from minutes.approval.methods.saml.xml import ForbiddenXML, name, parsed

logger = logging.getLogger("justera.saml")

SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
METHODS = frozenset(
    {
        SignatureMethod.RSA_SHA256,
        SignatureMethod.RSA_SHA384,
        SignatureMethod.RSA_SHA512,
        SignatureMethod.SHA256_RSA_MGF1,
        SignatureMethod.SHA384_RSA_MGF1,
        SignatureMethod.SHA512_RSA_MGF1,
        SignatureMethod.ECDSA_SHA256,
        SignatureMethod.ECDSA_SHA384,
        SignatureMethod.ECDSA_SHA512,
    }
)
DIGESTS = frozenset(
    {DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512}
)
# SAML 2.0 Core 5.4.4: these transforms and no other.
TRANSFORMS = {
    "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    "http://www.w3.org/2001/10/xml-exc-c14n#",
}
# What libraries raise at XML that means harm.
BAD_XML = (
    SignXMLException,
    etree.LxmlError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    AssertionError,
)


@dataclass(frozen=True)
class Opened:
    """The answer as received, its assertion as XML, and what of it is signed."""

    xml: bytes
    response: Any
    assertion_xml: bytes
    assertion: Any


def opened(text: str, own: Own, provider: Provider) -> Opened:
    """Return the answer with its assertion verified; a final no otherwise."""
    xml, response = read(text)
    given = response.findall(name("saml:Assertion"))
    hidden = response.findall(name("saml:EncryptedAssertion"))
    tags = name("saml:Assertion"), name("saml:EncryptedAssertion")
    if status_of(response) != SUCCESS:
        raise no("federation.declined")
    if len(given) + len(hidden) != 1 or len(list(response.iter(*tags))) != 1:
        raise no("saml.ambiguous")
    if response.find(name("ds:Signature")) is not None:
        verified(etree.tostring(response), "samlp:Response", provider.certificates)
    assertion_xml = (
        decrypted_xml(hidden[0], own)
        if hidden
        else etree.tostring(given[0], with_tail=False)
    )
    signed = verified(assertion_xml, "saml:Assertion", provider.certificates)
    return Opened(xml, response, assertion_xml, signed)


def read(text: str) -> tuple[bytes, Any]:
    """Return the answer's bytes and its root."""
    try:
        xml = b64decode("".join(text.split()), validate=True)
        response = parsed(xml)
    except ForbiddenXML as error:
        raise no("saml.forbidden_xml") from error
    except (etree.LxmlError, ValueError) as error:
        raise no("federation.bad_answer") from error
    if response.tag != name("samlp:Response") or response.get("Version") != "2.0":
        raise no("federation.bad_answer")
    return xml, response


def status_of(response: Any) -> str:
    """Return whether the person was authenticated, as a code of SAML's."""
    code = response.find(f"{name('samlp:Status')}/{name('samlp:StatusCode')}")
    return "" if code is None else str(code.get("Value", ""))


def decrypted_xml(hidden: Any, own: Own) -> bytes:
    """Return an encrypted assertion's own XML."""
    try:
        return decrypted(hidden, own.key)
    except NotDecrypted as error:
        raise no("saml.not_decrypted") from error


def verified(xml: bytes, tag: str, certificates: Iterable[x509.Certificate]) -> Any:
    """Return what the signature of a whole element covers, parsed from those bytes."""
    root = checked(xml, tag)
    expected = SignatureConfiguration(
        location="./",
        expect_references=1,
        signature_methods=METHODS,
        digest_algorithms=DIGESTS,
        verification_time=now(),
    )
    for certificate in certificates:
        try:
            result: Any = XMLVerifier().verify(
                etree.tostring(root), x509_cert=certificate, expect_config=expected
            )
        except BAD_XML as error:
            # Not in its words: they may hold what the assertion says of somebody.
            logger.info("A SAML signature was tried: %s", type(error).__name__)
            continue
        signed = result.signed_xml
        if (
            signed is None
            or signed.tag != root.tag
            or signed.get("ID") != root.get("ID")
        ):
            raise no("saml.ambiguous")
        return signed
    raise no("saml.bad_signature")


def checked(xml: bytes, tag: str) -> Any:
    """Return the root whose one signature refers to it, and to nothing else."""
    try:
        root = parsed(xml)
    except ForbiddenXML as error:
        raise no("saml.forbidden_xml") from error
    except (etree.LxmlError, ValueError) as error:
        raise no("federation.bad_answer") from error
    signatures = root.findall(name("ds:Signature"))
    if root.tag != name(tag):
        raise no("federation.bad_answer")
    if not signatures:
        raise no("saml.unsigned")
    references = list(signatures[0].iter(name("ds:Reference")))
    transforms = {
        one.get("Algorithm") for one in signatures[0].iter(name("ds:Transform"))
    }
    is_whole = (
        len(signatures) == 1
        and len(list(root.iter(root.tag))) == 1
        and [one.get("URI") for one in references] == [f"#{root.get('ID')}"]
        and transforms <= TRANSFORMS
        and signatures[0].find(name("ds:Object")) is None
    )
    if not is_whole:
        raise no("saml.ambiguous")
    return root


def no(code: str) -> NotProved:
    """Return the final no, written to the log; it names nobody."""
    logger.warning("A SAML answer was refused: %s", code)
    return NotProved(code, is_final=True)
