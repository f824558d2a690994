"""Going on with a package that was cut short: what holds of it is not written again.

A package is the same bytes each time, so what is there can be held against what would
be written: each entry's header, and its content against the file's checksum.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP64_LIMIT, ZIP_STORED, ZipFile, ZipInfo

from minutes.archive.package import EPOCH, READABLE
from minutes.archive.sip.facts import PackageFile

PIECE = 1 << 20
# The zip library asks for the larger form a little before it has to.
CAUTION = 1.05


class Altered(Exception):  # noqa: N818  said of one file, by its path
    """A file is not what its checksum says: nothing of the package is kept."""


class Busy(Exception):  # noqa: N818  said of a package, by its name
    """Somebody else is writing the same package in the same place."""


@contextmanager
def unfinished_file(path: Path) -> Iterator[BinaryIO]:
    """Open a half-written package, alone; one with a fault in it is removed."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o640)
    with os.fdopen(handle, "r+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy(path.stem) from error
        # Whoever held it may have ended meanwhile and given it its name.
        if not path.exists() or not os.path.samestat(os.fstat(handle), path.stat()):
            raise Busy(path.stem)
        try:
            yield stream
        except Altered:
            path.unlink()
            raise


def entry_of(name: str, file: PackageFile) -> ZipInfo:
    """Return how a file stands in the zip: nothing in it depends on the clock."""
    entry = ZipInfo(name, EPOCH)
    entry.external_attr, entry.create_system = READABLE, 3
    entry.compress_type = ZIP_STORED
    entry.file_size = file.size
    return entry


def kept_entries(
    stream: BinaryIO, folder: str, files: Sequence[PackageFile]
) -> list[ZipInfo]:
    """Return the entries that are there and hold; what follows them is cut off."""
    kept: list[ZipInfo] = []
    end = 0
    for file in files:
        entry = entry_of(f"{folder}/{file.path}", file)
        entry.header_offset = end
        after = held_until(stream, entry, file.sha256)
        if after is None:
            break
        kept.append(entry)
        end = after
    stream.seek(end)
    stream.truncate()
    return kept


def held_until(stream: BinaryIO, entry: ZipInfo, sha256: str) -> int | None:
    """Return where an entry ends if it is whole, else `None`; its CRC is filled in."""
    is_large = entry.file_size * CAUTION > ZIP64_LIMIT
    entry.compress_size, entry.CRC = entry.file_size, 0
    begin = entry.header_offset + len(entry.FileHeader(is_large))
    stream.seek(begin)
    digest, left = hashlib.sha256(), entry.file_size
    while piece := stream.read(min(PIECE, left)):
        digest.update(piece)
        entry.CRC = zlib.crc32(piece, entry.CRC)
        left -= len(piece)
    if left or digest.hexdigest() != sha256:
        return None
    stream.seek(entry.header_offset)
    header = entry.FileHeader(is_large)
    return begin + entry.file_size if stream.read(len(header)) == header else None


@contextmanager
def begun_archive(stream: BinaryIO, kept: Sequence[ZipInfo]) -> Iterator[ZipFile]:
    """Open a zip that goes on after those entries; its list is written at the end.

    A fault on the way leaves the entries without a list, which the next time reads.
    """
    archive = ZipFile(stream, "w", ZIP_STORED, allowZip64=True)
    for entry in kept:
        archive.filelist.append(entry)
        archive.NameToInfo[entry.filename] = entry
    try:
        yield archive
    except BaseException:
        # Let go of, or it would write its list when it is forgotten.
        archive.fp = None
        raise
    archive.close()
    stream.flush()
