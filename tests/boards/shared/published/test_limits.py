"""Who asks too much hears when to come again, and nobody else hears anything of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils.connection import ConnectionProxy

from boards.shared.clock import now
from boards.shared.published.limits import (
    FILES,
    OPEN_DATA,
    PAGES,
    REPORTS,
    SEARCH,
    Limit,
    count,
    forget,
    limited,
)
from boards.shared.published.models import SentForm
from boards.shared.tasks import forget_sent_forms
from cases.report.models import AccessibilityReport
from minutes.opendata.sitemap.views import ROBOTS
from tests.boards.shared.published.test_pages import municipality
from tests.factories.statements import statement

NOON = datetime.fromisoformat("2026-03-02 12:00:10+01:00")
ONE, OTHER = "203.0.113.9", "198.51.100.66"
PLACES = 50
FEW = Limit("few", 3)

pytestmark = pytest.mark.usefixtures("_counting")


@pytest.fixture
def _counting(settings: Any) -> Iterator[None]:
    settings.CACHES = settings.CACHES | {
        "limits": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "limits-in-tests",
            "OPTIONS": {"MAX_ENTRIES": PLACES},
        }
    }
    with time_machine.travel(NOON, tick=False):
        # A page that another test has kept would not be counted.
        caches["pages"].clear()
        caches["limits"].clear()
        yield
        caches["limits"].clear()


def ask(client: Client, times: int, url: str, address: str = ONE) -> Any:
    """Ask for an address so often, each time another page that none has kept."""
    for turn in range(times):
        answer = client.get(f"{url}?n={turn}", REMOTE_ADDR=address)
    return answer


@pytest.mark.django_db
def test_page_when_asked_for_too_often_then_429_until_the_minute_is_over(
    client: Client,
) -> None:
    assert ask(client, PAGES.most, "/").status_code == 200
    answer = ask(client, 1, "/sammantraden/")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "50"
    assert "no-store" in answer["Cache-Control"]
    assert "50 sekunder" in answer.content.decode()
    assert ask(client, 1, "/sammantraden/", OTHER).status_code == 200
    with time_machine.travel(NOON + timedelta(seconds=50), tick=False):
        assert ask(client, 1, "/sammantraden/").status_code == 200


@pytest.mark.django_db
def test_page_when_kept_or_not_changed_then_it_counts_nothing(client: Client) -> None:
    municipality()
    tag = client.get("/", REMOTE_ADDR=ONE)["ETag"]
    for _ in range(PAGES.most + 1):
        kept = client.get("/", REMOTE_ADDR=ONE)
        same = client.get("/", REMOTE_ADDR=ONE, headers={"If-None-Match": tag})
        assert (kept.status_code, same.status_code) == (200, 304)
    assert ask(client, 1, "/sammantraden/").status_code == 200


@pytest.mark.django_db
def test_search_when_asked_too_often_then_the_pages_are_still_there(
    client: Client,
) -> None:
    assert ask(client, SEARCH.most, "/sok/").status_code == 200
    assert ask(client, SEARCH.most + 1, "/sok/").status_code == 429
    assert ask(client, 1, "/sammantraden/").status_code == 200


@pytest.mark.django_db
def test_open_data_when_asked_too_often_then_json_that_every_site_may_read(
    client: Client,
) -> None:
    url = "/oparl/v1.1/system"
    assert ask(client, OPEN_DATA.most, url).status_code == 200
    answer = ask(client, OPEN_DATA.most + 1, url)
    assert answer.status_code == 429
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Retry-After"] == "50"
    assert answer.json()["type"].endswith("/Error")
    assert "50 sekunder" in answer.json()["message"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "most"),
    [
        ("/anslagstavla/alby/atom.xml", PAGES.most),
        ("/robots.txt", PAGES.most),
        ("/data/2020.zip", FILES.most),
    ],
)
def test_feed_or_file_when_asked_too_often_then_one_plain_line(
    client: Client, url: str, most: int
) -> None:
    municipality()
    ask(client, most, url)
    answer = ask(client, most + 1, url)
    assert answer.status_code == 429
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == "För många förfrågningar: vänta 50 sekunder.\n"


@pytest.mark.django_db
def test_crawler_when_it_keeps_the_pace_of_robots_txt_then_it_reads_everything(
    client: Client,
) -> None:
    assert "Crawl-delay: 1\n" in ROBOTS
    for second in range(180):
        with time_machine.travel(NOON + timedelta(seconds=second), tick=False):
            answer = client.get(f"/sammantraden/?n={second}", REMOTE_ADDR=ONE)
            assert answer.status_code == 200


@pytest.mark.django_db
def test_limit_when_the_client_names_other_addresses_then_it_is_still_his(
    client: Client, settings: Any
) -> None:
    settings.PROXY_COUNT = 1
    for turn in range(SEARCH.most + 1):
        passed = f"192.0.2.{turn}, 2001:db8:1:2::{turn:x}"
        headers = {"X-Forwarded-For": passed}
        answer = client.get(f"/sok/?q={turn}", headers=headers)
    assert answer.status_code == 429
    beside = {"X-Forwarded-For": "2001:db8:1:3::1"}
    assert client.get("/sok/?q=igen", headers=beside).status_code == 200


def test_count_when_a_scraper_has_a_thousand_addresses_then_memory_stays() -> None:
    for turn in range(1000):
        count(FEW, f"10.0.{turn // 256}.{turn % 256}")
        # Whoever goes on asking keeps his count.
        waits = count(FEW, ONE)
    store: Any = caches["limits"]
    assert isinstance(store, LocMemCache | ConnectionProxy)
    assert len(store._cache) <= PLACES
    assert waits == 50


def test_count_when_its_place_is_taken_meanwhile_then_it_begins_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(caches["limits"], "add", lambda *_a, **_k: False)
    assert count(FEW, ONE) == 0


def test_limited_when_one_stands_within_another_then_the_outer_alone_counts(
    rf: RequestFactory,
) -> None:
    @limited(FEW)
    @limited(Limit("fewer", 1))
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("a page")

    said = [view(rf.get("/")).status_code for _ in range(FEW.most + 1)]
    assert said == [200, 200, 200, 429]


def send(client: Client, address: str, text: str = "Sidan går inte att läsa.") -> Any:
    url = "/tillganglighet/alby/rapportera/"
    return client.post(url, {"text": text}, REMOTE_ADDR=address)


@pytest.mark.django_db
def test_form_when_sent_too_often_then_not_taken_until_the_first_is_long_ago(
    client: Client,
) -> None:
    statement()
    for turn in range(REPORTS.most):
        with time_machine.travel(NOON + timedelta(minutes=turn), tick=False):
            assert send(client, ONE, f"Fel nummer {turn}.").status_code == 302
    with time_machine.travel(NOON + timedelta(minutes=8), tick=False):
        refused = send(client, ONE)
        assert refused.status_code == 429
        assert refused["Retry-After"] == "120"
        assert send(client, OTHER).status_code == 302
    with time_machine.travel(NOON + timedelta(minutes=10), tick=False):
        assert send(client, ONE).status_code == 302
        assert send(client, ONE).status_code == 429
    assert AccessibilityReport.objects.count() == REPORTS.most + 2


@pytest.mark.django_db
def test_form_when_sent_back_for_its_mistakes_then_it_counts_nothing(
    client: Client,
) -> None:
    statement()
    for _ in range(REPORTS.most + 1):
        assert send(client, ONE, "").status_code == 400
    assert not SentForm.objects.exists()
    assert send(client, ONE).status_code == 302


@pytest.mark.django_db
def test_form_when_many_clients_send_it_then_all_together_wait(client: Client) -> None:
    statement()
    rows = [
        SentForm(form=REPORTS.name, client=str(number), sent_at=now())
        for number in range(REPORTS.most_of_all)
    ]
    SentForm.objects.bulk_create(rows)
    answer = send(client, ONE)
    assert (answer.status_code, answer["Retry-After"]) == (429, "600")


@pytest.mark.django_db
def test_form_then_no_address_is_kept_and_each_day_has_its_own_names(
    client: Client,
) -> None:
    statement()
    send(client, ONE)
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        send(client, ONE)
        first, second = SentForm.objects.order_by("pk")
        assert first.client != second.client
        assert ONE not in f"{first.client} {second.client}"
        forget_sent_forms()
        assert list(SentForm.objects.all()) == [second]
    with time_machine.travel(NOON + timedelta(days=1, minutes=11), tick=False):
        forget()
    assert not SentForm.objects.exists()
