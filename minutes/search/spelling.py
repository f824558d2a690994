"""What was meant, when a word stands nowhere."""

from __future__ import annotations

from django.db import connection

from minutes.search.rules import SHORTEST_PART
from minutes.search.tsquery import FullText

# How alike two words are to be taken for the same: trigrams in common, 0 to 1.
ALIKE = 0.4
NEAREST = """
    SELECT asked.word, near.word
    FROM unnest(%s::text[], %s::text[]) AS asked(word, stem)
    CROSS JOIN LATERAL (
        SELECT word FROM minutes_searchword
        WHERE word %% asked.word AND similarity(word, asked.word) >= %s AND stem <> ''
        ORDER BY similarity(word, asked.word) DESC, rows DESC, word LIMIT 1
    ) AS near
    WHERE NOT EXISTS (
        SELECT FROM minutes_searchword AS kept WHERE kept.stem = asked.stem
    )
"""


def meant(text: str) -> str:
    """Return the text with words that stand nowhere replaced by the likeliest.

    Empty when every word stands somewhere, or nothing is like them.
    """
    full_text = FullText(text)
    asked = {
        word: stem
        for word, stem in full_text.stems.items()
        if stem and len(word) >= SHORTEST_PART and stem not in full_text.compounds
    }
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, [list(asked), list(asked.values()), ALIKE])
        nearest = dict(cursor.fetchall())
    if not nearest:
        return ""
    return " ".join(nearest.get(word.lower(), word) for word in text.split())
