"""Writes a delivery as one zip: a stream, the same bytes for the same facts."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

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
from minutes.archive.sip.progress import Progress, Tell, untold
from minutes.archive.sip.reading import reading_parts
from minutes.archive.sip.resuming import (
    PIECE,
    Altered,
    begun_archive,
    entry_of,
    kept_entries,
    unfinished_file,
)
from minutes.archive.sip.schemas import catalogue_xml

METS_NAME = "METS.xml"


def write_package(
    delivery: Delivery,
    folder: Path,
    *,
    is_for_reading: bool = False,
    tell: Tell = untold,
) -> Path:
    """Write the package into a folder and return it.

    For reading it is plain pages instead of metadata for an e-archive. A half-written
    one keeps its other ending, and the next time goes on after what holds of it.

    Raises:
        Altered: when a file on disk is not what was registered.
        Busy: when somebody else is writing the same package there.
        OSError: when the folder takes no more, or a file cannot be read.
    """
    name = f"{delivery.name}-lasa" if is_for_reading else delivery.name
    files = reading_parts(delivery) if is_for_reading else parts(delivery)
    target = folder / f"{name}.zip"
    unfinished = target.with_suffix(".part")
    with unfinished_file(unfinished) as stream:
        kept = kept_entries(stream, name, files)
        progress = Progress(files, len(kept), tell)
        with begun_archive(stream, kept) as archive:
            for file in files[len(kept) :]:
                copy(archive, f"{name}/{file.path}", file, progress)
        # Only a whole package ever has its name, and all of it has reached the disk.
        os.fsync(stream.fileno())
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


def copy(archive: ZipFile, name: str, file: PackageFile, progress: Progress) -> None:
    """Put a file into the archive and see that it is what was registered."""
    digest, size = hashlib.sha256(), 0
    with there(file) as source, archive.open(entry_of(name, file), "w") as target:
        for piece in pieces(source):
            digest.update(piece)
            size += len(piece)
            # Before the zip counts them: a larger file than was registered is a fault.
            if size > file.size:
                break
            target.write(piece)
            progress.more(len(piece))
    if (digest.hexdigest(), size) != (file.sha256, file.size):
        raise Altered(file.path)
    progress.done()


@contextmanager
def there(file: PackageFile) -> Iterator[BinaryIO]:
    """Open a file; one that is not there is altered too."""
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(file.opens())
        except FileNotFoundError as error:
            raise Altered(file.path) from error
        yield stream


def pieces(source: BinaryIO) -> Iterator[bytes]:
    """Read a file a piece at a time."""
    while piece := source.read(PIECE):
        yield piece
