"""The running meeting on two screens, and the secretary's hands on the keys alone."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, running
from tests.browser.live_seed import HEADINGS, PROPOSED
from tests.browser.site import Site
from tests.browser.visitor import NARROWEST, PHONE, WIDE, faults, overflow

SOON_MS = 2000
NOBODY_WAITS_MS = 2500
YES, NO = "j", "n"


@pytest.fixture(scope="module")
def in_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A meeting in session where nothing has been handled yet."""
    folder = tmp_path_factory.mktemp("live")
    yield from running("live", folder, "-m", "tests.browser.live_seed")


class Keyboard:
    """Hands that never touch the mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def key(self, *keys: str) -> None:
        for one in keys:
            self.page.keyboard.press(one)

    def is_on(self, css: str) -> bool:
        asked = "css => document.activeElement.matches(css)"
        return bool(self.page.evaluate(asked, css))

    def words(self) -> str:
        """Return what the control in focus is called."""
        asked = """() => {
          const e = document.activeElement;
          const label = e.labels?.[0] ?? e;
          return label.textContent.trim();
        }"""
        return str(self.page.evaluate(asked))

    def tab_to(self, css: str, words: str = "") -> None:
        """Press Tab until the focus is there."""
        for _press in range(150):
            if self.is_on(css) and words in self.words():
                return
            self.key("Tab")
        raise AssertionError(f"the keyboard does not reach {css} {words}")

    def follow(self, words: str) -> None:
        """Follow the link with these words."""
        self.tab_to("a", words)
        with self.page.expect_navigation():
            self.key("Enter")

    def choose(self, css: str, words: str) -> None:
        """Tab to a list and type until it stands at these words."""
        self.tab_to(css)
        self.page.keyboard.type(words)
        chosen = self.page.evaluate(
            "() => document.activeElement.selectedOptions[0].textContent"
        )
        assert words in chosen, chosen

    def tick(self, name: str, words: str) -> None:
        """Tab to a box and tick it."""
        self.tab_to(f"input[type=checkbox][name={name}]", words)
        self.key("Space")

    def write(self, css: str, text: str) -> None:
        """Tab to a field and write in it."""
        self.tab_to(css)
        self.key("Control+A")
        self.page.keyboard.type(text)

    def send(self) -> None:
        """Press the form's button and wait until the page says that it is saved."""
        self.tab_to("button[type=submit]")
        with self.page.expect_response(lambda got: got.request.method == "POST"):
            self.key("Enter")
        expect(status(self.page)).to_have_text("Sparat.")


def status(page: Page) -> Locator:
    return page.locator("[data-live-status]")


def heading(page: Page) -> Locator:
    return page.locator("#live-heading")


def to_live(page: Page) -> Keyboard:
    """Go from the list of meetings to the running one."""
    hands = Keyboard(page)
    page.goto("/kansli/sammantraden/")
    hands.tab_to("main tbody a")
    with page.expect_navigation():
        hands.key("Enter")
    hands.follow("Led sammanträdet")
    expect(page.locator("html.has-shortcuts")).to_be_attached()
    return hands


def to_point(hands: Keyboard, words: str) -> None:
    """Go through the agenda, back first, until the meeting is at a point."""
    shown = heading(hands.page)
    for key in "k" * 4 + "j" * 4:
        before = shown.inner_text()
        if before == words:
            return
        if hands.page.locator(f"[data-shortcut={key}]").count():
            hands.key(key)
            expect(shown).not_to_have_text(before)
            expect(shown).to_be_focused()
    raise AssertionError(f"{words} is not on the agenda")


def test_secretary_when_using_the_keyboard_alone_runs_the_whole_meeting(
    in_session: Site, visit: Visit
) -> None:
    page = visit(in_session, "elin").page
    hands = to_live(page)
    to_point(hands, "Upprop")
    expect(page.locator(".live-script [aria-current]")).to_contain_text("Välkomna")

    to_point(hands, HEADINGS[0])
    split_vote(hands)
    gavel(hands, PROPOSED[0])
    reservation(hands)
    page.reload()
    expect(heading(page)).to_have_text(HEADINGS[0])
    expect(page.locator("#live-reservationer")).to_contain_text("Maria Öberg (V)")

    to_point(hands, HEADINGS[1])
    jav_of_the_chair(hands)
    gavel(hands, PROPOSED[1])
    at_once(hands)


def split_vote(hands: Keyboard) -> None:
    """A yrkande on rejection, and an open vote by name: six against three."""
    page = hands.page
    hands.key("y")
    hands.choose("select[name=kind]", "Avslag")
    hands.tick("proposers", "Maria Öberg")
    hands.send()
    expect(page.locator("#live-yrkanden")).to_contain_text("Maria Öberg (V)")

    hands.key("v")
    hands.write("textarea[name=text]", "förslaget antas")
    hands.tab_to("input[name=method]:checked")
    assert page.evaluate("() => document.activeElement.value") == "open_vote"
    hands.write("input[name=yes_means]", "anta förslaget")
    hands.write("input[name=no_means]", "avslå förslaget")
    hands.send()
    expect(page.locator("form[data-votes]")).to_be_visible()

    hands.key("v")
    for number in range(9):
        hands.key(NO if number < 3 else YES)
    expect(page.locator("[data-vote-total]")).to_have_text("Ja 6, nej 3, avstår 0")
    assert hands.is_on("form[data-votes] button[type=submit]")
    hands.send()
    expect(page.locator("#live-rounds .outcome")).to_contain_text("(6–3)")


def gavel(hands: Keyboard, text: str) -> None:
    """The decision stands there already: look at it and let the gavel fall."""
    page = hands.page
    hands.key("b")
    first = page.locator("#live-beslut textarea").first
    expect(first).to_have_value(text)
    hands.send()
    expect(page.locator("#live-beslut .outcome")).to_contain_text("Klubban föll")
    assert hands.is_on("#live-beslut-fold summary")


def reservation(hands: Keyboard) -> None:
    hands.key("r")
    hands.tick("people", "Maria Öberg")
    hands.write("textarea[name=text]", "Till förmån för avslag.")
    hands.send()
    script = hands.page.locator("#live-script")
    expect(script).to_contain_text("Maria Öberg (V) reserverar sig mot beslutet.")


def jav_of_the_chair(hands: Keyboard) -> None:
    """The chair leaves the room; the vice chair leads, a substitute is called in."""
    page = hands.page
    hands.key("i")
    hands.choose("select[name=attendance]", "Kerstin Almgren")
    hands.write("input[name=reason]", "Släkt med sökanden")
    hands.send()
    room = page.locator("#live-room")
    expect(room).to_contain_text("Jäv: Kerstin Almgren (S)")
    expect(room.locator("li").filter(has_text="leder")).to_contain_text("Per Rosengren")
    script = page.locator("#live-script")
    expect(script).to_contain_text("Per Rosengren (M) leder sammanträdet")

    hands.key("e")
    hands.send()
    expect(room).to_contain_text("Tomas Grahn (S) tjänstgör för Kerstin Almgren (S)")


def at_once(hands: Keyboard) -> None:
    """The § is approved at once, on the page of the justering."""
    page = hands.page
    hands.follow("Justera")
    hands.tab_to("main input[type=checkbox]", HEADINGS[1])
    if not page.evaluate("() => document.activeElement.checked"):
        hands.key("Space")
    hands.tab_to("main button[type=submit]")
    with page.expect_navigation():
        hands.key("Enter")
    expect(page.locator("main")).to_contain_text("omedelbart justerat")
    to_live(page)
    expect(page.locator("#live-script")).to_contain_text("är omedelbart justerad")


def test_change_when_one_makes_it_reaches_the_other_within_two_seconds(
    in_session: Site, visit: Visit
) -> None:
    secretary, chair = visit(in_session, "elin").page, visit(in_session, "kerstin").page
    hands = to_live(secretary)
    chair.goto("/uppdrag/")
    with chair.expect_navigation():
        chair.get_by_role("link", name="Följ sammanträdet").click()
    to_point(hands, HEADINGS[2])
    expect(heading(chair)).to_have_text(HEADINGS[2], timeout=SOON_MS)
    hands.key("k")
    begun = time.monotonic()
    expect(heading(chair)).to_have_text(HEADINGS[1], timeout=SOON_MS)
    assert time.monotonic() - begun < SOON_MS / 1000


def test_text_when_the_other_changes_something_stays_as_it_is_written(
    in_session: Site, visit: Visit
) -> None:
    one, other = visit(in_session, "elin").page, visit(in_session, "elin").page
    hands, others = to_live(one), to_live(other)
    to_point(hands, HEADINGS[2])
    expect(heading(other)).to_have_text(HEADINGS[2])

    hands.key("y")
    hands.write("textarea[name=text]", "Något jag håller på med, jkbry")
    others.key("y")
    others.choose("select[name=kind]", "Bordlägg")
    others.send()

    listed = one.locator("#live-script")
    expect(listed).to_contain_text("bordläggning", timeout=NOBODY_WAITS_MS)
    field = one.locator("#live-yrkanden textarea")
    expect(field).to_have_value("Något jag håller på med, jkbry")
    expect(field).to_be_focused()
    expect(status(one)).to_contain_text("orört")


def test_shortcuts_when_turned_off_do_nothing(in_session: Site, visit: Visit) -> None:
    page = visit(in_session, "elin").page
    hands = to_live(page)
    hands.key("?")
    expect(page.locator("#live-help")).to_be_visible()
    hands.tab_to("[data-live-switch]")
    hands.key("Space", "Escape")
    expect(page.locator("#live-help")).to_be_hidden()

    hands.key("n")
    expect(page.locator("#live-kom-fold")).not_to_have_attribute("open", "")
    page.reload()
    hands.key("n")
    expect(page.locator("#live-kom-fold")).not_to_have_attribute("open", "")


@pytest.mark.parametrize(("who", "place"), [("elin", "kansli"), ("per", "uppdrag")])
def test_live_when_wide_and_narrow_has_no_faults(
    in_session: Site, visit: Visit, who: str, place: str
) -> None:
    page = visit(in_session, who).page
    found = []
    page.goto(f"/{place}/sammantraden/1/nu/")
    for window in (WIDE, PHONE):
        page.set_viewport_size(window)
        found += [*faults(page), *overflow(page)]
    page.set_viewport_size(NARROWEST)
    assert found + overflow(page) == []
