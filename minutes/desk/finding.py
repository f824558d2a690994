"""Search in what the kansli works with, drafts and what is secret too.

Whoever works for a board may see all it has (`case.view`, `meeting.view`), so the
boards are the whole limit. Every word is looked for by itself, in any part of a §.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.access.queries import boards_with_role
from boards.shared.fulltext import stems
from cases.case.models import Case
from cases.document.models import Document
from minutes.item.models import DecisionPoint, ItemSection, MinutesItem
from minutes.search.rules import Piece
from minutes.search.tsquery import FullText

if TYPE_CHECKING:
    from boards.board.models import Board

FIRST = 10


class Found(StrEnum):
    """What can be found."""

    CASE = "case"
    DOCUMENT = "document"
    ITEM = "item"


@dataclass(frozen=True)
class Finder:
    """One kind of thing: what it is called, and how it is found."""

    label: Promise
    rows: Callable[[QuerySet[Board]], QuerySet[Any]]
    fits: Callable[[SearchQuery, Piece], Q]


@dataclass(frozen=True)
class FoundRows:
    """The first of what was found of one kind, and how many there are."""

    kind: Found
    label: Promise
    rows: QuerySet[Any]
    total: int


def matching(model: type[Model], *columns: str) -> Callable[[SearchQuery], Q]:
    """Return a condition: that some columns of a model hold what is looked for."""

    def holds(query: SearchQuery) -> Q:
        rows = model._default_manager.annotate(stems=stems(*columns))
        return Q(pk__in=rows.filter(stems=query).order_by().values("pk"))

    return holds


def fits_case(query: SearchQuery, piece: Piece) -> Q:
    """Say of an ärende that title or number holds it."""
    return matching(Case, "title")(query) | Q(dnr__icontains=piece.text)


def fits_document(query: SearchQuery, piece: Piece) -> Q:
    """Say of a handling that what it is about, or from whom, or its ärende holds it."""
    words = matching(Document, "subject", "counterparty")(query)
    return words | Q(case__dnr__icontains=piece.text)


def fits_item(query: SearchQuery, piece: Piece) -> Q:
    """Say of a § that heading, text or decision holds it."""
    heading = matching(MinutesItem, "heading")(query)
    text = ItemSection.objects.annotate(stems=stems("body"))
    decision = DecisionPoint.objects.annotate(stems=stems("text"))
    own = {"item": OuterRef("pk"), "stems": query}
    return (
        heading
        | Q(agenda_item__case__dnr__icontains=piece.text)
        | Q(Exists(text.filter(**own)))
        | Q(Exists(decision.filter(**own)))
    )


FINDERS: dict[Found, Finder] = {
    Found.CASE: Finder(
        _("Cases"),
        lambda boards: (
            Case.objects.filter(board__in=boards)
            .select_related("board")
            .order_by("-opened_on", "-pk")
        ),
        fits_case,
    ),
    Found.DOCUMENT: Finder(
        _("Documents"),
        lambda boards: (
            Document.objects.filter(case__board__in=boards)
            .select_related("case__board")
            .order_by("-handled_on", "-pk")
        ),
        fits_document,
    ),
    Found.ITEM: Finder(
        _("Sections of the minutes"),
        lambda boards: (
            MinutesItem.objects.filter(board__in=boards)
            .select_related("meeting", "board", "agenda_item__case")
            .order_by("-meeting__starts_at", "agenda_item__position")
        ),
        fits_item,
    ),
}


def found_of(user: Any, kind: Found, words: str) -> QuerySet[Any]:
    """Return everything of one kind that holds the words, in the user's boards."""
    return found_in(FINDERS[kind], FullText(words), user)


def found_in(finder: Finder, full_text: FullText, user: Any) -> QuerySet[Any]:
    """Return what a finder finds of what was typed."""
    rows = finder.rows(boards_with_role(user))
    if full_text.is_empty:
        return rows.none()
    wanted = Q(pk__in=())
    for alternative in full_text.alternatives:
        every = Q()
        for piece in filter(full_text.counts, alternative):
            fits = Q(finder.fits(query_of(full_text, piece), piece))
            every &= ~fits if piece.is_unwanted else fits
        wanted |= every
    return rows.filter(wanted)


def query_of(full_text: FullText, piece: Piece) -> SearchQuery:
    """Return one word or phrase as PostgreSQL is asked for it."""
    if lexemes := full_text.lexemes(piece):
        raw = " | ".join(f"'{one}'" for one in lexemes)
        return SearchQuery(raw, search_type="raw", config="simple")
    kind = "phrase" if piece.is_phrase else "plain"
    return SearchQuery(piece.text, search_type=kind, config="swedish")


def found_everywhere(user: Any, words: str) -> list[FoundRows]:
    """Return the first of every kind that holds the words."""
    full_text = FullText(words)
    found = []
    for kind, finder in FINDERS.items():
        rows = found_in(finder, full_text, user)
        found.append(FoundRows(kind, finder.label, rows[:FIRST], rows.count()))
    return found
