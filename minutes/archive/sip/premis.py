"""premis.xml: every file with its checksum and format, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from minutes.archive.sip.facts import Delivery, Event, PackageFile
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
    for name in sorted(names):
        _agent(root, name)
    return written(root)


def events_of(delivery: Delivery, files: Sequence[PackageFile]) -> list[Event]:
    """Return what happened, in order; each signature is an event of its file."""
    signings = [
        Event("digital signature generation", one.at, one.role, one.name, file.path)
        for file in files
        for one in file.signed
    ]
    rows = [*delivery.events, *signings]
    return sorted(rows, key=lambda one: (one.at, one.kind, one.about, one.by))


def _object(root: ET.Element, file: PackageFile) -> None:
    made = premis.add(root, "object", xsi_type="premis:file")
    _identifier(made, "object", file.path)
    about = premis.add(made, "objectCharacteristics")
    fixity = premis.add(about, "fixity")
    premis.add(fixity, "messageDigestAlgorithm", "SHA-256")
    premis.add(fixity, "messageDigest", file.sha256)
    premis.add(about, "size", file.size)
    named = premis.add(premis.add(about, "format"), "formatDesignation")
    premis.add(named, "formatName", file.media_type)
    premis.add(made, "originalName", file.title)


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


def _agent(root: ET.Element, name: str) -> None:
    made = premis.add(root, "agent")
    _identifier(made, "agent", name)
    premis.add(made, "agentName", name)
    premis.add(made, "agentType", "software" if name == SYSTEM else "person")


def _identifier(parent: ET.Element, of: str, value: str) -> None:
    made = premis.add(parent, f"{of}Identifier")
    premis.add(made, f"{of}IdentifierType", LOCAL)
    premis.add(made, f"{of}IdentifierValue", value)
