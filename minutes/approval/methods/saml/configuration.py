"""The identity provider and ourselves, from the files the settings name."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings
from django.urls import reverse
from lxml import etree

from boards.shared.clock import now
from minutes.approval.methods import NotProved, Unreachable, federation
from minutes.approval.methods.saml.xml import (
    PROTOCOL,
    REDIRECT,
    moment_of,
    name,
    parsed,
)


@dataclass(frozen=True)
class Provider:
    """The identity provider as its metadata describes it."""

    entity_id: str
    sign_on: str
    certificates: tuple[x509.Certificate, ...]
    metadata: bytes


@dataclass(frozen=True)
class Own:
    """Our name at the provider, our RSA key and its certificate."""

    entity_id: str
    key: rsa.RSAPrivateKey
    certificate: x509.Certificate


def is_set_up() -> bool:
    """Say whether the three files are named."""
    return all(
        (settings.SAML_IDP_METADATA, settings.SAML_KEY, settings.SAML_CERTIFICATE)
    )


def own() -> Own:
    """Return who we are; `Unreachable` when our files do not serve."""
    entity_id = settings.SAML_ENTITY_ID or settings.SITE_URL + reverse("saml-metadata")
    try:
        key = load_pem_private_key(Path(settings.SAML_KEY).read_bytes(), None)
        pem = Path(settings.SAML_CERTIFICATE).read_bytes()
        certificate = x509.load_pem_x509_certificate(pem)
    except (OSError, ValueError, TypeError) as error:
        raise Unreachable("our SAML key or certificate cannot be read") from error
    if not isinstance(key, rsa.RSAPrivateKey):
        raise Unreachable("our SAML key is no RSA key")
    if certificate.public_key() != key.public_key():
        raise Unreachable("our SAML certificate belongs to another key")
    return Own(entity_id, key, certificate)


def provider() -> Provider:
    """Return the identity provider; `Unreachable` when its metadata do not serve."""
    try:
        metadata = Path(settings.SAML_IDP_METADATA).read_bytes()
        return described(metadata)
    except (OSError, ValueError, NotProved, etree.LxmlError) as error:
        raise Unreachable("the provider's metadata cannot be read") from error


def described(metadata: bytes) -> Provider:
    """Return what one provider's metadata say (SAML 2.0 Metadata 2.4.3)."""
    root = parsed(metadata)
    until = moment_of(root.get("validUntil"))
    if root.tag != name("md:EntityDescriptor") or (until and until <= now()):
        raise Unreachable("no metadata of one provider, or they have expired")
    roles = [
        role
        for role in root.findall(name("md:IDPSSODescriptor"))
        if PROTOCOL in role.get("protocolSupportEnumeration", "").split()
    ]
    found = certificates_in(roles)
    places = [
        service.get("Location", "")
        for role in roles
        for service in role.findall(name("md:SingleSignOnService"))
        if service.get("Binding") == REDIRECT
    ]
    if not found or not places or not federation.is_safe(places[0]):
        raise Unreachable("the provider has no signing key, or no safe address")
    return Provider(root.get("entityID", ""), places[0], found, metadata)


def certificates_in(roles: list[Any]) -> tuple[x509.Certificate, ...]:
    """Return the certificates of the keys that may sign."""
    path = "/".join(map(name, ("ds:KeyInfo", "ds:X509Data", "ds:X509Certificate")))
    return tuple(
        x509.load_der_x509_certificate(b64decode(one.text or ""))
        for role in roles
        for key in role.findall(name("md:KeyDescriptor"))
        if key.get("use", "signing") == "signing"
        for one in key.findall(path)
    )
