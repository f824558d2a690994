"""premis.xml: every file with its checksum and format, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from minutes.archive.sip.facts import Delivery, Event, Format, PackageFile
from minutes.archive.sip.xml import PREMIS, Writer, moment, written

premis = Writer(PREMIS)
LOCAL = "local"
SYSTEM = "Justera"


def premis_xml(delivery: Delivery, files: Sequence[PackageFile]) -> bytes:
    """Return objects, events and agents."""
    root = premis.root("premis", version="3.0")
    for file in files:
        _object(root, file)
    for number, event in enumerate(events_of(delivery, files), 1):
        _event(root, event, number)
    names = {event.by or SYSTEM for event in events_of(delivery, files)} | {SYSTEM}
    programs = {file.made.tool for file in files if file.made} | {SYSTEM}
    for name in sorted(names):
        _agent(root, name, "software" if name in programs else "person")
    return written(root)


def events_of(delivery: Delivery, files: Sequence[PackageFile]) -> list[Event]:
    """Return what happened, in order; signing and copying are events of their files."""
    signings = [
        Event("digital signature generation", one.at, one.role, one.name, file.path)
        for file in files
        for one in file.signed
    ]
    copied = [
        Event("migration", file.created, file.made.source, file.made.tool, file.path)
        for file in files
        if file.made
    ]
    rows = [*delivery.events, *signings, *copied]
    return sorted(rows, key=lambda one: (one.at, one.kind, one.about, one.by))


def _object(root: ET.Element, file: PackageFile) -> None:
    made = premis.add(root, "object", xsi_type="premis:file")
    _identifier(made, "object", file.path)
    about = premis.add(made, "objectCharacteristics")
    fixity = premis.add(about, "fixity")
    premis.add(fixity, "messageDigestAlgorithm", "SHA-256")
    premis.add(fixity, "messageDigest", file.sha256)
    premis.add(about, "size", file.size)
    _format(about, file)
    premis.add(made, "originalName", file.title)
    if file.made:
        _source(made, file.made.source)


def _format(parent: ET.Element, file: PackageFile) -> None:
    made = premis.add(parent, "format")
    named = premis.add(made, "formatDesignation")
    known = file.format or Format("")
    premis.add(named, "formatName", known.name or file.media_type)
    if known.puid:
        registry = premis.add(made, "formatRegistry")
        premis.add(registry, "formatRegistryName", "PRONOM")
        premis.add(registry, "formatRegistryKey", known.puid)
    if known.note:
        premis.add(made, "formatNote", known.note)


def _source(parent: ET.Element, path: str) -> None:
    made = premis.add(parent, "relationship")
    premis.add(made, "relationshipType", "derivation")
    premis.add(made, "relationshipSubType", "has source")
    other = premis.add(made, "relatedObjectIdentifier")
    premis.add(other, "relatedObjectIdentifierType", LOCAL)
    premis.add(other, "relatedObjectIdentifierValue", path)


def _event(root: ET.Element, event: Event, number: int) -> None:
    made = premis.add(root, "event")
    _identifier(made, "event", f"event-{number}")
    premis.add(made, "eventType", event.kind)
    premis.add(made, "eventDateTime", moment(event.at))
    if event.detail:
        detail = premis.add(made, "eventDetailInformation")
        premis.add(detail, "eventDetail", event.detail)
    linked = premis.add(made, "linkingAgentIdentifier")
    premis.add(linked, "linkingAgentIdentifierType", LOCAL)
    premis.add(linked, "linkingAgentIdentifierValue", event.by or SYSTEM)
    if event.about:
        linked = premis.add(made, "linkingObjectIdentifier")
        premis.add(linked, "linkingObjectIdentifierType", LOCAL)
        premis.add(linked, "linkingObjectIdentifierValue", event.about)


def _agent(root: ET.Element, name: str, kind: str) -> None:
    made = premis.add(root, "agent")
    _identifier(made, "agent", name)
    premis.add(made, "agentName", name)
    premis.add(made, "agentType", kind)


def _identifier(parent: ET.Element, of: str, value: str) -> None:
    made = premis.add(parent, f"{of}Identifier")
    premis.add(made, f"{of}IdentifierType", LOCAL)
    premis.add(made, f"{of}IdentifierValue", value)
