"""What may be uploaded as a ledger: known by its content, within the limit."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from boards.shared.refusals import Refusal
from boards.shared.uploads import BOM, MIB, clean_name

ENDINGS = (".se", ".si", ".sie")
TABLES = (".csv", ".xlsx")
ZIP = b"PK"
FIRST = 1024


def blocks_upload(file: UploadedFile[bytes]) -> list[Refusal]:
    """Refuse what cannot be a ledger before it is kept; its lines are read later."""
    size = file.size or 0
    name = clean_name(file.name or "")
    if size == 0:
        return [Refusal("upload.empty", field="file")]
    if size > settings.LEDGER_UPLOAD_LIMIT:
        limit = settings.LEDGER_UPLOAD_LIMIT // MIB
        values = {"size": size // MIB + 1, "limit": limit}
        return [Refusal("ledger.too_large", values=values, field="file")]
    file.seek(0)
    begins = file.read(FIRST).removeprefix(BOM).lstrip()
    file.seek(0)
    if not _is_of_its_kind(PurePosixPath(name.lower()).suffix, begins):
        return [Refusal("ledger.wrong_kind", values={"name": name}, field="file")]
    return []


def _is_of_its_kind(ending: str, begins: bytes) -> bool:
    if ending in ENDINGS:
        return begins.startswith(b"#")
    return ending in TABLES and begins.startswith(ZIP) == (ending == ".xlsx")


def is_table(name: str) -> bool:
    """Say whether a file is a table by its name: CSV or XLSX, not SIE."""
    return PurePosixPath(name.lower()).suffix in TABLES
