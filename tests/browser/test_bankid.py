"""Signing with BankID on a phone and at a desk, against the simulator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import httpx
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from config.local.services import BankID
from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.browser.visitor import PHONE, faults, overflow, poll

ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Mobile"
PER, KERSTIN = "Per Rosengren", "Kerstin Almgren"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with a BankID of its own; § 8 waits for its signatures."""
    folder = tmp_path_factory.mktemp("bankid")
    simulator = BankID(folder / "bankid", folder / "bankid.log")
    simulator.start()
    made = Site("bankid", folder)
    made.env |= simulator.settings()
    try:
        made.make("manage.py", "demo")
        made.start()
        yield made
    finally:
        made.stop()
        simulator.stop()


def begin(page: Page) -> None:
    """Go from the start page to BankID."""
    page.goto("/uppdrag/")
    with page.expect_navigation():
        page.locator("main a[href*='/uppdrag/justering/']").first.click()
    with page.expect_navigation():
        page.locator(".sign-bar a.btn-primary").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Skriv under med BankID").click()
    expect(page.get_by_alt_text("QR-kod")).to_be_visible()


def scanned(page: Page) -> str:
    """Return what a camera reads off the screen, as soon as it reads anything."""

    def look() -> str:
        picture = page.get_by_alt_text("QR-kod").screenshot()
        found = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
        return found[0].text if found else ""

    return str(poll("the QR code to be read", look))


def scan(site: Site, telephone: Page, text: str) -> None:
    """Let the telephone read a code."""
    telephone.goto(site.env["BANKID_APP_URL"])
    telephone.get_by_label("QR-kodens text").fill(text)
    telephone.get_by_role("button", name="Läs av").click()


def sign(telephone: Page, name: str) -> None:
    """Sign on the telephone as somebody."""
    who = telephone.get_by_label("Vem skriver under?")
    who.select_option(label=name)
    telephone.get_by_role("button", name="Skriv under").click()
    expect(telephone.get_by_role("heading", level=1)).to_have_text(
        "Underskriften är klar"
    )


def said(page: Page) -> str:
    """Return the refusal of an attempt that ended."""
    return page.locator("main [role=alert]").inner_text(timeout=15_000)


def test_approver_on_a_phone_signs_in_the_app_on_the_same_device(
    site: Site, visit: Visit
) -> None:
    page = visit(site, "per", viewport=PHONE, user_agent=ANDROID).page
    begin(page)
    assert [*faults(page), *overflow(page)] == []
    with page.expect_navigation():
        page.get_by_role("link", name="Öppna BankID på den här enheten").click()
    assert [*faults(page), *overflow(page)] == []
    expect(page.locator("main")).to_contain_text("§ 8")
    sign(page, PER)
    with page.expect_navigation():
        page.get_by_role("link", name="Tillbaka till webbsidan").click()
    page.wait_for_url(re.compile("/kvitto/"))


def test_chair_at_a_desk_is_refused_for_each_reason_and_then_signs_by_qr_code(
    site: Site, visit: Visit
) -> None:
    desk = visit(site, "kerstin")
    telephone = visit(site, viewport=PHONE)
    page = desk.page
    somebody_else_signs(site, page, telephone.page)
    the_signer_stops(site, page, telephone.page)
    the_signer_takes_too_long(site, page, telephone.page)
    begin(page)
    scan(site, telephone.page, scanned(page))
    expect(page.locator("[data-attempt-status]")).to_contain_text("Läs texten i appen")
    expect(page.get_by_alt_text("QR-kod")).to_have_count(0)
    sign(telephone.page, KERSTIN)
    page.wait_for_url(re.compile("/kvitto/"))


def somebody_else_signs(site: Site, page: Page, telephone: Page) -> None:
    begin(page)
    scan(site, telephone, scanned(page))
    sign(telephone, PER)
    assert "någon annan" in said(page)


def the_signer_stops(site: Site, page: Page, telephone: Page) -> None:
    begin(page)
    scan(site, telephone, scanned(page))
    telephone.get_by_role("button", name="Avbryt").click()
    assert "Du avbröt i appen" in said(page)


def the_signer_takes_too_long(site: Site, page: Page, telephone: Page) -> None:
    begin(page)
    scan(site, telephone, scanned(page))
    clock = f"{site.env['BANKID_APP_URL']}control/clock"
    httpx.post(clock, json={"ahead": 181}).raise_for_status()
    assert "väntade för länge" in said(page)
