"""Every object as the published schemas want it, and no name that is protected."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.factories import published
from tests.minutes.opendata.oparl.reading import bodies, body, every, everything, get
from tests.minutes.opendata.oparl.shape import oparl_errors

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
KINDS = {
    "AgendaItem",
    "Body",
    "Consultation",
    "File",
    "LegislativeTerm",
    "Location",
    "Meeting",
    "Membership",
    "Organization",
    "Paper",
    "Person",
}


@pytest.fixture
def world() -> published.World:
    return published.World()


def kind(one: dict[str, Any]) -> str:
    return str(one["type"].rpartition("/")[2])


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that lies in another."""
    if isinstance(value, list):
        for one in value:
            yield from inside(one)
    if isinstance(value, dict):
        if "type" in value and "id" in value:
            yield value
        yield from inside(list(value.values()))


def test_every_object_when_read_from_the_system_on_then_as_its_schema(
    world: published.World,
) -> None:
    found = everything()
    assert {kind(one) for one in found.values()} == KINDS
    for one in [get("/oparl/v1.1/system"), *found.values()]:
        assert oparl_errors(one) == []


def test_every_object_inside_another_when_asked_for_then_there_by_its_own_id(
    world: published.World,
) -> None:
    for one in {one["id"]: one for one in inside(list(everything().values()))}.values():
        alone = get(one["id"])
        assert oparl_errors(alone) == []
        assert one.items() <= alone.items()


def test_system_when_read_then_says_licence_and_version(world: published.World) -> None:
    system = get("/oparl/v1.1/system")
    assert system["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert system["oparlVersion"] == "https://schema.oparl.org/1.1/"
    assert [one["name"] for one in bodies()] == ["Alby", "Berga"]


def test_joint_board_when_listed_then_in_both_bodies_and_owned_by_the_first(
    world: published.World,
) -> None:
    alby, berga = body("Alby"), body("Berga")
    key = f"board-{world.joint.pk}"
    for one in (alby, berga):
        boards = {made["id"]: made for made in every(one["organization"])}
        joint = next(made for url, made in boards.items() if url.endswith(f"/{key}"))
        assert joint["body"] == alby["id"]
        assert joint["justera:bodies"] == [alby["id"], berga["id"]]
    names = [one["name"] for one in every(alby["organization"])]
    assert names == ["Nämnden itvt", "Partiet S", "Partiet C"]


@pytest.mark.law("D-20")
def test_person_with_protected_data_then_an_uppdrag_without_a_name(
    world: published.World,
) -> None:
    nameless = get(f"/oparl/v1.1/membership/{world.seats[3].pk}")
    assert "person" not in nameless
    assert nameless["justera:person"] == "Skyddad uppgift"
    assert nameless["role"] == "Ersättare"
    assert nameless["votingRight"] is False
    assert get(nameless["onBehalfOf"])["shortName"] == "C"
    people = every(body("Alby")["person"])
    assert [one["name"] for one in people] == ["Anna Ek", "Sven Sundell"]


def test_agenda_item_when_decided_then_votes_referral_and_follow_up(
    world: published.World,
) -> None:
    one = get(f"/oparl/v1.1/agendaItem/{world.point.pk}")
    assert one["number"] == "§ 1"
    assert one["result"] == "Bifall"
    assert one["resolutionText"] == "1. Planen antas.\n2. Rapport i maj."
    assert one["justera:citation"] == "ITVT § 1/2020-09-29"
    assert one["justera:votes"][0]["votes"][0]["name"] == "Anna Ek"
    assert one["justera:referredTo"] == [
        get(f"/oparl/v1.1/agendaItem/{world.again.pk}")["id"]
    ]
    assert {row["lastAppealDay"] for row in one["justera:followUp"]} == {"2020-10-20"}
    assert "votes" not in one["justera:votes"][1]


@pytest.mark.law("D-12")
def test_secret_point_when_read_then_not_public_and_without_decision(
    world: published.World,
) -> None:
    one = get(f"/oparl/v1.1/agendaItem/{world.hidden.pk}")
    assert one["public"] is False
    assert "resolutionText" not in one
    assert one["order"] == 1


def test_meeting_when_minutes_are_corrected_then_the_newest_are_its_protocol(
    world: published.World,
) -> None:
    one = get(f"/oparl/v1.1/meeting/{world.meeting.pk}")
    assert one["meetingState"] == "Genomfört"
    keys = [made["id"].rpartition("/")[2] for made in one["auxiliaryFile"]]
    newest = one["resultsProtocol"]["id"].rpartition("/")[2]
    assert newest == f"minutes-{world.masked.pk}"
    assert keys == [f"minutes-{world.minutes.pk}", f"minutes-{world.corrected.pk}"]
    cancelled = get(f"/oparl/v1.1/meeting/{world.elsewhere.pk}")
    assert cancelled["cancelled"] is True
    assert cancelled["meetingState"] == "Inställt"


def test_paper_when_it_is_a_matter_then_its_ways_and_documents(
    world: published.World,
) -> None:
    one = get(f"/oparl/v1.1/paper/case-{world.case.pk}")
    assert [made["role"] for made in one["consultation"][:1]] == ["Beslut"]
    assert one["consultation"][0]["authoritative"] is True
    document = get(one["subordinatedPaper"][0])
    assert document["superordinatedPaper"] == [one["id"]]
    secret = get(f"/oparl/v1.1/paper/case-{world.secret.pk}")
    assert secret["reference"] == world.secret.dnr
    assert secret["name"] == "Sekretessbelagt ärende"


@pytest.mark.parametrize(
    ("way", "how"), [("accessUrl", "inline"), ("downloadUrl", "attachment")]
)
def test_file_when_fetched_then_its_bytes_to_show_or_to_save(
    client: Client, world: published.World, way: str, how: str
) -> None:
    one = get(f"/oparl/v1.1/file/paper-{world.paper.pk}")
    answer = client.get("/" + one[way].split("/", 3)[3])
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith(how)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" not in answer["Content-Security-Policy"]
    assert one["text"] == "Skrivelsens text."
    assert len(answer.content) == one["size"]


def test_file_when_it_is_no_pdf_then_nothing_in_it_runs(
    client: Client, world: published.World
) -> None:
    page = published.paper(world.case, media_type="text/html", file_name="sida.html")
    answer = client.get(f"/oparl/v1.1/file/paper-{page.pk}/content")
    assert answer["Content-Type"] == "text/html"
    assert answer["Content-Security-Policy"] == "sandbox"
