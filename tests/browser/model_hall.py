"""At the model meeting: the roll, the §§ as they are written, the end."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from config.demo.joint_board import KS_ALBY, MODEL
from config.demo.plan import Ask, Point
from minutes.item.enums import ProposalKind, SectionKind
from tests.browser.hands import (
    follow,
    form_with,
    press,
    press_named,
    put,
    send,
    uncover,
    write,
)
from tests.browser.model_papers import MESSAGE

CHAIR = "Göran Ekström"
VICE = "Birgitta Lindqvist"
AT_A_DISTANCE = "Lars Björnfot"
KIND_WORDS = {ProposalKind.ADD: "Tillägg"}


def open_meeting(secretary: Page) -> None:
    """Open the meeting and call the roll; one of the staff is there by video."""
    press_named(secretary, "Öppna sammanträdet")
    roll = secretary.locator("#roll")
    for row in roll.locator("tbody tr").all():
        distant = AT_A_DISTANCE in row.inner_text()
        row.locator("select").select_option(
            label="På distans" if distant else "På plats"
        )
    press(secretary, roll.locator("button[type=submit]"))
    send(secretary, {"sign-approvers": [VICE]})


def plan_approval(secretary: Page) -> None:
    """Say where and when the minutes are to be approved."""
    secretary.locator("a[href$='/justeringens-plats/']").click()
    values = {
        "approval_place": MODEL.approval_place,
        "approval_planned_at": "2020-09-29T12:00",
    }
    send(secretary, values)


def write_sections(secretary: Page) -> None:
    """Write every § of the meeting."""
    follow(secretary, "Skriv protokollet")
    overview = secretary.url
    for point in MODEL.points:
        if point.kind != "opening":
            secretary.goto(overview)
            follow(secretary, point.heading)
            write_item(secretary, point)


def write_item(secretary: Page, point: Point) -> None:
    """Write one §: texts, proposals, questions, decision, recipients."""
    for kind, heading, body in point.sections:
        write(section_of(secretary, kind, heading), body)
    if point.papers:
        basis = secretary.locator("#basis form")
        uncover(secretary, basis)
        for number, paper in enumerate(point.papers):
            put(basis, f"basis-{number}-document", paper.subject)
            put(basis, f"basis-{number}-label", paper.label)
            press(secretary, basis.locator("button[type=submit]"))
    if point.proposed:
        send(secretary, {"texts": "\n".join(point.proposed)}, where="#proposed")
    for floor in point.floor:
        secretary.locator("#floor summary").click()
        form = form_with(secretary, "proposers", "#floor")
        put(form, "kind", KIND_WORDS[floor.kind])
        send(secretary, {"text": floor.text, "proposers": [VICE]}, where="#floor")
    for asked in point.asked:
        ask(secretary, asked)
    decide(secretary, point)


def section_of(secretary: Page, kind: SectionKind, heading: str) -> Locator:
    """Return a section by its heading; it is added when it is not there."""
    title = heading or {"summary": "Sammanfattning", "finances": "Ekonomi"}[kind]
    section = secretary.locator("section.part").filter(
        has=secretary.get_by_role("heading", name=title, level=2)
    )
    if not section.count():
        form = form_with(secretary, "heading", "details.part")
        secretary.locator("details.part > summary").click()
        form.locator("[name=kind]").select_option(value=str(kind))
        put(form, "heading", heading)
        press(secretary, form.locator("button[type=submit]"))
    return section.first


def ask(secretary: Page, asked: Ask) -> None:
    """Note the chair's question and the answer by acclamation."""
    values = {"text": asked.text, "method": "Acklamation", "answer": "Ja"}
    send(secretary, values, where="#rounds")


def decide(secretary: Page, point: Point) -> None:
    """Write the decision with what belongs to it."""
    if point.messages:
        send(secretary, {"communications": [MESSAGE]}, where="#communications")
    for number, text in enumerate(point.decided):
        send(secretary, {f"points-{number}-text": text}, where="#decision")
    for paper in point.papers:
        if paper.is_appendix:
            send(secretary, {"document": paper.subject}, where="#appendices")
    if point.recipients:
        send(secretary, {"recipients": [KS_ALBY]}, where="#recipients")


def close_meeting(secretary: Page) -> None:
    """Close the meeting at ten past ten; nothing is missing in the minutes."""
    secretary.goto("/kansli/sammantraden/")
    follow(secretary, "2020-09-29")
    send(secretary, {"ends_at": "2020-09-29T10:10"})
