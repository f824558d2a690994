"""ERMS.xml: the ärenden or sammanträden of a delivery and their handlingar (R-04)."""

from __future__ import annotations

from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from minutes.archive.sip.facts import (
    Aggregation,
    Delivery,
    PackageFile,
    Party,
    Record,
    Restriction,
)
from minutes.archive.sip.xml import ERMS, Writer, day, moment, written

erms = Writer(ERMS)
# Ours alone; the same key always gives the same identifier.
FAMILY = UUID("7b0a4b8e-9a7b-5d6d-8a51-3f3d2a9f1c11")
SYSTEM = "Justera"
CASE = "caseFile"
OWN = "own_aggregation_definition"
PROTECTED = "Skyddad uppgift"


def system_id(key: str) -> str:
    """Return the identifier of an aggregation or a record."""
    return str(uuid5(FAMILY, key))


def erms_xml(delivery: Delivery) -> bytes:
    """Return the whole description."""
    root = erms.root("erms")
    _control(root, delivery)
    rows = erms.add(root, "aggregations")
    for aggregation in delivery.aggregations:
        _aggregation(rows, aggregation)
    return written(root)


def _control(root: ET.Element, delivery: Delivery) -> None:
    control = erms.add(root, "control")
    erms.add(control, "identification", delivery.name, identificationType="Arkivpaket")
    upkeep = erms.add(control, "maintenanceInformation")
    erms.add(upkeep, "maintenanceStatus", value="new")
    agency = erms.add(upkeep, "maintenanceAgency")
    if delivery.agreement.submitter_number:
        number = delivery.agreement.submitter_number
        erms.add(agency, "agencyCode", number, type="organisationsnummer")
    erms.add(agency, "agencyName", delivery.agreement.submitter)
    event = erms.add(erms.add(upkeep, "maintenanceHistory"), "maintenanceEvent")
    erms.add(event, "eventType", value="created")
    erms.add(event, "eventDateTime", moment(delivery.made_at))
    _agent(event, Party(SYSTEM, "creator"))


def _aggregation(rows: ET.Element, one: Aggregation) -> None:
    own = {} if one.kind == CASE else {"otherAggregationType": one.kind}
    made = erms.add(
        rows,
        "aggregation",
        systemIdentifier=system_id(one.key),
        aggregationType=CASE if one.kind == CASE else OWN,
        **own,
    )
    erms.add(made, "objectId", one.key)
    erms.add(made, "title", one.title)
    erms.add(made, "status", value="closed")
    _restricted(made, one.restriction)
    if one.officer:
        _agent(erms.add(made, "agents"), Party(one.officer, "responsible_person"))
    _dates(made, one.dates)
    for decision in one.decisions:
        action = erms.add(made, "action")
        erms.add(action, "actionText", "\n".join(decision.points) or decision.citation)
        erms.add(action, "actionType", f"beslut {decision.citation}")
        dates = erms.add(action, "dates")
        on = day(decision.decided_on)
        erms.add(dates, "actionDate", on, dateType="decision_date")
    for record in one.records:
        _record(made, record, one)


def _record(parent: ET.Element, record: Record, within: Aggregation) -> None:
    key = f"{within.key}/{record.key}"
    made = erms.add(
        parent, "record", systemIdentifier=system_id(key), recordType=record.kind
    )
    erms.add(made, "objectId", record.key)
    erms.add(made, "title", record.title)
    erms.add(made, "status", value="obliterated" if record.absence else "closed")
    erms.add(made, "runningNumber", record.number)
    for kind, other in record.relations:
        identifier = system_id(f"{within.key}/{other}")
        erms.add(made, "relation", identifier, relationType=kind)
    _restricted(made, record.restriction)
    erms.add(made, "direction", directionDefinition=record.direction)
    if record.parties:
        agents = erms.add(made, "agents")
        for party in record.parties:
            _agent(agents, party)
    _dates(made, record.dates)
    if record.absence:
        notes = erms.add(made, "notes")
        erms.add(notes, "note", record.absence, noteType="Filen saknas")
    _signatures(made, record)
    if record.files:
        held = erms.add(made, "additionalInformation")
        for file in record.files:
            _appendix(held, file)


def _signatures(parent: ET.Element, record: Record) -> None:
    signed = [one for file in record.files for one in file.signed]
    if not signed:
        return
    made = erms.add(parent, "eSignatures")
    for one in signed:
        at = moment(one.at)
        erms.add(made, "eSignature", present="true", dateeSignatureIsVerified=at)


def _appendix(parent: ET.Element, file: PackageFile) -> None:
    made = erms.add(
        parent,
        "appendix",
        name=file.title,
        fileFormat=file.media_type,
        path=file.path,
        eSignatureHasExisted="true" if file.signed else "false",
    )
    if file.signed:
        erms.add(made, "eSignature", present="true")


def _restricted(parent: ET.Element, said: Restriction | None) -> None:
    if said is None:
        return
    made = erms.add(parent, "restriction", restrictionType="confidential")
    erms.add(made, "regulation", said.regulation)
    if said.since:
        dates = erms.add(made, "dates")
        erms.add(dates, "date", day(said.since), dateType="confidentiality_assessed")


def _agent(parent: ET.Element, party: Party) -> None:
    made = erms.add(parent, "agent", agentType=party.kind)
    erms.add(made, "name", PROTECTED if party.is_protected else party.name)
    if party.is_protected:
        erms.add(made, "protectedIdentity", "true")


def _dates(parent: ET.Element, said: tuple[tuple[str, object], ...]) -> None:
    if not said:
        return
    dates = erms.add(parent, "dates")
    for kind, value in said:
        erms.add(dates, "date", day(value), dateType=kind)  # type: ignore[arg-type]  # a day or a moment
