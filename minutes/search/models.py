"""One table for all that is searched, and the words that stand in it."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from boards.shared.clock import now
from boards.shared.fulltext import CAPITALS, letters, stems
from boards.shared.published.models import PublicRow
from boards.shared.triggers import bumps_version
from minutes.publication.models import PublishedBoard
from minutes.search.labels import KINDS

LETTERS = f"a-z{CAPITALS.lower()}"
# The words of a row, each once: what is a word in one place is one in all.
WORDS = f"""
    SELECT DISTINCT word FROM regexp_split_to_table(
        translate(
            lower(said.heading || ' ' || said.text), '{CAPITALS}', '{CAPITALS.lower()}'
        ),
        '[^{LETTERS}]+'
    ) AS word WHERE length(word) BETWEEN 3 AND 40
"""  # noqa: S608  our own
# Always in the order of the words, so that two writers never wait for each other.
ADD_WORDS = f"""
    INSERT INTO minutes_searchword (word, stem, rows)
    SELECT word, coalesce((ts_lexize('swedish_stem', word))[1], ''), count(*)
    FROM added AS said CROSS JOIN LATERAL ({WORDS}) AS found
    GROUP BY word ORDER BY word
    ON CONFLICT (word) DO UPDATE SET rows = minutes_searchword.rows + excluded.rows;
    RETURN NULL;
"""  # noqa: S608  our own
# A word that stands nowhere any more is not proposed to anybody: it may be a name.
DROP_WORDS = f"""
    UPDATE minutes_searchword AS kept SET rows = kept.rows - gone.rows
    FROM (
        SELECT word, count(*) AS rows
        FROM removed AS said CROSS JOIN LATERAL ({WORDS}) AS found
        GROUP BY word ORDER BY word
    ) AS gone WHERE gone.word = kept.word;
    DELETE FROM minutes_searchword WHERE rows <= 0;
    RETURN NULL;
"""  # noqa: S608  our own


class SearchRow(PublicRow):
    """Something published, as search needs it; gone when what it shows is withdrawn.

    Written once and never changed: `actions.index` takes the old row away and makes
    a new one.
    """

    kind = models.CharField(max_length=12, choices=list(KINDS.items()))
    row_id = models.BigIntegerField()
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="search_rows"
    )
    day = models.DateField()
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(null=True)
    citation = models.CharField(max_length=60, blank=True)
    dnr = models.CharField(max_length=60, blank=True)
    heading = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    link = models.CharField(max_length=300)
    outcomes = ArrayField(models.CharField(max_length=20), default=list)
    parties = ArrayField(models.CharField(max_length=40), default=list)
    # Neighbouring words that are both very common: see `rules.grams`.
    grams = ArrayField(models.CharField(max_length=90), default=list)
    added_at = models.DateTimeField(default=now)
    tsv = models.GeneratedField(
        expression=stems("heading", weight="A")
        + letters("citation", "dnr", weight="A")
        + stems("text", weight="B"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "row_id"], name="searched_once_per_row"
            )
        ]
        indexes = [
            GinIndex(fields=["tsv"], name="search_words"),
            GinIndex(fields=["grams"], name="search_grams"),
            # Within a board or a municipality: read these rows, then look.
            models.Index(fields=["board", "-day", "-id"], name="search_board_day"),
            # Over everything: from the newest back, until a page is full.
            models.Index(fields=["-day", "-id"], name="search_day"),
            models.Index(fields=["dnr"], name="search_dnr"),
            models.Index(fields=["number", "-day"], name="search_number"),
            models.Index(fields=["added_at"], name="search_added"),
        ]
        triggers = [
            bumps_version(),
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="adds_words",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="added"),
                func=ADD_WORDS,
            ),
            pgtrigger.Trigger(
                name="drops_words",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                referencing=pgtrigger.Referencing(old="removed"),
                func=DROP_WORDS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citation} {self.heading}".strip()

    def get_absolute_url(self) -> str:
        """Where the thing itself is."""
        return self.link


class SearchWord(PublicRow):
    """A word that stands in something published, for compounds and misspellings."""

    word = models.CharField(max_length=40, unique=True)
    # Empty: so common that search does not ask for it ("och").
    stem = models.CharField(max_length=40, blank=True, db_index=True)
    rows = models.IntegerField()

    class Meta:
        ordering = ["word"]
        indexes = [
            GinIndex(OpClass("word", name="gin_trgm_ops"), name="search_word_trigrams"),
            GinIndex(OpClass("stem", name="gin_trgm_ops"), name="search_stem_trigrams"),
            # Those about to go, found without reading all that stay.
            models.Index(
                fields=["rows"],
                condition=models.Q(rows__lte=0),
                name="search_word_gone",
            ),
        ]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return self.word
