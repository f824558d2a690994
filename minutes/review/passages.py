"""The sections of a § as lines that a reviewer may word otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes.item.changes import in_lines
from minutes.item.sentences import SECTION_HEADINGS
from minutes.item.wording import is_generated, text_of
from minutes.review.wording import can_reword

if TYPE_CHECKING:
    from minutes.item.models import ItemSection, MinutesItem
    from minutes.item.queries import Record


@dataclass(frozen=True)
class Passage:
    """A section's text as it stands, as rich text and as lines."""

    pk: int
    heading: str
    body: str
    text: str
    version: int


def passages_of(record: Record, item: MinutesItem) -> list[Passage]:
    """Return the sections that say something in plain lines, no tables."""
    found = [_passage(record, item, section) for section in item.sections.all()]
    return [one for one in found if one.text and can_reword(one.body)]


def passage_of(record: Record, section: int | None) -> Passage | None:
    """Return one section of the record's §§, if it can be reworded."""
    rows = (one for item in record.items for one in passages_of(record, item))
    return next((one for one in rows if one.pk == section), None)


def _passage(record: Record, item: MinutesItem, section: ItemSection) -> Passage:
    body = section.body
    if not body and is_generated(section.kind):
        body = text_of(record, item, section.kind)
    return Passage(
        pk=section.pk,
        heading=section.heading or SECTION_HEADINGS.get(section.kind, ""),
        body=body,
        text=in_lines(body),
        version=section.version,
    )
