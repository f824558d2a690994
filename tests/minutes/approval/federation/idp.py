"""An identity provider of the tests' own: signs and encrypts, or does it wrong."""

from __future__ import annotations

import os
import secrets
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml import SignatureMethod, XMLSigner

from boards.shared.clock import now

IDP = "https://idp.test/metadata"
SIGN_ON = "https://idp.test/logga-in"
LOA = "http://id.elegnamnden.se/loa/1.0/loa"
SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
NS = {
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "csig": "http://id.elegnamnden.se/csig/1.1/dss-ext/ns",
}


XENC = "http://www.w3.org/2001/04/xmlenc#"
XENC11 = "http://www.w3.org/2009/xmlenc11#"


def packing(way: str, inside: str, mask: Any, digest: Any) -> tuple[str, padding.OAEP]:
    """Return how a key is packed, in XML and for the library."""
    xml = f"""<e:EncryptionMethod Algorithm="{way}">{inside}</e:EncryptionMethod>"""
    return xml, padding.OAEP(padding.MGF1(mask), digest, None)


DIGEST = f'<ds:DigestMethod Algorithm="{SHA256}"/>'
MASK = f'<m:MGF xmlns:m="{XENC11}" Algorithm="{XENC11}mgf1sha256"/>'
SHA1, LONG = hashes.SHA1(), hashes.SHA256()
PACKING = {
    "mgf1p": packing(f"{XENC}rsa-oaep-mgf1p", "", SHA1, SHA1),
    "mgf1p-sha256": packing(f"{XENC}rsa-oaep-mgf1p", DIGEST, SHA1, LONG),
    "oaep-sha256": packing(f"{XENC11}rsa-oaep", DIGEST + MASK, LONG, LONG),
    "unknown": packing(f"{XENC}rsa-1_5", "", SHA1, SHA1),
}


@cache
def pair(name: str) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """Return a key and its own certificate, made once for all tests."""
    key = rsa.generate_private_key(65537, 2048)
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder(called, called, key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(moment)
    made = made.not_valid_after(moment + timedelta(days=36500))
    return key, made.sign(key, hashes.SHA256())


def set_up(settings: Any, folder: Path) -> None:
    """Write the three files, as an installation has them."""
    key, certificate = pair("justera")
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(pem)
    (folder / "cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "idp.xml").write_text(metadata(), encoding="utf-8")
    settings.SAML_KEY = str(folder / "key.pem")
    settings.SAML_CERTIFICATE = str(folder / "cert.pem")
    settings.SAML_IDP_METADATA = str(folder / "idp.xml")
    settings.SAML_ENTITY_ID = "https://justera.test/saml"


def metadata(more: str = "", sign_on: str = SIGN_ON) -> str:
    der = pair("idp")[1].public_bytes(Encoding.DER)
    return f"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"
  entityID="{IDP}" {more}><IDPSSODescriptor
  protocolSupportEnumeration="{NS["samlp"]}"><KeyDescriptor use="signing"><ds:KeyInfo
  xmlns:ds="{NS["ds"]}"><ds:X509Data><ds:X509Certificate>{b64encode(der).decode()}
  </ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor><SingleSignOnService
  Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="{sign_on}"/>
  </IDPSSODescriptor></EntityDescriptor>"""


@dataclass
class Asked:
    """A request as the provider reads it, its signature verified."""

    xml: Any
    relay_state: str

    @classmethod
    def at(cls, address: str) -> Asked:
        query = urlsplit(address).query
        said = {name: values[0] for name, values in parse_qs(query).items()}
        signed = query.partition("&Signature=")[0].encode()
        pair("justera")[0].public_key().verify(
            b64decode(said["Signature"]), signed, padding.PKCS1v15(), hashes.SHA256()
        )
        xml = zlib.decompress(b64decode(said["SAMLRequest"]), -15)
        return cls(etree.fromstring(xml), said["RelayState"])

    @property
    def levels(self) -> list[str]:
        return self.xml.xpath("//saml:AuthnContextClassRef/text()", namespaces=NS)

    @property
    def message(self) -> bytes:
        return b64decode(self.xml.findtext(".//csig:Message", namespaces=NS))


@dataclass
class Answer:
    """What an assertion says; every part can be made wrong."""

    asked: Asked
    number: str
    level: str = f"{LOA}3"
    issuer: str = IDP
    audience: str = "https://justera.test/saml"
    recipient: str = ""
    in_response_to: str = ""
    status: str = SUCCESS
    digest: str | None = None
    seconds: int = 0
    before: int = -5
    after: int = 300
    signer: str = "idp"
    algorithm: SignatureMethod = SignatureMethod.RSA_SHA256
    is_terse: bool = False
    is_encrypted: bool = False
    is_signed: bool = True
    signs_response: bool = False
    cipher: str = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
    key_length: int = 32
    packing: str = "mgf1p-sha256"
    to: tuple[str, ...] = ("justera",)
    extra: str = ""
    spoil: Callable[[Any], Any] | None = None
    identifier: str = field(default_factory=lambda: f"_{secrets.token_hex(16)}")

    def moment(self, seconds: int) -> str:
        return (
            f"{now().astimezone(UTC) + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"
        )

    def assertion(self) -> Any:
        asked, xml = self.asked, self.asked.xml
        url = self.recipient or xml.get("AssertionConsumerServiceURL")
        found = b64encode(hash_of(asked.message)).decode()
        digest = self.digest if self.digest is not None else f"{SHA256};{found}"
        text = f"""<saml:Assertion xmlns:saml="{NS["saml"]}" xmlns:xs="urn:xs"
          ID="{self.identifier}" Version="2.0" IssueInstant="{self.moment(0)}">
          <saml:Issuer>{self.issuer}</saml:Issuer>
          <saml:Subject><saml:NameID>x</saml:NameID><saml:SubjectConfirmation
          Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData
          InResponseTo="{self.in_response_to or xml.get("ID")}" Recipient="{url}"
          NotOnOrAfter="{self.moment(self.after)}"/></saml:SubjectConfirmation>
          </saml:Subject><saml:Conditions NotBefore="{self.moment(self.before)}"
          NotOnOrAfter="{self.moment(self.after)}"><saml:AudienceRestriction>
          <saml:Audience>{self.audience}</saml:Audience></saml:AudienceRestriction>
          </saml:Conditions><saml:AuthnStatement
          AuthnInstant="{self.moment(self.seconds)}"><saml:AuthnContext>
          <saml:AuthnContextClassRef>{self.level}</saml:AuthnContextClassRef>
          </saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>
          {attribute("urn:oid:1.2.752.29.4.13", self.number)}
          {attribute("urn:oid:1.2.752.201.3.14", digest)}{self.extra}
          </saml:AttributeStatement></saml:Assertion>"""
        if self.is_terse:
            # As some providers write: SAML's namespace without a prefix.
            text = text.replace("saml:", "").replace("xmlns:saml=", "xmlns=")
        root = etree.fromstring(text)
        return self.sign(root) if self.is_signed else root

    def sign(self, root: Any) -> Any:
        key, certificate = pair(self.signer)
        signer = XMLSigner(
            c14n_algorithm="http://www.w3.org/2001/10/xml-exc-c14n#",
            signature_algorithm=self.algorithm,
        )
        return signer.sign(
            root, key=key, cert=[certificate], reference_uri=root.get("ID")
        )

    def encrypted(self, assertion: Any) -> Any:
        secret, nonce = os.urandom(self.key_length), os.urandom(12)
        sealed = nonce + AESGCM(secret).encrypt(nonce, etree.tostring(assertion), None)
        method, oaep = PACKING[self.packing]
        keys = "".join(
            f"""<e:EncryptedKey>{method}<e:CipherData><e:CipherValue>{packed}
            </e:CipherValue></e:CipherData></e:EncryptedKey>"""
            for packed in (
                b64encode(pair(to)[0].public_key().encrypt(secret, oaep)).decode()
                for to in self.to
            )
        )
        return etree.fromstring(f"""<saml:EncryptedAssertion xmlns:saml="{NS["saml"]}">
          <e:EncryptedData xmlns:e="{XENC}" xmlns:ds="{NS["ds"]}"><e:EncryptionMethod
          Algorithm="{self.cipher}"/><ds:KeyInfo>{keys}</ds:KeyInfo><e:CipherData>
          <e:CipherValue>{b64encode(sealed).decode()}</e:CipherValue></e:CipherData>
          </e:EncryptedData></saml:EncryptedAssertion>""")

    def response(self) -> bytes:
        asked = self.asked.xml
        root = etree.fromstring(f"""<samlp:Response xmlns:samlp="{NS["samlp"]}"
          ID="_{secrets.token_hex(16)}" Version="2.0" IssueInstant="{self.moment(0)}"
          InResponseTo="{asked.get("ID")}"><saml:Issuer xmlns:saml="{NS["saml"]}">{IDP}
          </saml:Issuer><samlp:Status><samlp:StatusCode Value="{self.status}"/>
          </samlp:Status></samlp:Response>""")
        if self.status == SUCCESS:
            assertion = self.assertion()
            root.append(self.encrypted(assertion) if self.is_encrypted else assertion)
        if self.signs_response:
            root = self.sign(root)
        if self.spoil:
            root = self.spoil(root)
        return root if isinstance(root, bytes) else etree.tostring(root)

    def form(self) -> dict[str, str]:
        """Return what the browser posts to us."""
        return {
            "SAMLResponse": b64encode(self.response()).decode(),
            "RelayState": self.asked.relay_state,
        }


def hash_of(content: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(content)
    return digest.finalize()


def attribute(name: str, value: str) -> str:
    return (
        f'<saml:Attribute Name="{name}"><saml:AttributeValue>{value}'
        "</saml:AttributeValue></saml:Attribute>"
    )
