"""What every test of minutes stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True)
def _own_signing_folder(tmp_path: Path) -> Iterator[None]:
    """Give every test a signing authority of its own."""
    with override_settings(SIGNING_DIR=tmp_path / "signing"):
        yield
