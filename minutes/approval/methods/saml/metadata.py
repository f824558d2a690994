"""Our own metadata, which the provider is given (profile 2.1.2 and 2.1.4)."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.urls import reverse
from lxml import etree

from minutes.approval.methods.saml.conditions import MESSAGE_DIGEST, PERSONAL_NUMBER
from minutes.approval.methods.saml.configuration import Own
from minutes.approval.methods.saml.decryption import CIPHERS, OAEP_MGF1P
from minutes.approval.methods.saml.xml import POST, PROTOCOL, made

CATEGORY = "http://macedir.org/entity-category"
URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
# We only ask people to sign, so we are a signature service to the federation.
CATEGORIES = (
    "http://id.elegnamnden.se/st/1.0/sigservice",
    "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
    "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
)
REQUESTED = {
    "personalIdentityNumber": PERSONAL_NUMBER,
    "signMessageDigest": MESSAGE_DIGEST,
}


def metadata_of(own: Own, name: str) -> bytes:
    """Return what the provider has to know of us."""
    values = [made("saml:AttributeValue", uri) for uri in CATEGORIES]
    categories = made("saml:Attribute", *values, Name=CATEGORY, NameFormat=URI)
    attributes = [
        made("md:RequestedAttribute", FriendlyName=friendly, Name=oid, NameFormat=URI)
        for friendly, oid in REQUESTED.items()
    ]
    title = made("md:ServiceName", name)
    title.set("{http://www.w3.org/XML/1998/namespace}lang", "sv")
    role = made(
        "md:SPSSODescriptor",
        key_of(own, "signing"),
        key_of(own, "encryption"),
        made("md:AssertionConsumerService", index="0", isDefault="true", **returned()),
        made("md:AttributeConsumingService", title, *attributes, index="0"),
        AuthnRequestsSigned="true",
        WantAssertionsSigned="true",
        protocolSupportEnumeration=PROTOCOL,
    )
    extensions = made("md:Extensions", made("mdattr:EntityAttributes", categories))
    root = made("md:EntityDescriptor", extensions, role, entityID=own.entity_id)
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return found


def returned() -> dict[str, str]:
    """Return where answers go, and how."""
    path = reverse("attempt-return", args=["saml"])
    return {"Binding": POST, "Location": f"{settings.SITE_URL}{path}"}


def key_of(own: Own, use: str) -> Any:
    """Return our certificate for one use, with the ciphers taken when it is that."""
    der = b64encode(own.certificate.public_bytes(Encoding.DER)).decode()
    ciphers = (*reversed(CIPHERS), OAEP_MGF1P) if use == "encryption" else ()
    methods = [made("md:EncryptionMethod", Algorithm=one) for one in ciphers]
    data = made("ds:X509Data", made("ds:X509Certificate", der))
    return made("md:KeyDescriptor", made("ds:KeyInfo", data), *methods, use=use)
