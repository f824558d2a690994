"""The public copies of minutes that hold what may not be shown, beside the minutes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from boards.shared.models import StoredFile
from minutes.archive.sip.facts import PackageFile, Record
from minutes.archive.sip.files import opened
from minutes.publication.models import PublishedMinutes

if TYPE_CHECKING:
    from minutes.archive.models import ArchivePackage

HAS, IS = "has_redacted_version", "is_redacted_version_of"
NAME = "protokoll-maskerat.pdf"


@dataclass(frozen=True)
class Copy:
    """A masked copy that is published, and since when."""

    file: StoredFile
    published_at: datetime


def masked_copies(packages: Collection[ArchivePackage]) -> dict[int, Copy]:
    """Return the masked copies of some minutes, by their justering."""
    shown = PublishedMinutes.objects.filter(
        source_id__in=[one.approval_id for one in packages],
        is_masked=True,
        withdrawn_at__isnull=True,
    )
    rows = {row.pdf_sha256: row for row in shown if row.pdf_sha256}
    files = StoredFile.objects.filter(sha256__in=rows)
    return {
        rows[file.sha256].source_id: Copy(file, rows[file.sha256].published_at)
        for file in files
    }


def redacted(record: Record, copy: Copy, folder: str, number: int) -> Record:
    """Return the masked copy as a record of its own, which says of what it is one."""
    file = copy.file
    return Record(
        key=f"{record.key} maskerad",
        number=number,
        title=f"{record.title}, maskerad kopia",
        kind=record.kind,
        direction=record.direction,
        dates=(("created", copy.published_at),),
        files=(
            PackageFile(
                path=f"{folder}/{NAME}",
                title=NAME,
                media_type=file.media_type,
                size=file.size,
                sha256=file.sha256,
                created=copy.published_at,
                opens=lambda: opened(file),
            ),
        ),
        relations=((IS, record.key),),
    )
