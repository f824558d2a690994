"""The package's metadata as XML; `docs/formats/arkivpaket.md` is its schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from minutes.archive.package import SEALED, SIGNED, digest

if TYPE_CHECKING:
    from minutes.approval.models import Approval

NAMESPACE = "urn:justera:arkivpaket:1"
Rows = Mapping[str, list[tuple[Any, str]]]


def metadata_xml(approval: Approval, rows: Rows, files: Mapping[str, bytes]) -> bytes:
    """Return who met when, what they approved, and which file is what."""
    meeting, board = approval.meeting, approval.meeting.board
    root = ET.Element("arkivpaket", {"xmlns": NAMESPACE, "version": "1"})
    organ = add(root, "organ", namn=board.name, forkortning=board.prefix)
    add(organ, "kommun", text=board.host.name, roll="värd")
    for partner in board.partners.all():
        add(organ, "kommun", text=partner.name, roll="samverkande")
    add(root, "sammantrade", datum=meeting.held_on, plats=meeting.place)
    minutes = add(
        root,
        "protokoll",
        paragrafer=approval.items_label,
        justerat=approval.approved_on,
        omedelbart=yes(approval.is_immediate),
        sekretess=yes(approval.is_secret),
        forvaras=approval.storage_place,
    )
    add(minutes, "fil", roll="fryst", namn=SEALED, sha256=digest(files[SEALED]))
    add(minutes, "fil", roll="underskrivet", namn=SIGNED, sha256=digest(files[SIGNED]))
    add_items(minutes, rows)
    add_signers(minutes, rows)
    add_notices(root, rows, files)
    add_dispatches(root, rows, files)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def add_items(minutes: ET.Element, rows: Rows) -> None:
    """Write each § with its ärende and bilagor."""
    for item, _none in rows["items"]:
        made = add(
            minutes,
            "paragraf",
            nummer=item.number,
            beteckning=item.citation,
            rubrik=item.heading,
            dnr=item.case.dnr if item.case else None,
            sekretess=item.legal_ground or None,
        )
        for row, name in rows["appendices"]:
            if row.item_id == item.pk:
                add(
                    made,
                    "bilaga",
                    nummer=row.number,
                    handling=row.document.designation,
                    rubrik=row.document.subject,
                    fil=name or None,
                    sha256=row.document.file.sha256 if row.document.file else None,
                )


def add_signers(minutes: ET.Element, rows: Rows) -> None:
    """Write who signed as what and when; no personal numbers anywhere."""
    for row, _none in rows["signers"]:
        add(
            minutes,
            "underskrift",
            namn=row.name,
            roll=row.role,
            tid=row.signature.signed_at.isoformat(),
            metod=row.signature.method,
            falt=row.field_name,
            sha256=row.signature.signed_sha256,
        )


def add_notices(root: ET.Element, rows: Rows, files: Mapping[str, bytes]) -> None:
    """Write when each notice was up."""
    for row, name in rows["notices"]:
        add(
            root,
            "anslag",
            kommun=row.municipality.name,
            uppsatt=row.posted_on,
            sista_dag=row.last_appeal_day,
            nedtaget=row.taken_down_on,
            bevis=name or None,
            sha256=digest(files[name]) if name else None,
        )


def add_dispatches(root: ET.Element, rows: Rows, files: Mapping[str, bytes]) -> None:
    """Write whom the extracts went to and when."""
    for row, name in rows["dispatches"]:
        add(
            root,
            "expediering",
            paragraf=row.extract.item.number,
            mottagare=row.name,
            tid=row.sent_at.isoformat() if row.sent_at else None,
            lage=row.state,
            fil=name,
            sha256=digest(files[name]),
        )


def add(parent: ET.Element, tag: str, text: str = "", **values: object) -> ET.Element:
    """Write an element; values that are not known are left out."""
    given = {key: str(value) for key, value in values.items() if value is not None}
    made = ET.SubElement(parent, tag, given)
    made.text = text or None
    return made


def yes(value: bool) -> str:
    """Write a boolean."""
    return "ja" if value else "nej"
