"""How a signer was authenticated, written into the signer's certificate (RFC 7773).

The Swedish signing services' way: the extension holds a `SAMLAuthContext`, so that
programs that read their signatures read ours. Its `IdAttributes` are left out: they
map the personal number, which has no place in a document everybody can read.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from asn1crypto import core
from cryptography import x509

OID = x509.ObjectIdentifier("1.2.752.201.5.1")
NAMESPACE = "http://id.elegnamnden.se/auth-cont/1.0/saci"
# The schema takes any element inside `AuthContextInfo`; the method has no attribute.
OWN_NAMESPACE = "urn:justera:authentication:1.0"
SIZE_LIMIT = 20_000
# DIGG's levels of assurance (tillitsnivåer), 1 to 4.
LOA_ADDRESS = "http://id.elegnamnden.se/loa/1.0/loa{level}"

ET.register_namespace("saci", NAMESPACE)
ET.register_namespace("justera", OWN_NAMESPACE)


@dataclass(frozen=True, slots=True)
class Authentication:
    """By which method a signer proved who they are, how surely, when, to whom.

    `loa` is the level of assurance as an address, for instance
    `http://id.elegnamnden.se/loa/1.0/loa3`; `identity_provider` is whoever vouched.
    """

    method: str
    loa: str
    at: datetime
    identity_provider: str = ""


class AuthenticationContext(core.Sequence):  # type: ignore[misc]  # comes without types
    """One context: its kind, and what it says (RFC 7773, 2)."""

    _fields = [
        ("context_type", core.UTF8String),
        ("context_info", core.UTF8String, {"optional": True}),
    ]


class AuthenticationContexts(core.SequenceOf):  # type: ignore[misc]  # as above
    """All contexts of a certificate."""

    _child_spec = AuthenticationContext


def extension(authentication: Authentication) -> x509.UnrecognizedExtension:
    """Return the certificate extension that says so."""
    context = {"context_type": NAMESPACE, "context_info": written(authentication)}
    return x509.UnrecognizedExtension(OID, AuthenticationContexts([context]).dump())


def read_back(certificate: x509.Certificate) -> Authentication | None:
    """Return what the certificate says, `None` when it says nothing we can read."""
    try:
        found = certificate.extensions.get_extension_for_oid(OID).value
    except (x509.ExtensionNotFound, ValueError):
        return None
    if not isinstance(found, x509.UnrecognizedExtension):
        return None
    if len(found.value) > SIZE_LIMIT:
        return None
    try:
        for context in AuthenticationContexts.load(found.value, strict=True).native:
            if context["context_type"] == NAMESPACE:
                return parsed(context["context_info"] or "")
    except (ValueError, TypeError, KeyError, ET.ParseError):
        return None
    return None


def written(authentication: Authentication) -> str:
    """Return the authentication as `SAMLAuthContext`."""
    root = ET.Element(f"{{{NAMESPACE}}}SAMLAuthContext")
    moment = authentication.at.astimezone(UTC).isoformat(timespec="milliseconds")
    provider = authentication.identity_provider or authentication.method
    info = ET.SubElement(
        root,
        f"{{{NAMESPACE}}}AuthContextInfo",
        {
            "IdentityProvider": provider,
            "AuthenticationInstant": moment.replace("+00:00", "Z"),
            "AuthnContextClassRef": authentication.loa,
        },
    )
    method = ET.SubElement(info, f"{{{OWN_NAMESPACE}}}Method")
    method.text = authentication.method
    return ET.tostring(root, encoding="unicode")


def parsed(text: str) -> Authentication | None:
    """Return what a `SAMLAuthContext` says; others' have no method of ours."""
    # A document type could grow without end: nobody needs one here.
    if "<!" in text:
        return None
    root = ET.fromstring(text)  # noqa: S314  bounded, and without entities
    info = root.find(f"{{{NAMESPACE}}}AuthContextInfo")
    if info is None:
        return None
    at = datetime.fromisoformat(info.attrib["AuthenticationInstant"])
    return Authentication(
        method=info.findtext(f"{{{OWN_NAMESPACE}}}Method") or "",
        loa=info.attrib["AuthnContextClassRef"],
        at=at if at.tzinfo else at.replace(tzinfo=UTC),
        identity_provider=info.attrib["IdentityProvider"],
    )
