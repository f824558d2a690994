"""METS.xml of the package and of its representation (CSIP 2.1.0, SIP 2.1.0; R-04)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from minutes.archive.sip.facts import Delivery, PackageFile
from minutes.archive.sip.xml import METS, Writer, moment, written

mets = Writer(METS)
REPRESENTATION = "representations/rep1"
XML = "text/xml"
# The version is that of pyproject.toml; a test holds them together.
SOFTWARE, VERSION = "Justera", "0.1.0"


@dataclass(frozen=True)
class Description:
    """The metadata files of a package, and where their schemas are published."""

    erms: PackageFile
    premis: PackageFile
    schemas: PackageFile


def root_mets(delivery: Delivery, described: Description, inner: PackageFile) -> bytes:
    """Return the METS of the package; `inner` is that of the representation."""
    root = _root(delivery, delivery.name)
    _head(root, delivery)
    dmd = mets.add(
        root,
        "dmdSec",
        ID=_id("dmd", delivery.name),
        CREATED=moment(delivery.made_at),
        STATUS="CURRENT",
    )
    _reference(dmd, described.erms, MDTYPE="OTHER", OTHERMDTYPE="ERMS")
    amd = mets.add(root, "amdSec")
    provenance = mets.add(
        amd,
        "digiprovMD",
        ID=_id("digiprov", delivery.name),
        CREATED=moment(delivery.made_at),
        STATUS="CURRENT",
    )
    _reference(provenance, described.premis, MDTYPE="PREMIS", MDTYPEVERSION="3.0")
    section = mets.add(root, "fileSec", ID=_id("fileSec", delivery.name))
    documents = _group(section, "Documentation", delivery.documentation)
    schemas = _group(section, "Schemas", [described.schemas])
    content = delivery.profile.content_type
    representation = _group(section, "Representations/rep1", [inner], content)
    top = _struct_map(root, delivery.name)
    mets.add(
        top,
        "div",
        ID=_id("div-metadata", delivery.name),
        LABEL="Metadata",
        ADMID=provenance.get("ID"),
        DMDID=dmd.get("ID"),
    )
    documentation = _division(top, "Documentation", delivery.name)
    mets.add(documentation, "fptr", FILEID=documents)
    division = _division(top, "Schemas", delivery.name)
    mets.add(division, "fptr", FILEID=schemas)
    part = _division(top, "Representations/rep1", delivery.name)
    mets.add(
        part,
        "mptr",
        LOCTYPE="URL",
        xlink_type="simple",
        xlink_href=inner.path,
        xlink_title=representation,
    )
    return written(root)


def representation_mets(delivery: Delivery, files: Sequence[PackageFile]) -> bytes:
    """Return the METS of the representation; its paths begin in its own folder."""
    root = _root(delivery, "rep1")
    _head(root, delivery)
    section = mets.add(root, "fileSec", ID=_id("fileSec", f"{delivery.name}/rep1"))
    data = _group(section, "Data", files, within=f"{REPRESENTATION}/")
    top = _struct_map(root, "rep1")
    mets.add(_division(top, "Metadata", "rep1"), "div", LABEL="Metadata")
    division = _division(top, "Data", "rep1")
    mets.add(division, "fptr", FILEID=data)
    return written(root)


def _root(delivery: Delivery, name: str) -> ET.Element:
    return mets.root(
        "mets",
        OBJID=name,
        LABEL=delivery.title,
        TYPE="Textual works – Digital",
        PROFILE=delivery.profile.address,
        csip_CONTENTINFORMATIONTYPE=delivery.profile.content_type,
    )


def _head(root: ET.Element, delivery: Delivery) -> None:
    said, at = delivery.agreement, moment(delivery.made_at)
    head = mets.add(
        root,
        "metsHdr",
        CREATEDATE=at,
        LASTMODDATE=at,
        RECORDSTATUS="NEW",
        csip_OAISPACKAGETYPE="SIP",
    )
    software = mets.add(
        head, "agent", ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE"
    )
    mets.add(software, "name", SOFTWARE)
    mets.add(software, "note", VERSION, csip_NOTETYPE="SOFTWARE VERSION")
    archivist = mets.add(head, "agent", ROLE="ARCHIVIST", TYPE="ORGANIZATION")
    _organisation(archivist, said.creator, said.creator_number)
    submitter = mets.add(
        head, "agent", ROLE="OTHER", OTHERROLE="SUBMITTER", TYPE="ORGANIZATION"
    )
    _organisation(submitter, said.submitter, said.submitter_number)
    if said.agreement:
        mets.add(head, "altRecordID", said.agreement, TYPE="SUBMISSIONAGREEMENT")


def _organisation(agent: ET.Element, name: str, number: str) -> None:
    mets.add(agent, "name", name)
    if number:
        mets.add(agent, "note", number, csip_NOTETYPE="IDENTIFICATIONCODE")


def _reference(parent: ET.Element, file: PackageFile, **said: str) -> None:
    mets.add(
        parent,
        "mdRef",
        LOCTYPE="URL",
        xlink_type="simple",
        xlink_href=file.path,
        **said,
        **_facts(file),
    )


def _group(
    section: ET.Element,
    use: str,
    files: Sequence[PackageFile],
    content: str | None = None,
    *,
    within: str = "",
) -> str:
    group = mets.add(
        section,
        "fileGrp",
        ID=_id("group", f"{section.get('ID')}/{use}"),
        USE=use,
        csip_CONTENTINFORMATIONTYPE=content,
    )
    for file in files:
        made = mets.add(group, "file", ID=_id("file", file.path), **_facts(file))
        mets.add(
            made,
            "FLocat",
            LOCTYPE="URL",
            xlink_type="simple",
            xlink_href=file.path.removeprefix(within),
        )
    return str(group.get("ID"))


def _facts(file: PackageFile) -> dict[str, object]:
    return {
        "MIMETYPE": file.media_type,
        "SIZE": file.size,
        "CREATED": moment(file.created),
        "CHECKSUM": file.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _struct_map(root: ET.Element, name: str) -> ET.Element:
    made = mets.add(
        root, "structMap", ID=_id("map", name), TYPE="PHYSICAL", LABEL="CSIP"
    )
    return mets.add(made, "div", ID=_id("div", name), LABEL=name)


def _division(top: ET.Element, label: str, name: str) -> ET.Element:
    return mets.add(top, "div", ID=_id(f"div-{label}", name), LABEL=label)


def _id(kind: str, name: str) -> str:
    """Return an identifier that is the same each time the package is built."""
    return f"uuid-{uuid5(NAMESPACE_URL, f'{kind}:{name}')}"
