"""What search engines are told."""

from datetime import date
from urllib.robotparser import RobotFileParser

import pytest
from django.core.cache import caches
from django.test import Client
from lxml import etree

from boards.shared.published.snapshots import withdraw_row
from minutes.opendata.sitemap import pages
from tests.factories import published
from tests.factories.approvals import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
SPACE = {"s": pages.SPACE}
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def world() -> published.World:
    return published.World()


def places(path: str) -> list[str]:
    caches["pages"].clear()
    answer = Client().get(path)
    assert answer.status_code == 200, path
    root = etree.fromstring(answer.content)
    found = root.xpath("//s:loc/text()", namespaces=SPACE)
    assert all(one.startswith(SITE) for one in found)
    return [one.removeprefix(SITE) for one in found]


def every_page() -> list[str]:
    return [page for part in places("/sitemap.xml") for page in places(part)]


def test_sitemap_then_every_page_in_it_is_there_once(world: published.World) -> None:
    found = every_page()
    assert len(found) == len(set(found))
    assert world.minutes.get_absolute_url() in found
    assert world.meeting.get_absolute_url() in found
    assert world.joint.get_absolute_url() in found
    for page in found:
        assert Client().get(page).status_code == 200, page


def test_sitemap_then_no_single_notice_is_in_it(world: published.World) -> None:
    notice = world.notices[0].get_absolute_url()
    assert notice not in every_page()
    assert not any("/kungorelse/" in page for page in every_page())


def test_sitemap_when_withdrawn_then_gone_by_the_next_request(
    world: published.World,
) -> None:
    page = world.minutes.get_absolute_url()
    assert page in every_page()
    withdraw_row(world.minutes, html="")
    assert page not in every_page()


def test_sitemap_when_large_then_in_parts(
    world: published.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = set(every_page())
    monkeypatch.setattr(pages, "MOST", 2)
    assert "/sitemap-protokoll-2020-2.xml" in places("/sitemap.xml")
    assert set(every_page()) == whole


def test_sitemap_when_it_grows_then_no_more_questions(world: published.World) -> None:
    for path in ("/sitemap.xml", "/sitemap-sammantraden-2020-1.xml"):
        with counted() as few:
            places(path)
        published.meeting(world.joint, date(2020, 5, 5 + len(path) % 20))
        with counted() as many:
            places(path)
        assert len(many) == len(few)


@pytest.mark.parametrize(
    "name",
    [
        "anslag-2020-1",
        "protokoll-1999-1",
        "protokoll-2020-0",
        "protokoll-0-1",
        f"protokoll-2020-{10**20}",
    ],
)
def test_sitemap_when_there_is_none_then_404(world: published.World, name: str) -> None:
    assert Client().get(f"/sitemap-{name}.xml").status_code == 404


def test_robots_then_readers_are_led_to_the_sitemap_and_away_from_search() -> None:
    rules = RobotFileParser()
    rules.parse(Client().get("/robots.txt").content.decode().splitlines())
    assert rules.site_maps() == [f"{SITE}/sitemap.xml"]
    assert rules.can_fetch("Any", "/protokoll/1/")
    assert rules.can_fetch("Any", "/anslagstavla/alby/")
    assert not rules.can_fetch("Any", "/sok/?q=x")
    assert rules.crawl_delay("Any") == 1
