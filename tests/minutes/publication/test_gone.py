"""What was taken down says so at its address; what never was there says nothing."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client

from boards.shared.clock import local, now
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.privacy.actions import withdraw
from minutes.publication.models import (
    PublishedMeeting,
    PublishedNotice,
    PublishedPaper,
    PublishedProclamation,
)
from tests.factories import publications, published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
DAY = date(2020, 10, 1)


@pytest.fixture
def world() -> published.World:
    with time_machine.travel(local(DAY, 10), tick=False):
        return published.World()


def proclamation(world: published.World, **values: Any) -> PublishedProclamation:
    said = {
        "municipality": world.alby,
        "board": world.joint,
        "law": "PBL 5:11",
        "posted_on": date(2020, 9, 30),
        "posted_at": local(date(2020, 9, 30), 8),
        "last_day": date(2020, 10, 21),
        "removable_on": date(2020, 10, 22),
    }
    return publish_row(PublishedProclamation, {"source_id": 1}, said | values)


# Which row is taken back, and where it stood.
PLACES: dict[str, Callable[[published.World], tuple[Any, str]]] = {
    "minutes": lambda w: (w.minutes, f"/protokoll/{w.minutes.pk}/"),
    "pdf": lambda w: (w.minutes, f"/protokoll/{w.minutes.pk}/pdf/"),
    "akn": lambda w: (w.minutes, f"/protokoll/{w.minutes.pk}/akn.xml"),
    "json": lambda w: (w.minutes, f"/protokoll/{w.minutes.pk}/protokoll.json"),
    "item": lambda w: (w.item, f"/protokoll/{w.corrected.pk}/1/"),
    "point": lambda w: (w.item, f"/protokoll/{w.corrected.pk}/1/1/"),
    "case": lambda w: (w.case, case_path(w)),
    "paper": lambda w: (w.paper, f"/handling/{w.paper.pk}/"),
    "meeting": lambda w: (w.meeting, w.meeting.get_absolute_url()),
    "proclamation": lambda w: of(proclamation(w)),
}


def case_path(world: published.World) -> str:
    return f"/arende/itvt/{world.case.dnr.rsplit(' ', 1)[-1].replace('/', '-')}/"


def of(row: Any) -> tuple[Any, str]:
    return row, row.get_absolute_url()


@pytest.mark.parametrize("name", PLACES)
def test_address_when_its_row_is_withdrawn_then_410_and_anew_200(
    client: Client, world: published.World, name: str
) -> None:
    with time_machine.travel(local(DAY, 11), tick=False):
        row, path = PLACES[name](world)
        before = client.get(path)
        assert before.status_code == 200
        withdraw_row(row)
        asked = {"If-None-Match": before.headers["ETag"]}
        for answer in (
            client.get(path),
            client.head(path),
            client.get(path, headers=asked),
        ):
            assert answer.status_code == 410
            assert "no-store" in answer["Cache-Control"]
            assert "ETag" not in answer
            assert not answer.cookies
        assert "har tagits ned" in client.get(path).content.decode()
        row.withdrawn_at = None
        row.save()
        assert client.get(path, headers=asked).status_code == 200


def test_notice_when_it_came_down_then_410_on_its_own_board_alone(
    client: Client, world: published.World
) -> None:
    row = world.notices[0]
    row.taken_down_on = DAY
    row.save()
    assert client.get(row.get_absolute_url()).status_code == 410
    assert client.get(f"/anslagstavla/berga/{row.pk}/").status_code == 404


def test_notice_when_it_never_was_up_then_404(
    client: Client, world: published.World
) -> None:
    row = world.notices[0]
    row.posted_on, row.taken_down_on = DAY + timedelta(days=5), DAY
    row.save()
    assert client.get(row.get_absolute_url()).status_code == 404


def test_row_when_it_came_with_its_withdrawal_then_as_if_it_never_was(
    client: Client, world: published.World
) -> None:
    earlier = now() - timedelta(minutes=1)
    row = proclamation(world, withdrawn_at=earlier)
    nothing = client.get(f"/anslagstavla/alby/kungorelse/{row.pk + 1}/")
    never = client.get(row.get_absolute_url())
    assert (never.status_code, nothing.status_code) == (404, 404)
    assert bare(never) == bare(nothing)


def bare(answer: Any) -> tuple[str, dict[str, str]]:
    """An answer without what every answer has of its own."""
    headers = {name: value for name, value in answer.items() if "Policy" not in name}
    return answer.content.decode(), headers


@pytest.mark.parametrize(
    "path",
    [
        "/protokoll/{}/",
        "/protokoll/{}/pdf/",
        "/protokoll/{}/akn.xml",
        "/protokoll/{}/1/",
        "/handling/{}/",
        "/anslagstavla/alby/{}/",
        "/anslagstavla/alby/kungorelse/{}/",
    ],
)
def test_address_when_nothing_ever_was_there_then_404(
    client: Client, world: published.World, path: str
) -> None:
    assert client.get(path.format(987654)).status_code == 404
    assert client.get(path.format("9" * 40)).status_code == 404


def test_minutes_when_the_gate_withdraws_then_every_address_is_gone_at_once(
    client: Client,
) -> None:
    approval = publications.published()
    row = publications.shown(approval)
    paths = [f"/protokoll/{row.pk}/{end}" for end in ("", "pdf/", "akn.xml", "1/")]
    assert [client.get(path).status_code for path in paths] == [200] * 4
    withdraw(publication=approval.publication, reason="GDPR", by=None)
    assert [client.get(path).status_code for path in paths] == [410] * 4
    # What is gone for one address stands at none: the meeting is still announced.
    assert PublishedMeeting.objects.filter(withdrawn_at=None).exists()


def test_gone_when_asked_then_no_more_questions_than_for_what_is_there(
    client: Client, world: published.World, django_assert_max_num_queries: Any
) -> None:
    withdraw_row(PublishedPaper.objects.get())
    caches["pages"].clear()
    with django_assert_max_num_queries(8):
        client.get(f"/handling/{world.paper.pk}/")
    assert PublishedNotice.objects.count() == 2
