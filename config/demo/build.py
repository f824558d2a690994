"""Building the demo, in the order things happened."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from boards.shared.clock import at, local, today
from cases.case.actions import open_case
from cases.case.models import Case
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.secrecy.actions import mark_secret
from config.demo import building_board, joint_board
from config.demo.chain import Chain, work_off
from config.demo.control import draft_plan, follow_plan, own_scale
from config.demo.delivery import build_delivery, deliver_year
from config.demo.formats import build_formats
from config.demo.interim_report import build_report
from config.demo.ledger import build_ledger
from config.demo.money import build_money
from config.demo.people import LOGINS, PASSWORD_OF_ALL
from config.demo.registers import Registers, build_registers
from config.demo.retention import build_retention
from minutes.notice.actions import Proclaimed, proclaim
from minutes.notice.enums import ProclamationKind
from minutes.privacy.actions import Said, consider, publish
from minutes.privacy.enums import Choice, Ground


def build_demo(logins: Path) -> None:
    """Make the whole demo, and write down who can log in."""
    with at(local(date(2018, 12, 3), 10)):
        made = build_registers()
        work_off()
    build_joint_board(made)
    build_building_board(made, today())
    logins.write_text(login_table(), encoding="utf-8")


def build_joint_board(made: Registers) -> None:
    """Make the joint board's year 2020, the model meeting last."""
    build_retention(made)
    build_delivery(made)
    cases = {}
    for key, (title, day) in joint_board.CASES.items():
        with at(local(day, 9)):
            cases[key] = open_case(
                board=made.boards["itvt"], title=title, by=made.users["rolf"]
            )
    build_report(cases["report"], made.users["jenny"])
    build_ledger(made.boards["itvt"], made.users["jenny"])
    partner = made.boards["itvt"].partners.get()
    build_money(made.boards["itvt"], partner, made.users["jenny"])
    plan_of_2021 = draft_plan(cases["control"], made.users["jenny"])
    for plan in (*joint_board.MEETINGS, *joint_board.coming_meetings(today())):
        Chain(made, cases, plan).run()
    with at(local(date(2020, 10, 1), 9)):
        publish_report(made, cases["report"])
    build_formats(made, cases["control"])
    deliver_year(made, cases["platform"])
    follow_plan(plan_of_2021, made.users["jenny"])


def publish_report(made: Registers, case: Case) -> None:
    """Publish the interim report once it is decided on: its figures come with it."""
    report = case.documents.get(kind=DocumentKind.INTERIM_REPORT)
    by = made.users["fatima"]
    row = consider(document=report, by=by)
    said = Said(
        shown_sha256=row.shown_sha256,
        ground=Ground.PUBLIC_TASK,
        choices={place: Choice.PUBLISH for place, _one in enumerate(row.found)},
    )
    publish(publication=row, said=said, by=by)
    work_off()


def build_building_board(made: Registers, day: date) -> None:
    """Make the ordinary board's year around today."""
    cases = {}
    for key, (title, days) in building_board.CASES.items():
        with at(local(day - timedelta(days=days), 8, 30)):
            cases[key] = open_case(
                board=made.boards["mbn"], title=title, by=made.users["rolf"]
            )
    with at(local(day - timedelta(days=9), 10)):
        complaint(made, cases["permit"])
    for plan in building_board.year_of_meetings(day):
        Chain(made, cases, plan).run()
    with at(local(day - timedelta(days=2), 11)):
        plan_on_display(made)
    own_scale(cases["control"], day - timedelta(days=1), made.users["elin"])


def plan_on_display(made: Registers) -> None:
    """Post what another law sends to the board, up for its own time (KL 8:10)."""
    board = made.boards["mbn"]
    said = Proclaimed(
        kind=ProclamationKind.OTHER_LAW,
        heading="Samråd om detaljplan för kvarteret Lärkan",
        text="Planförslaget finns i kommunhusets reception. Synpunkter lämnas skriftligen"
        " till nämnden.",
        law="PBL 5:13",
        requested_by="Miljö- och byggnadsförvaltningen",
        storage_place="Kommunhuset, receptionen",
        required_days=21,
    )
    proclaim(board=board, municipality=board.host, said=said, by=made.users["elin"])
    work_off()


def complaint(made: Registers, case: Case) -> None:
    """Register a secret handling: the diary shows its date and number alone."""
    document = register_document(
        case=case,
        direction=Direction.RECEIVED,
        kind=DocumentKind.LETTER,
        subject="Anmälan med uppgifter om enskilds hälsa",
        counterparty="Enskild",
        handled_on=today(),
        by=made.users["rolf"],
    )
    mark_secret(obj=document, legal_ground="OSL 21:1", by=made.users["rolf"])


def login_table() -> str:
    """Return who can log in, as it is printed."""
    width = max(len(username) for username, _what, _where in LOGINS)
    lines = [
        f"  {username:<{width}}  {what} ({where})" for username, what, where in LOGINS
    ]
    return "\n".join(
        [f"Demons inloggningar, alla med lösenordet {PASSWORD_OF_ALL}:", *lines, ""]
    )
