"""Publishing handlingar: never by itself, always because somebody decided so (D-17)."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse

from boards.person.queries import protected_words
from boards.shared.history import record
from boards.shared.masking import mask_names
from boards.shared.published.snapshots import publish_row, withdraw_row
from cases.document.models import Document
from cases.document.registry import after_publishing
from minutes.publication.actions.cases import publish_case
from minutes.publication.actions.registers import publish_registers
from minutes.publication.models import PublishedAgendaPoint, PublishedPaper


@transaction.atomic
def publish_paper(*, document: Document) -> PublishedPaper | None:
    """Publish a registered handling with its file; nothing of a secret one.

    Who asks has decided it: `minutes.privacy`. The file is shown as it is, so what it
    holds has been looked through.
    """
    case = document.case
    is_closed = document.is_secret or case.is_secret
    if is_closed or document.kept_file is None or not document.is_registered:
        return None
    board = publish_registers(board=case.board)
    names = protected_words()
    paper = publish_row(
        PublishedPaper,
        {"source_id": document.pk},
        {
            "board": board,
            "case": publish_case(case, board),
            "designation": document.designation,
            "heading": mask_names(document.subject, names),
            "handled_on": document.handled_on,
            "sha256": document.file.sha256,
            "media_type": document.file.media_type,
            "file_name": mask_names(document.file_name, names),
            "size": document.file.size,
            "withdrawn_at": None,
        },
    )
    paper.points.set(points_of(document))
    tell(document, reverse("public-paper", args=[paper.pk]))
    record(document, "publication.paper_published", by=None)
    return paper


def tell(document: Document, url: str) -> None:
    """Tell who shows more of a handling where its file is, or that it is gone."""
    for follow in after_publishing:
        follow(document, url)


def points_of(document: Document) -> list[PublishedAgendaPoint]:
    """Return the published points that a handling is a paper of, or the basis of."""
    points = PublishedAgendaPoint.objects.filter(withdrawn_at__isnull=True)
    sources = {
        *document.agenda_papers.values_list("agenda_item_id", flat=True),
        *document.basis_of.values_list("item__agenda_item_id", flat=True),
    }
    return list(points.filter(source_id__in=sources))


@transaction.atomic
def withdraw_paper(*, document: Document) -> None:
    """Take a handling from the public; its number stays, as a tombstone."""
    for row in PublishedPaper.objects.filter(
        source_id=document.pk, withdrawn_at__isnull=True
    ):
        withdraw_row(row, heading="", file_name="", sha256="", text="", size=0)
        row.points.clear()
        tell(document, "")
        record(document, "publication.paper_withdrawn", by=None)
