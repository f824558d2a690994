"""The anslagstavla and its screen in the reception: the closed list, nothing else."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from boards.shared.clock import local
from tests.factories import approvals, publications

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
KIOSK = "/anslagstavla/alby/kiosk/"
BOARD = "/anslagstavla/alby/"


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def shown(client: Client, path: str) -> str:
    return client.get(path).content.decode()


@pytest.mark.law("A-02")
@pytest.mark.parametrize("path", [BOARD, KIOSK])
def test_board_when_nothing_is_posted_then_still_how_to_appeal(
    client: Client, path: str
) -> None:
    approvals.approved_on(publications.NOON)
    approvals.work_off()
    page = shown(client, path)
    assert "Så överklagar du" in page
    assert "alla omständigheter" in page or "varje omständighet" in page
    assert "inga anslag" in page


@pytest.mark.law("A-03")
@pytest.mark.parametrize("path", [BOARD, KIOSK])
def test_board_when_posted_then_each_date_with_its_reason(
    client: Client, path: str
) -> None:
    publications.published()
    page = shown(client, path)
    for text in ("2020-10-20", "2020-10-21", "KL 8:12", "KL 13:5", "Kommunhuset"):
        assert text in page, text


@pytest.mark.law("A-01")
def test_kiosk_then_no_way_off_the_board_and_it_never_starts_over(
    client: Client,
) -> None:
    publications.published()
    answer = client.get(KIOSK)
    page = answer.content.decode()
    ways = re.findall(r'<a\b[^>]*href="([^"]*)"', page)
    assert set(ways) <= {"#main"}
    assert "<form" not in page
    assert "http-equiv" not in page
    assert "js/kiosk" in page
    assert not answer.cookies


@pytest.mark.law("A-01")
def test_board_on_a_holiday_then_it_is_there_without_cookies(client: Client) -> None:
    publications.published()
    with time_machine.travel(local(publications.MEETING_DAY.replace(month=12, day=25))):
        answer = client.get(BOARD)
    assert answer.status_code == 200
    assert not answer.cookies
