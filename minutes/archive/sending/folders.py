"""An e-archive that takes packages in a folder of this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from minutes.archive.sending.delivering import PART, Parcel, deliver
from minutes.archive.sip.resuming import unfinished_file


@dataclass(frozen=True)
class Folder:
    """A folder, as a place to deliver to."""

    path: Path

    def holds(self, name: str) -> bool:
        """Say whether there is a file of that name."""
        return (self.path / name).exists()

    def reading(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file to be read through."""
        return (self.path / name).open("rb")

    def unfinished(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file that may have been begun; nobody else has it open so."""
        return unfinished_file(self.path / name)

    def settle(self, stream: BinaryIO, _size: int) -> None:
        """See that what was written is on the disk."""
        stream.flush()
        os.fsync(stream.fileno())

    def rename(self, name: str, to: str) -> None:
        """Give a file its name."""
        (self.path / name).rename(self.path / to)

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.path / name).unlink()

    def write(self, name: str, content: bytes) -> None:
        """Write a small file whole, over what has the name."""
        part = self.path / f"{name}{PART}"
        with part.open("wb") as stream:
            stream.write(content)
            self.settle(stream, len(content))
        part.rename(self.path / name)


@dataclass(frozen=True)
class FolderTarget:
    """An e-archive whose packages go into a folder, and receipts come in another."""

    name: str
    label: str
    folder: Path
    answers: Path | None = None

    def deliver(self, parcel: Parcel, tell: Callable[[int], None]) -> None:
        """Put a file into the folder; see `delivering.deliver`."""
        deliver(parcel, Folder(self.folder), tell)

    def receipts(self, longest: int) -> Iterator[tuple[str, bytes]]:
        """Give the files with answers, each with its name."""
        if self.answers is None:
            return
        for path in sorted(self.answers.iterdir()):
            if path.is_file() and path.stat().st_size <= longest:
                yield path.name, path.read_bytes()
