"""Drafts looked through on a phone, answered in the office, looked at once more."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.hands import follow, press, press_named, write
from tests.browser.site import Site
from tests.browser.test_editing import to_meeting
from tests.browser.visitor import PHONE, faults, overflow

CHANGED = "Ändrad sedan du granskade"
COMMENT = "Vilka badplatser gäller det?"


def to_drafts(page: Page) -> None:
    """Go from the start page to the drafts that wait for a look."""
    page.goto("/uppdrag/")
    row = page.locator("#review li").first
    with page.expect_navigation():
        row.get_by_role("link").click()


def standing(page: Page) -> list[str]:
    """Return where each § stands, as the list says it."""
    return page.locator("ul.rows .badge-state").all_inner_texts()


def sound(page: Page) -> None:
    """Hold the page to what every page owes, at the size of the phone."""
    assert [*faults(page), *overflow(page)] == []


def second_section(page: Page) -> Locator:
    """Open the second § of the drafts in the office; return its first section."""
    to_meeting(page, "Protokollet skrivs")
    follow(page, "Skriv protokollet")
    with page.expect_navigation():
        page.locator("main tbody th a").nth(1).click()
    section = page.locator("section.part:has(form[data-autosave])").first
    expect(section.locator("[contenteditable=true]")).to_be_visible()
    return section


def test_approver_on_a_phone_looks_again_only_at_what_the_secretary_changed(
    demo: Site, visit: Visit
) -> None:
    page = visit(demo, "per", viewport=PHONE).page
    to_drafts(page)
    sound(page)
    look_through(page)
    assert standing(page) == ["Ok", "Du har lämnat en synpunkt"]

    change_and_say_so(visit(demo, "elin").page)

    to_drafts(page)
    assert standing(page) == ["Ok", CHANGED]
    follow(page, "Fortsätt med")
    sound(page)
    expect(page.locator(".look-changes ins")).to_contain_text("i Norrvik har stängt.")
    expect(page.locator(".remark-answer")).to_contain_text("Paragrafen är ändrad")
    page.get_by_label("Ok, texten visar vad som beslutades").check()
    press_named(page, "Spara och gå vidare")
    assert standing(page) == ["Ok", "Ok"]
    expect(page.locator(".receipt")).to_be_visible()


def look_through(page: Page) -> None:
    """Say ok of the first §, comment on the second; what is typed is not lost."""
    press_link_in_list(page, 0)
    sound(page)
    page.get_by_label("Ok, texten visar vad som beslutades").check()
    press_named(page, "Spara och gå vidare")
    comment = page.get_by_label("Kommentar till sekreteraren")
    comment.fill(COMMENT)
    page.reload()
    expect(page.get_by_text("Det du skrev tidigare är tillbaka")).to_be_visible()
    expect(comment).to_have_value(COMMENT)
    press_named(page, "Spara och gå vidare")


def change_and_say_so(page: Page) -> None:
    """Change the second § in the office, and say that it was done."""
    write(second_section(page), "<p>Badplatserna i Norrvik har stängt.</p>")
    to_meeting(page, "Protokollet skrivs")
    follow(page, "Till synpunkterna")
    remark = page.locator(".remark").filter(has_text=COMMENT)
    press(page, remark.get_by_role("button", name="Jag har ändrat paragrafen"))


def test_reviewer_without_scripts_says_it_all_by_keyboard(
    demo: Site, visit: Visit
) -> None:
    chair = visit(demo, "kerstin", viewport=PHONE, java_script_enabled=False)
    page = chair.page
    to_drafts(page)
    follow(page, "Läs alla paragrafer på en sida")
    comment = page.get_by_label("Kommentar till sekreteraren").last
    comment.focus()
    page.keyboard.type("Klart för min del.")
    page.locator("main button[type=submit]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_text("1 § sparad.")).to_be_visible()
    expect(page.get_by_text("Klart för min del.")).to_be_visible()


def press_link_in_list(page: Page, at: int) -> None:
    """Follow one link of the list of §§."""
    with page.expect_navigation():
        page.locator("ul.rows a").nth(at).click()
