"""The catalogue in RDF/XML: what DCAT-AP-SE 3 asks of it, and what it recommends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace
from xml.etree.ElementTree import tostring as written

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from minutes.opendata.catalogue.datasets import DATASETS, Dataset, Source, year_files
from minutes.opendata.oparl.addresses import absolute, system_url

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = "http://www.w3.org/2001/XMLSchema#dateTime"
EU = "http://publications.europa.eu/resource/authority"
LANGUAGE = f"{EU}/language/SWE"
THEME = f"{EU}/data-theme/GOVE"
FREQUENCY = f"{EU}/frequency/CONT"
PUBLIC = f"{EU}/access-right/PUBLIC"
LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types"
for prefix, space in SPACES.items():
    register_namespace(prefix, space)


def catalogue(municipalities: Iterable[Any], years: Iterable[Any]) -> bytes:
    """Return the catalogue with every municipality's data sets."""
    root = Element(name("rdf:RDF"))
    whole = thing(root, "dcat:Catalog", absolute("/dcat.rdf"))
    text(whole, "dcterms:title", _("Open data from boards and assemblies"))
    said = _("Meetings, minutes, decisions, votes and notices, as published.")
    text(whole, "dcterms:description", said)
    link(whole, "foaf:homepage", absolute(reverse("open-data")))
    link(whole, "dcterms:license", settings.OPEN_DATA_LICENCE)
    link(whole, "dcterms:language", LANGUAGE)
    rows, files = list(municipalities), list(year_files(years))
    if rows:
        link(whole, "dcterms:publisher", agent(root, rows[0]))
        moment(whole, "dcterms:issued", min(row.created_at for row in rows))
    for row in rows:
        add_municipality(root, whole, row, files)
    indent(root)
    made: bytes = written(root, encoding="utf-8", xml_declaration=True)
    return made


def add_municipality(
    root: Element, whole: Element, row: Any, files: list[Source]
) -> None:
    """Add a municipality's data sets, and the service that answers for them."""
    publisher = agent(root, row)
    reached = contact(root, row)
    service = thing(root, "dcat:DataService", f"{system_url()}#{row.slug}")
    title = _("OParl interface, %(name)s") % {"name": row.name}
    text(service, "dcterms:title", title)
    link(service, "dcat:endpointURL", system_url())
    link(service, "dcat:endpointDescription", absolute("/oppna-data/"))
    describe(service, publisher, reached)
    link(service, "dcterms:license", settings.OPEN_DATA_LICENCE)
    link(whole, "dcat:service", f"{system_url()}#{row.slug}")
    for one in DATASETS:
        address = absolute(f"/dcat.rdf#{row.slug}-{one.key}")
        link(whole, "dcat:dataset", address)
        link(service, "dcat:servesDataset", address)
        made = thing(root, "dcat:Dataset", address)
        describe(made, publisher, reached)
        add_dataset(root, made, address, (one, row, files))


def add_dataset(
    root: Element, made: Element, address: str, of: tuple[Dataset, Any, list[Source]]
) -> None:
    """Say what a data set is and how it can be had."""
    one, row, files = of
    values = {"title": one.title, "name": row.name}
    text(made, "dcterms:title", _("%(title)s, %(name)s") % values)
    text(made, "dcterms:description", str(one.description))
    SubElement(made, name("dcterms:identifier")).text = address
    for word in one.keywords:
        text(made, "dcat:keyword", str(word))
    link(made, "dcat:theme", THEME)
    link(made, "dcterms:language", LANGUAGE)
    link(made, "dcterms:accrualPeriodicity", FREQUENCY)
    link(made, "dcat:landingPage", absolute(row.get_absolute_url()))
    for number, source in enumerate([*one.forms(row), *files], start=1):
        place = f"{address}-{number}"
        link(made, "dcat:distribution", place)
        add_source(thing(root, "dcat:Distribution", place), source)


def add_source(made: Element, source: Source) -> None:
    """Say where one form of a data set is."""
    text(made, "dcterms:title", source.title)
    link(made, "dcat:accessURL", source.address)
    if source.is_file:
        link(made, "dcat:downloadURL", source.address)
    link(made, "dcat:mediaType", f"{MEDIA_TYPES}/{source.media_type}")
    link(made, "dcterms:license", settings.OPEN_DATA_LICENCE)


def describe(made: Element, publisher: str, reached: str) -> None:
    """Say who answers for a data set or a service, and that everybody may have it."""
    link(made, "dcterms:publisher", publisher)
    link(made, "dcat:contactPoint", reached)
    link(made, "dcterms:accessRights", PUBLIC)


def agent(root: Element, row: Any) -> str:
    """Add the municipality as publisher, once, and return its address."""
    address = absolute(f"/dcat.rdf#{row.slug}")
    if not any(one.get(name("rdf:about")) == address for one in root):
        made = thing(root, "foaf:Agent", address)
        text(made, "foaf:name", row.name)
        link(made, "dcterms:type", LOCAL_AUTHORITY)
        if row.website:
            link(made, "foaf:homepage", row.website)
    return address


def contact(root: Element, row: Any) -> str:
    """Add where questions go, and return its address."""
    address = absolute(f"/dcat.rdf#{row.slug}-kontakt")
    made = thing(root, "vcard:Organization", address)
    text(made, "vcard:fn", row.name)
    link(made, "vcard:hasEmail", f"mailto:{row.email}")
    return address


def name(short: str) -> str:
    """Return a name with its whole space."""
    space, _colon, own = short.partition(":")
    return f"{{{SPACES[space]}}}{own}"


def thing(root: Element, kind: str, address: str) -> Element:
    """Add something that has an address."""
    return SubElement(root, name(kind), {name("rdf:about"): address})


def link(of: Element, what: str, to: str) -> None:
    """Add what leads to something else."""
    SubElement(of, name(what), {name("rdf:resource"): to})


def text(of: Element, what: str, said: str) -> None:
    """Add words in Swedish."""
    SubElement(of, name(what), {XML_LANGUAGE: "sv"}).text = said


def moment(of: Element, what: str, at: Any) -> None:
    """Add a moment."""
    SubElement(of, name(what), {name("rdf:datatype"): MOMENT}).text = at.isoformat()
