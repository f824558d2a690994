"""Finding what is published: in a municipality or a board exactly, everywhere newest.

The two ways read differently (docs/performance.md). Within some boards their rows are
read and then looked through: `OFFSET 0` keeps PostgreSQL from fetching every § in the
country with a common word first. Over everything it goes from the newest row back and
stops at `MOST`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import SearchHeadline
from django.db import OperationalError, connection, transaction
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from minutes.publication.models import PublishedBoard
from minutes.search.enums import HitKind, Order
from minutes.search.models import SearchRow
from minutes.search.questions import Question
from minutes.search.rules import Cited, address_in
from minutes.search.tsquery import FullText

PAGE = 20
# Over everything no more than these are counted: "more than 1 000".
MOST = 1_000
PATIENCE_MS = 1_000

WITHIN = """
    SELECT id, board_id, day, year, kind, outcomes, parties,
        {rank} AS rank
    FROM (
        SELECT * FROM minutes_searchrow WHERE board_id = ANY(%s) OFFSET 0
    ) AS row
    WHERE tsv @@ ({query}) {narrowed}
"""
EVERYWHERE = """
    SELECT id, board_id, day, year, kind, outcomes, parties, {rank} AS rank
    FROM minutes_searchrow
    WHERE tsv @@ ({query}) {narrowed}
    ORDER BY day DESC, id DESC LIMIT %s
"""
ADDED = """
    SELECT id FROM minutes_searchrow
    WHERE added_at > %s AND added_at <= %s AND tsv @@ ({query}) {narrowed}
"""
COUNTED = """
    WITH found AS MATERIALIZED ({found})
    (
        SELECT 'hit' AS what, id::text AS value,
            row_number() OVER (ORDER BY {order} day DESC, id DESC) AS number
        FROM found ORDER BY number OFFSET %s LIMIT %s
    )
    UNION ALL SELECT 'total', '', count(*) FROM found
    UNION ALL SELECT 'board', board_id::text, count(*) FROM found GROUP BY 2
    UNION ALL SELECT 'year', year::text, count(*) FROM found GROUP BY 2
    UNION ALL SELECT 'kind', kind, count(*) FROM found GROUP BY 2
    UNION ALL SELECT 'outcome', unnest(outcomes), count(*) FROM found GROUP BY 2
    UNION ALL SELECT 'party', unnest(parties), count(*) FROM found GROUP BY 2
"""


class TooWide(Exception):  # noqa: N818  a question's fault, not ours
    """The question asks for so much that it has to be narrowed."""


@dataclass(frozen=True)
class Hits:
    """One page of what was found, and how it divides."""

    rows: Sequence[SearchRow] = ()
    total: int = 0
    # By what narrows, how many hits each choice would leave: the most first.
    counts: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def is_cut(self) -> bool:
        """Say whether there are more than were counted."""
        return self.total > MOST


def find(question: Question, page: int = 1) -> Hits:
    """Find what fits a question, one page of it.

    Raises:
        TooWide: when it takes longer than a reader of a public page may cost others.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = {PATIENCE_MS}")
            hits = found(question, page)
            cursor.execute("SET LOCAL statement_timeout = DEFAULT")
            return hits
    except OperationalError as error:
        raise TooWide from error


def found(question: Question, page: int) -> Hits:
    """Find without asking how long it takes."""
    full_text = FullText(question.words)
    boards = boards_of(question)
    if full_text.is_empty or boards == []:
        return Hits()
    statement, values = statement_of(question, full_text, boards, page)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        answer = cursor.fetchall()
    ids = [int(value) for what, value, _number in answer if what == "hit"]
    total = next(number for what, _value, number in answer if what == "total")
    return Hits(rows_with(ids, full_text), total, counts_in(answer))


def statement_of(
    question: Question, full_text: FullText, boards: list[int] | None, page: int
) -> tuple[str, list[Any]]:
    """Return the one statement that finds, orders and counts, with its parameters."""
    query, words = full_text.sql()
    narrowed, limits = narrowing(question, full_text)
    is_best = order_of(question) == Order.BEST
    rank, ranked = (f"ts_rank(tsv, {query})", words) if is_best else ("0", [])
    if boards is None:
        inner, values = EVERYWHERE, [*ranked, *words, *limits, MOST + 1]
    else:
        inner, values = WITHIN, [*ranked, boards, *words, *limits]
    statement = COUNTED.format(
        found=inner.format(query=query, narrowed=narrowed, rank=rank),
        order="rank DESC," if is_best else "",
    )
    return statement, [*values, (page - 1) * PAGE, PAGE]


def order_of(question: Question) -> str:
    """Return the order that is asked for: without one, best only where all is read."""
    is_within = question.board or question.municipality
    return question.order or (Order.BEST if is_within else Order.NEWEST)


def narrowing(question: Question, full_text: FullText) -> tuple[str, list[Any]]:
    """Return what else a hit must be, as SQL, with its parameters."""
    conditions = {
        "AND year = %s": int(question.year) if question.year else None,
        "AND kind = %s": question.kind,
        "AND %s = ANY(outcomes)": question.outcome,
        "AND %s = ANY(parties)": question.party,
        "AND grams @> %s::varchar[]": full_text.grams(),
    }
    asked = {sql: value for sql, value in conditions.items() if value}
    return " ".join(asked), list(asked.values())


def boards_of(question: Question) -> list[int] | None:
    """Return the boards a question is about; None when it is about them all."""
    if not question.board and not question.municipality:
        return None
    rows = PublishedBoard.objects.all()
    if question.board:
        rows = rows.filter(slug=question.board)
    if question.municipality:
        rows = rows.filter(municipalities__slug=question.municipality)
    return list(rows.values_list("pk", flat=True))


def rows_with(ids: list[int], full_text: FullText) -> list[SearchRow]:
    """Return rows in an order, each with an excerpt that marks what was found."""
    query, words = full_text.sql()
    excerpt = SearchHeadline(
        F("text"),
        RawSQL(query, words),  # noqa: S611  our own SQL, parameters apart
        config="swedish",
        start_sel="⟦",
        stop_sel="⟧",
        max_words=40,
        min_words=20,
    )
    rows = SearchRow.objects.filter(pk__in=ids).select_related("board")
    by_id = rows.annotate(excerpt=excerpt).in_bulk()
    return [by_id[pk] for pk in ids if pk in by_id]


def counts_in(answer: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """Return how many hits each choice has, the most first."""
    counts: dict[str, dict[str, int]] = {}
    for what, value, number in sorted(answer, key=lambda row: (-row[2], row[1])):
        if what not in {"hit", "total"}:
            counts.setdefault(what, {})[value] = number
    return counts


def addressed(question: Question) -> list[SearchRow]:
    """Return what the text names outright: a § as it is cited, or an ärende."""
    named = address_in(question.words)
    if named is None:
        return []
    rows = SearchRow.objects.select_related("board")
    if isinstance(named, Cited):
        rows = rows.filter(kind=HitKind.ITEM, number=named.number)
        if named.prefix:
            rows = rows.filter(board__prefix__iexact=named.prefix)
        if named.day:
            rows = rows.filter(day=named.day)
    else:
        rows = rows.filter(kind=HitKind.CASE, dnr__iexact=named.dnr)
    return list(rows.order_by("-day", "-pk")[:5])


def new_hits(
    question: Question, after: datetime, until: datetime
) -> QuerySet[SearchRow]:
    """Return what fits a question and was published after one moment, until another."""
    full_text = FullText(question.words)
    if full_text.is_empty:
        return SearchRow.objects.none()
    query, words = full_text.sql()
    narrowed, limits = narrowing(question, full_text)
    boards = boards_of(question)
    values = [after, until, *words, *limits]
    sql = ADDED.format(query=query, narrowed=narrowed)
    if boards is not None:
        sql, values = f"{sql} AND board_id = ANY(%s)", [*values, boards]
    chosen = RawSQL(sql, values)  # noqa: S611  our own SQL, parameters apart
    rows = SearchRow.objects.filter(pk__in=chosen).select_related("board")
    return rows.order_by("added_at", "pk")
