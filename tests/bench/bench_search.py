"""How search grows: 100 000, a million and five million §§ of 290 municipalities.

Run by `make bench`; takes about half an hour and 15 GB of disk. Questions of every kind
are asked in turn in one run, warm; the figures are the 95th percentile, and the ratios
are what to quote. The paragraphs are made of sentences drawn from a pool whose words
follow Zipf's law; in real minutes words cluster by subject, so phrases may be rarer.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter

import pytest
from django.db import connection

from boards.shared.published.models import PublicationVersion
from minutes.publication.models import PublishedBoard, PublishedMunicipality
from minutes.search.actions import STANDING
from minutes.search.models import SearchRow, SearchWord
from minutes.search.queries import PATIENCE_MS, TooWide, find
from minutes.search.questions import Question
from minutes.search.rules import grams

pytestmark = pytest.mark.django_db(transaction=True)

SIZES = (100_000, 1_000_000, 5_000_000)
MUNICIPALITIES, BOARDS_EACH = 290, 12
SENTENCES, SENTENCE_WORDS = 30_000, 20
ASKED = 60
# ruff: noqa: SIM905  a list of quoted words is no easier to read
HEADS = (
    "nämnden förvaltningen kommunen beslutar ärendet skolan fastigheten vägen budget"
    " bygglov avtal grund förskola miljö trafik bostad vatten avfall taxa plan"
).split()
TAILS = (
    "sansökan savgift sbeslut plan ärende möte sfrågan område arbete utredning politik"
    " srapport stöd system"
).split()

# The newest rows last, as publishing writes them; three sentences make a paragraph.
LOAD = """
    INSERT INTO minutes_searchrow (kind, row_id, board_id, day, year, number, citation,
        dnr, heading, text, link, outcomes, parties, grams, added_at)
    SELECT 'item', n, boards[1 + n %% array_length(boards, 1)],
        DATE '2015-01-01' + (n::bigint * 3650 / %(most)s)::int,
        extract(year FROM DATE '2015-01-01' + (n::bigint * 3650 / %(most)s)::int)::int,
        1 + n %% 200, 'KS ' || n, '', 'Ärende ' || n,
        one.text || ' ' || two.text || ' ' || three.text, '/protokoll/' || n,
        ARRAY['adopted'], ARRAY['S', 'M'], one.grams || two.grams || three.grams, now()
    FROM generate_series(%(first)s, %(last)s) AS n
    CROSS JOIN (SELECT array_agg(id) FROM minutes_publishedboard) AS every(boards)
    JOIN bench_sentence AS one ON one.id = hashint8(n) & 32767
    JOIN bench_sentence AS two ON two.id = hashint8(n + 7000000) & 32767
    JOIN bench_sentence AS three ON three.id = hashint8(n + 14000000) & 32767
    ORDER BY n
"""
INDEXES = """
    SELECT indexname, indexdef FROM pg_indexes AS found
    WHERE tablename = 'minutes_searchrow' AND NOT EXISTS (
        SELECT FROM pg_constraint WHERE conname = found.indexname
    )
"""
# What the planner makes of the same question when nothing holds it back.
UNFENCED = """
    SELECT id FROM minutes_searchrow WHERE board_id = ANY(%s)
    AND tsv @@ plainto_tsquery('swedish', %s)
    ORDER BY ts_rank(tsv, plainto_tsquery('swedish', %s)) DESC LIMIT 20
"""
UNINDEXED = """
    SELECT id FROM minutes_searchrow WHERE text ILIKE %s
    ORDER BY day DESC, id DESC LIMIT 20
"""


def vocabulary() -> list[str]:
    """Return words as Swedish has them: some by themselves, most compounded."""
    tails = [tail.replace("|", "") for tail in TAILS]
    compounds = [head + tail for head in HEADS for tail in tails]
    rare = [
        f"{head}{tail}{end}" for head in compounds for tail in tails for end in "ae"
    ]
    return HEADS + compounds + rare


def pool(rng: random.Random) -> list[str]:
    """Return sentences whose words are as frequent as their place in the vocabulary."""
    words = vocabulary()
    weights = [1 / place for place in range(1, len(words) + 1)]
    return [
        " ".join(rng.choices(words, weights, k=SENTENCE_WORDS)).capitalize() + "."
        for _ in range(SENTENCES)
    ]


def run(sql: str, values: object = None) -> list[tuple[str, ...]]:
    """Execute one statement and return its rows, if it has any."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def places(sentence: str) -> dict[str, list[int]]:
    """Return where the stems of a sentence stand."""
    nothing = {"citation": "", "dnr": "", "heading": ""}
    return dict(run(STANDING, {**nothing, "text": sentence.lower()}))  # type: ignore[arg-type]


def furnish(sentences: list[str]) -> None:
    """Make the boards, the pool and the words."""
    boards = [
        PublishedBoard(source_id=n, slug=f"n{n}", name=f"Nämnd {n}", prefix=f"N{n}")
        for n in range(MUNICIPALITIES * BOARDS_EACH)
    ]
    PublishedBoard.objects.bulk_create(boards, 1_000)
    towns = [
        PublishedMunicipality(source_id=n, slug=f"k{n}", name=f"Kommun {n}")
        for n in range(MUNICIPALITIES)
    ]
    PublishedMunicipality.objects.bulk_create(towns)
    link = PublishedBoard.municipalities.through
    link.objects.bulk_create(
        [
            link(publishedboard=board, publishedmunicipality=towns[n % MUNICIPALITIES])
            for n, board in enumerate(boards)
        ],
        1_000,
    )
    run("CREATE TABLE bench_sentence (id int PRIMARY KEY, text text, grams varchar[])")
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO bench_sentence VALUES (%s, %s, %s)",
            [
                (n, sentences[n % SENTENCES], grams(places(sentences[n % SENTENCES])))
                for n in range(32_768)
            ],
        )
    words = sorted({word for one in sentences for word in one.lower()[:-1].split()})
    run("ALTER TABLE minutes_searchrow DISABLE TRIGGER USER")
    run("ALTER TABLE minutes_searchrow SET UNLOGGED")
    run(
        "INSERT INTO minutes_searchword (word, stem, rows)"
        " SELECT word, (ts_lexize('swedish_stem', word))[1], 1"
        " FROM unnest(%s::text[]) AS word",
        [words],
    )


def load(first: int, last: int) -> None:
    """Add rows without their indexes, which are made anew afterwards."""
    indexes = run(INDEXES)
    for name, _definition in indexes:
        run(f'DROP INDEX "{name}"')
    run("SET maintenance_work_mem = '1GB'")
    for start in range(first, last, 250_000):
        end = min(start + 250_000, last) - 1
        run(LOAD, {"first": start, "last": end, "most": SIZES[-1]})
    for _name, definition in indexes:
        run(definition)
    run("VACUUM ANALYZE minutes_searchrow, minutes_searchword")


def questions(rng: random.Random) -> dict[str, list[Question]]:
    """Return what is asked, by kind; each question once more in a municipality."""
    words = vocabulary()
    common, medium, rare = words[:12], words[40:200], words[400:4_000]
    asked = {
        "frequent word": [rng.choice(common) for _ in range(ASKED)],
        "medium word": [rng.choice(medium) for _ in range(ASKED)],
        "rare word": [rng.choice(rare) for _ in range(ASKED)],
        "two words": [" ".join(rng.sample(words[:200], 2)) for _ in range(ASKED)],
        "phrase": [f'"{" ".join(rng.sample(words[:16], 2))}"' for _ in range(ASKED)],
    }
    kinds = {
        f"everywhere, {kind}": list(map(Question, rows)) for kind, rows in asked.items()
    }
    for kind, rows in asked.items():
        kinds[f"everywhere, {kind}"] = list(map(Question, rows))
        kinds[f"municipality, {kind}"] = [
            Question(text, municipality=f"k{rng.randrange(MUNICIPALITIES)}")
            for text in rows
        ]
    return kinds


def taken(ask: Callable[[], object]) -> float:
    """Return the milliseconds of one question; one given up cost all the patience."""
    begun = perf_counter()
    try:
        ask()
    except TooWide:
        return max(PATIENCE_MS, (perf_counter() - begun) * 1_000)
    return (perf_counter() - begun) * 1_000


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(times, n=20)[-1]


def measured(rng: random.Random) -> dict[str, float]:
    """Ask everything in turn, once to warm up and once to measure."""
    kinds = questions(rng)
    for rows in kinds.values():
        for question in rows[:10]:
            taken(lambda one=question: find(one))  # type: ignore[misc]
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for turn in range(ASKED):
        for kind, rows in kinds.items():
            times[kind].append(taken(lambda one=rows[turn]: find(one)))  # type: ignore[misc]
    return {kind: p95(rows) for kind, rows in times.items()}


def against(rng: random.Random) -> dict[str, float]:
    """Ask the same in the ways that were not chosen; medians of a few."""
    town = PublishedMunicipality.objects.get(slug="k7")
    boards = list(town.boards.values_list("pk", flat=True))
    word = HEADS[0]
    return {
        "fenced": median(
            taken(lambda: find(Question(word, municipality="k7"))) for _ in range(5)
        ),
        "planner's own": median(
            taken(lambda: run(UNFENCED, [boards, word, word])) for _ in range(5)
        ),
        "everywhere": median(
            taken(lambda: find(Question(rng.choice(vocabulary()[400:4_000]))))
            for _ in range(5)
        ),
        "ILIKE": taken(lambda: run(UNINDEXED, [f"%{vocabulary()[900]}%"])),
    }


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  a bench prints


def test_search_at_every_size_then_its_p95() -> None:
    rng = random.Random(5)
    PublicationVersion.objects.get_or_create(pk=1)
    furnish(pool(rng))
    found: dict[int, dict[str, float]] = {}
    before = 0
    for size in SIZES:
        begun = perf_counter()
        load(before, size)
        before = size
        say(f"{size:,} rows after {perf_counter() - begun:.0f} s")
        assert SearchRow.objects.count() == size
        found[size] = measured(rng)
        say(str({kind: round(ms, 1) for kind, ms in found[size].items()}))
        ways = against(rng)
        say(str({way: round(ms, 1) for way, ms in ways.items()}))
    table(found)
    run("DROP TABLE bench_sentence")
    run("TRUNCATE minutes_searchrow")
    run("ALTER TABLE minutes_searchrow SET LOGGED")
    run("ALTER TABLE minutes_searchrow ENABLE TRIGGER USER")
    SearchWord.objects.all().delete()


def table(found: dict[int, dict[str, float]]) -> None:
    """Print the p95 of each kind at each size, and how it grew."""
    sizes = list(found)
    head = " | ".join(f"p95 at {size:,}" for size in sizes)
    say(f"\n| question | {head} | growth {sizes[-2]:,} to {sizes[-1]:,} |")
    say("|" + "---|" * (len(sizes) + 2))
    for kind in found[sizes[0]]:
        cells = " | ".join(f"{found[size][kind]:.1f} ms" for size in sizes)
        growth = found[sizes[-1]][kind] / found[sizes[-2]][kind]
        say(f"| {kind} | {cells} | {growth:.1f}x |")
