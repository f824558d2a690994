"""A checker of deliveries that shares no code with what builds them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from xml.etree import ElementTree as ET

METS = "{http://www.loc.gov/METS/}"
HREF = "{http://www.w3.org/1999/xlink}href"


def faults(root: Path) -> list[str]:
    """Compare every file with what METS says of it, both ways."""
    found: list[str] = []
    listed: set[Path] = {root / "METS.xml"}
    for mets in (root / "METS.xml", root / "representations/rep1/METS.xml"):
        if not mets.exists():
            found.append(f"missing: {mets.name}")
            continue
        try:
            tree = ET.parse(mets)
        except ET.ParseError as error:
            found.append(str(error))
            continue
        for said, link in _references(tree):
            path = mets.parent / link
            listed.add(path)
            found += _compared(path, said)
    there = {path for path in root.rglob("*") if path.is_file()}
    return found + [f"not listed: {path}" for path in sorted(there - listed)]


def _references(tree: ET.ElementTree) -> list[tuple[ET.Element, str]]:
    rows = [(one, one.get(HREF, "")) for one in tree.iter(f"{METS}mdRef")]
    for file in tree.iter(f"{METS}file"):
        place = file.find(f"{METS}FLocat")
        rows.append((file, place.get(HREF, "") if place is not None else ""))
    return rows


def _compared(path: Path, said: ET.Element) -> list[str]:
    if not path.is_file():
        return [f"missing: {path}"]
    content = path.read_bytes()
    if said.get("SIZE") != str(len(content)):
        return [f"size: {path}"]
    if said.get("CHECKSUM") != hashlib.sha256(content).hexdigest():
        return [f"changed: {path}"]
    return []
