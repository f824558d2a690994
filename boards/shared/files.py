"""Keeping bytes under their own hash."""

import hashlib
from typing import BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from boards.shared.models import StoredFile

PIECE = 1 << 20


def store_file(content: bytes, media_type: str) -> StoredFile:
    """Keep the bytes and return their row; the same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    stored, _created = StoredFile.objects.get_or_create(
        sha256=digest, defaults={"size": len(content), "media_type": media_type}
    )
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
    stored, _created = StoredFile.objects.get_or_create(
        sha256=digest, defaults={"size": size, "media_type": media_type}
    )
    if not default_storage.exists(stored.path):
        stream.seek(0)
        default_storage.save(stored.path, File(stream))
    return stored
