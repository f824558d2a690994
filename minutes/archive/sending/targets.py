"""Where packages are delivered: named in a file the administrator keeps.

`ARCHIVE_TARGETS` is a TOML file with a table for each e-archive: docs/formats/sip.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from minutes.archive.sending.buckets import BucketTarget
from minutes.archive.sending.delivering import Parcel
from minutes.archive.sending.folders import FolderTarget
from minutes.archive.sending.sftp import SSH_PORT, SftpTarget

# Nothing leaves the machine there, so nobody can listen.
OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


class Target(Protocol):
    """An e-archive that takes packages, and may answer in the same way."""

    @property
    def name(self) -> str:
        """The name of its table."""

    @property
    def label(self) -> str:
        """What people call it."""

    def deliver(self, parcel: Parcel, tell: Callable[[int], None]) -> None:
        """Deliver a file whole, or raise why not."""

    def receipts(self, longest: int) -> Iterator[tuple[str, bytes]]:
        """Give its answers, none longer than so many bytes, with their names."""


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
        return {name: target(name, row) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        message = f"ARCHIVE_TARGETS cannot be read: {error}"
        raise ImproperlyConfigured(message) from error


def target(name: str, row: Mapping[str, Any]) -> Target:
    """Return the place a table describes, by what it says first of all."""
    label = str(row.get("label", name))
    if "sftp" in row:
        return _sftp(name, label, row)
    if "s3" in row:
        return _bucket(name, label, row)
    answers = Path(row["receipts"]) if "receipts" in row else None
    return FolderTarget(name, label, Path(row["folder"]), answers)


def _sftp(name: str, label: str, row: Mapping[str, Any]) -> SftpTarget:
    said = urlsplit(row["sftp"])
    if said.scheme != "sftp" or not said.hostname or not said.username:
        message = f"{name}: sftp is no sftp://user@host/folder"
        raise ValueError(message)
    return SftpTarget(
        name=name,
        label=label,
        host=said.hostname,
        port=said.port or SSH_PORT,
        user=said.username,
        folder=said.path or ".",
        key=Path(row["key"]),
        host_key=str(row["host_key"]),
        answers=str(row.get("receipts", "")),
    )


def _bucket(name: str, label: str, row: Mapping[str, Any]) -> BucketTarget:
    said = urlsplit(row["s3"])
    is_safe = said.scheme == "https" or said.hostname in OWN_MACHINE
    if not said.hostname or not is_safe:
        message = f"{name}: s3 is no https address"
        raise ValueError(message)
    return BucketTarget(
        name=name,
        label=label,
        endpoint=row["s3"],
        bucket=str(row["bucket"]),
        credentials=Path(row["credentials"]),
        prefix=str(row.get("prefix", "")),
        region=str(row.get("region", "us-east-1")),
        answers=str(row.get("receipts", "")),
    )
