"""Real servers and a real browser; a module's browser is closed after it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.site import Site
from tests.browser.visitor import Visitor

FOLDER = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]

Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is here."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.browser)


# Playwright holds an event loop in this thread, which Django's database code refuses:
# it must not be open while other modules run.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is missing (apt-get install chromium).")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, headless=True
        )
        yield chromium
        chromium.close()


def running(name: str, folder: Path, *seed: str) -> Iterator[Site]:
    """Make a site, serve it, and clear it away."""
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is missing (apt-get install chromium).")
    site = Site(name, folder)
    site.make(*seed)
    try:
        site.start()
        yield site
    finally:
        site.stop()
        shutil.rmtree(folder / "static", ignore_errors=True)


@pytest.fixture(scope="module")
def before_the_meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The registers and §§ 1–10 of 2020; the model meeting is still to come."""
    folder = tmp_path_factory.mktemp("model")
    yield from running("model", folder, "-m", "tests.browser.seed")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, today."""
    folder = tmp_path_factory.mktemp("demo")
    yield from running("demo", folder, "manage.py", "demo")


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open windows; the test fails when a page complained in one of them."""
    windows: list[Visitor] = []

    def opened(site: Site, username: str = "", **options: Any) -> Visitor:
        window = Visitor(browser, site, **options)
        windows.append(window)
        return window.login(username) if username else window

    yield opened
    complaints = [text for window in windows for text in window.complaints]
    for window in windows:
        window.close()
    assert not complaints, "\n".join(complaints)
