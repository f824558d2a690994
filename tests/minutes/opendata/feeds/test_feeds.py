"""Feeds as two programs read them: ids that stay, tombstones, nobody named."""

from datetime import date, datetime
from typing import Any

import atoma
import feedparser
import pytest
from django.core.cache import caches
from django.test import Client
from lxml import etree

from boards.shared.clock import at, local
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.publication.models import PublishedAnnouncement, PublishedProclamation
from tests.factories import published
from tests.factories.approvals import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
    pytest.mark.time_machine(datetime(2020, 10, 1, 10), tick=False),
]
BOARD = "/namnd/itvt/atom.xml"
MUNICIPALITY = "/kommun/alby/atom.xml"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


@pytest.fixture
def world() -> published.World:
    return published.World()


def fetched(path: str = BOARD) -> bytes:
    caches["pages"].clear()
    answer = Client().get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not answer.cookies
    return answer.content


def proclamation(world: published.World, **values: Any) -> PublishedProclamation:
    said = {
        "municipality": world.alby,
        "board": world.joint,
        "kind": "other",
        "heading": "Detaljplan för kv. Åsen",
        "law": "PBL 5:11",
        "posted_on": date(2020, 9, 30),
        "posted_at": local(date(2020, 9, 30), 8),
        "last_day": date(2020, 10, 21),
        "removable_on": date(2020, 10, 22),
    }
    key = {"source_id": next(published.serial)}
    return publish_row(PublishedProclamation, key, said | values)


@pytest.mark.parametrize("path", [BOARD, MUNICIPALITY])
def test_feed_then_both_readers_find_the_same_entries(
    world: published.World, path: str
) -> None:
    proclamation(world)
    raw = fetched(path)
    first, second = feedparser.parse(raw), atoma.parse_atom_bytes(raw)
    assert not first.bozo
    assert len(first.entries) == len(second.entries) > 2
    assert [one.id for one in first.entries] == [one.id_ for one in second.entries]
    assert len({one.id for one in first.entries}) == len(first.entries)
    for one, other in zip(first.entries, second.entries, strict=True):
        assert one.title == other.title.value
        assert one.link == other.links[0].href
        assert one.id.startswith("tag:")
    assert first.feed.links[0].href.startswith("http")
    assert first.feed.authors


def test_feed_of_municipality_then_minutes_alone(world: published.World) -> None:
    found = feedparser.parse(fetched(MUNICIPALITY)).entries
    assert {one.tags[0].term for one in found} == {"minutes"}
    assert len(found) == 3


def test_entry_when_changed_then_same_id_and_later_time(world: published.World) -> None:
    def of_minutes() -> Any:
        key = f"minutes/{world.minutes.source_id}"
        found = feedparser.parse(fetched()).entries
        return next(one for one in found if one.id.endswith(key))

    before = of_minutes()
    with at(local(date(2020, 10, 2), 8)):
        key = {"source_id": world.minutes.source_id}
        publish_row(published.PublishedMinutes, key, {"items_label": "1-3"})
    after = of_minutes()
    assert after.id == before.id
    assert after.updated_parsed > before.updated_parsed
    assert after.published_parsed == before.published_parsed


@pytest.mark.parametrize("path", [BOARD, MUNICIPALITY])
def test_minutes_when_withdrawn_then_a_tombstone_by_the_next_request(
    world: published.World, path: str
) -> None:
    caches["pages"].clear()
    before = feedparser.parse(Client().get(path).content).entries
    withdraw_row(world.minutes, html="")
    raw = Client().get(path).content
    after = feedparser.parse(raw).entries
    gone = {one.id for one in before} - {one.id for one in after}
    assert len(gone) == 1
    stones = etree.fromstring(raw).findall(DELETED)
    assert [one.get("ref") for one in stones] == list(gone)
    assert stones[0].get("when") == "2020-10-01T10:00:00+00:00"
    assert not stones[0].get("title")


def test_proclamation_when_it_names_somebody_then_the_feed_does_not(
    world: published.World,
) -> None:
    proclamation(world, names_somebody=True, heading="Delgivning med Karl Karlsson")
    raw = fetched().decode()
    assert "PBL 5:11" in raw
    assert "Karlsson" not in raw


def test_proclamation_when_taken_down_then_a_tombstone(world: published.World) -> None:
    row = proclamation(world)
    assert "Åsen" in fetched().decode()
    withdraw_row(row, heading="")
    raw = fetched()
    assert b"PBL" not in raw
    assert len(etree.fromstring(raw).findall(DELETED)) == 1


def test_announcement_on_two_boards_then_told_once(world: published.World) -> None:
    for municipality in (world.alby, world.berga):
        publish_row(
            PublishedAnnouncement,
            {"meeting": world.next, "municipality": municipality},
            {"source_id": 1, "announced_at": local(date(2020, 10, 1)), "agenda": []},
        )
    found = feedparser.parse(fetched()).entries
    assert len([one for one in found if one.tags[0].term == "announcement"]) == 1


def test_feed_then_nobody_elected_is_named(world: published.World) -> None:
    raw = fetched().decode()
    assert "Anna" not in raw
    assert "Sundell" not in raw


@pytest.mark.parametrize("path", [BOARD, MUNICIPALITY])
def test_feed_when_it_grows_then_no_more_questions_and_an_end(
    world: published.World, path: str
) -> None:
    with counted() as few:
        fetched(path)
    for _number in range(120):
        published.minutes(world.meeting)
    with counted() as many:
        fetched(path)
    assert len(many) == len(few)
    assert len(feedparser.parse(fetched(path)).entries) == 100


@pytest.mark.parametrize("path", ["/namnd/ingen/atom.xml", "/kommun/ingen/atom.xml"])
def test_feed_of_nobody_then_404(world: published.World, path: str) -> None:
    assert Client().get(path).status_code == 404
