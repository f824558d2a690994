"""Which schemas the package follows and where they are published: an XML catalogue.

The schemas themselves are others' works and are fetched by whoever receives.
"""

from __future__ import annotations

from minutes.archive.sip.xml import (
    CSIP,
    ERMS,
    METS,
    PREMIS,
    SIP,
    XLINK,
    Writer,
    written,
)

CATALOGUE = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
PUBLISHED = {
    METS: "https://www.loc.gov/standards/mets/mets.xsd",
    XLINK: "https://www.loc.gov/standards/xlink/xlink.xsd",
    PREMIS: "https://www.loc.gov/standards/premis/premis.xsd",
    CSIP: "https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd",
    SIP: "https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd",
    ERMS: "https://earkcitserms.dilcis.eu/schema/ERMS.xsd",
}


def catalogue_xml() -> bytes:
    """Return the catalogue."""
    catalogue = Writer(CATALOGUE)
    root = catalogue.root("catalog")
    for space, place in PUBLISHED.items():
        catalogue.add(root, "uri", name=space, uri=place)
    return written(root)
