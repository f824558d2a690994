"""What is found, what is not, and how it divides."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from boards.shared.published.snapshots import publish_row
from minutes.search.actions import index_everything
from minutes.search.models import SearchRow, SearchWord
from minutes.search.queries import MOST, TooWide, addressed, find, new_hits
from minutes.search.questions import Question, question_of
from minutes.search.spelling import meant
from tests.factories import published
from tests.minutes.search.conftest import Publish

pytestmark = pytest.mark.django_db


def headings(words: str, **narrowed: str) -> list[str]:
    """The headings of what is found."""
    return [row.heading for row in find(Question(words, **narrowed)).rows]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cykelvägarna", 1),
        ("cykelväg", 1),
        ('"ny cykelväg"', 1),
        ('"cykelväg ny"', 0),
        ("cykelväg -bron", 0),
        ("-bron", 0),
        ("tunnelbana", 0),
        ("tunnelbana OR cykelväg", 1),
        ("och", 0),
        ("§", 0),
        ("", 0),
        ("12/2020", 1),
    ],
)
@pytest.mark.parametrize("board", ["", "ks"])
def test_find_when_words_are_swedish_then_stems_and_phrases_count(
    publish: Publish, words: str, found: int, board: str
) -> None:
    publish("Nämnden bygger en ny cykelväg vid bron, se KS 12/2020 och planen.")
    assert find(Question(words, board=board)).total == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("skola", ["Grundskolor", "Skola"]),
        ("lov", ["Lov"]),
        ("bygglov", ["Ansökan"]),
        ("belysning", ["Gator"]),
        ("ring", []),
    ],
)
def test_find_when_word_is_part_of_a_compound_then_found(
    publish: Publish, words: str, expected: list[str]
) -> None:
    publish("Barnen går i skolan.", heading="Skola")
    publish("Grundskolorna får ny grund.", heading="Grundskolor")
    publish("En bygglovsansökan och en omklassificering kom in.", heading="Ansökan")
    publish("Gatubelysningen på en gata lagas.", heading="Gator")
    publish("Lov i veckan.", heading="Lov")
    assert sorted(headings(words)) == expected


def test_find_when_a_board_is_chosen_then_best_first_and_everything_counted(
    world: published.World, publish: Publish
) -> None:
    publish("Avfall.", day=date(2022, 1, 1))
    publish("Taxan för avfall.", heading="Avfall och taxa", day=date(2020, 1, 1))
    publish("Avfall i Alby.", on=world.joint)
    assert headings("avfall", board="ks") == ["Avfall och taxa", "Rubrik"]
    assert headings("avfall", board="ks", order="newest") == [
        "Rubrik",
        "Avfall och taxa",
    ]
    assert headings("avfall")[-1] == "Avfall och taxa"
    assert headings("avfall", order="best")[0] == "Avfall och taxa"
    hits = find(Question("avfall", municipality="berga"))
    assert hits.total == 3
    assert hits.counts["year"] == {"2020": 1, "2021": 1, "2022": 1}
    assert sum(hits.counts["board"].values()) == 3


def test_find_when_narrowed_then_only_what_fits(
    world: published.World, publish: Publish
) -> None:
    hits = find(Question("plan", kind="item"))
    assert hits.counts["outcome"] == {"adopted": 1}
    assert hits.counts["party"] == {"C": 1, "M": 1, "S": 1}
    assert find(Question("plan", party="M", outcome="adopted")).total == 1
    assert find(Question("plan", party="SD")).total == 0
    assert find(Question("plan", year="1999")).total == 0
    assert find(Question("plan", board="borta")).total == 0
    assert find(Question("plan", municipality="borta")).total == 0
    assert world.item.heading in headings("plan", kind="item")


def test_find_when_more_than_a_page_then_the_rest_on_the_next(publish: Publish) -> None:
    for day in range(1, 26):
        publish("Snöröjning.", day=date(2021, 3, day))
    first, second = find(Question("snöröjning")), find(Question("snöröjning"), 2)
    assert (first.total, len(first.rows), len(second.rows)) == (25, 20, 5)
    assert first.rows[0].day == date(2021, 3, 25)
    assert second.rows[-1].day == date(2021, 3, 1)
    assert not find(Question("snöröjning"), MOST).rows


@pytest.mark.law("OSL 5:2")
def test_find_when_secret_then_neither_text_nor_heading(world: published.World) -> None:
    kinds = set(SearchRow.objects.values_list("kind", "row_id"))
    assert ("item", world.secret_item.pk) not in kinds
    assert ("point", world.hidden.pk) not in kinds
    assert ("case", world.secret.pk) not in kinds
    assert ("item", world.item.pk) in kinds


def test_find_when_an_item_is_there_then_its_point_is_not(
    world: published.World,
) -> None:
    points = SearchRow.objects.filter(kind="point").values_list("row_id", flat=True)
    assert world.point.pk not in points
    assert world.again.pk in points


def test_withdrawn_then_neither_found_nor_proposed(publish: Publish) -> None:
    item = publish("Kvicksilver hittades.")
    assert find(Question("kvicksilver")).total == 1
    assert meant("kvicksilvr") == "kvicksilver"
    published.withdraw(item)
    assert find(Question("kvicksilver")).total == 0
    assert meant("kvicksilvr") == ""
    assert not SearchWord.objects.filter(word="kvicksilver").exists()


def test_withdrawn_when_by_plain_sql_then_gone_as_well(publish: Publish) -> None:
    item = publish("Kvicksilver hittades.")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE minutes_publisheditem SET withdrawn_at = now() WHERE id = %s",
            [item.pk],
        )
    assert find(Question("kvicksilver")).total == 0


def test_published_anew_then_old_words_are_gone(publish: Publish) -> None:
    item = publish("Kvicksilver hittades, och bly.")
    publish_row(type(item), {"source_id": item.source_id}, {"text": "Bly hittades."})
    assert find(Question("kvicksilver")).total == 0
    assert find(Question("bly")).total == 1
    assert SearchWord.objects.get(word="bly").rows == 1


def test_search_row_when_changed_then_refused(world: published.World) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        SearchRow.objects.update(text="")


def test_notice_when_taken_down_then_not_found(world: published.World) -> None:
    notice = world.notices[0]
    assert SearchRow.objects.filter(kind="notice", row_id=notice.pk).exists()
    publish_row(
        type(notice),
        {"source_id": notice.source_id},
        {"taken_down_on": date(2020, 11, 1)},
    )
    assert not SearchRow.objects.filter(kind="notice", row_id=notice.pk).exists()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ks § 7/2021-05-04", 1),
        ("KS §7", 1),
        ("§ 7", 1),
        ("itvt § 7", 0),
        ("ks § 7/2021-05-05", 0),
        ("cykel", 0),
    ],
)
def test_addressed_when_a_section_is_named_then_that(
    publish: Publish, typed: str, found: int
) -> None:
    publish("Text.", number=7)
    assert len(addressed(Question(typed))) == found


def test_addressed_when_a_case_is_named_then_that(world: published.World) -> None:
    assert [row.dnr for row in addressed(Question(world.case.dnr.lower()))] == [
        world.case.dnr
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cykelväk", "cykelvägen"),
        ("ny cykelväk", "ny cykelvägen"),
        ("cykelväg", ""),
        ("zzzzzz", ""),
        ("", ""),
    ],
)
def test_meant_when_a_word_stands_nowhere_then_the_likeliest(
    publish: Publish, typed: str, expected: str
) -> None:
    publish("Den nya cykelvägen.")
    assert meant(typed) == expected


def test_index_everything_then_the_same_as_when_published(publish: Publish) -> None:
    publish("Text om skolan.")
    seen = ("kind", "row_id", "heading", "text", "grams", "link")
    before = sorted(SearchRow.objects.values_list(*seen), key=str)
    words = sorted(SearchWord.objects.values_list("word", "rows"))
    index_everything()
    assert sorted(SearchRow.objects.values_list(*seen), key=str) == before
    assert sorted(SearchWord.objects.values_list("word", "rows")) == words


def test_phrase_of_common_words_then_found_through_their_pair(publish: Publish) -> None:
    publish("Nämnden beslutar enligt förslag.")
    publish("Enligt nämnden beslutar andra.", heading="Andra")
    assert SearchRow.objects.filter(grams__len__gt=0).exists()
    assert headings('"beslutar enligt förslag"') == ["Rubrik"]


def test_find_when_it_takes_too_long_then_asks_to_narrow(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("Text.")
    monkeypatch.setattr("minutes.search.queries.PATIENCE_MS", 1)
    slow = "SELECT 'total', '', 0 FROM pg_sleep(1)"
    monkeypatch.setattr("minutes.search.queries.COUNTED", slow)
    monkeypatch.setattr("minutes.search.queries.statement_of", lambda *_: (slow, []))
    with pytest.raises(TooWide):
        find(Question("text"))
    assert SearchRow.objects.exists()


def test_new_hits_then_only_what_came_between(publish: Publish) -> None:
    start = datetime(2021, 1, 1, tzinfo=UTC)
    publish("Avfall.")
    row = SearchRow.objects.get(text="Avfall.")
    soon = row.added_at + timedelta(seconds=1)
    question = Question("avfall", municipality="berga")
    assert list(new_hits(question, start, soon)) == [row]
    assert not new_hits(question, row.added_at, soon)
    assert not new_hits(Question("avfall", municipality="alby"), start, soon)
    assert not new_hits(Question("och"), start, soon)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": " ny \x00 väg "}, Question("ny väg")),
        ({"q": "x", "ar": "20a0", "slag": "?", "utfall": "?"}, Question("x")),
        (
            {"q": "x", "ar": "2020", "slag": "item", "parti": "M", "ordning": "newest"},
            Question("x", year="2020", kind="item", party="M", order="newest"),
        ),
    ],
)
def test_question_of_then_what_no_search_can_mean_is_left_out(
    query: dict[str, Any], expected: Question
) -> None:
    assert question_of(query) == expected
    assert question_of({}) == Question()
