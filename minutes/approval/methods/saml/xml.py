"""XML from outside: the names SAML uses, and a parser that can only read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lxml import etree

from minutes.approval.methods import NotProved

SIZE_LIMIT = 512 * 1024

NAMESPACES = {
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "md": "urn:oasis:names:tc:SAML:2.0:metadata",
    "mdattr": "urn:oasis:names:tc:SAML:metadata:attribute",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "xenc": "http://www.w3.org/2001/04/xmlenc#",
    "xenc11": "http://www.w3.org/2009/xmlenc11#",
    "csig": "http://id.elegnamnden.se/csig/1.1/dss-ext/ns",
}
REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
PROTOCOL = NAMESPACES["samlp"]


class ForbiddenXML(ValueError):  # noqa: N818  says what was met
    """A document type, or a document that is too large."""


def name(prefixed: str) -> str:
    """Return `saml:Issuer` as lxml writes it."""
    prefix, _colon, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def parsed(xml: bytes) -> Any:
    """Return the root; no document type, no entities, no network, no comments.

    Comments and instructions go before anything is verified or read, so that none
    can cut a value in two. Raises `ForbiddenXML`, or an error of lxml.
    """
    if len(xml) > SIZE_LIMIT or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ForbiddenXML
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:
        # Seen only now in an encoding that is not ASCII's.
        raise ForbiddenXML
    return root


def made(prefixed: str, *children: Any, **attributes: str) -> Any:
    """Return an element of ours; a text is its content."""
    prefix = prefixed.partition(":")[0]
    found = etree.Element(name(prefixed), attributes, {prefix: NAMESPACES[prefix]})
    for child in children:
        if isinstance(child, str):
            found.text = child
        else:
            found.append(child)
    return found


def text_of(element: Any) -> str:
    """Return an element's text; nothing when there is no element."""
    return "" if element is None else "".join(element.itertext()).strip()


def moment_of(text: str | None) -> datetime | None:
    """Return a moment, or `None` where none is written; a final no for nonsense."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise NotProved("federation.bad_answer", is_final=True) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
