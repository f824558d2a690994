"""Whether a built package is what its METS files say, file by file, both ways (S-06).

It reads the zip alone: an e-archive, or anybody in fifty years, can do the same.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from boards.shared.refusals import Refusal
from minutes.archive.sip.mets import REPRESENTATION
from minutes.archive.sip.resuming import PIECE
from minutes.archive.sip.xml import METS, XLINK

METS_NAME = "METS.xml"
INNER = f"{REPRESENTATION}/{METS_NAME}"
READ = ("metadata/descriptive/ERMS.xml", "metadata/preservation/premis.xml")


@dataclass
class Checked:
    """What was looked at in a package, and everything that is wrong with it."""

    files: int = 0
    size: int = 0
    faults: list[Refusal] = field(default_factory=list)

    def fault(self, code: str, path: str) -> None:
        """Note a fault of a file."""
        self.faults.append(Refusal(f"sip.{code}", values={"path": path}))


def check_package(stream: BinaryIO) -> Checked:
    """Compare a package with its own lists; it never raises for what is in the file."""
    found = Checked()
    try:
        with ZipFile(stream) as archive:
            _look(archive, found)
    except (BadZipFile, EOFError, ValueError, NotImplementedError, KeyError) as error:
        found.faults.append(Refusal("sip.unreadable", values={"error": str(error)}))
    return found


def _look(archive: ZipFile, found: Checked) -> None:
    names = archive.namelist()
    top = names[0].split("/")[0] if names else ""
    left = {name.removeprefix(f"{top}/") for name in names}
    if len(left) < len(names):
        found.fault("file_twice", top)
    said = dict(_said(archive, top, found))
    for path in sorted(said.keys() | left - {METS_NAME}):
        if path not in left:
            found.fault("file_missing", path)
        elif path not in said:
            found.fault("file_not_listed", path)
        else:
            _compare(archive, top, path, said[path], found)
    for path in READ:
        if path in left:
            _parsed(archive, f"{top}/{path}", found)


def _said(
    archive: ZipFile, top: str, found: Checked
) -> Iterator[tuple[str, dict[str, str]]]:
    for mets in (METS_NAME, INNER):
        tree = _parsed(archive, f"{top}/{mets}", found)
        if tree is not None:
            for attributes, link in _references(tree):
                path = posixpath.normpath(f"{posixpath.dirname(mets)}/{link}")
                yield path.lstrip("/"), attributes


def _parsed(archive: ZipFile, name: str, found: Checked) -> ET.Element | None:
    try:
        text = archive.read(name)
        # A document type could grow without end: our own files have none.
        return None if b"<!DOCTYPE" in text else ET.fromstring(text)  # noqa: S314
    except KeyError:
        found.fault("file_missing", name)
    except ET.ParseError:
        found.fault("file_not_xml", name)
    return None


def _references(tree: ET.Element) -> Iterator[tuple[dict[str, str], str]]:
    href = f"{{{XLINK}}}href"
    for one in tree.iter(f"{{{METS}}}mdRef"):
        yield one.attrib, one.get(href, "")
    for file in tree.iter(f"{{{METS}}}file"):
        place = file.find(f"{{{METS}}}FLocat")
        yield file.attrib, place.get(href, "") if place is not None else ""


def _compare(
    archive: ZipFile, top: str, path: str, said: dict[str, str], found: Checked
) -> None:
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(f"{top}/{path}") as source:
            while piece := source.read(PIECE):
                digest.update(piece)
                size += len(piece)
    except BadZipFile:
        found.fault("file_changed", path)
        return
    found.files += 1
    found.size += size
    if said.get("SIZE") != str(size):
        found.fault("file_length", path)
    elif said.get("CHECKSUM") != digest.hexdigest():
        found.fault("file_changed", path)
