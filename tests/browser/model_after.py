"""After the model meeting: justering on phones, anslag, expediering, archive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import Page, expect

from boards.shared.clock import local
from tests.browser.hands import follow, press, press_named, send
from tests.browser.site import Site
from tests.browser.visitor import PHONE, Visitor, faults, overflow, poll, reload_until

DAY = date(2020, 9, 29)
DOWN = date(2020, 10, 21)
SIGNERS = ("goran", "birgitta", "fatima")

Visit = Callable[..., Visitor]


def mail_about(site: Site, words: str, number: int) -> list[Any]:
    """Wait until that many mails about the meeting day have come."""

    def come() -> list[Any]:
        # A no-break space counts as a space.
        found = [m for m in site.mail() if words in " ".join(m["Subject"].split())]
        return found if len(found) >= number else []

    found: list[Any] = poll(f"{number} mails: {words}", come)
    assert len(found) == number
    return found


def freeze(secretary: Page) -> str:
    """Freeze the §§; return where the justering is."""
    follow(secretary, "Frys för justering")
    press_named(secretary, "Frys och skicka för underskrift")
    reload_until(secretary, "Protokollet med de underskrifter som lämnats")
    return secretary.url.rstrip("/").rsplit("/", 1)[1]


def sign_on_phones(site: Site, visit: Visit, approval: str) -> None:
    """Let the chair, the justerare and the secretary read and sign on a phone."""
    for minute, username in enumerate(SIGNERS):
        site.at(local(DAY, 12, minute))
        phone = visit(site, username, viewport=PHONE, has_touch=True)
        page = phone.page
        page.goto(f"/uppdrag/justering/{approval}/")
        assert [*faults(page), *overflow(page)] == []
        with page.expect_navigation():
            page.get_by_role("link", name="Skriv under").tap()
        assert [*faults(page), *overflow(page)] == []
        send(page, {"password": phone.password})
        expect(page.locator("h1")).to_contain_text("Tack")
        assert [*faults(page), *overflow(page)] == []


def open_notice(secretary: Page, name: str) -> None:
    """Go to a municipality's notice by way of the meeting."""
    secretary.goto("/kansli/sammantraden/")
    follow(secretary, "2020-09-29")
    with secretary.expect_navigation():
        secretary.locator("#notices").get_by_role("link", name=name).click()


def post_notices(site: Site, secretary: Page) -> None:
    """Post the notice on both boards at half past twelve."""
    site.at(local(DAY, 12, 30))
    for name in ("Alby", "Berga"):
        open_notice(secretary, name)
        press_named(secretary, "Sätt upp anslaget nu")


def dispatch(secretary: Page) -> None:
    """Attest and send the extracts of the two §§ that name a recipient."""
    for _number in (12, 13):
        secretary.goto("/kansli/expediering/")
        press(secretary, secretary.locator("#waiting button").first)


def wait_for_take_down(site: Site, secretary: Page) -> None:
    """Let the day come when the worker takes the notices down."""
    site.at(local(date(2020, 10, 20), 23))
    open_notice(secretary, "Alby")
    expect(secretary.locator("main")).to_contain_text("Anslaget sitter kvar")
    site.at(local(DOWN, 0, 5))
    reload_until(secretary, "Bevis om anslag")


def confirm_final(site: Site, secretary: Page) -> None:
    """Confirm that nobody has appealed."""
    site.at(local(date(2020, 10, 23), 10))
    secretary.reload()
    send(secretary, {"answer": "Förvaltningsrätten: inget överklagande har kommit in"})


def archive(archivist: Page) -> None:
    """Build the archive package and check it."""
    archivist.goto("/kansli/arkiv/")
    row = archivist.locator("#candidates li").filter(has_text="2020-09-29")
    press(archivist, row.locator("button"))
    packages = archivist.locator("#packages li").filter(has_text="2020-09-29")
    poll("the package", lambda: archivist.reload() and packages.count())
    press(archivist, packages.locator("button").first)
