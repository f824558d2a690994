"""The catalogue as a harvester reads it, against what DCAT-AP-SE 3 asks."""

import pytest
from django.core.cache import caches
from django.test import Client, override_settings
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from minutes.opendata.bulk.tasks import make_year_files
from tests.factories import published
from tests.factories.approvals import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
WORDS, THING = Literal, URIRef
# Of each class: what it must have, what that is, and whether only one of it.
MANDATORY = {
    DCAT.Catalog: [
        (DCTERMS.title, WORDS, False),
        (DCTERMS.description, WORDS, False),
        (DCTERMS.publisher, FOAF.Agent, True),
        (DCTERMS.license, THING, True),
        (DCAT.dataset, DCAT.Dataset, False),
    ],
    DCAT.Dataset: [
        (DCTERMS.title, WORDS, False),
        (DCTERMS.description, WORDS, False),
        (DCTERMS.publisher, FOAF.Agent, True),
        # Recommended, and ours all have them.
        (DCAT.contactPoint, VCARD.Organization, False),
        (DCAT.keyword, WORDS, False),
        (DCAT.theme, THING, False),
        (DCTERMS.accessRights, THING, True),
        (DCTERMS.accrualPeriodicity, THING, True),
        (DCTERMS.language, THING, False),
        (DCAT.distribution, DCAT.Distribution, False),
    ],
    DCAT.Distribution: [
        (DCAT.accessURL, THING, False),
        (DCTERMS.license, THING, True),
        (DCAT.mediaType, THING, True),
    ],
    DCAT.DataService: [
        (DCTERMS.title, WORDS, False),
        (DCAT.endpointURL, THING, False),
        (DCTERMS.publisher, FOAF.Agent, True),
        (DCTERMS.license, THING, True),
    ],
    FOAF.Agent: [(FOAF.name, WORDS, False), (DCTERMS.type, THING, False)],
    VCARD.Organization: [(VCARD.fn, WORDS, False), (VCARD.hasEmail, THING, False)],
}


@pytest.fixture
def world() -> published.World:
    made = published.World()
    make_year_files()
    return made


def graph() -> Graph:
    caches["pages"].clear()
    answer = Client().get("/dcat.rdf")
    assert answer["Content-Type"] == "application/rdf+xml; charset=utf-8"
    return Graph().parse(data=answer.content, format="xml")


def test_catalogue_then_everything_has_what_it_must(world: published.World) -> None:
    found = graph()
    for kind, asked in MANDATORY.items():
        things = set(found.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            for what, is_a, once in asked:
                values = list(found.objects(thing, what))
                assert values, (thing, what)
                assert len(values) == 1 or not once, (thing, what)
                for value in values:
                    if is_a in {WORDS, THING}:
                        assert isinstance(value, is_a), (thing, what)
                    else:
                        assert (value, RDF.type, is_a) in found, (thing, what)


def test_catalogue_then_each_municipality_has_its_data_sets(
    world: published.World,
) -> None:
    found = graph()
    titles = {str(one) for one in found.objects(None, DCTERMS.title)}
    for name in ("Alby", "Berga"):
        for kind in ("protokoll", "sammanträden", "voteringar"):
            assert f"Nämndernas {kind}, {name}" in titles | {
                title.replace("Voteringar i nämnderna", "Nämndernas voteringar")
                for title in titles
            }
    assert len(set(found.subjects(RDF.type, DCAT.Dataset))) == 8


def test_every_address_of_ours_in_the_catalogue_then_answers(
    world: published.World,
) -> None:
    found = graph()
    addresses = {
        str(one)
        for what in (DCAT.accessURL, DCAT.endpointURL, DCAT.landingPage, FOAF.homepage)
        for one in found.objects(None, what)
    }
    ours = {one for one in addresses if one.startswith("http://127.0.0.1:8000/")}
    assert len(ours) > 10
    for one in ours:
        path = one.removeprefix("http://127.0.0.1:8000")
        assert Client().get(path).status_code == 200, one


@override_settings(OPEN_DATA_LICENCE="https://licence.example/a?b=1&c=<2>")
def test_catalogue_then_the_licence_is_the_one_that_is_set(
    world: published.World,
) -> None:
    found = set(graph().objects(None, DCTERMS.license))
    assert found == {URIRef("https://licence.example/a?b=1&c=<2>")}


def test_catalogue_when_nothing_is_published_then_still_rdf() -> None:
    assert len(set(graph().subjects(RDF.type, DCAT.Catalog))) == 1


def test_catalogue_when_it_grows_then_no_more_questions(
    world: published.World,
) -> None:
    with counted() as few:
        graph()
    published.board("ny", published.municipality("Ceby"), world.alby)
    with counted() as many:
        graph()
    assert len(many) == len(few)
