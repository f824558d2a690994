"""Taking back what the gate withdraws: rows stay as tombstones, what they said goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.published.snapshots import hold_publication, withdraw_row
from minutes.publication.actions.meetings import publish_meeting
from minutes.publication.actions.papers import withdraw_paper
from minutes.publication.models import PublishedMinutes

if TYPE_CHECKING:
    from minutes.privacy.models import Publication


def take_down(publication: Publication) -> None:
    """Take a document's pages, texts and files from the public at once."""
    hold_publication()
    if publication.meeting is not None:
        publish_meeting(meeting=publication.meeting)
        return
    if publication.document is not None:
        withdraw_paper(document=publication.document)
        return
    minutes = PublishedMinutes.objects.filter(source_id=publication.approval_id)
    for row in minutes.filter(withdrawn_at__isnull=True):
        for item in row.items.all():
            for one in item.follow_ups.all():
                withdraw_row(one, text="")
            withdraw_row(item, heading="", dnr="", html="", text="", facts={})
        withdraw_row(row, html="", pdf_sha256="", akn_sha256="", corrections=[])
