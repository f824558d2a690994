"""One § as a section: its own text, then what the data says, in the minutes' order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from boards.shared.paper.rich import blocks_from_html as blocks_of
from boards.shared.paper.tree import (
    Align,
    Block,
    Column,
    Heading,
    Section,
    Table,
    bullets,
    cells,
    numbered,
    paragraph,
)
from minutes.item import generated, sentences
from minutes.item.enums import SectionKind
from minutes.item.facts import floor_facts, recusal_facts, round_facts
from minutes.item.generated import RecusalFact
from minutes.pdf import words
from minutes.pdf.keys import item_key

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record

APPENDIX_MENTION = re.compile(r"\b([Bb]ilaga) (\d+)\b(?!, )")
LEVEL = 3


def item_section(record: Record, item: MinutesItem) -> Section:
    """Return a § whole."""
    case = item.agenda_item.case
    return Section(
        key=item_key(item),
        number=f"§ {record.number(item)}",
        running=f"{record.board.prefix} § {record.number(item)}",
        title=item.heading,
        reference=words.DNR.format(dnr=case.dnr) if case else "",
        blocks=tuple(item_blocks(record, item)),
        dispatched_to=tuple(row.recipient.name for row in item.recipients.all()),
    )


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
    yield from narrative(item)
    yield from communications(item)
    yield from basis(item)
    yield from proposed(item)
    yield from floor(item)
    yield from procedure(item)
    yield from decision(record, item)
    yield from reservations(item)
    yield from recusals(record, item)


def narrative(item: MinutesItem) -> Iterator[Block]:
    """Return the secretary's own sections."""
    for section in item.sections.all():
        body = blocks_of(section.body)
        if section.kind == SectionKind.PROCEDURE or not body:
            continue
        heading = section.heading or sentences.SECTION_HEADINGS.get(section.kind, "")
        if heading:
            yield Heading(LEVEL, heading)
        yield from body


def communications(item: MinutesItem) -> Iterator[Block]:
    """Return the meddelandelista (P-10)."""
    rows = [row.communication for row in item.communications.all()]
    if not rows:
        return
    lead = sentences.COMMUNICATIONS_LEAD
    yield paragraph(sentences.COMMUNICATION_LEAD if len(rows) == 1 else lead)
    number, heading, dnr = sentences.COMMUNICATION_COLUMNS
    yield Table(
        columns=(Column(number, Align.RIGHT, 1), Column(heading, width=8), Column(dnr)),
        rows=tuple(
            cells(
                str(position),
                words.HIDDEN_COMMUNICATION
                if row.case and row.case.is_secret and not item.is_secret
                else row.heading,
                row.case.dnr if row.case else "",
            )
            for position, row in enumerate(rows, start=1)
        ),
    )


def basis(item: MinutesItem) -> Iterator[Block]:
    """Return beslutsunderlag; a secret handling in an open § is not named."""
    rows = list(item.basis.all())
    if not rows:
        return
    yield Heading(LEVEL, sentences.BASIS_HEADING)
    yield bullets(
        *(
            words.HIDDEN_DOCUMENT
            if row.document and row.document.is_secret and not item.is_secret
            else row.label
            for row in rows
        )
    )


def proposed(item: MinutesItem) -> Iterator[Block]:
    """Return the proposal the meeting started from."""
    rows = [row.text for row in item.proposed.all()]
    if not rows:
        return
    yield Heading(LEVEL, sentences.PROPOSED_HEADING)
    yield paragraph(sentences.PROPOSED_LEAD)
    yield bullets(*rows)


def floor(item: MinutesItem) -> Iterator[Block]:
    """Return the yrkanden that were not withdrawn (KL 5:67 p. 1; P-01)."""
    facts = floor_facts(item)
    if not facts:
        return
    yield Heading(LEVEL, sentences.FLOOR_HEADING)
    for fact in facts:
        yield paragraph(generated.floor_lead(fact))
        if fact.text:
            yield bullets(fact.text)


def procedure(item: MinutesItem) -> Iterator[Block]:
    """Return Beslutsgång: the secretary's wording, else what the data says."""
    own = [row for row in item.sections.all() if row.kind == SectionKind.PROCEDURE]
    text = next((row.body for row in own if row.body), "")
    blocks = blocks_of(text or generated.procedure(round_facts(item)))
    if blocks:
        yield Heading(LEVEL, sentences.SECTION_HEADINGS[SectionKind.PROCEDURE])
        yield from blocks


def decision(record: Record, item: MinutesItem) -> Iterator[Block]:
    """Return the decision numbered; information has neither heading nor number."""
    points = [row.text for row in item.decision_points.all()]
    texts = with_appendices(record, item, points)
    if item.is_information:
        yield from (paragraph(text) for text in texts)
        return
    if texts:
        genitive = record.board.genitive
        yield Heading(LEVEL, sentences.DECISION_HEADING.format(board=genitive))
        yield numbered(*texts)


def with_appendices(record: Record, item: MinutesItem, points: list[str]) -> list[str]:
    """Return the points with their appendices cited: "(bilaga 1, ITVT § 12/…)".

    An appendix no point names is cited in the last one.
    """
    citation = record.citation(item)
    known = {appendix.number for appendix in item.appendices.all()}
    named: set[int] = set()

    def cite(match: re.Match[str]) -> str:
        number = int(match[2])
        if number not in known:
            return match[0]
        named.add(number)
        return f"{match[1]} {number}, {citation}"

    texts = [APPENDIX_MENTION.sub(cite, point) for point in points]
    left = sorted(known - named)
    if texts and left:
        listed = "; ".join(
            sentences.APPENDIX.format(number=number, citation=citation)
            for number in left
        )
        bare = texts[-1].rstrip().removesuffix(".")
        texts[-1] = f"{bare} ({listed})."
    return texts


def reservations(item: MinutesItem) -> Iterator[Block]:
    """Return who reserved, and their written text (KL 5:67 p. 6)."""
    rows = list(item.reservations.all())
    if not rows:
        return
    yield Heading(LEVEL, sentences.RESERVATION_HEADING)
    for row in rows:
        yield paragraph(generated.reservation([str(one) for one in row.people.all()]))
        yield from (paragraph(part) for part in row.text.split("\n") if part.strip())


def recusals(record: Record, item: MinutesItem) -> Iterator[Block]:
    """Return jäv: who was out, who sat instead, who led (KL 6:28)."""
    service = record.at(item)
    facts: list[RecusalFact] = recusal_facts(item, service)
    if not facts:
        return
    yield Heading(LEVEL, sentences.RECUSAL_HEADING)
    usual = record.service.usual_chair
    presiding = service.presiding
    led_by = str(presiding) if presiding and presiding != usual else ""
    for line in generated.recusals(facts, led_by):
        yield paragraph(line)
