"""Somebody at a browser, and what every page owes them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from config.demo.people import PASSWORD_OF_ALL
from tests.browser.site import Site

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}
PATIENCE = 30.0
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

axe = Axe()


class Visitor:
    """A browser window of one person; complaints of its pages are kept."""

    def __init__(self, browser: Browser, site: Site, **options: Any) -> None:
        self.site = site
        self.context: BrowserContext = browser.new_context(
            base_url=site.url,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            **{"viewport": WIDE} | options,
        )
        self.context.set_default_timeout(10_000)
        self.password = PASSWORD_OF_ALL
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location.get("url", "")
            self.complaints.append(f"{message.text} ({place})")

    def forgive(self, pattern: str) -> None:
        """Forget complaints that the test itself has caused."""
        self.complaints = [c for c in self.complaints if not re.search(pattern, c)]

    def login(self, username: str) -> Visitor:
        """Log in by the form."""
        self.page.goto("/konto/logga-in/")
        fill_login(self.page, username)
        self.page.wait_for_url(lambda url: "logga-in" not in url)
        return self

    def close(self) -> None:
        """Close the window."""
        self.context.close()


def fill_login(page: Page, username: str) -> None:
    """Fill in the form of the login page that is shown."""
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD_OF_ALL)
    page.click("main [type=submit]")


def poll(what: str, ask: Callable[[], Any]) -> Any:
    """Ask again until there is an answer; the test fails when it never comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.2)
    raise AssertionError(f"waited {PATIENCE:.0f} s for {what}")


def reload_until(page: Page, text: str) -> None:
    """Load the page anew until the worker's effect shows."""

    def shows() -> bool:
        page.reload()
        return page.get_by_text(text).first.is_visible()

    poll(f"“{text}” on {page.url}", shows)


def violations(page: Page) -> list[str]:
    """Return what WCAG 2.2 AA misses on the page, each with where it is."""
    # Preloading style sheets makes axe write a style element, which the CSP stops.
    options = {"runOnly": {"type": "tag", "values": WCAG}, "preload": False}
    found = axe.run(page, options=options).response["violations"]
    return [
        f"{page.url} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def faults(page: Page) -> list[str]:
    """Return what a page of ours must never lack."""
    found = violations(page)
    own = {"in-english": "en", "suomeksi": "fi"}
    language = own.get(page.url.rstrip("/").rsplit("/", 1)[-1], "sv")
    if page.get_attribute("html", "lang") != language:
        found.append(f"{page.url} does not say its language")
    if not page.title().strip():
        found.append(f"{page.url} has no title")
    return found


def overflow(page: Page) -> list[str]:
    """Return what makes the page wider than the window, if anything does."""
    wide = page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          return [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > room + 1)
            .slice(0, 4)
            .map((e) => `${e.tagName}.${e.className} ${e.textContent.slice(0, 40)}`);
        }"""
    )
    return [f"{page.url} overflows: {one}" for one in wide]
