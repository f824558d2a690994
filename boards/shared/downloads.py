"""Handing out stored files so that a browser never runs what is in them."""

from django.core.files.storage import default_storage
from django.http import FileResponse

from boards.shared.models import StoredFile


def download(stored: StoredFile, name: str) -> FileResponse:
    """Return the file to save, under its name; nothing in it may act as a page."""
    response = FileResponse(
        default_storage.open(stored.path),
        as_attachment=True,
        filename=name,
        content_type=stored.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
