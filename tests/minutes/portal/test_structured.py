"""What pages say to programs, read by a reader of linked data that is not ours."""

import json
import re

import pytest
from django.core.cache import caches
from django.test import Client
from lxml import html
from rdflib import RDF, Graph, Literal, Namespace

from boards.templatetags.published import linked_data
from tests.factories import published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
]
SCHEMA = Namespace("https://schema.org/")
# schema.org's own context, as far as it goes here: addresses are no texts.
CONTEXT = {"@vocab": str(SCHEMA)} | {
    name: {"@type": "@id"} for name in ("url", "eventStatus")
}
ATTACK = "</script><script>alert(1)</script><!-- ]]> \u2028 & <b>Plan</b> &lt;"


@pytest.fixture
def world() -> published.World:
    return published.World()


def page(path: str) -> html.HtmlElement:
    caches["pages"].clear()
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.content)


def told(path: str) -> Graph:
    """Read the data of a page without fetching anything."""
    (block,) = page(path).xpath("//script[@type='application/ld+json']")
    said = json.loads(block.text)
    assert said.pop("@context") == "https://schema.org"
    data = json.dumps({"@context": CONTEXT, **said})
    return Graph().parse(data=data, format="json-ld")


def kinds(graph: Graph) -> set[str]:
    return {str(kind).removeprefix(SCHEMA) for kind in graph.objects(None, RDF.type)}


def paths(world: published.World) -> dict[str, str]:
    return {
        "board": world.joint.get_absolute_url(),
        "members": f"{world.joint.get_absolute_url()}ledamoter/?datum=2020-09-29",
        "meeting": world.meeting.get_absolute_url(),
        "cancelled": world.elsewhere.get_absolute_url(),
        "minutes": world.corrected.get_absolute_url(),
        "secret": world.masked.get_absolute_url(),
        "item": f"{world.corrected.get_absolute_url()}1/",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("board", {"GovernmentOrganization"}),
        (
            "members",
            {"GovernmentOrganization", "OrganizationRole", "Person", "Organization"},
        ),
        ("meeting", {"Event", "Place", "GovernmentOrganization", "DigitalDocument"}),
        ("cancelled", {"Event", "Place", "GovernmentOrganization"}),
        ("minutes", {"CreativeWork", "GovernmentOrganization"}),
        ("secret", {"CreativeWork", "GovernmentOrganization"}),
        ("item", {"CreativeWork", "GovernmentOrganization"}),
    ],
)
def test_page_when_read_as_linked_data_then_kinds_of_schema_org(
    world: published.World, name: str, expected: set[str]
) -> None:
    assert kinds(told(paths(world)[name])) == expected


def test_meeting_then_time_place_organizer_and_state(world: published.World) -> None:
    graph = told(paths(world)["meeting"])
    (event,) = graph.subjects(RDF.type, SCHEMA.Event)
    assert str(graph.value(event, SCHEMA.startDate)) == "2020-09-29T09:00+02:00"
    organizer = graph.value(event, SCHEMA.organizer)
    assert str(graph.value(organizer, SCHEMA.name)) == world.joint.name
    assert graph.value(event, SCHEMA.eventStatus) == SCHEMA.EventScheduled
    off = told(paths(world)["cancelled"])
    assert SCHEMA.EventCancelled in set(off.objects())


def test_item_then_its_citation_and_the_minutes_it_is_part_of(
    world: published.World,
) -> None:
    graph = told(paths(world)["item"])
    (row,) = graph.subjects(SCHEMA.identifier)
    assert str(graph.value(row, SCHEMA.identifier)) == world.item.citation
    whole = graph.value(row, SCHEMA.isPartOf)
    assert str(whole).endswith(world.corrected.get_absolute_url())


@pytest.mark.law("D-20")
def test_members_when_somebody_is_protected_then_no_more_than_the_page_says(
    world: published.World,
) -> None:
    graph = told(paths(world)["members"])
    people = {
        str(graph.value(who, SCHEMA.name))
        for who in graph.subjects(RDF.type, SCHEMA.Person)
    }
    assert people == {"Anna Ek", "Sven Sundell"}


def test_page_then_data_holds_nothing_that_is_not_on_it(world: published.World) -> None:
    for path in paths(world).values():
        shown = page(path)
        for script in shown.xpath("//script"):
            script.drop_tree()
        text = " ".join(shown.text_content().split()).replace("\N{NO-BREAK SPACE}", " ")
        for subject, name, value in told(path):
            if not isinstance(value, Literal) or name == SCHEMA.inLanguage:
                continue
            said = str(value).replace("\N{NO-BREAK SPACE}", " ")
            # The page writes the time its own way, and a name in several places.
            day = said[:10] if name == SCHEMA.startDate else said
            words = re.split(r" (?=\d{4}-)| (?=§)", day)
            assert all(word in text for word in words), (path, subject, name, value)


def test_data_when_a_text_would_end_its_block_then_it_is_text_still(
    world: published.World,
) -> None:
    for row in (world.item, world.paper):
        row.heading = ATTACK
        row.save()
    for name in ("meeting", "minutes", "item"):
        found = page(paths(world)[name])
        types = list(found.xpath("//script[not(@src)]/@type"))
        assert types == ["application/ld+json"]
        assert ATTACK in {str(one) for one in told(paths(world)[name]).objects()}
        assert "alert(1)" not in "".join(
            found.xpath("//script[not(@type='application/ld+json')]/text()")
        )


def test_linked_data_when_any_sign_of_markup_then_none_is_written() -> None:
    block = linked_data({"name": ATTACK})
    inner = block.removeprefix('<script type="application/ld+json">')
    inner = inner.removesuffix("</script>")
    assert not set(inner) & set("<>&\u2028\u2029")
    assert json.loads(inner)["name"] == ATTACK


def test_data_block_then_policy_lets_no_script_of_its_own_run(
    world: published.World,
) -> None:
    """A data block is never run, so the policy stays as strict as it was."""
    policy = Client().get(paths(world)["board"]).headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
