"""Writing a § when things go wrong: nothing that was written is lost."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.hands import follow, saved, write
from tests.browser.site import Site
from tests.browser.visitor import Visitor, faults, fill_login

HOSTILE = (
    "<p>Nämnden <b>beslutar</b><script>document.title = 'taken'</script>"
    '<img src="x" onerror="document.title = 1">'
    '<a href="javascript:alert(1)" onclick="alert(1)">om avtalet</a></p>'
    '<iframe src="https://example.com"></iframe><style>p { color: red }</style>'
)


def to_meeting(page: Page, state: str) -> None:
    """Go to the first meeting in a state."""
    page.goto("/kansli/sammantraden/")
    row = page.locator("main tbody tr").filter(has_text=state).first
    with page.expect_navigation():
        row.locator("a").first.click()


def to_draft(visitor: Visitor) -> Locator:
    """Go to the first § of minutes that are written now; return its first section."""
    page = visitor.page
    to_meeting(page, "Protokollet skrivs")
    follow(page, "Skriv protokollet")
    with page.expect_navigation():
        page.locator("main tbody th a").first.click()
    section = page.locator("section.part:has(form[data-autosave])").first
    expect(section.locator("[contenteditable=true]")).to_be_visible()
    return section


def retype(section: Locator, text: str) -> None:
    """Replace the whole text by the keyboard."""
    editor = section.locator("[contenteditable=true]")
    editor.click()
    editor.press("Control+A")
    editor.press("Delete")
    editor.press_sequentially(text)


def state_of(section: Locator) -> Locator:
    return section.locator("[data-autosave-state]")


def text_on_server(visitor: Visitor) -> str:
    """Return the first section's text as the server holds it."""
    return to_draft(visitor).locator("textarea").input_value()


def test_second_editor_when_first_has_saved_sees_both_texts(
    demo: Site, visit: Visit
) -> None:
    first, second = visit(demo, "elin"), visit(demo, "elin")
    one, other = to_draft(first), to_draft(second)

    retype(one, "Den första texten.")
    saved(one)
    retype(other, "Den andra texten.")
    other.locator("[contenteditable=true]").blur()

    conflict = other.locator("[data-autosave-conflict]")
    expect(conflict).to_be_visible()
    expect(conflict.locator("[data-autosave-mine]")).to_have_text("Den andra texten.")
    expect(conflict.locator("[data-autosave-theirs]")).to_have_text(
        "Den första texten."
    )
    assert faults(second.page) == []
    assert "Den första" in text_on_server(first)
    conflict.locator("[data-autosave-keep]").click()
    expect(state_of(other)).to_contain_text("Sparat")
    assert "Den andra" in text_on_server(first)
    second.forgive("409")


def test_long_edit_when_the_session_has_expired_is_kept_and_restored(
    demo: Site, visit: Visit
) -> None:
    visitor = visit(demo, "elin")
    section = to_draft(visitor)
    visitor.context.clear_cookies(name="sessionid")

    retype(section, "En lång text som ingen vill skriva om.")
    section.locator("[contenteditable=true]").blur()
    expect(state_of(section)).to_contain_text("loggats ut")
    visitor.page.on("dialog", lambda dialog: dialog.accept())
    visitor.page.reload()
    fill_login(visitor.page, "elin")
    offer = visitor.page.locator("[data-autosave-offer]:visible").first
    expect(offer).to_be_visible()
    offer.locator("[data-autosave-restore]").click()

    panel = visitor.page.locator("[data-autosave-panel]").first
    expect(panel.locator("[data-autosave-state]")).to_contain_text("Sparat")
    assert "ingen vill skriva om" in text_on_server(visitor)


def test_text_when_the_connection_drops_is_saved_when_it_is_back(
    demo: Site, visit: Visit
) -> None:
    visitor = visit(demo, "elin")
    section = to_draft(visitor)

    visitor.context.set_offline(True)
    retype(section, "Skrivet på tåget.")
    section.locator("[contenteditable=true]").blur()
    expect(state_of(section)).to_contain_text("ingen kontakt")
    visitor.context.set_offline(False)

    expect(state_of(section)).to_contain_text("Sparat")
    assert "Skrivet på tåget." in text_on_server(visitor)
    visitor.forgive("ERR_INTERNET_DISCONNECTED")


def test_script_when_pasted_is_gone(demo: Site, visit: Visit) -> None:
    visitor = visit(demo, "elin")
    section = to_draft(visitor)
    retype(section, "")
    title = visitor.page.title()

    write(section, HOSTILE)

    kept = text_on_server(visitor)
    assert "om avtalet" in kept
    assert "<strong>beslutar</strong>" in kept
    for forbidden in ("script", "onerror", "onclick", "iframe", "style", "<img"):
        assert forbidden not in kept
    assert visitor.page.title() == title


def test_agenda_by_keyboard_alone_is_put_in_another_order(
    demo: Site, visit: Visit
) -> None:
    visitor = visit(demo, "elin")
    page = visitor.page
    to_meeting(page, "Planerat")
    before = order_of(page)
    assert len(before) > 1

    tab_to(page, ".agenda-point:first-child [data-move=down]")
    page.keyboard.press("Enter")
    expect(page.locator(".sortable-state")).to_contain_text("2")
    page.reload()
    assert order_of(page) == [before[1], before[0], *before[2:]]

    tab_to(page, ".agenda-point:nth-child(2) [data-move=up]")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".sortable-state")).to_contain_text("1")
    page.reload()
    assert order_of(page) == before


def order_of(page: Page) -> list[str]:
    return page.locator(".agenda-heading").all_inner_texts()


def tab_to(page: Page, css: str) -> None:
    """Press Tab until the focus is there."""
    for _press in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("css => document.activeElement.matches(css)", css):
            return
    raise AssertionError(f"the keyboard does not reach {css}")
