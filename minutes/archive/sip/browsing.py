"""What is in a built package, one folder at a time: read from its list of files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo


@dataclass(frozen=True)
class Entry:
    """A file, or a folder with how many files there are in it; sizes are bytes."""

    name: str
    path: str
    size: int
    files: int
    is_folder: bool


@dataclass(frozen=True)
class Folder:
    """A folder of a package: its way from the top, and what lies in it."""

    way: tuple[Entry, ...]
    entries: tuple[Entry, ...]


def folder_of(stream: BinaryIO, path: str) -> Folder:
    """Return what lies in a folder of a package.

    Raises:
        LookupError: when the package has no such folder.
        BadZipFile: when the file is no readable zip.
    """
    with ZipFile(stream) as archive:
        rows = archive.infolist()
    within = f"{path.strip('/')}/" if path.strip("/") else ""
    inside: dict[str, list[ZipInfo]] = defaultdict(list)
    for row in rows:
        if row.filename.startswith(within):
            inside[row.filename[len(within) :].split("/")[0]].append(row)
    if not inside:
        raise LookupError(path)
    entries = [_entry(f"{within}{name}", some) for name, some in inside.items()]
    # As any browser of files has it: folders first, then by name.
    entries.sort(key=lambda one: (not one.is_folder, one.name))
    return Folder(_way(within), tuple(entries))


def _entry(path: str, inside: list[ZipInfo]) -> Entry:
    is_folder = any(row.filename != path for row in inside)
    size = sum(row.file_size for row in inside)
    return Entry(path.rsplit("/", 1)[-1], path, size, len(inside), is_folder)


def _way(within: str) -> tuple[Entry, ...]:
    names = within.strip("/").split("/") if within else []
    return tuple(
        Entry(name, "/".join(names[: place + 1]), 0, 0, is_folder=True)
        for place, name in enumerate(names)
    )
