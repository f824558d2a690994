"""Delivering a file into a folder: the whole file under its name, or nothing.

It grows under another ending, is read back and gets its name; last of all a file with
its checksum is put beside it: whoever waits for that never sees half a package.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from minutes.archive.sip.resuming import PIECE, unfinished_file

CHECKSUM = ".sha256"
PART = ".part"


class Occupied(Exception):  # noqa: N818  said of a file, by its name
    """Another file has the name already; it is never written over."""


class Damaged(Exception):  # noqa: N818  said of a file, by its name
    """What was read back is not what was sent: the place does not keep its files."""


def deliver_file(
    source: BinaryIO,
    name: str,
    sha256: str,
    folder: Path,
    tell: Callable[[int], None],
) -> None:
    """Deliver a file; begun before, it goes on after what is there. Sizes are bytes.

    Raises:
        Occupied: when another file has the name.
        Damaged: when the file that arrived is another than was sent.
        Busy: when somebody else is delivering it.
        OSError: when the folder takes no more or is not there.
    """
    target = folder / name
    if not target.exists():
        part = folder / f"{name}{PART}"
        with unfinished_file(part) as stream:
            if not target.exists():
                _filled(stream, source, tell)
                if _digest(stream) != sha256:
                    part.unlink()
                    raise Damaged(name)
                part.rename(target)
    with target.open("rb") as stream:
        if _digest(stream) != sha256:
            raise Occupied(name)
    _note_checksum(target, sha256)


def _filled(stream: BinaryIO, source: BinaryIO, tell: Callable[[int], None]) -> None:
    """Write what is missing; what is there already is compared and kept."""
    done, is_known = 0, True
    for piece in _pieces(source):
        is_known = is_known and stream.read(len(piece)) == piece
        if not is_known:
            stream.seek(done)
            stream.write(piece)
        done += len(piece)
        tell(done)
    stream.truncate(done)
    stream.flush()
    os.fsync(stream.fileno())


def _note_checksum(target: Path, sha256: str) -> None:
    listed = target.with_name(f"{target.name}{CHECKSUM}")
    part = listed.with_name(f"{listed.name}{PART}")
    with part.open("w", encoding="utf-8") as stream:
        stream.write(f"{sha256}  {target.name}\n")
        stream.flush()
        os.fsync(stream.fileno())
    part.rename(listed)


def _digest(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = hashlib.sha256()
    for piece in _pieces(stream):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(PIECE):
        yield piece
