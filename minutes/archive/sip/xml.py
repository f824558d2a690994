"""Writing elements of several vocabularies; what is not known is left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as ET

from boards.shared.clock import local

METS = "http://www.loc.gov/METS/"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
XLINK = "http://www.w3.org/1999/xlink"
PREMIS = "http://www.loc.gov/premis/v3"
ERMS = "https://DILCIS.eu/XML/ERMS"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PREFIXES = {
    "mets": METS,
    "csip": CSIP,
    "sip": SIP,
    "xlink": XLINK,
    "premis": PREMIS,
    "erms": ERMS,
    "xsi": XSI,
}
for prefix, space in PREFIXES.items():
    ET.register_namespace(prefix, space)


class Writer:
    """Adds elements of one vocabulary."""

    def __init__(self, space: str) -> None:
        self.space = space

    def root(self, tag: str, **said: object) -> ET.Element:
        """Return the outermost element."""
        return ET.Element(f"{{{self.space}}}{tag}", attributes(said))

    def add(
        self, parent: ET.Element, tag: str, text: object = None, **said: object
    ) -> ET.Element:
        """Add an element; a `prefix_name` of a keyword is one of `PREFIXES`."""
        made = ET.SubElement(parent, f"{{{self.space}}}{tag}", attributes(said))
        made.text = None if text is None else clean(str(text))
        return made


def attributes(said: dict[str, object]) -> dict[str, str]:
    """Return attributes; `csip_NOTETYPE` is that of the CSIP vocabulary."""
    found = {}
    for name, value in said.items():
        if value is None:
            continue
        prefix, _gap, rest = name.partition("_")
        full = f"{{{PREFIXES[prefix]}}}{rest}" if prefix in PREFIXES else name
        found[full] = clean(str(value))
    return found


def clean(text: str) -> str:
    """Return a text without what XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or ord(sign) >= ord(" "))


def moment(value: date | datetime) -> str:
    """Return a moment with its zone; a day is its beginning in Sweden."""
    if not isinstance(value, datetime):
        value = local(value, 0)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(value: date) -> str:
    """Return a day as ERMS wants it: a moment, without any zone."""
    if isinstance(value, datetime):
        return moment(value)
    return datetime.combine(value, time()).isoformat()


def written(root: ET.Element) -> bytes:
    """Return a document, the same bytes for the same elements."""
    ET.indent(root)
    said: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return said + b"\n"
