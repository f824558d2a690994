"""E-archives of each kind to deliver to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.minutes.archive.sending.servers import ARCHIVES, Archive


@pytest.fixture(scope="module", params=ARCHIVES)
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """One e-archive of each kind, for all tests of a module."""
    place: Path = tmp_path_factory.mktemp(request.param)
    with ARCHIVES[request.param](place) as archive:
        yield archive


@pytest.fixture
def archive(served: Archive) -> Archive:
    """An empty e-archive."""
    served.clear()
    return served
