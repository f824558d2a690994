"""From words to a full text query: stems, compounds, phrases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection

from minutes.search.rules import (
    SHORTEST_PART,
    Piece,
    grams,
    is_compound_with,
    joints,
    pieces,
    rest_of,
)

# How many compounds one word is widened with: the commonest.
MOST_COMPOUNDS = 40
CANDIDATES = """
    SELECT asked.stem, found.stem FROM unnest(%s::text[]) AS asked(stem)
    CROSS JOIN LATERAL (
        SELECT stem, sum(rows) AS rows FROM minutes_searchword
        WHERE stem LIKE '%%' || asked.stem || '%%' AND stem <> asked.stem
        GROUP BY stem ORDER BY rows DESC, stem LIMIT 400
    ) AS found
"""


class FullText:
    """A full text query as SQL with its parameters, and what it must also hold."""

    def __init__(self, text: str) -> None:
        """Read what was typed; asks the database for stems and compounds."""
        self.alternatives = pieces(text)
        words = [piece.text for piece in self.words()]
        self.stems = stems_of(words)
        self.compounds = compounds_of({stem for stem in self.stems.values() if stem})

    def words(self) -> Iterable[Piece]:
        """Return the pieces that are words."""
        return (
            piece for pieces in self.alternatives for piece in pieces if piece.is_word
        )

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to look for: only words such as "och"."""
        return not any(map(self.is_asked, self.all_pieces()))

    def all_pieces(self) -> list[Piece]:
        """Return every piece of every alternative."""
        return [piece for pieces in self.alternatives for piece in pieces]

    def is_asked(self, piece: Piece) -> bool:
        """Say whether a piece finds anything: not when it is unwanted or too common."""
        if piece.is_unwanted:
            return False
        return not piece.is_word or bool(self.stems.get(piece.text))

    def counts(self, piece: Piece) -> bool:
        """Say whether a piece decides anything: it is asked for, or unwanted."""
        return piece.is_unwanted or self.is_asked(piece)

    def lexemes(self, piece: Piece) -> list[str]:
        """Return the stems of a word and its compounds; none of what is no word."""
        stem = self.stems.get(piece.text) if piece.is_word else None
        return [stem, *self.compounds.get(stem, ())] if stem else []

    def sql(self) -> tuple[str, list[Any]]:
        """Return the query as an expression of SQL and its parameters."""
        said: list[Any] = []
        alternatives = []
        for alternative in self.alternatives:
            parts = []
            for piece in filter(self.counts, alternative):
                expression, value = self.piece_sql(piece)
                parts.append(f"!!({expression})" if piece.is_unwanted else expression)
                said.append(value)
            if parts:
                alternatives.append(f"({' && '.join(parts)})")
        return " || ".join(alternatives), said

    def piece_sql(self, piece: Piece) -> tuple[str, str]:
        """Return one piece as SQL with its one parameter."""
        if piece.is_phrase:
            return "phraseto_tsquery('swedish', %s)", piece.text
        if lexemes := self.lexemes(piece):
            return "%s::tsquery", " | ".join(f"'{one}'" for one in lexemes)
        return "plainto_tsquery('swedish', %s)", piece.text

    def grams(self) -> list[str]:
        """Return the common pairs that every hit holds: those of its phrases."""
        if len(self.alternatives) != 1:
            return []
        phrases = [
            piece.text
            for piece in self.alternatives[0]
            if piece.is_phrase and not piece.is_unwanted
        ]
        return sorted({gram for phrase in phrases for gram in grams(places(phrase))})


def stems_of(words: list[str]) -> dict[str, str]:
    """Return the stem of each word; nothing for one that every text holds."""
    if not words:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, coalesce((ts_lexize('swedish_stem', word))[1], '')"
            " FROM unnest(%s::text[]) AS word",
            [words],
        )
        return dict(cursor.fetchall())


def places(phrase: str) -> dict[str, list[int]]:
    """Return where the stems of a phrase stand in it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lexeme, positions FROM unnest(to_tsvector('swedish', %s))",
            [phrase],
        )
        return dict(cursor.fetchall())


def compounds_of(stems: set[str]) -> dict[str, list[str]]:
    """Return the stems in which a stem is a part, the commonest first.

    "skol" gives "grundskol" and "skolskjut"; what is left over has to be words that
    are published as well.
    """
    long_enough = sorted(stem for stem in stems if len(stem) >= SHORTEST_PART)
    if not long_enough:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [long_enough])
        found = cursor.fetchall()
    known = known_words(found)
    compounds: dict[str, list[str]] = {}
    for part, compound in found:
        if is_compound_with(compound, part, known):
            compounds.setdefault(part, []).append(compound)
    return {part: rows[:MOST_COMPOUNDS] for part, rows in compounds.items()}


def known_words(found: list[tuple[str, str]]) -> set[str]:
    """Return which of the rests are words or stems themselves."""
    rests = set()
    for part, compound in found:
        if rest := rest_of(compound, part):
            rests |= set().union(*joints(*rest))
    asked = sorted(rest for rest in rests if len(rest) > 2)  # noqa: PLR2004  no word
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM minutes_searchword WHERE word = ANY(%s)"
            " UNION SELECT stem FROM minutes_searchword WHERE stem = ANY(%s)",
            [asked, asked],
        )
        return {row[0] for row in cursor.fetchall()}
