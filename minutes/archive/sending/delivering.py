"""Delivering a file to a place with names: the whole file under its name, or nothing.

It grows under another ending, is read back and gets its name; last of all a file with
its checksum is put beside it: whoever waits for that never sees half a package.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from minutes.archive.sending.errors import Damaged, Occupied

CHECKSUM = ".sha256"
PART = ".part"
# So much is held in memory at a time (bytes).
PIECE = 1 << 20


@dataclass(frozen=True)
class Parcel:
    """A file to deliver: its bytes, what it is called there, and its checksum."""

    source: BinaryIO
    name: str
    sha256: str

    def pieces(self) -> Iterator[bytes]:
        """Read it through from the beginning."""
        self.source.seek(0)
        return pieces_of(self.source)

    @property
    def line(self) -> bytes:
        """What the file beside it says, as `sha256sum` writes it."""
        return f"{self.sha256}  {self.name}\n".encode()


class Place(Protocol):
    """Where files lie under names: a folder here, or one at the other end of SFTP."""

    def holds(self, name: str) -> bool:
        """Say whether there is a file of that name."""

    def reading(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file to be read through."""

    def unfinished(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file that may have been begun, to be gone on with, alone."""

    def settle(self, stream: BinaryIO, size: int) -> None:
        """See that so many bytes are there to stay; `OSError` when they are not."""

    def rename(self, name: str, to: str) -> None:
        """Give a file its name."""

    def remove(self, name: str) -> None:
        """Remove a file."""

    def write(self, name: str, content: bytes) -> None:
        """Write a small file whole, over what has the name."""


def deliver(parcel: Parcel, place: Place, tell: Callable[[int], None]) -> None:
    """Deliver a file; begun before, it goes on after what is there. Sizes are bytes.

    Raises:
        Occupied: when another file has the name.
        Damaged: when the file that arrived is another than was sent.
        Busy: when somebody else is delivering it.
        OSError: when the place takes no more, is not there or does not answer.
    """
    if place.holds(parcel.name) or not _sent(parcel, place, tell):
        with place.reading(parcel.name) as stream:
            if digest_of(pieces_of(stream)) != parcel.sha256:
                raise Occupied(parcel.name)
    place.write(f"{parcel.name}{CHECKSUM}", parcel.line)


def _sent(parcel: Parcel, place: Place, tell: Callable[[int], None]) -> bool:
    """Send the file; False when it got there from somebody else meanwhile."""
    part = f"{parcel.name}{PART}"
    with place.unfinished(part) as stream:
        if place.holds(parcel.name):
            return False
        place.settle(stream, _filled(stream, parcel, tell))
        with place.reading(part) as again:
            is_whole = digest_of(pieces_of(again)) == parcel.sha256
        if not is_whole:
            place.remove(part)
            raise Damaged(parcel.name)
        place.rename(part, parcel.name)
    return True


def _filled(stream: BinaryIO, parcel: Parcel, tell: Callable[[int], None]) -> int:
    """Write what is missing; what is there already is compared and kept."""
    done, is_known = 0, True
    for piece in parcel.pieces():
        is_known = is_known and stream.read(len(piece)) == piece
        if not is_known:
            stream.seek(done)
            stream.write(piece)
        done += len(piece)
        tell(done)
    stream.truncate(done)
    return done


def digest_of(pieces: Iterator[bytes]) -> str:
    """Return the SHA-256 of what is read."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def pieces_of(stream: BinaryIO) -> Iterator[bytes]:
    """Read on to the end, a piece at a time."""
    while piece := stream.read(PIECE):
        yield piece
