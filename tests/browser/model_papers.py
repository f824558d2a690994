"""Before the model meeting: ärenden, handlingar, the report, agenda and kallelse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Page

from boards.shared.clock import local
from config.demo import control, interim_report
from config.demo.joint_board import CASES, HALL, MODEL, REPORT
from config.demo.plan import Paper, Point
from finance.report.rules import COLUMNS
from minutes.meeting.enums import AgendaKind
from tests.browser.hands import (
    follow,
    form_with,
    press,
    press_link,
    press_named,
    send,
    upload_of,
)
from tests.browser.site import Site
from tests.browser.visitor import Visitor, faults

MESSAGE = "KF § 80/2020-06-16 Rambeslut för budget 2021–2023"
Table = dict[str, interim_report.Figures]
KINDS = {
    AgendaKind.OPENING: "Inledning",
    AgendaKind.INFORMATION: "Information",
    AgendaKind.DECISION: "Beslut",
    AgendaKind.COMMUNICATIONS: "Meddelanden",
}


def open_cases(site: Site, registrar: Page) -> None:
    """Open the two ärenden; their numbers follow the three of the spring."""
    for key, dnr in (("report", "ITVT 4/2020"), ("control", "ITVT 5/2020")):
        title, day = CASES[key]
        site.at(local(day, 9))
        registrar.goto("/kansli/arenden/")
        follow(registrar, "ITVT")
        send(registrar, {"title": title})
        assert dnr in registrar.inner_text("h1")


def add_message(registrar: Page) -> None:
    """Note the meddelande that belongs to ITVT 1/2020."""
    registrar.goto("/kansli/meddelanden/")
    follow(registrar, "ITVT")
    send(
        registrar,
        {"heading": MESSAGE, "received_on": "2020-06-17", "case": "ITVT 1/2020"},
    )


def register_letters(site: Site, registrar: Page, folder: Path) -> None:
    """Register the tjänsteskrivelser on their days, each with its file."""
    for point in MODEL.points:
        for paper in point.papers:
            if not paper.is_appendix:
                register_letter(site, registrar, folder, point, paper)


def register_letter(
    site: Site, registrar: Page, folder: Path, point: Point, paper: Paper
) -> None:
    """Register one tjänsteskrivelse in its ärende."""
    site.at(local(date.fromisoformat(paper.dated), 13))
    registrar.goto("/kansli/arenden/")
    dnr = {"report": "ITVT 4/2020", "control": "ITVT 5/2020"}[point.case]
    follow(registrar, dnr)
    follow(registrar, "Registrera")
    values = {
        "direction": "Upprättad",
        "kind": "Tjänsteskrivelse",
        "subject": paper.subject,
        "handled_on": paper.dated,
        "dated_on": paper.dated,
        "file": upload_of(folder, f"{paper.dated}.pdf", paper.text),
    }
    send(registrar, values)
    assert paper.subject in registrar.inner_text("main")


def write_report(controller: Page) -> None:
    """Enter the interim report's figures and freeze it into its ärende."""
    controller.goto("/kansli/ekonomi/")
    press_link(controller, "a[href$='/ekonomi/ny/']")
    values = {"case": "ITVT 4/2020", "title": REPORT, "period_end": "2020-08-31"}
    send(controller, values)
    for kind, heading, figures, *_texts, note in interim_report.TABLES:
        add_table(controller, str(kind.value), heading, figures)
        follow(controller, heading)
        words = controller.locator("form[action$='/text/'] .ProseMirror").last
        words.click()
        controller.keyboard.type("Kommenteras i ärendet.")
        send(controller, {"note": note})
        if heading in interim_report.MEASURES:
            follow(controller, heading)
            send(controller, {"measure": interim_report.MEASURES[heading]})
    press(controller, controller.locator("form[action$='/frys/'] button"))


def add_table(
    controller: Page,
    kind: str,
    heading: str,
    figures: dict[str, interim_report.Figures],
) -> None:
    """Add a table and enter its figures, as many rows at a time as there is room."""
    form = form_with(controller, "heading")
    form.locator("[name=kind]").select_option(value=kind)
    send(controller, {"heading": heading})
    rows = list(figures.items())
    room = controller.locator("[name$='-label']").count()
    fill_rows(controller, rows[:room], 0)
    if rows[room:]:
        follow(controller, heading)
        assert faults(controller) == []
        fill_rows(controller, rows[room:], room)


def fill_rows(
    controller: Page, rows: list[tuple[str, interim_report.Figures]], start: int
) -> None:
    """Type rows into the grid and save it."""
    values: dict[str, str] = {}
    for number, (label, cells) in enumerate(rows, start):
        kind = interim_report.kind_of(label)
        values[f"rows-{number}-label"] = label
        controller.locator(f"[name='rows-{number}-kind']").select_option(value=kind)
        for name, tkr in zip(COLUMNS, cells, strict=True):
            values[f"rows-{number}-{name}"] = "" if tkr is None else str(tkr)
    send(controller, values)


def draw_up_control_plan(controller: Page) -> None:
    """Enter the plan for internal control; its table then stands in the §."""
    controller.goto("/kansli/internkontroll/")
    follow(controller, "Börja en plan")
    send(controller, {"case": "ITVT 5/2020", "year": 2021})
    for row in control.ROWS:
        follow(controller, "Lägg till risk")
        names = ("process", "assessment", "moment", "responsible", "report_to")
        send(controller, {name: getattr(row, name) for name in names})


def plan_meeting(secretary: Page) -> None:
    """Plan the meeting and build its agenda."""
    secretary.goto("/kansli/sammantraden/")
    follow(secretary, "ITVT")
    send(secretary, {"starts_at": "2020-09-29T09:00", "place": HALL})
    for point in MODEL.points:
        follow(secretary, "Lägg till")
        values = {"heading": point.heading, "kind": KINDS[point.kind]}
        if point.case:
            values["case"] = CASES[point.case][0]
        if point.rapporteur:
            values["rapporteur"] = point.rapporteur
        send(secretary, values)
    for point in MODEL.points:
        for paper in point.papers:
            add_paper(secretary, point, paper)


def add_paper(secretary: Page, point: Point, paper: Paper) -> None:
    """Put a handling under its point."""
    meeting = secretary.url
    follow(secretary, point.heading)
    send(secretary, {"document": paper.subject})
    secretary.goto(meeting)


def send_summons(secretary: Page) -> None:
    """Look at the kallelse and send it."""
    follow(secretary, "skicka kallelsen")
    press_named(secretary, "Skicka kallelsen")


def prepare(site: Site, registrar: Visitor, controller: Visitor, folder: Path) -> None:
    """Do all that the kansli does before the agenda is built."""
    open_cases(site, registrar.page)
    site.at(local(date(2020, 9, 14), 9))
    add_message(registrar.page)
    write_report(controller.page)
    draw_up_control_plan(controller.page)
    register_letters(site, registrar.page, folder)
