"""Every stored file: that it is there, as long as it was, with the bytes it had."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.core.files.storage import default_storage

from boards.integrity.checks import Fault, Looked, pieces
from boards.shared.files import sha256_of
from boards.shared.models import StoredFile

# Those of some stored files whose bytes were removed by a decision (arkivlagen 10 §).
removed: list[Callable[[Collection[int]], Collection[int]]] = []


def look_at_files(looked: Looked) -> Iterator[Fault]:
    """Read every stored file through, a piece at a time."""
    for rows in pieces(StoredFile.objects.all()):
        keys = [row.pk for row in rows]
        gone = {key for tell in removed for key in tell(keys)}
        for row in rows:
            if row.pk in gone:
                looked["files_disposed"] += 1
            else:
                yield from faults_of(row, looked)


def faults_of(row: StoredFile, looked: Looked) -> Iterator[Fault]:
    """Compare one file with its row."""
    looked["files"] += 1
    stream: Any
    try:
        with default_storage.open(row.path) as stream:
            sha256, size = sha256_of(stream)
    except FileNotFoundError:
        yield Fault(row.path, "integrity.file_missing", {"id": row.pk})
        return
    except OSError as error:
        values = {"id": row.pk, "error": str(error)}
        yield Fault(row.path, "integrity.file_unreadable", values)
        return
    looked["bytes"] += size
    if size != row.size:
        values = {"id": row.pk, "size": size, "expected": row.size}
        yield Fault(row.path, "integrity.file_length", values)
    elif sha256 != row.sha256:
        values = {"id": row.pk, "sha256": sha256}
        yield Fault(row.path, "integrity.file_changed", values)
