"""What the provider is asked: a signed AuthnRequest in an address to visit."""

from __future__ import annotations

import hashlib
import zlib
from base64 import b64encode
from datetime import datetime
from urllib.parse import urlencode

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from lxml import etree

from minutes.approval.methods import SigningRequest, federation
from minutes.approval.methods.saml.configuration import Own, Provider
from minutes.approval.methods.saml.xml import POST, made

RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"


def identifier_of(request: SigningRequest, random: str) -> str:
    """Return the request's ID: the answer repeats it, so it names the document."""
    return f"_{federation.bound(request, random)}"


def message_of(request: SigningRequest) -> bytes:
    """Return what the provider shows the signer (Sweden Connect's SignMessage)."""
    lines = (request.what, request.as_role, f"SHA-256: {request.shown_sha256}")
    return "\n".join(line for line in lines if line).encode()


def digest_of(message: bytes) -> str:
    """Return a shown message as the provider confirms it (signMessageDigest)."""
    return f"{SHA256};{b64encode(hashlib.sha256(message).digest()).decode()}"


def authn_request(
    request: SigningRequest,
    own: Own,
    provider: Provider,
    identifier: str,
    moment: datetime,
) -> bytes:
    """Return the request (Sweden Connect's deployment profile, 5.3 and 7.1)."""
    text = b64encode(message_of(request)).decode()
    message = made("csig:Message", text)
    levels = [
        made("saml:AuthnContextClassRef", uri)
        for uri in federation.accepted(request.needed)
    ]
    root = made(
        "samlp:AuthnRequest",
        made("saml:Issuer", own.entity_id),
        made(
            "samlp:Extensions",
            made("csig:SignMessage", message, MimeType="text", MustShow="true"),
        ),
        made("samlp:RequestedAuthnContext", *levels, Comparison="exact"),
        ID=identifier,
        Version="2.0",
        IssueInstant=f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        Destination=provider.sign_on,
        ForceAuthn="true",
        IsPassive="false",
        ProtocolBinding=POST,
        AssertionConsumerServiceURL=request.return_url,
    )
    found: bytes = etree.tostring(root)
    return found


def visit(xml: bytes, reference: str, own: Own, provider: Provider) -> str:
    """Return the address with the request, signed (SAML 2.0 Bindings 3.4.4.1)."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b64encode(deflate.compress(xml) + deflate.flush()).decode()
    query = urlencode(
        {"SAMLRequest": packed, "RelayState": reference, "SigAlg": RSA_SHA256}
    )
    signature = own.key.sign(query.encode(), PKCS1v15(), hashes.SHA256())
    signed = urlencode({"Signature": b64encode(signature).decode()})
    joint = "&" if "?" in provider.sign_on else "?"
    return f"{provider.sign_on}{joint}{query}&{signed}"
