"""The description is a valid one, and every answer is as it says."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.urls import URLPattern, get_resolver
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator
from schemathesis import Case

from boards.shared.published.snapshots import publish_row
from config.wsgi import application
from finance.portal.models import PublishedReport
from minutes.opendata.openapi.document import document
from tests.factories import published
from tests.minutes.opendata.oparl.reading import get
from tests.minutes.opendata.oparl.shape import formats

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
ADDRESS = "/oparl/v1.1/openapi.json"


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """The server keeps the test's own connection, as Django's test client sees to."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def world() -> published.World:
    return published.World()


@schemathesis.serializer("application/pdf")
def as_file(_context: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode(errors="replace")


# Every address is a test of its own; with all that is public behind it.
schema = schemathesis.openapi.from_dict(document())
schema.app = application


@pytest.mark.usefixtures("_one_connection", "world")
@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_address_when_asked_anything_then_answers_as_described(
    case: Case,
) -> None:
    case.call_and_validate()


def named(world: published.World, path: str) -> str:
    """The address of something that is there."""
    boards = ("/kalender/{", "/namnd")
    slug = world.joint.slug if path.startswith(boards) else world.alby.slug
    of_organization = f"board-{world.joint.pk}"
    if "/organization/{key}/" in path:
        return path.format(key=of_organization)
    keys = {
        "legislativeTerm": f"{world.alby.pk}-boards-2019",
        "organization": of_organization,
        "person": world.anna.pk,
        "meeting": world.meeting.pk,
        "paper": f"case-{world.case.pk}",
        "agendaItem": world.point.pk,
        "consultation": world.point.pk,
        "file": f"minutes-{world.minutes.pk}",
        "location": f"meeting-{world.meeting.pk}",
        "membership": world.seats[0].pk,
        "motion": world.item.pk,
        "vote_event": f"{world.item.pk}-1",
    }
    kind = path.split("/{key}", maxsplit=1)[0].rpartition("/")[2]
    pk = report().pk if path.startswith("/ekonomi/") else world.corrected.pk
    return path.format(key=keys.get(kind, world.alby.pk), slug=slug, pk=pk)


def report() -> PublishedReport:
    """Figures that are published."""
    said = {"title": "Delårsrapport", "period_end": published.HELD}
    return publish_row(PublishedReport, {"source_id": 1}, said)


READ = [
    path
    for path, said in schema.raw_schema["paths"].items()
    # A code is printed on what was issued; a year's file is made by the worker.
    if "get" in said and "{code}" not in path and "{year}" not in path
]


@pytest.mark.parametrize("path", READ)
def test_every_address_when_it_names_something_then_as_described(
    client: Client, world: published.World, path: str
) -> None:
    answer = client.get(named(world, path))
    said = schema.raw_schema["paths"][path]["get"]["responses"]["200"]["content"]
    media_type = answer["Content-Type"].partition(";")[0]
    assert answer.status_code == 200
    assert media_type in said or "*/*" in said
    if "schema" not in said.get("application/json", {}):
        return
    checker = Draft202012Validator(
        said[media_type]["schema"] | {"components": schema.raw_schema["components"]},
        format_checker=formats,
    )
    assert [error.message for error in checker.iter_errors(answer.json())] == []


def test_description_when_read_then_openapi_of_that_version() -> None:
    schema.validate()
    assert get(ADDRESS) == schema.raw_schema
    assert schema.raw_schema["openapi"] == "3.1.0"


def addresses(patterns: list[Any]) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield str(one.pattern)
        elif not str(one.pattern):
            yield from addresses(one.url_patterns)


def test_description_when_an_address_is_new_then_it_is_in_it() -> None:
    described = set(schema.raw_schema["paths"])
    for path in addresses(get_resolver().url_patterns):
        ours = ("oparl/", "data/", "api/", "kalender/")
        if not path.startswith(ours) and not path.endswith((".xml", ".json", ".rdf")):
            continue
        if path in {"oparl/v1.1/openapi.json", "oparl/v1.1/<path:_rest>"}:
            continue
        if path.startswith("sitemap"):
            continue
        like = re.compile(f"/{re.sub('<[^>]+>', '[^/]+', path)}")
        assert any(like.fullmatch(one) for one in described), path
