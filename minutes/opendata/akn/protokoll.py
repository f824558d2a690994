"""Minutes as JSON: what was proposed, put, voted and decided, § by §."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from boards.shared.clock import STOCKHOLM
from minutes.opendata.oparl.addresses import absolute, content_url, object_url
from minutes.opendata.oparl.enums import Kind
from minutes.publication.models import PublishedItem, PublishedMinutes


def protokoll(row: PublishedMinutes) -> dict[str, Any]:
    """Return published minutes; their files by address."""
    meeting = row.meeting
    page = absolute(row.get_absolute_url())
    return {
        "id": page,
        "licence": settings.OPEN_DATA_LICENCE,
        "board": meeting.board.name,
        "meeting": {
            "id": object_url(Kind.MEETING, meeting.pk),
            "day": meeting.held_on.isoformat(),
            "startsAt": meeting.starts_at.astimezone(STOCKHOLM).isoformat(),
            "place": meeting.place,
        },
        "paragraphs": row.items_label,
        "approvedOn": row.approved_on.isoformat(),
        "changedAt": row.changed_at.astimezone(STOCKHOLM).isoformat(),
        "version": row.version,
        "isMasked": row.is_masked,
        "isSecret": row.is_secret,
        "corrections": row.corrections,
        "files": {
            "html": page,
            "pdf": content_url(f"minutes-{row.pk}") if row.pdf_sha256 else None,
            "akomaNtoso": f"{page}akn.xml" if row.akn_sha256 else None,
        },
        "items": [paragraph(one) for one in row.items.all() if not one.withdrawn_at],
    }


def paragraph(row: PublishedItem) -> dict[str, Any]:
    """Return one §."""
    return {
        "id": absolute(row.get_absolute_url()),
        "number": row.number,
        "citation": row.citation,
        "heading": row.heading,
        "dnr": row.dnr,
        "text": row.text,
        "facts": row.facts,
    }
