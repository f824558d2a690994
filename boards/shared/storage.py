"""Where stored bytes lie: under their own hash, with no model in between."""

from django.core.files.storage import default_storage


def path_of(sha256: str) -> str:
    """Return the place of the bytes in the storage."""
    return f"{sha256[:2]}/{sha256}"


def read_bytes(sha256: str) -> bytes:
    """Return the bytes with that hash; `FileNotFoundError` when there are none."""
    with default_storage.open(path_of(sha256)) as stored:
        return bytes(stored.read())
