"""The files of a delivery, read from the store or from inside archive packages."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO, cast
from zipfile import ZipFile

from django.core.files.storage import default_storage

from boards.shared.clock import local
from minutes.archive.package import CHECKSUMS, SIGNED
from minutes.archive.sip.facts import (
    Format,
    Made,
    PackageFile,
    Signing,
    safe_name,
)
from minutes.archive.sip.mets import REPRESENTATION

if TYPE_CHECKING:
    from boards.shared.models import StoredFile
    from cases.document.models import Document
    from cases.preservation.models import FormatCheck
    from minutes.archive.models import ArchivePackage

DATA = f"{REPRESENTATION}/data"
COPIES = "pdfa"


def stored_files(
    one: Document, number: int, check: FormatCheck | None
) -> tuple[PackageFile, ...]:
    """Return the file of a handling, and its copy for preservation (R-03)."""
    if one.kept_file is None:
        return ()
    original = _stored(one, number, check)
    if check is None or check.copy is None:
        return (original,)
    return (original, _copy(original, check))


def _stored(one: Document, number: int, check: FormatCheck | None) -> PackageFile:
    file = cast("StoredFile", one.kept_file)
    name = one.file_name or one.subject
    return PackageFile(
        path=f"{DATA}/{number:04d}/{safe_name(name)}",
        title=name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        created=one.registered_at or local(one.handled_on, 0),
        opens=lambda: opened(file),
        format=Format(check.format_name, check.puid, check.why) if check else None,
    )


def _copy(original: PackageFile, check: FormatCheck) -> PackageFile:
    file = cast("StoredFile", check.copy)
    folder, _slash, last = original.path.rpartition("/")
    return PackageFile(
        # In a folder of its own it has no name in common with another file.
        path=f"{folder}/{COPIES}/{PurePosixPath(last).stem}.pdf",
        title=check.copy_name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        created=check.looked_at,
        opens=lambda: opened(file),
        made=Made(original.path, check.tool),
    )


@contextmanager
def opened(file: StoredFile) -> Iterator[BinaryIO]:
    """Open a stored file."""
    with default_storage.open(file.path) as stream:
        yield cast("BinaryIO", stream)


def members(
    package: ArchivePackage, folder: str, signings: tuple[Signing, ...]
) -> Iterator[PackageFile]:
    """Give the files of a built package, read from it when they are written."""
    stored = package.package
    with default_storage.open(stored.path) as stream, ZipFile(stream) as archive:
        listed = archive.read(CHECKSUMS).decode().splitlines()
        checksums = {name: digest for digest, _gap, name in _pairs(listed)}
        for info in archive.infolist():
            if info.filename == CHECKSUMS:
                continue
            found = PackageFile(
                path=f"{folder}/{'/'.join(map(safe_name, info.filename.split('/')))}",
                title=info.filename,
                media_type=media_type(info.filename),
                size=info.file_size,
                sha256=checksums[info.filename],
                created=package.built_at,
                opens=lambda name=info.filename: member(stored, name),
            )
            if info.filename == SIGNED:
                found = replace(found, signed=signings, **renewed(package))
            yield found


def renewed(package: ArchivePackage) -> dict[str, Any]:
    """Return the newest signed document where its time stamp was made anew."""
    stamp = package.newest_stamp
    if stamp is None or stamp.number == 1:
        return {}
    file = stamp.file
    return {
        "size": file.size,
        "sha256": file.sha256,
        "created": stamp.stamped_at,
        "opens": lambda: opened(file),
    }


def _pairs(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    return (line.partition("  ") for line in lines if line)


@contextmanager
def member(stored: StoredFile, name: str) -> Iterator[BinaryIO]:
    """Open one file of a package."""
    with (
        default_storage.open(stored.path) as stream,
        ZipFile(stream) as archive,
        archive.open(name) as file,
    ):
        yield cast("BinaryIO", file)


def media_type(name: str) -> str:
    """Return what a file is by its name."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
