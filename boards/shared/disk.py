"""Where the bytes of stored files lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.storage import FileSystemStorage

# Of a file that is being written; a killed process leaves it behind.
UNFINISHED = ".part"


class WholeFileStorage(FileSystemStorage):
    """Files on a disk that get their name when they are whole, and not before.

    A process killed in the middle of a write would otherwise leave half a file under
    the name of the whole one, which nobody would write again.
    """

    def _save(self, name: str, content: Any) -> str:
        written = super()._save(  # type: ignore[misc]  # not in the stubs
            f"{name}.{uuid4().hex}{UNFINISHED}", content
        )
        unfinished, target = Path(self.path(written)), Path(self.path(name))
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(target)
        return name
