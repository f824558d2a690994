"""What every test stands on."""

import os
from collections.abc import Iterator

import hypothesis
import pytest
from django.core.cache import caches

from boards.shared import clock

# How long one example takes says more about the machine than about the rule.
hypothesis.settings.register_profile("justera", deadline=None)
hypothesis.settings.load_profile("justera")


def pytest_configure() -> None:
    """Say in one line how to run the tests when there is no database."""
    if not os.environ.get("DATABASE_URL"):
        pytest.exit("No database: run `make test` (ARGS=… for pytest).", returncode=4)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Count a skip as a failure where everything can run."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  pluggy's result
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}"


@pytest.fixture(autouse=True)
def _no_clock_left_set() -> Iterator[None]:
    """See that no test leaves another time behind."""
    yield
    assert clock._set_moment.get() is None


@pytest.fixture(autouse=True)
def _no_card_kept() -> None:
    """Let rows with the numbers and the time of an earlier test make cards anew."""
    caches["cards"].clear()
