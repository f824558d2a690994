"""Writes a delivery as one zip: a stream, the same bytes for the same facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from minutes.archive.package import EPOCH, READABLE
from minutes.archive.sip.erms import erms_xml
from minutes.archive.sip.facts import Delivery, PackageFile, of_bytes
from minutes.archive.sip.mets import (
    REPRESENTATION,
    XML,
    Description,
    representation_mets,
    root_mets,
)
from minutes.archive.sip.premis import premis_xml
from minutes.archive.sip.reading import reading_parts
from minutes.archive.sip.schemas import catalogue_xml

METS_NAME = "METS.xml"
PIECE = 1 << 20


class Altered(Exception):  # noqa: N818  said of one file, by its path
    """A file is not what its checksum says: nothing of the package is kept."""


def write_package(
    delivery: Delivery, folder: Path, *, is_for_reading: bool = False
) -> Path:
    """Write the package into a folder and return it; a broken one is removed.

    For reading it is plain pages instead of metadata for an e-archive.

    Raises:
        Altered: when a file on disk is not what was registered.
    """
    name = f"{delivery.name}-lasa" if is_for_reading else delivery.name
    files = reading_parts(delivery) if is_for_reading else parts(delivery)
    target = folder / f"{name}.zip"
    unfinished = target.with_suffix(".part")
    try:
        with ZipFile(unfinished, "w", ZIP_STORED, allowZip64=True) as archive:
            for file in files:
                _copy(archive, f"{name}/{file.path}", file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    # Only a whole package ever has its name.
    return unfinished.replace(target)


def parts(delivery: Delivery) -> Sequence[PackageFile]:
    """Return every file of a package, the descriptions first."""
    made, data = delivery.made_at, distinct(delivery.data())
    erms = of_bytes(
        "metadata/descriptive/ERMS.xml", "ERMS.xml", XML, made, erms_xml(delivery)
    )
    described = [*data, *delivery.documentation]
    premis = of_bytes(
        "metadata/preservation/premis.xml",
        "premis.xml",
        XML,
        made,
        premis_xml(delivery, described),
    )
    schemas = of_bytes("schemas/catalog.xml", "catalog.xml", XML, made, catalogue_xml())
    inner = of_bytes(
        f"{REPRESENTATION}/{METS_NAME}",
        METS_NAME,
        XML,
        made,
        representation_mets(delivery, data),
    )
    described_by = Description(erms, premis, schemas)
    outer = of_bytes(
        METS_NAME,
        METS_NAME,
        XML,
        made,
        root_mets(delivery, described_by, inner),
    )
    rest = sorted(
        [erms, premis, schemas, inner, *described], key=lambda file: file.path
    )
    return [outer, *rest]


def distinct(files: Sequence[PackageFile]) -> list[PackageFile]:
    """Return the files; two of one path would be a fault of ours."""
    paths = [file.path for file in files]
    if len(set(paths)) < len(paths):
        twice = sorted({path for path in paths if paths.count(path) > 1})
        raise ValueError(", ".join(twice))
    return list(files)


def _copy(archive: ZipFile, name: str, file: PackageFile) -> None:
    entry = ZipInfo(name, EPOCH)
    entry.external_attr, entry.create_system = READABLE, 3
    entry.file_size = file.size
    digest, size = hashlib.sha256(), 0
    with file.opens() as source, archive.open(entry, "w") as target:
        for piece in pieces(source):
            digest.update(piece)
            size += len(piece)
            target.write(piece)
    if (digest.hexdigest(), size) != (file.sha256, file.size):
        raise Altered(file.path)


def pieces(source: BinaryIO) -> Iterator[bytes]:
    """Read a file a piece at a time."""
    while piece := source.read(PIECE):
        yield piece
