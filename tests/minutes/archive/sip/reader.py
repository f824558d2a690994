"""A reader of deliveries: what an e-archive sees, rebuilt from the files alone.

It shares no code with what builds them, and knows the public formats only: PREMIS, ERMS
and the JSON that docs/formats/sip.md tells of.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

E = "{https://DILCIS.eu/XML/ERMS}"
P = "{http://www.loc.gov/premis/v3}"


@dataclass(frozen=True)
class Held:
    """A file as it lies there: what it was called, and its bytes' checksum."""

    name: str
    sha256: str
    path: Path


@dataclass
class Handling:
    """A record: an act of an ärende, or the minutes of a justering."""

    key: str
    number: int
    title: str
    direction: str
    ground: str
    note: str
    dates: dict[str, str]
    parties: dict[str, str]
    files: list[Held]


@dataclass
class Unit:
    """An aggregation: an ärende or a sammanträde."""

    key: str
    title: str
    dates: dict[str, str]
    decisions: dict[str, tuple[str, str]]
    handlingar: list[Handling]


@dataclass
class Read:
    """Everything that was found in a package."""

    units: list[Unit]
    paragraphs: dict[str, dict[str, Any]]
    history: list[dict[str, Any]]
    events: list[tuple[str, str]] = field(default_factory=list)


def read(root: Path) -> Read:
    """Rebuild what a delivery tells from its unpacked folder."""
    erms = ET.parse(root / "metadata/descriptive/ERMS.xml")
    premis = ET.parse(root / "metadata/preservation/premis.xml")
    names = _names(premis)
    said = json.loads((root / "documentation/beslut.json").read_text())
    return Read(
        units=[_unit(root, one, names) for one in erms.iter(f"{E}aggregation")],
        paragraphs={row["paragraf"]: row for row in said},
        history=json.loads((root / "documentation/historik.json").read_text()),
        events=[
            (_text(one, f"{P}eventType"), _text(one, f"{P}eventDateTime"))
            for one in premis.iter(f"{P}event")
        ],
    )


def _names(premis: ET.ElementTree) -> dict[str, tuple[str, str]]:
    found = {}
    for one in premis.iter(f"{P}object"):
        path = _text(one, f".//{P}objectIdentifierValue")
        digest = _text(one, f".//{P}messageDigest")
        found[path] = (_text(one, f"{P}originalName"), digest)
    return found


def _unit(root: Path, one: ET.Element, names: dict[str, tuple[str, str]]) -> Unit:
    decisions = {}
    for action in one.iterfind(f"{E}action"):
        citation = _text(action, f"{E}actionType").removeprefix("beslut ")
        day = _text(action, f".//{E}actionDate")[:10]
        decisions[citation] = (day, _text(action, f"{E}actionText"))
    return Unit(
        key=_text(one, f"{E}objectId"),
        title=_text(one, f"{E}title"),
        dates=_dates(one),
        decisions=decisions,
        handlingar=[_handling(root, row, names) for row in one.iterfind(f"{E}record")],
    )


def _handling(
    root: Path, one: ET.Element, names: dict[str, tuple[str, str]]
) -> Handling:
    direction = one.find(f"{E}direction")
    return Handling(
        key=_text(one, f"{E}objectId"),
        number=int(_text(one, f"{E}runningNumber") or 0),
        title=_text(one, f"{E}title"),
        direction="" if direction is None else direction.get("directionDefinition", ""),
        ground=_text(one, f"{E}restriction/{E}regulation"),
        note=_text(one, f"{E}notes/{E}note"),
        dates=_dates(one),
        parties={
            _text(agent, f"{E}name"): agent.get("agentType", "")
            for agent in one.iterfind(f"{E}agents/{E}agent")
        },
        files=[_held(root, held, names) for held in one.iter(f"{E}appendix")],
    )


def _held(root: Path, one: ET.Element, names: dict[str, tuple[str, str]]) -> Held:
    path = one.get("path", "")
    content = (root / path).read_bytes()
    name, listed = names[path]
    digest = hashlib.sha256(content).hexdigest()
    assert digest == listed, path
    assert name == one.get("name"), path
    return Held(name, digest, root / path)


def _dates(one: ET.Element) -> dict[str, str]:
    rows = one.iterfind(f"{E}dates/{E}date")
    return {row.get("dateType", ""): (row.text or "")[:10] for row in rows}


def _text(one: ET.Element | ET.ElementTree, path: str) -> str:
    return one.findtext(path) or ""
