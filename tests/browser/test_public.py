"""Public pages as all meet them: valid, printed, enlarged, without JavaScript."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.browser.test_pages import SEEN_BY, addresses
from tests.browser.visitor import WIDE, overflow, violations

CHECKER = Path(settings.BASE_DIR) / "node_modules/vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")
FORM = "/tillganglighet/alby/rapportera/"
PRINTED = ("/", "/tillganglighet/alby/", "/anslagstavla/alby/")
# Neither linked to nor found: what a stranger can still meet.
UNLINKED = ["/borta/", "/tillganglighet/alby/tack/"]


def public_addresses(demo: Site, visit: Visit) -> list[str]:
    """One address of each page without login."""
    start, names = SEEN_BY[""]
    found = addresses(visit(demo), start, set(names.split()))
    return [address for rows in found.values() for address in rows[:1]]


@pytest.mark.skipif(not JAVA, reason="Java is missing")
@pytest.mark.skipif(not CHECKER.exists(), reason="vnu-jar is missing (make setup)")
def test_public_pages_then_their_html_is_valid(
    demo: Site, visit: Visit, tmp_path: Path
) -> None:
    visitor = visit(demo)
    files = {}
    for number, address in enumerate(public_addresses(demo, visit) + UNLINKED):
        file = tmp_path / f"{number}.html"
        file.write_bytes(visitor.context.request.get(address).body())
        files[file.name] = address
    words = [str(JAVA), "-jar", str(CHECKER), "--format", "json", str(tmp_path)]

    checked = subprocess.run(words, capture_output=True, check=False, timeout=300)

    assert len(files) > len(PRINTED) + len(UNLINKED)
    said = json.loads(checked.stderr)["messages"]
    assert [(files[Path(one["url"]).name], one["message"]) for one in said] == []


def test_public_pages_when_the_text_is_twice_as_large_then_nothing_is_lost(
    demo: Site, visit: Visit
) -> None:
    page = visit(demo).page
    page.set_viewport_size(WIDE)
    wide = {}
    for address in public_addresses(demo, visit):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if found := overflow(page):
            wide[address] = found
    assert wide == {}


def test_report_when_there_is_no_javascript_then_it_is_sent(
    demo: Site, visit: Visit
) -> None:
    visitor = visit(demo, java_script_enabled=False)
    page = visitor.page
    page.goto("/")
    page.get_by_role("link", name="Tillgänglighet", exact=True).click()
    page.get_by_role("link", name="Rapportera det som inte fungerar").click()
    page.get_by_role("button", name="Skicka rapporten").click()
    assert page.get_by_text("Beskriv problemet eller vad du behöver.").count()
    visitor.forgive("status of 400")
    page.get_by_label("Vad fungerar inte för dig?").fill("Listan läses inte upp.")
    page.get_by_role("button", name="Skicka rapporten").click()
    assert page.get_by_role("heading", name="Tack, rapporten är skickad").is_visible()
    assert page.context.cookies() == []


def test_report_when_there_is_only_a_keyboard_then_it_is_sent(
    demo: Site, visit: Visit
) -> None:
    page = visit(demo).page
    page.goto(FORM)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Knappen syns inte.")
    for _field in ("address", "name", "email", "button"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tack/")
    assert violations(page) == []


@pytest.mark.parametrize("address", PRINTED)
def test_public_page_when_printed_then_the_content_alone(
    demo: Site, visit: Visit, address: str
) -> None:
    page = visit(demo).page
    page.goto(address)
    page.emulate_media(media="print")
    for what in (".site-search", ".skip-link", "main .btn"):
        assert not [one for one in page.locator(what).all() if one.is_visible()]
    assert page.locator("h1").is_visible()


def test_kiosk_when_the_board_has_changed_then_shown_within_a_minute(
    demo: Site, visit: Visit
) -> None:
    page = visit(demo).page
    page.clock.install()
    page.goto("/anslagstavla/alby/kiosk/")
    page.locator("#main").evaluate("shown => shown.replaceChildren('Det som hängde')")
    page.clock.fast_forward(61_000)
    page.get_by_text("Det som hängde").wait_for(state="detached")
    assert page.locator("#main").get_by_text("Anslagstavla").count()
