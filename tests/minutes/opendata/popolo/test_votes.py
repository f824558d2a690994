"""Votes as Popolo's schemas want them, by name only where they were open."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import published
from tests.factories.approvals import counted
from tests.minutes.opendata.oparl.reading import body, every, get
from tests.minutes.opendata.oparl.shape import popolo_errors

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]


@pytest.fixture
def world() -> published.World:
    return published.World()


def motions(name: str = "Alby") -> list[dict[str, Any]]:
    return every(body(name)["justera:motions"])


def test_motion_when_read_then_as_its_schema_with_its_vote_events(
    world: published.World,
) -> None:
    (motion,) = motions()
    assert popolo_errors("motion", motion) == []
    assert get(motion["id"]) == motion
    for event in motion["vote_events"]:
        assert popolo_errors("vote_event", event) == []
        assert get(event["id"]) == event
    assert motion["identifier"] == "ITVT § 1/2020-09-29"
    assert motion["result"] == "pass"
    assert get(motion["organization_id"])["name"] == "Nämnden itvt"
    assert get(motion["legislative_session_id"])["name"].endswith("2020-09-29")


def test_open_vote_when_read_then_names_and_numbers(world: published.World) -> None:
    event = motions()[0]["vote_events"][0]
    anna, nameless, sven = event["votes"]
    assert get(anna["voter_id"])["name"] == anna["voter"]["name"] == "Anna Ek"
    assert nameless == {"option": "yes", "group": {"name": "C"}}
    assert sven["option"] == "no"
    assert event["result"] == "pass"
    assert [row["value"] for row in event["counts"]] == [2, 1, 0]


def test_closed_vote_when_read_then_numbers_alone(world: published.World) -> None:
    event = motions()[0]["vote_events"][1]
    assert "votes" not in event
    assert "result" not in event
    assert event["counts"] == [
        {"option": "Anna Ek", "value": 2},
        {"option": "Bo", "value": 1},
    ]


def test_voter_when_two_share_the_name_then_a_name_and_no_id(
    world: published.World,
) -> None:
    published.seat(world.joint, published.person("Anna Ek"), "S", world.alby)
    anna = motions()[0]["vote_events"][0]["votes"][0]
    assert anna["voter"] == {"name": "Anna Ek"}
    assert "voter_id" not in anna


def test_motion_when_withdrawn_then_nothing_is_left(world: published.World) -> None:
    (motion,) = motions()
    published.withdraw(world.item)
    assert motions() == []
    get(motion["id"], 404)
    get(motion["vote_events"][0]["id"], 404)


def test_motion_when_the_board_is_anothers_then_not_listed(
    world: published.World,
) -> None:
    third = published.municipality("Cedra")
    assert motions("Cedra") == []
    assert len(motions("Berga")) == 1
    published.board("c", third)


@pytest.mark.parametrize(
    "path",
    ["body/x/motion", "motion/0", f"motion/{'9' * 30}", "vote_event/1", "motion/a-1"],
)
def test_address_when_nobody_gave_it_then_says_so_in_json(db: None, path: str) -> None:
    assert get(f"/data/popolo/{path}", 404)["message"].startswith("Det finns inget")


def test_event_when_there_was_none_of_that_number_then_not_there(
    world: published.World,
) -> None:
    get(f"/data/popolo/vote_event/{world.item.pk}-3", 404)


def test_list_when_there_are_more_motions_then_as_many_queries(
    client: Client, world: published.World
) -> None:
    url = f"/data/popolo/body/{world.alby.pk}/motion"
    with counted() as few:
        client.get(url)
    for day in (10, 11):
        more = published.meeting(world.joint, published.HELD.replace(month=day))
        about = published.point(more, published.case(world.joint))
        published.item(published.minutes(more), about)
    with counted() as many:
        assert len(client.get(url).json()["data"]) == 3
    assert len(many) == len(few)
