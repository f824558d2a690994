"""One § as a section: its own text, then what the data says, in the minutes' order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boards.shared.paper.rich import blocks_from_html as blocks_of
from boards.shared.paper.tree import Block, Heading, Section, paragraph
from minutes.item import sentences
from minutes.item.enums import NoteKind, SectionKind
from minutes.item.generated import listed
from minutes.item.generated.dissent import notes_heading
from minutes.item.wording import is_generated, text_of
from minutes.pdf import words
from minutes.pdf.decisions import appeals, decision
from minutes.pdf.keys import item_key
from minutes.pdf.lists import (
    LEVEL,
    asked,
    basis,
    communications,
    earlier,
    proposed,
    reported,
)

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record


def item_section(record: Record, item: MinutesItem) -> Section:
    """Return a § whole."""
    names = tuple(row.recipient.name for row in item.recipients.all())
    worded = own_text(item, SectionKind.DISPATCH)
    return Section(
        key=item_key(item),
        number=f"§ {record.number(item)}",
        running=f"{record.board.prefix} § {record.number(item)}",
        title=item.heading,
        reference=reference(item),
        blocks=tuple(item_blocks(record, item)),
        dispatched_to=() if worded else names,
    )


def reference(item: MinutesItem) -> str:
    """Return the case numbers of a §, and another body's number of the matter."""
    point = item.agenda_item
    cases = [point.case] if point.case else []
    cases += [case for case in point.other_cases.all() if case not in cases]
    dnr = ", ".join(case.dnr for case in cases)
    parts = [words.DNR.format(dnr=dnr) if dnr else "", item.reference]
    return ", ".join(part for part in parts if part)


def secret_section(record: Record, item: MinutesItem) -> Section:
    """Return what the public sees of a secret §: its number and the ground (P-08)."""
    return Section(
        key=item_key(item),
        number=f"§ {record.number(item)}",
        running=f"{record.board.prefix} § {record.number(item)}",
        title=sentences.CLASSIFIED,
        blocks=(
            paragraph(sentences.CLASSIFIED_GROUND.format(ground=item.legal_ground)),
        ),
    )


def item_blocks(record: Record, item: MinutesItem) -> Iterator[Block]:
    """Return the blocks of a § in order; those with nothing to say are left out."""
    yield from earlier(item)
    yield from narrative(item)
    yield from tables(record, item)
    yield from asked(item)
    yield from communications(item)
    yield from reported(item)
    yield from basis(item)
    yield from proposed(item)
    for kind in (
        SectionKind.ATTENDANCE,
        SectionKind.RECUSAL,
        SectionKind.FLOOR,
        SectionKind.PROCEDURE,
    ):
        yield from written(record, item, kind)
    yield from decision(record, item)
    yield from appeals(item)
    yield from stands_aside(item)
    yield from written(record, item, SectionKind.RESERVATION)
    yield from written(record, item, SectionKind.NOTES)
    yield from dispatch(record, item)


def narrative(item: MinutesItem) -> Iterator[Block]:
    """Return the secretary's own sections."""
    for section in item.sections.all():
        body = blocks_of(section.body)
        if is_generated(section.kind) or not body:
            continue
        heading = section.heading or sentences.SECTION_HEADINGS.get(section.kind, "")
        if heading:
            yield Heading(LEVEL, heading)
        yield from body


def tables(record: Record, item: MinutesItem) -> Iterator[Block]:
    """Return the tables of the ärende, where the secretary's own text ends."""
    kind = SectionKind.TABLES
    yield from blocks_of(own_text(item, kind) or text_of(record, item, kind))


def written(record: Record, item: MinutesItem, kind: SectionKind) -> Iterator[Block]:
    """Return a section as the secretary worded it, else what the data says."""
    blocks = blocks_of(own_text(item, kind) or text_of(record, item, kind))
    if blocks:
        yield Heading(LEVEL, heading_of(item, kind))
        yield from blocks


def own_text(item: MinutesItem, kind: SectionKind) -> str:
    """Return the secretary's wording of a section, "" while it follows the data."""
    rows = (row for row in item.sections.all() if row.kind == kind)
    return next((row.body for row in rows if row.body), "")


def heading_of(item: MinutesItem, kind: SectionKind) -> str:
    """Return the heading of a section: its number of reservations or notes shows."""
    if kind == SectionKind.RESERVATION and len(item.reservations.all()) > 1:
        return sentences.RESERVATIONS_HEADING
    if kind == SectionKind.NOTES:
        return notes_heading([NoteKind(row.kind) for row in item.notes.all()])
    return sentences.SECTION_HEADINGS[kind]


def stands_aside(item: MinutesItem) -> Iterator[Block]:
    """Return who was there and took no part in the decision (KL 4:25)."""
    people = [str(row.attendance) for row in item.non_participations.all()]
    if people:
        yield Heading(LEVEL, sentences.STANDS_ASIDE_HEADING)
        yield paragraph(sentences.STANDS_ASIDE.format(people=listed(people)))


def dispatch(record: Record, item: MinutesItem) -> Iterator[Block]:
    """Return expediering in the secretary's words; else it ends the section."""
    if own_text(item, SectionKind.DISPATCH):
        yield from written(record, item, SectionKind.DISPATCH)
