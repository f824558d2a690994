"""What a reviewer looks at: a § as the minutes will print it, and its hash."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from boards.shared.paper.store import from_json, to_json
from boards.shared.paper.text import blocks_text
from boards.shared.paper.tree import Document
from minutes.pdf.documents import appendix_pages
from minutes.pdf.sections import item_section

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record


def shown(record: Record, item: MinutesItem) -> Document:
    """Return the § as the reviewer reads it, with its provisional number."""
    return _document(record, item, numbered=True)


def content_of(record: Record, item: MinutesItem) -> str:
    """Return what a look is bound to, as text: the § and its appendices.

    Without its number: that may change until it is frozen while the § does not (P-09).
    """
    document = _document(record, item, numbered=False)
    return json.dumps(to_json(document), ensure_ascii=False, sort_keys=True)


def digest(content: str) -> str:
    """Return the SHA-256 of a content."""
    return sha256(content.encode()).hexdigest()


def words_of(content: str) -> str:
    """Return a content as plain text, for comparison."""
    document = from_json(json.loads(content))
    appendices = [f"{one.stamp} {one.title}" for one in document.appendices]
    text = blocks_text(document.blocks, document.words)
    return "\n".join([*(line for line in text.splitlines() if line), *appendices])


def _document(record: Record, item: MinutesItem, *, numbered: bool) -> Document:
    section = item_section(record, item)
    if not numbered:
        section = replace(section, number="", running="")
    return Document(
        title="",
        kind="",
        organ="",
        blocks=(replace(section, new_page=False),),
        appendices=tuple(
            replace(appendix_pages(record, item, row), stamp=f"Bilaga {row.number}")
            for row in item.appendices.all()
        ),
    )
