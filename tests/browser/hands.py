"""What hands do on a page: fill in a form and send it, press a button, write a text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

PASTE = """(editor, html) => {
  editor.focus();
  const data = new DataTransfer();
  data.setData("text/html", html);
  const event = new ClipboardEvent("paste", {
    clipboardData: data, bubbles: true, cancelable: true,
  });
  editor.dispatchEvent(event);
}"""


def follow(page: Page, text: str) -> None:
    """Follow the link with these words in the main part of the page."""
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=text).first.click()


def press_link(page: Page, css: str) -> None:
    """Follow the first link of a kind."""
    with page.expect_navigation():
        page.locator(css).first.click()


def uncover(page: Page, inside: Locator) -> None:
    """Open the folded part that something lies in."""
    folded = inside.locator("xpath=ancestor::details[not(@open)]")
    if folded.count():
        folded.first.locator("summary").first.click()


def form_with(page: Page, name: str, where: str = "main") -> Locator:
    """Return the form that holds a field."""
    field = page.locator(f"[name='{name}']")
    return page.locator(f"{where} form").filter(has=field).first


def put(form: Locator, name: str, value: Any) -> None:
    """Give one field its value: a choice by its words, a box by its label."""
    field = form.locator(f"[name='{name}']")
    kind = field.first.evaluate("e => e.type")
    if kind == "select-one":
        option = field.locator("option").filter(has_text=str(value)).first
        field.select_option(value=option.get_attribute("value"))
    elif kind == "checkbox" and value is True:
        field.check()
    elif kind == "checkbox":
        for label in value:
            field.and_(form.get_by_label(label)).check()
    elif kind == "radio":
        form.get_by_label(value, exact=True).check()
    elif kind == "file":
        field.set_input_files(str(value))
    else:
        field.fill(str(value))


def send(
    page: Page,
    values: Mapping[str, Any],
    *,
    where: str = "main",
    button: str = "button[type=submit]",
) -> None:
    """Fill in the form that holds these fields and send it; it must be accepted."""
    form = form_with(page, next(iter(values)), where)
    uncover(page, form)
    for name, value in values.items():
        put(form, name, value)
    press(page, form.locator(button).first)


def press(page: Page, button: Locator) -> None:
    """Press a button that sends a form; what it does must be accepted."""
    uncover(page, button)
    with page.expect_navigation() as answer:
        button.click()
    assert answer.value.ok, f"{page.url}: {page.inner_text('main')[:500]}"
    no = page.locator(".error-summary, .invalid-feedback, .alert-danger")
    assert no.count() == 0, f"{page.url}: {no.all_inner_texts()}"


def press_named(page: Page, words: str) -> None:
    """Press the button with these words."""
    press(page, page.locator("main").get_by_role("button", name=words).first)


def write(section: Locator, html: str) -> None:
    """Paste a text into the editor of a section and wait until it is saved."""
    editor = section.locator("[contenteditable=true]")
    editor.evaluate(PASTE, html)
    saved(section)


def saved(section: Locator) -> None:
    """Leave the editor and wait until the page says that the text is saved."""
    section.locator("[contenteditable=true]").blur()
    expect(section.locator("[data-autosave-state]")).to_contain_text("Sparat")


def upload_of(folder: Path, name: str, text: str) -> Path:
    """Return a small PDF to upload."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  slow to import

    file = folder / name
    canvas = Canvas(str(file))
    canvas.drawString(72, 720, text)
    canvas.save()
    return file
