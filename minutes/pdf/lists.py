"""The lists of a §: what came before, what was asked, reported and proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from boards.shared.paper.tree import (
    Align,
    Block,
    Column,
    Heading,
    ListItem,
    NumberedList,
    Row,
    Table,
    bullets,
    cells,
    paragraph,
)
from minutes.item import sentences
from minutes.item.enums import AskedKind
from minutes.item.generated import genitive
from minutes.item.generated.lists import AskedFact, answer_lead, asked_lead
from minutes.item.labels import paper_name
from minutes.item.told import day
from minutes.pdf import words

if TYPE_CHECKING:
    from cases.delegation.models import DelegatedDecision
    from minutes.item.models import MinutesItem, ProposedDecision

LEVEL = 3


def earlier(item: MinutesItem) -> Iterator[Block]:
    """Return tidigare behandling; a secret § is not named in an open one."""
    rows = list(item.earlier_handlings.all())
    if not rows:
        return
    yield Heading(LEVEL, sentences.EARLIER_HEADING)
    yield bullets(
        *(
            words.HIDDEN_ITEM
            if row.earlier and row.earlier.is_secret and not item.is_secret
            else row.label
            for row in rows
        )
    )


def asked(item: MinutesItem) -> Iterator[Block]:
    """Return interpellations and questions with their answers (KL 5:59–64)."""
    for row in item.asked_questions.all():
        fact = AskedFact(
            AskedKind(row.kind),
            row.asked_by,
            row.text,
            row.asked_to,
            row.answered_by,
            row.answer,
        )
        yield Heading(LEVEL, sentences.ASKED_HEADINGS[fact.kind])
        yield paragraph(asked_lead(fact))
        yield from lines(fact.text)
        yield paragraph(answer_lead(fact))
        yield from lines(fact.answer)
        if row.document:
            paper = paper_name(item, row.document)
            yield paragraph(sentences.WRITTEN_ANSWER.format(document=paper))


def lines(text: str) -> Iterator[Block]:
    """Return what was written on several lines, one paragraph each."""
    return (paragraph(line.strip()) for line in text.splitlines() if line.strip())


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


def reported(item: MinutesItem) -> Iterator[Block]:
    """Return delegated and urgent decisions, each kind in a table (KL 6:39–40)."""
    rows = [row.decision for row in item.reported_decisions.all()]
    for is_urgent, lead in (
        (True, sentences.URGENT_LEAD),
        (False, sentences.DELEGATED_LEAD),
    ):
        chosen = [row for row in rows if row.is_urgent == is_urgent]
        if chosen:
            yield paragraph(lead)
            yield reported_table(item, chosen)


def reported_table(item: MinutesItem, rows: Sequence[DelegatedDecision]) -> Table:
    """Return the decisions; of a secret one in an open § only what may be known."""
    number, date, text, person, ground = sentences.DELEGATED_COLUMNS
    return Table(
        columns=(
            Column(number, width=2),
            Column(date, width=2),
            Column(text, width=6),
            Column(person, width=3),
            Column(ground, width=2),
        ),
        rows=tuple(reported_row(item, row, n) for n, row in enumerate(rows, start=1)),
    )


def reported_row(item: MinutesItem, row: DelegatedDecision, place: int) -> Row:
    """Return one decision; number, date and ground are all of a secret one (P-08)."""
    dnr = row.case.dnr if row.case else ""
    number = row.number or dnr or str(place)
    secret = next((one for one in (row, row.case) if one and one.is_secret), None)
    if secret and not item.is_secret:
        hidden = sentences.CLASSIFIED_GROUND.format(ground=secret.legal_ground)
        return cells(number, day(row.decided_on), hidden, "", "")
    text = f"{row.text} ({dnr})" if dnr and row.number else row.text
    return cells(number, day(row.decided_on), text, row.delegate, row.ground)


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
    """Return the proposal the meeting started from, and whose it is."""
    rows = list(item.proposed.all())
    if not rows:
        return
    yield Heading(LEVEL, sentences.PROPOSED_HEADING)
    lead = sentences.PROPOSED_LEAD
    if item.proposed_by:
        owner = genitive(item.proposed_by)
        lead = sentences.PROPOSED_BY_LEAD.format(owner=owner)
    yield paragraph(lead)
    yield proposed_points(rows)


def proposed_points(rows: Sequence[ProposedDecision]) -> Block:
    """Return the points of the proposal: numbered when there are several."""
    known = {row.pk for row in rows}
    if len(rows) == 1:
        return bullets(*(row.text for row in rows))

    def below(parent: int | None) -> NumberedList:
        inside = [
            row
            for row in rows
            if (row.parent_id if row.parent_id in known else None) == parent
        ]
        return NumberedList(tuple(one(row) for row in inside))

    def one(row: ProposedDecision) -> ListItem:
        inner = below(row.pk)
        return ListItem((paragraph(row.text), *((inner,) if inner.items else ())))

    return below(None)
