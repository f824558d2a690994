"""Lists: their pages, their times, what was taken back, and what they cost."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from boards.shared.clock import at, local
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.publication.models import PublishedMeeting
from tests.factories import published
from tests.factories.approvals import counted
from tests.minutes.opendata.oparl.reading import LISTS, body, every, everything, get

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
FIRST = local(date(2021, 1, 1), 9)
LATER = local(date(2021, 2, 1), 9)
ERROR = "https://schema.oparl.org/1.1/Error"


@pytest.fixture
def world() -> published.World:
    with at(FIRST):
        return published.World()


def keys(found: list[dict[str, Any]]) -> list[str]:
    return [one["id"].rpartition("/")[2] for one in found]


@pytest.mark.parametrize("name", LISTS)
def test_list_when_read_one_by_one_then_complete_and_each_once(
    world: published.World, name: str
) -> None:
    address = body("Berga")[name]
    whole = keys(every(address))
    assert len(whole) == len(set(whole)) > 0
    assert keys(every(address, limit="1")) == whole
    page = get(address, limit="1")
    assert page["pagination"] == {
        "totalElements": len(whole),
        "elementsPerPage": 1,
        "currentPage": 1,
        "totalPages": len(whole),
    }


def test_list_when_a_page_is_in_the_middle_then_it_links_all_ways(
    world: published.World,
) -> None:
    address = body("Alby")["file"]
    page = get(address, limit="2", page="2", modified_since="2000-01-01T00:00:00Z")
    said = "limit=2&modified_since=2000-01-01T00%3A00%3A00%2B00%3A00"
    assert page["links"] == {
        "first": f"{address}?{said}",
        "prev": f"{address}?{said}",
        "self": f"{address}?{said}&page=2",
        "last": f"{address}?{said}&page=2",
    }


def test_list_when_empty_then_one_page_without_anything(db: None) -> None:
    page = get("/oparl/v1.1/body")
    assert page["data"] == []
    assert page["pagination"]["totalPages"] == 1
    assert "created" not in get("/oparl/v1.1/system")


def test_list_when_filtered_by_time_then_what_changed_to_the_second(
    world: published.World,
) -> None:
    with at(LATER + timedelta(milliseconds=500)):
        publish_row(
            PublishedMeeting, {"source_id": world.next.source_id}, {"place": "Berga"}
        )
    address = body("Alby")["meeting"]
    shown = "2021-02-01T09:00:00+01:00"
    key = str(world.next.pk)
    assert keys(every(address, modified_since=shown)) == [key]
    assert key in keys(every(address, modified_until=shown))
    assert keys(every(address, modified_since="2021-02-01T09:00:01+01:00")) == []
    assert keys(every(address, created_since="2021-02-01T00:00:00Z")) == []
    assert len(every(address, created_until="2021-01-01T08:00:00Z")) == 2
    assert get(f"/oparl/v1.1/meeting/{key}")["modified"] == shown


def test_plus_of_an_offset_when_not_encoded_then_read_all_the_same(
    client: Client, world: published.World
) -> None:
    url = "/oparl/v1.1/body?created_since=2021-01-01T09:00:00+01:00"
    assert len(client.get(url).json()["data"]) == 2


def test_parent_when_something_inside_changes_then_it_has_changed(
    world: published.World,
) -> None:
    with at(LATER):
        published.withdraw(world.plain)
        published.withdraw(world.seats[1])
    since = {"modified_since": LATER.astimezone(UTC).isoformat()}
    assert keys(every(body("Alby")["meeting"], **since)) == [str(world.meeting.pk)]
    assert keys(every(body("Alby")["person"], **since)) == [str(world.sven.pk)]
    assert keys(every(body("Alby")["organization"], **since))[0] == (
        f"board-{world.joint.pk}"
    )
    inside = get(f"/oparl/v1.1/meeting/{world.meeting.pk}")["agendaItem"]
    assert str(world.plain.pk) not in keys(inside)


def test_parent_when_a_paper_is_withdrawn_from_it_then_it_has_changed(
    world: published.World,
) -> None:
    with at(LATER):
        world.paper.points.clear()
        published.withdraw(world.paper)
    since = {"modified_since": LATER.isoformat()}
    meetings = keys(every(body("Alby")["meeting"], **since))
    assert str(world.meeting.pk) in meetings
    assert str(world.point.pk) in keys(every(body("Alby")["agendaItem"], **since))


WITHDRAWN = {
    "organization": ("own", "board-"),
    "person": ("sven", ""),
    "meeting": ("meeting", ""),
    "agendaItem": ("point", ""),
    "consultation": ("point", ""),
    "paper": ("case", "case-"),
    "file": ("corrected", "minutes-"),
    "locationList": ("meeting", "meeting-"),
    "membership": ("seats", ""),
}


@pytest.mark.parametrize("name", WITHDRAWN)
def test_deleted_object_when_withdrawn_then_told_only_to_who_asks_for_changes(
    world: published.World, name: str
) -> None:
    attribute, lead = WITHDRAWN[name]
    row = getattr(world, attribute)
    row = row[1] if isinstance(row, list) else row
    with at(LATER):
        published.withdraw(row)
    address, key = body("Berga")[name], f"{lead}{row.pk}"
    assert key not in keys(every(address))
    assert key not in keys(every(address, created_since="2020-01-01T00:00:00Z"))
    changed = every(address, modified_since=LATER.isoformat())
    (dead,) = [one for one in changed if one["id"].endswith(f"/{key}")]
    assert dead == {
        "id": dead["id"],
        "type": dead["type"],
        "created": "2021-01-01T09:00:00+01:00",
        "modified": "2021-02-01T09:00:00+01:00",
        "deleted": True,
    }
    assert get(dead["id"]) == dead


def test_person_when_protected_afterwards_then_gone_without_a_name(
    client: Client, world: published.World
) -> None:
    with at(LATER):
        world.sven.seats.update(person=None)
        withdraw_row(world.sven, name="")
        world.item.facts = {}
        world.item.save()
    for name in ("Alby", "Berga"):
        changed = every(body(name)["person"], modified_since=LATER.isoformat())
        assert keys(changed) == [str(world.sven.pk)]
        assert changed[0]["deleted"] is True
    assert "Sundell" not in str(everything(modified_since="2000-01-01T00:00:00Z"))


def test_file_when_withdrawn_then_its_bytes_are_gone(world: published.World) -> None:
    address = get(f"/oparl/v1.1/file/paper-{world.paper.pk}")["accessUrl"]
    published.withdraw(world.paper)
    assert get(address, 410)["deleted"] is True


def test_list_when_internal_lists_are_left_out_then_they_are(
    world: published.World,
) -> None:
    whole, part = (
        every(body("Alby")["meeting"], omit_internal=said) for said in ("false", "true")
    )
    assert "agendaItem" in whole[0]
    assert not {"agendaItem", "auxiliaryFile"} & set(part[0])
    assert get("/oparl/v1.1/body", omit_internal="true")["data"][0].keys() >= {"name"}


@pytest.mark.parametrize(
    "said",
    [
        {"page": "0"},
        {"page": "-1"},
        {"page": "1e3"},
        {"page": "٣"},
        {"page": "9" * 40},
        {"limit": "0"},
        {"limit": ""},
        {"limit": "\x00"},
        {"modified_since": "2021-01-01"},
        {"modified_since": "2021-13-01T00:00:00Z"},
        {"created_until": "2021-02-30T00:00:00Z"},
        {"created_until": "0001-01-01T00:00:00+14:00"},
        {"created_since": "\x00"},
        {"omit_internal": "ja"},
    ],
)
def test_list_when_a_parameter_cannot_be_read_then_says_which(
    world: published.World, said: dict[str, str]
) -> None:
    for address in ("/oparl/v1.1/body", f"/oparl/v1.1/body/{world.alby.pk}/paper"):
        problem = get(address, 400, **said)
        assert problem["type"] == ERROR
        assert problem["message"].startswith("Parametern ”")
        assert [problem["debug"]] == list(said)


@pytest.mark.parametrize(
    "path",
    [
        "meeting/0",
        "meeting/01",
        "meeting/999999",
        f"meeting/{'9' * 30}",
        "meeting/x",
        "meeting/%00",
        "paper/1",
        "paper/board-1",
        "system/1",
        "nothing/1",
        "body/999/meeting",
        "body/x/meeting",
        "body/999/nothing",
        "organization/board-999/meeting",
        "organization/board-999/paper",
        "file/minutes-999/content",
        "legislativeTerm/1-assembly-1999",
        "a/b/c/d",
    ],
)
def test_address_when_nobody_gave_it_then_says_so_in_json(
    world: published.World, path: str
) -> None:
    problem = get(f"/oparl/v1.1/{path}", 404)
    assert problem["type"] == ERROR
    assert problem["message"] == "Det finns inget på den här adressen."


def test_list_when_the_page_is_past_the_end_then_says_how_many(
    world: published.World,
) -> None:
    problem = get("/oparl/v1.1/body", 404, page="2")
    assert problem["message"] == "Listans sista sida är 1."


def test_answer_when_it_has_not_changed_then_304(
    client: Client, world: published.World
) -> None:
    url = f"/oparl/v1.1/body/{world.alby.pk}/meeting"
    tag = client.get(url)["ETag"]
    again = client.get(url, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again["Access-Control-Allow-Origin"] == "*"
    published.withdraw(world.plain)
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 200


def test_other_methods_when_tried_then_refused(client: Client) -> None:
    assert client.post("/oparl/v1.1/system").status_code == 405


def test_term_when_a_new_one_begins_then_every_body_has_changed(
    world: published.World,
) -> None:
    with at(datetime(2022, 10, 15, 12, tzinfo=UTC)):
        since = "2022-10-14T22:00:00Z"
        assert len(every("/oparl/v1.1/body", modified_since=since)) == 2
        (new,) = every(body("Alby")["legislativeTermList"], created_since=since)
        assert new["name"] == "Fullmäktiges mandatperiod 2022–2026"
        assert (new["startDate"], new["endDate"]) == ("2022-10-15", "2026-10-14")
        assert get(new["id"])["body"] == body("Alby")["id"]


@pytest.mark.parametrize("name", LISTS)
def test_list_when_there_are_more_rows_then_as_many_queries(
    client: Client, world: published.World, name: str
) -> None:
    segment = {
        "locationList": "location",
        "legislativeTermList": "legislativeTerm",
    }.get(name, name)
    url = f"/oparl/v1.1/body/{world.alby.pk}/{segment}"
    with counted() as few:
        client.get(url)
    for _copy in range(2):
        more = published.meeting(world.joint)
        about = published.case(world.joint)
        at_point = published.point(more, about)
        published.paper(about, at_point)
        protocol = published.minutes(more)
        published.item(protocol, at_point)
        published.notice(protocol, world.alby)
        who = published.person("Bo Berg")
        published.seat(world.joint, who, "V", world.alby)
        published.board(f"n{more.pk}", world.alby)
    with counted() as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)
