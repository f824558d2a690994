"""Files: minutes and papers, by what they are called and where their bytes are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boards.shared.citations import paragraphs
from minutes.opendata.oparl.addresses import absolute, content_url, object_url
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.values import Object, day, web, written

# What a file says of where it stands; inside its parent it does not.
WAYS_BACK = ("meeting", "agendaItem", "paper")


def minutes_file(row: Any) -> Object:
    """Return minutes: the PDF, or their page where secret §§ leave no PDF."""
    key = f"minutes-{row.pk}"
    page = absolute(row.get_absolute_url())
    has_pdf = bool(row.pdf_sha256)
    values = {
        "name": f"Protokoll {paragraphs(row.items_label)}",
        "fileName": row.file_name if has_pdf else None,
        "mimeType": "application/pdf" if has_pdf else "text/html",
        "date": day(row.approved_on),
        "accessUrl": content_url(key) if has_pdf else page,
        "downloadUrl": content_url(key, save=True) if has_pdf else None,
        "meeting": [object_url(Kind.MEETING, row.meeting_id)],
        "web": page,
        "justera:sha256Checksum": row.pdf_sha256,
        "justera:version": row.version,
        "justera:isMasked": row.is_masked,
    }
    return written(Kind.FILE, key, row, values)


def paper_file(row: Any, points: Iterable[Any] = ()) -> Object:
    """Return the file of a handling, with the points it lies at."""
    key = f"paper-{row.pk}"
    values = {
        "name": row.heading,
        "fileName": row.file_name,
        "mimeType": row.media_type,
        "date": day(row.handled_on),
        "size": row.size,
        "accessUrl": content_url(key),
        "downloadUrl": content_url(key, save=True),
        "agendaItem": [object_url(Kind.AGENDA_ITEM, one.pk) for one in points],
        "paper": [object_url(Kind.PAPER, f"document-{row.pk}")],
        "web": web(row),
        "justera:sha256Checksum": row.sha256,
    }
    return written(Kind.FILE, key, row, values)


def with_text(made: Object, row: Any) -> Object:
    """Add the text of the file: only where one file is asked for by itself."""
    text = getattr(row, "text", "")
    return {**made, "text": text} if text else made
