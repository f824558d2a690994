"""The watch reads the board as anybody would: over HTTP, without login."""

from collections.abc import Iterator

import httpx
import pytest
import time_machine
from django.conf import settings
from django.test import Client

from boards.shared.clock import at
from minutes.notice.models import Interruption, Notice, Sighting
from minutes.noticeboard.watch import ask_board, watch
from minutes.publication.models import PublishedNotice
from tests.factories import approvals, publications

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.law("A-05"),
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
LATER = publications.NOON.replace(minute=5)


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    """A reader whose requests reach the product, as its server would hand them."""

    def answer(request: httpx.Request) -> httpx.Response:
        given = Client().get(request.url.path)
        return httpx.Response(given.status_code, content=given.content)

    transport = httpx.MockTransport(answer)
    with httpx.Client(transport=transport, base_url=settings.SITE_URL) as reader:
        yield reader


def test_watch_when_notices_are_up_then_each_is_seen(client: httpx.Client) -> None:
    publications.published()
    watch(client)
    assert Sighting.objects.count() == Notice.objects.count() == 2
    with at(LATER):
        watch(client)
    assert {row.seen_until for row in Sighting.objects.all()} == {LATER}


def test_watch_when_a_notice_has_left_the_board_then_interrupted(
    client: httpx.Client,
) -> None:
    publications.published()
    watch(client)
    lost = PublishedNotice.objects.first()
    PublishedNotice.objects.filter(pk=lost.pk).update(taken_down_on=LATER.date())
    with at(LATER):
        watch(client)
    row = Interruption.objects.get()
    assert (row.notice_id, row.was_asked) == (lost.source_id, True)


def test_ask_when_nobody_answers_then_no_answer_and_no_error() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody there", request=request)

    for transport in (
        httpx.MockTransport(refuse),
        httpx.MockTransport(lambda _request: httpx.Response(503)),
    ):
        with httpx.Client(transport=transport, base_url="http://alby.example") as one:
            assert ask_board(one, "alby") is None


def test_watch_when_nothing_is_posted_then_nobody_is_asked() -> None:
    approvals.approved_on(publications.NOON)

    def fail(_request: httpx.Request) -> httpx.Response:
        raise AssertionError

    with httpx.Client(transport=httpx.MockTransport(fail)) as one:
        watch(one)
