"""The anslagstavla's feed: what is up, and tombstones of what came down."""

from datetime import date, datetime, timedelta
from typing import Any

import atoma
import feedparser
import pytest
import time_machine
from django.core.cache import caches
from django.test import Client
from lxml import etree

from boards.shared.clock import local
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.publication.models import PublishedAnnouncement, PublishedProclamation
from tests.factories import published

DAY = date(2020, 10, 1)
FEED = "/anslagstavla/alby/atom.xml"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
    pytest.mark.time_machine(datetime(2020, 10, 1, 10), tick=False),
]


@pytest.fixture
def world() -> published.World:
    return published.World()


def fetched() -> bytes:
    caches["pages"].clear()
    answer = Client().get(FEED)
    assert answer.status_code == 200
    return answer.content


def ids(raw: bytes) -> list[str]:
    """The entries' ids, in which two independent readers agree."""
    first, second = feedparser.parse(raw), atoma.parse_atom_bytes(raw)
    assert not first.bozo
    assert [one.id for one in first.entries] == [one.id_ for one in second.entries]
    return [one.id for one in first.entries]


def stones(raw: bytes) -> dict[str, str]:
    """What each tombstone refers to, and since when."""
    found = etree.fromstring(raw).findall(DELETED)
    assert not any(len(one) or one.text for one in found)
    return {one.get("ref"): one.get("when") for one in found}


def proclamation(world: published.World, **values: Any) -> PublishedProclamation:
    said = {
        "municipality": world.alby,
        "board": world.joint,
        "heading": "Detaljplan för kv. Åsen",
        "law": "PBL 5:11",
        "posted_on": DAY,
        "posted_at": local(DAY, 8),
        "last_day": date(2020, 10, 21),
        "removable_on": date(2020, 10, 22),
    }
    return publish_row(PublishedProclamation, {"source_id": 1}, said | values)


def test_feed_when_all_is_up_then_no_tombstone(world: published.World) -> None:
    proclamation(world)
    raw = fetched()
    assert len(ids(raw)) == 2
    assert not stones(raw)


@pytest.mark.law("A-12")
def test_feed_when_something_came_down_then_a_tombstone_with_its_id(
    world: published.World,
) -> None:
    row = proclamation(world)
    before = ids(fetched())
    with time_machine.travel(local(DAY + timedelta(days=1), 9), tick=False):
        key = {"source_id": world.notices[0].source_id}
        publish_row(published.PublishedNotice, key, {"taken_down_on": DAY})
        withdraw_row(row, heading="")
        raw = fetched()
    assert ids(raw) == []
    assert stones(raw) == dict.fromkeys(before, "2020-10-02T07:00:00+00:00")
    assert "Åsen" not in raw.decode()
    assert "PBL" not in raw.decode()
    with time_machine.travel(local(DAY + timedelta(days=90), 9), tick=False):
        assert not stones(fetched())


def test_feed_when_the_meeting_was_held_then_its_announcement_is_a_tombstone(
    world: published.World,
) -> None:
    publish_row(
        PublishedAnnouncement,
        {"meeting": world.next, "municipality": world.alby},
        {"source_id": 1, "announced_at": local(DAY), "agenda": []},
    )
    before = next(one for one in ids(fetched()) if "/namnd/" in one)
    with time_machine.travel(local(world.next.held_on, 23), tick=False):
        assert before in ids(fetched())
    with time_machine.travel(local(world.next.held_on + timedelta(2), 9), tick=False):
        raw = fetched()
    assert before not in ids(raw)
    assert stones(raw) == {before: "2020-12-02T00:00:00+01:00"}


def test_feed_when_it_never_was_up_then_nothing_is_said_of_it(
    world: published.World,
) -> None:
    proclamation(world, withdrawn_at=local(DAY - timedelta(days=1), 8))
    assert not stones(fetched())
