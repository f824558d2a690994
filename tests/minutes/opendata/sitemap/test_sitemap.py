"""What search engines are told."""

from datetime import UTC, date, datetime
from urllib.robotparser import RobotFileParser

import pytest
from django.core.cache import caches
from django.test import Client
from lxml import etree

from boards.shared.masking import PROTECTED
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


def test_sitemap_then_paragraphs_arenden_members_and_papers(
    world: published.World,
) -> None:
    found = every_page()
    number = world.case.dnr.rsplit(" ", 1)[-1].replace("/", "-")
    for page in (
        f"{world.corrected.get_absolute_url()}1/",
        f"/arende/itvt/{number}/",
        "/namnd/itvt/ledamoter/",
        f"/handling/{world.paper.pk}/",
    ):
        assert page in found, page
    # A secret § and ärende have pages that say that they are secret.
    assert f"{world.masked.get_absolute_url()}2/" not in found
    assert not any("/arende/" in page for page in found if number not in page)


@pytest.mark.law("D-18")
def test_sitemap_when_a_paragraph_is_about_somebody_then_it_and_its_arende_are_not(
    world: published.World,
) -> None:
    pages_before = set(every_page())
    points = [
        {"number": "1", "text": "Avslås.", "outcome": "x", "appeal": "administrative"}
    ]
    world.item.facts = {"points": points}
    world.item.save()
    gone = pages_before - set(every_page())
    assert len(gone) == 3
    for page in gone:
        answer = Client().get(page)
        assert answer.status_code == 200
        kept_out = answer.headers.get("X-Robots-Tag") == "noindex"
        assert kept_out or b'name="robots" content="noindex"' in answer.content


@pytest.mark.law("D-20")
def test_sitemap_when_a_text_is_masked_then_its_page_is_not_in_it(
    world: published.World,
) -> None:
    world.item.text = f"{PROTECTED} yttrade sig."
    world.item.save()
    world.corrected.is_masked = True
    world.corrected.save()
    world.case.title = f"Motion av {PROTECTED}"
    world.case.save()
    assert not [p for p in every_page() if p.startswith(("/arende/", "/handling/"))]
    assert f"{world.corrected.get_absolute_url()}1/" not in every_page()


def test_sitemap_then_no_page_of_it_says_noindex(world: published.World) -> None:
    for page in every_page():
        answer = Client().get(page)
        assert "X-Robots-Tag" not in answer.headers, page
        content = (
            b"".join(answer.streaming_content) if answer.streaming else answer.content
        )
        assert b'content="noindex"' not in content, page


def test_sitemap_when_a_page_changes_then_its_moment_is_told(
    world: published.World,
) -> None:
    world.item.heading = "Ny rubrik"
    world.item.changed_at = datetime(2020, 10, 2, 8, tzinfo=UTC)
    world.item.save()
    caches["pages"].clear()
    said = Client().get("/sitemap-paragrafer-2020-1.xml").content.decode()
    assert "<lastmod>2020-10-02T08:00:00+00:00</lastmod>" in said


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
    parts = [f"/sitemap-{kind}-2020-1.xml" for kind in pages.KINDS]
    for number, path in enumerate(["/sitemap.xml", "/sitemap-sidor.xml", *parts]):
        with counted() as few:
            places(path)
        held = published.meeting(world.joint, date(2020, 5, 5 + number))
        about = published.case(world.joint)
        point = published.point(held, about)
        published.paper(about, point)
        published.item(published.minutes(held), point, number + 3)
        published.board(f"n{number}", world.alby)
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
