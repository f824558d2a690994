"""Where packages are delivered: named in a file the administrator keeps.

`ARCHIVE_TARGETS` is a TOML file with a table for each e-archive:

    [regionarkivet]
    label = "Regionarkivet"
    folder = "/mnt/regionarkivet/in"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Target:
    """An e-archive's place for what is delivered."""

    name: str
    label: str
    folder: Path


def targets() -> dict[str, Target]:
    """Return every place by its name; none is set until the file is.

    Raises:
        ImproperlyConfigured: when the file is not there or not what it should be.
    """
    if not settings.ARCHIVE_TARGETS:
        return {}
    path = Path(settings.ARCHIVE_TARGETS)
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            name: Target(name, str(row.get("label", name)), Path(row["folder"]))
            for name, row in rows.items()
        }
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        message = f"ARCHIVE_TARGETS cannot be read: {error}"
        raise ImproperlyConfigured(message) from error
