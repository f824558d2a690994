"""The years' files: what is in them, what never is, and what is sent of them."""

import csv
import hashlib
import io
import json
from datetime import datetime
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client

from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.opendata.bulk.actions import make_year
from minutes.opendata.bulk.archive import harmless
from minutes.opendata.bulk.models import PublishedYear
from minutes.opendata.bulk.ranges import part
from minutes.opendata.bulk.tasks import make_year_files
from tests.factories import published
from tests.factories.approvals import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
PATH = "/data/2020.zip"
ATTACK = '=HYPERLINK("http://x.example";"Klicka")'


@pytest.fixture
def world() -> published.World:
    return published.World()


def fetched(**headers: str) -> HttpResponse:
    return Client().get(PATH, headers=headers)


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def opened() -> ZipFile:
    answer = fetched()
    assert answer.status_code == 200
    return ZipFile(io.BytesIO(body(answer)))


def lines(name: str) -> list[dict[str, Any]]:
    text = opened().read(f"{name}.jsonl").decode()
    return [json.loads(line) for line in text.splitlines()]


def table(name: str) -> list[dict[str, str]]:
    text = opened().read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_year_when_made_then_lines_and_tables_hold_the_same(
    world: published.World,
) -> None:
    make_year_files()
    for name, number in {
        "moten": 3,
        "protokoll": 3,
        "paragrafer": 2,
        "beslutspunkter": 2,
        "omrostningar": 2,
        "roster": 3,
        "anslag": 2,
    }.items():
        assert len(lines(name)) == len(table(name)) == number, name
        for one, other in zip(lines(name), table(name), strict=True):
            assert list(one) == list(other)
    assert "ITVT § 12" in opened().read("LÄSMIG.txt").decode()


def test_votes_when_somebody_is_protected_then_no_name(world: published.World) -> None:
    make_year_files()
    votes = {one["namn"]: one["rost"] for one in lines("roster")}
    assert votes == {"Anna Ek": "yes", "": "yes", "Sven Sundell": "no"}


def test_text_when_it_is_a_formula_then_the_table_disarms_it(
    world: published.World,
) -> None:
    key = {"source_id": world.item.source_id}
    publish_row(published.PublishedItem, key, {"heading": ATTACK})
    make_year_files()
    assert table("paragrafer")[0]["rubrik"] == f"'{ATTACK}"
    assert lines("paragrafer")[0]["rubrik"] == ATTACK


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "  =", "＝"])
def test_cell_when_a_spreadsheet_would_run_it_then_harmless(start: str) -> None:
    assert str(harmless(f"{start}1+1")).startswith("'")


def test_file_when_made_twice_then_the_same_bytes(world: published.World) -> None:
    first = make_year(year=2020)
    PublishedYear.objects.all().delete()
    assert make_year(year=2020).sha256 == first.sha256


@pytest.mark.parametrize("name", ["minutes", "item", "meeting"])
def test_file_when_something_is_withdrawn_then_not_shown_until_made_anew(
    world: published.World, name: str, django_capture_on_commit_callbacks: Any
) -> None:
    make_year_files()
    old = PublishedYear.objects.get(year=2020)
    assert fetched().status_code == 200
    withdraw_row(getattr(world, name))
    answer = fetched()
    assert answer.status_code == 503
    assert answer["Retry-After"]
    with django_capture_on_commit_callbacks(execute=True):
        make_year_files()
    assert fetched().status_code == 200
    assert not default_storage.exists(old.path)


def test_file_when_something_is_masked_then_not_shown_either(
    world: published.World,
) -> None:
    make_year_files()
    key = {"source_id": world.item.source_id}
    publish_row(published.PublishedItem, key, {"text": "Maskerat"})
    assert fetched().status_code == 503
    make_year_files()
    assert lines("paragrafer")[0]["text"] == "Maskerat"


def test_file_when_something_is_new_then_the_old_one_is_right_but_old(
    world: published.World,
) -> None:
    make_year_files()
    before = PublishedYear.objects.get().sha256
    published.meeting(world.own, datetime(2020, 11, 4).date())
    assert fetched().status_code == 200
    make_year_files()
    assert PublishedYear.objects.get().sha256 != before
    assert len(lines("moten")) == 4


def test_file_when_nothing_is_new_then_left_alone(world: published.World) -> None:
    make_year_files()
    before = PublishedYear.objects.get().made_at
    make_year_files()
    assert PublishedYear.objects.get().made_at == before


def test_file_when_known_then_not_sent_again(world: published.World) -> None:
    make_year_files()
    answer = fetched()
    whole = body(answer)
    assert answer["ETag"] == f'"{hashlib.sha256(whole).hexdigest()}"'
    assert answer["Content-Type"] == "application/zip"
    assert fetched(if_none_match=answer["ETag"]).status_code == 304


def test_file_when_a_part_is_asked_for_then_that_part(world: published.World) -> None:
    make_year_files()
    answer = fetched()
    whole, etag = body(answer), answer["ETag"]
    rest = fetched(range="bytes=100-", if_range=etag)
    assert rest.status_code == 206
    assert body(rest) == whole[100:]
    assert rest["Content-Range"] == f"bytes 100-{len(whole) - 1}/{len(whole)}"
    assert body(fetched(range="bytes=-7")) == whole[-7:]
    assert body(fetched(range="bytes=0-0")) == whole[:1]
    assert fetched(range="bytes=100-", if_range='"another"').status_code == 200
    beyond = fetched(range=f"bytes={len(whole)}-")
    assert beyond.status_code == 416
    assert beyond["Content-Range"] == f"bytes */{len(whole)}"


@pytest.mark.parametrize(
    "header", ["", "bytes=", "bytes=-", "rows=0-1", "bytes=5-2", "bytes=0-1,4-5", "x"]
)
def test_part_when_unclear_then_the_whole(header: str) -> None:
    assert part(header, 10) is None


@pytest.mark.parametrize("path", ["/data/1999.zip", "/data/99999999999.zip"])
def test_year_when_nothing_is_published_then_404(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_year_when_it_grows_then_no_more_questions(world: published.World) -> None:
    make_year_files()
    with counted() as few:
        fetched()
    for _number in range(5):
        published.minutes(world.meeting)
    make_year_files()
    with counted() as many:
        fetched()
    assert len(many) == len(few)


def test_page_of_open_data_then_leads_to_every_form(world: published.World) -> None:
    make_year_files()
    page = Client().get("/oppna-data/").content.decode()
    for path in (
        PATH,
        "/kalender/itvt.ics",
        "/namnd/itvt/atom.xml",
        "/dcat.rdf",
        "/oparl/v1.1/system",
        "creativecommons.org/publicdomain/zero",
    ):
        assert path in page, path
