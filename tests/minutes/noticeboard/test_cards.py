"""A card is made once, and anew as soon as one of the rows behind it changes."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client

from boards.shared.published.snapshots import publish_row
from minutes.publication.models import PublishedBoard, PublishedNotice
from tests.factories import publications
from tests.factories.published import World

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
BOARD = "/anslagstavla/alby/"


def shown(client: Client, path: str = BOARD) -> str:
    return client.get(path).content.decode()


def changed(row: Any, **values: Any) -> None:
    """Publish the row with other values, a moment later."""
    with time_machine.travel(publications.NOON + timedelta(minutes=1), tick=False):
        publish_row(type(row), {"source_id": row.source_id}, values)


@pytest.fixture
def world() -> Any:
    with time_machine.travel(publications.NOON, tick=False):
        yield World()


@pytest.mark.law("A-03")
def test_card_when_the_notice_is_corrected_then_the_next_request_says_so(
    client: Client, world: World
) -> None:
    assert "2020-10-20" in shown(client)
    notice: PublishedNotice = world.notices[0]
    changed(notice, last_appeal_day=date(2020, 10, 22), storage_place="Arkivet")
    page = shown(client)
    assert "2020-10-22" in page
    assert "Arkivet" in page
    assert "2020-10-20" not in page


def test_card_when_the_board_has_a_new_name_then_the_next_request_has_it(
    client: Client, world: World
) -> None:
    board: PublishedBoard = world.joint
    assert board.name in shown(client)
    changed(board, name="Servicenämnden")
    page = shown(client)
    assert "Servicenämnden, sammanträde" in page
    assert f"{board.name}, sammanträde" not in page


@pytest.mark.usefixtures("world")
@pytest.mark.law("A-01")
def test_card_when_the_board_was_read_first_then_the_kiosk_still_has_no_way_off(
    client: Client,
) -> None:
    assert 'href="/protokoll/' in shown(client)
    assert 'href="/protokoll/' not in shown(client, f"{BOARD}kiosk/")


def test_card_when_the_minutes_are_gone_then_it_leads_nowhere(
    client: Client, world: World
) -> None:
    assert 'href="/protokoll/' in shown(client)
    world.minutes.delete()
    page = shown(client)
    assert "Kansliet" in page
    assert 'href="/protokoll/' not in page


@pytest.mark.usefixtures("world")
def test_card_when_it_is_kept_then_the_page_is_the_same(client: Client) -> None:
    first = shown(client)
    caches["pages"].clear()
    assert len(caches["cards"]._cache) == 1
    assert shown(client) == first
