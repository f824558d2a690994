"""Signing on a phone with a passkey, by the browser's own virtual authenticator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.conftest import running
from tests.browser.site import Site
from tests.browser.visitor import PHONE, Visitor, faults, fill_login, overflow

Visit = Callable[..., Visitor]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with a server of its own: what is signed here is signed for good."""
    folder = tmp_path_factory.mktemp("passkey")
    yield from running("passkey", folder, "manage.py", "demo")


class Phone:
    """A phone of one person, whose finger it knows until told otherwise."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page
        # A passkey belongs to a name; an address of numbers is none.
        self.home = visitor.site.url.replace("127.0.0.1", "localhost")
        self.chip: CDPSession = visitor.context.new_cdp_session(self.page)
        self.chip.send("WebAuthn.enable")
        made = self.chip.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        self.device = made["authenticatorId"]

    def knows_finger(self, is_known: bool) -> None:
        said = {"authenticatorId": self.device, "isUserVerified": is_known}
        self.chip.send("WebAuthn.setUserVerified", said)

    def login(self, username: str) -> Page:
        self.page.goto(f"{self.home}/konto/logga-in/")
        fill_login(self.page, username)
        self.page.wait_for_url(lambda url: "logga-in" not in url)
        return self.page


def go(page: Page, button: Locator) -> None:
    """Tap what leads to the next page, and wait for it."""
    with page.expect_navigation():
        button.tap()


def is_fine(page: Page) -> None:
    assert [*faults(page), *overflow(page)] == []


def test_minutes_when_signed_with_a_passkey_on_a_phone_then_receipt(
    site: Site, visit: Visit
) -> None:
    phone = Phone(visit(site, viewport=PHONE, has_touch=True))
    page = phone.login("per")
    page.goto(f"{phone.home}/konto/passnycklar/")
    is_fine(page)
    go(page, page.get_by_role("link", name="Lägg till en passnyckel"))
    page.get_by_label("Vad du kallar den").fill("Pers telefon")
    page.get_by_label("Ditt lösenord").fill(phone.visitor.password)
    is_fine(page)
    go(page, page.get_by_role("button", name="Fortsätt"))
    is_fine(page)
    go(page, page.get_by_role("button", name="Skapa passnyckeln"))
    expect(page.get_by_role("main")).to_contain_text("Pers telefon")

    page.goto(f"{phone.home}/uppdrag/")
    go(page, page.locator("a[href*='/uppdrag/justering/']").first)
    go(page, page.get_by_role("link", name="Skriv under"))
    shown = page.locator(".hash code").inner_text()
    is_fine(page)
    go(page, page.get_by_role("button", name="Skriv under med passnyckel"))
    assert page.locator(".hash code").inner_text() == shown
    is_fine(page)

    phone.knows_finger(is_known=False)
    page.get_by_role("button", name="Skriv under med din passnyckel").tap()
    expect(page.locator("[data-passkey-status]")).to_contain_text("Ingenting hände")

    phone.knows_finger(is_known=True)
    go(page, page.get_by_role("button", name="Skriv under med din passnyckel"))
    expect(page.locator("h1")).to_contain_text(re.compile("Tack"))
    assert page.locator(".hash code").first.inner_text() == shown
    is_fine(page)
