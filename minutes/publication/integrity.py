"""Whether the public sees what was approved, and nothing else (KL 8:10–12; D-16)."""

from __future__ import annotations

from collections.abc import Iterator

from boards.integrity.checks import Fault, Looked, pieces
from boards.shared.masking import mask_names
from boards.shared.models import StoredFile
from boards.shared.paper.html import render_html, render_section
from boards.shared.paper.store import from_json
from boards.shared.sanitise import plain_text
from cases.document.models import Document
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.pdf.keys import item_key
from minutes.privacy.queries import left_out
from minutes.publication.actions.masked import without
from minutes.publication.actions.masking import protected_names
from minutes.publication.models import PublishedItem, PublishedMinutes, PublishedPaper

# Minutes are whole documents: these many are held at a time.
ROWS = 20


def look_at_publication(looked: Looked) -> Iterator[Fault]:
    """Compare what is published with what it was made of."""
    yield from look_at_minutes(looked)
    yield from look_at_papers(looked)


def look_at_minutes(looked: Looked) -> Iterator[Fault]:
    """Compare published minutes and their §§ with the frozen content."""
    rows = PublishedMinutes.objects.filter(withdrawn_at__isnull=True)
    for some in pieces(rows.select_related("meeting__board"), ROWS):
        keys = [row.source_id for row in some]
        sources = {
            one.pk: one
            for one in Approval.objects.filter(
                pk__in=keys, state=ApprovalState.APPROVED
            ).select_related("document", "meeting__board")
        }
        for row in some:
            looked["published"] += 1
            source = sources.get(row.source_id)
            if source is None:
                yield Fault(name_of(row), "integrity.published_without_source")
            else:
                yield from minutes_faults(row, source)


def minutes_faults(row: PublishedMinutes, source: Approval) -> Iterator[Fault]:
    """Compare one published document with its source."""
    where = name_of(row)
    files = [one for one in (row.pdf_sha256, row.akn_sha256) if one]
    document = source.document
    if document is not None:
        if row.signed_sha256 != document.sha256:
            yield Fault(where, "integrity.published_other_document")
        if row.pdf_sha256 and not row.is_masked and row.pdf_sha256 != document.sha256:
            yield Fault(where, "integrity.published_other_document")
    if StoredFile.objects.filter(sha256__in=files).count() < len(set(files)):
        yield Fault(where, "integrity.published_file_unknown")
    yield from words_faults(where, row, source)


def words_faults(
    where: str, row: PublishedMinutes, source: Approval
) -> Iterator[Fault]:
    """Compare the words the public reads with those that were frozen, masked anew.

    Only the words: how they are marked up may change with a release.
    """
    if row.is_secret:
        if row.html:
            yield Fault(where, "integrity.published_secret")
        return
    names = protected_names(source.meeting)
    content = from_json(mask_names(source.content, names))
    document = without(content, left_out(source))
    if plain_text(row.html) != plain_text(render_html(document)):
        yield Fault(where, "integrity.published_words")
    shown = PublishedItem.objects.filter(minutes=row, withdrawn_at__isnull=True)
    items = {item.pk: item for item in source.first.items.all()}
    for one in shown:
        item = items.get(one.source_id)
        if item is None:
            yield Fault(f"{where} § {one.number}", "integrity.published_without_source")
        elif plain_text(one.html) != plain_text(
            render_section(document, item_key(item))
        ):
            yield Fault(f"{where} § {one.number}", "integrity.published_words")


def look_at_papers(looked: Looked) -> Iterator[Fault]:
    """Compare published handlingar with the files that are registered."""
    for some in pieces(PublishedPaper.objects.filter(withdrawn_at__isnull=True)):
        keys = [row.source_id for row in some]
        rows = Document.objects.filter(pk__in=keys).select_related("file", "case")
        sources = {one.pk: one for one in rows}
        for row in some:
            looked["published"] += 1
            source = sources.get(row.source_id)
            if source is None or source.file is None:
                yield Fault(row.designation, "integrity.published_without_source")
            elif source.file.sha256 != row.sha256:
                yield Fault(row.designation, "integrity.published_other_document")
            elif source.is_secret or source.case.is_secret:
                yield Fault(row.designation, "integrity.published_secret")


def name_of(row: PublishedMinutes) -> str:
    """Return what people call the minutes: board, day, §§."""
    return f"{row.meeting.board} {row.meeting.held_on} §§ {row.items_label}"
