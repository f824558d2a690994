"""How points and papers of a § are named where another part of it mentions them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from minutes.item import sentences
from minutes.item.checks import is_withheld

if TYPE_CHECKING:
    from cases.document.models import Document
    from minutes.item.models import MinutesItem


class Nested(Protocol):
    """A point that may lie in another."""

    pk: int
    parent_id: int | None


def point_labels(rows: Iterable[Nested]) -> dict[int, str]:
    """Return "1", "2", "2.1" by key: the numbers that nested points are printed with.

    A point whose parent is not among the rows stands by itself.
    """
    given = list(rows)
    known = {row.pk for row in given}
    labels: dict[int, str] = {}

    def number(parent: int | None, lead: str) -> None:
        inside = [
            row
            for row in given
            if (row.parent_id if row.parent_id in known else None) == parent
        ]
        for place, row in enumerate(inside, start=1):
            labels[row.pk] = f"{lead}{place}"
            number(row.pk, f"{labels[row.pk]}.")

    number(None, "")
    return labels


def paper_name(item: MinutesItem, document: Document | None) -> str:
    """Return "bilaga 2", or what the akt calls it; a secret one is not named."""
    if document is None:
        return ""
    if is_withheld(document) and not item.is_secret:
        return sentences.HIDDEN_PAPER
    for appendix in item.appendices.all():
        if appendix.document_id == document.pk:
            return sentences.ATTACHED.format(number=appendix.number)
    return f"{document.subject} ({document.designation})"
