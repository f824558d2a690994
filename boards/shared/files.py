"""Keeping bytes under their own hash."""

import hashlib
from typing import BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import connection

from boards.shared.models import StoredFile

PIECE = 1 << 20


def hold_bytes(sha256: str, *, alone: bool = False) -> None:
    """Keep bytes from being removed until this transaction ends.

    Whoever removes them holds them `alone`: a removal waits for those who are about to
    keep the same bytes once more, and they for it.
    """
    lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(%s)", [int(sha256[:15], 16)])


def kept_row(sha256: str, size: int, media_type: str) -> StoredFile:
    """Return the row of bytes, made when it is not there, safe from their removal."""
    stored, created = StoredFile.objects.get_or_create(
        sha256=sha256, defaults={"size": size, "media_type": media_type}
    )
    if not created and connection.in_atomic_block:
        hold_bytes(sha256)
    return stored


def store_file(content: bytes, media_type: str) -> StoredFile:
    """Keep the bytes and return their row; the same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    stored = kept_row(digest, len(content), media_type)
    # Written even when the row was there: a rolled-back upload may have left no file.
    if not default_storage.exists(stored.path):
        default_storage.save(stored.path, ContentFile(content))
    return stored


def sha256_of(stream: BinaryIO) -> tuple[str, int]:
    """Return the hash and the length of a stream, read a piece at a time."""
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    while piece := stream.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def store_stream(stream: BinaryIO, media_type: str) -> StoredFile:
    """Keep a file too large for memory; the same bytes are kept once."""
    digest, size = sha256_of(stream)
    stored = kept_row(digest, size, media_type)
    if not default_storage.exists(stored.path):
        stream.seek(0)
        default_storage.save(stored.path, File(stream))
    return stored
