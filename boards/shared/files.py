"""Keeping bytes under their own hash."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from boards.shared.models import StoredFile


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
