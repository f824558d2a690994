"""The decision of a §: its blocks, nested numbers, elected people and appeal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from boards.shared.paper.tree import (
    Block,
    Heading,
    ListItem,
    NumberedList,
    bullets,
    paragraph,
)
from minutes.item import sentences
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.generated import decision as said
from minutes.item.generated.decision import ElectedFact, PointFact
from minutes.item.labels import point_labels
from minutes.item.told import day
from minutes.pdf.lists import LEVEL

if TYPE_CHECKING:
    from minutes.item.models import DecisionPoint, MinutesItem
    from minutes.item.queries import Record

APPENDIX_MENTION = re.compile(r"\b([Bb]ilaga) (\d+)\b(, \S+ § )?")


def decision(record: Record, item: MinutesItem) -> Iterator[Block]:
    """Return the decision: what the body decides, and what it proposes to another.

    The numbers run on through the blocks, so that a point has one number in the §.
    Information has no numbers.
    """
    facts = cited(record, item, point_facts(item))
    start = 1
    for body, group in groupby(facts, key=lambda fact: fact.proposed_to):
        points = list(group)
        yield Heading(LEVEL, heading(record, body))
        if item.is_information:
            yield from (paragraph(said.wording(fact)) for fact in points)
        else:
            yield NumberedList(tuple(list_item(fact) for fact in points), start)
        start += len(points)


def heading(record: Record, proposed_to: str) -> str:
    """Return "Nämndens beslut", or "Nämndens förslag till kommunfullmäktige"."""
    owner = record.board.genitive
    if not proposed_to:
        return sentences.DECISION_HEADING.format(board=owner)
    return sentences.PROPOSES_HEADING.format(board=owner, body=proposed_to)


def list_item(fact: PointFact) -> ListItem:
    """Return a point with who it elects and the points below it."""
    blocks: list[Block] = [paragraph(said.wording(fact))]
    if fact.elected:
        blocks.append(bullets(*(said.elected(one) for one in fact.elected)))
    if fact.below:
        blocks.append(NumberedList(tuple(list_item(one) for one in fact.below)))
    return ListItem(tuple(blocks))


def point_facts(item: MinutesItem) -> list[PointFact]:
    """Return the points of a §, each with those below it."""
    rows = list(item.decision_points.all())
    labels = point_labels(rows)
    known = set(labels)

    def below(parent: int | None) -> tuple[PointFact, ...]:
        inside = [
            row
            for row in rows
            if (row.parent_id if row.parent_id in known else None) == parent
        ]
        return tuple(point_fact(row, labels[row.pk], below(row.pk)) for row in inside)

    return list(below(None))


def point_fact(
    row: DecisionPoint, label: str, below: tuple[PointFact, ...]
) -> PointFact:
    """Return one point as the wording needs it."""
    return PointFact(
        label=label,
        text=row.text,
        outcome=PointOutcome(row.outcome),
        appeal=AppealRegime(row.appeal),
        appeal_text=row.appeal_text,
        proposed_to=row.proposed_to,
        until=day(row.until),
        addressee=row.addressee,
        reason=row.reason,
        elected=tuple(
            ElectedFact(
                person=f"{one.name} ({one.party})" if one.party else one.name,
                post=one.post,
                valid_from=day(one.valid_from),
                valid_to=day(one.valid_to),
                in_place_of=one.in_place_of,
            )
            for one in row.elected.all()
        ),
        below=below,
    )


def cited(
    record: Record, item: MinutesItem, facts: Sequence[PointFact]
) -> list[PointFact]:
    """Return the points with their appendices cited: "(bilaga 1, ITVT § 12/…)".

    An appendix nothing in the § names is cited in the last point.
    """
    citation = record.citation(item)
    known = {appendix.number for appendix in item.appendices.all()}
    named = numbers_named_elsewhere(item)

    def cite(match: re.Match[str]) -> str:
        number = int(match[2])
        if number not in known:
            return match[0]
        named.add(number)
        if match[3]:
            return match[0]
        return f"{match[1]} {number}, {citation}"

    made = [rewritten(fact, cite) for fact in facts]
    left = sorted(known - named)
    if made and left:
        listed = "; ".join(
            sentences.APPENDIX.format(number=number, citation=citation)
            for number in left
        )
        bare = made[-1].text.rstrip().removesuffix(".")
        made[-1] = replace(made[-1], text=f"{bare} ({listed}).")
    return made


def rewritten(fact: PointFact, cite: Callable[[re.Match[str]], str]) -> PointFact:
    """Return a point, and those below it, with its mentions of appendices whole."""
    below = tuple(rewritten(one, cite) for one in fact.below)
    return replace(fact, text=APPENDIX_MENTION.sub(cite, fact.text), below=below)


def numbers_named_elsewhere(item: MinutesItem) -> set[int]:
    """Return the appendices that a reservation, a note or an answer already names."""
    papers = {
        row.document_id
        for rows in (item.reservations, item.notes, item.asked_questions)
        for row in rows.all()
        if row.document_id
    }
    return {
        appendix.number
        for appendix in item.appendices.all()
        if appendix.document_id in papers
    }


def appeals(item: MinutesItem) -> Iterator[Block]:
    """Return how single points are appealed, or that they cannot be (FL 33, 40)."""
    for title, text in said.appeals(point_facts(item)):
        yield Heading(LEVEL, title)
        yield from (paragraph(line) for line in text.splitlines() if line.strip())
