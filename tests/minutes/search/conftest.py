"""Published §§ to look for."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.core.cache import caches

from minutes.publication.models import PublishedItem
from tests.factories import published

Publish = Callable[..., PublishedItem]


@pytest.fixture(autouse=True)
def _no_kept_pages() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def world() -> published.World:
    return published.World()


@pytest.fixture
def publish(world: published.World) -> Publish:
    """Publish a § that says something, in a board of its own day."""

    def made(
        text: str,
        *,
        on: Any = None,
        day: date = date(2021, 5, 4),
        heading: str = "Rubrik",
        **values: Any,
    ) -> PublishedItem:
        meeting = published.meeting(on or world.own, day)
        minutes = published.minutes(meeting)
        point = published.point(meeting)
        values = {"facts": {}, **values}
        return published.item(minutes, point, heading=heading, text=text, **values)

    return made
