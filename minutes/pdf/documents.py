"""The minutes of some §§ as one document tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from boards.person.queries import protected_words
from boards.shared.models import StoredFile
from boards.shared.paper.tree import (
    AppendixPages,
    Block,
    Document,
    Field,
    FieldTable,
    PageBreak,
    Section,
    TableOfContents,
    paragraph,
)
from minutes.item import sentences
from minutes.item.queries import Record, record_of
from minutes.pdf import words
from minutes.pdf.agenda import agenda_changes, in_parts
from minutes.pdf.front import Posting, Signer, front_page
from minutes.pdf.keys import appendix_key, item_key
from minutes.pdf.masking import without_names
from minutes.pdf.sections import item_section, secret_section

if TYPE_CHECKING:
    from minutes.item.models import Appendix, MinutesItem
    from minutes.meeting.models import Meeting

PDF = "application/pdf"
# The stamp has the number, whatever the handling calls itself.
OWN_NUMBER = re.compile(r"^bilaga(?:\s+\d+)?\s*[:.,–-]?\s+(?=\S)", re.IGNORECASE)


def minutes_document(
    meeting: Meeting,
    items: Iterable[MinutesItem] | None = None,
    *,
    signers: Sequence[Signer] | None = None,
    posting: Posting | None = None,
    public: bool = False,
) -> Document:
    """Return the minutes of the §§, all of the meeting's when none are named.

    For the public secret §§ are a number and a ground, and protected names are gone.
    """
    record = record_of(meeting, items)
    document = document_of(record, signers, posting, public=public)
    return without_names(document, protected_names(record)) if public else document


def document_of(
    record: Record,
    signers: Sequence[Signer] | None = None,
    posting: Posting | None = None,
    *,
    public: bool = False,
) -> Document:
    """Return the tree of a record that is already loaded."""
    board, day = record.board, record.meeting.held_on
    return Document(
        title=words.MINUTES_TITLE.format(date=f"{day:%Y-%m-%d}", board=board.name),
        kind=words.MINUTES_KIND,
        organ=board.name,
        meeting_date=day,
        municipality=board.host.name,
        blocks=(
            *front_page(record, expected_signers(record, signers), posting),
            PageBreak(),
            TableOfContents(words.CONTENTS),
            *agenda_changes(record),
            *in_parts(record, lambda item: section_of(record, item, public=public)),
        ),
        appendices=tuple(appendices(record, public=public)),
    )


def section_of(record: Record, item: MinutesItem, *, public: bool) -> Section:
    """Return a §, or its bare number when the reader may not see it."""
    if public and item.is_secret:
        return secret_section(record, item)
    return item_section(record, item)


def expected_signers(
    record: Record, given: Sequence[Signer] | None = None
) -> Sequence[Signer]:
    """Return who signs: those of the justering, else those it will have."""
    if given is not None:
        return given
    found: list[Signer] = []
    secretary = record.meeting.secretary
    if secretary and record.regulations.secretary_signs:
        found.append(Signer("signature_secretary", "secretary", str(secretary)))
    chairs = dict.fromkeys(record.at(item).presiding for item in record.items)
    points = {item.agenda_item_id for item in record.items}
    chosen = [
        row.attendance
        for row in record.meeting.chosen_approvers.select_related("attendance")
        if not row.is_reserve and row.for_item_id in {None, *points}
    ]
    people = [("chair", one) for one in chairs if one]
    people += [("approver", one) for one in chosen]
    for role, attendance in dict.fromkeys(people):
        name = f"signature_{role}_{attendance.pk}"
        found.append(Signer(name, role, str(attendance)))
    return found


def appendices(record: Record, *, public: bool) -> Iterator[AppendixPages]:
    """Return the appendices in order; secret ones stay out of what is public."""
    for item in record.items:
        for appendix in item.appendices.all():
            secret = item.is_secret or appendix.document.is_secret
            if not (public and secret):
                yield appendix_pages(record, item, appendix)


def appendix_pages(
    record: Record, item: MinutesItem, appendix: Appendix
) -> AppendixPages:
    """Return an appendix: the PDF's own pages, else a page that describes the file."""
    document = appendix.document
    stored = document.kept_file
    sha256 = stored.sha256 if stored and stored.media_type == PDF else ""
    return AppendixPages(
        key=appendix_key(appendix),
        stamp=sentences.APPENDIX_STAMP.format(
            number=appendix.number, citation=record.citation(item)
        ),
        title=OWN_NUMBER.sub("", document.subject),
        sha256=sha256,
        blocks=() if sha256 else tuple(described(appendix)),
        section_key=item_key(item),
    )


def described(appendix: Appendix) -> Iterator[Block]:
    """Return what a page says about an appendix that has no pages of its own."""
    document = appendix.document
    if document.kept_file is None:
        text = words.NO_FILE.format(designation=document.designation)
        yield paragraph(text)
        return
    yield paragraph(words.FILE_OF_OTHER_KIND)
    yield FieldTable(
        (
            Field(words.FILE_NAME, (document.file_name,)),
            Field(words.FILE_TYPE, (document.file.media_type,)),
            Field(words.FILE_SIZE, (f"{document.file.size} byte",)),
            Field(words.FILE_HASH, (document.file.sha256,)),
        )
    )


def files_of(document: Document) -> dict[str, bytes]:
    """Return the bytes of the appendices that a renderer asks for, by SHA-256."""
    wanted = {one.sha256 for one in document.appendices if one.sha256}
    stored = StoredFile.objects.filter(sha256__in=wanted)
    return {row.sha256: row.read() for row in stored}


def protected_names(record: Record) -> set[str]:
    """Return the names that the public may not read (OSL 21:3, 22:1; D-20).

    Somebody elected, or who asked a question, need not have been at the meeting.
    """
    names = set(protected_words())
    for attendance in record.service.attendances:
        if attendance.person.is_protected:
            person = attendance.person
            names |= {attendance.name, person.name, person.family_name}
    return names
