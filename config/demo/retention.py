"""The joint board's dokumenthanteringsplan, and an old ärende whose time is out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from boards.shared.clock import at, local
from boards.shared.files import store_file
from cases.case.actions import close_case, open_case
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.retention.actions import (
    Adoption,
    HoldValues,
    RuleValues,
    adopt_plan,
    propose_disposal,
    save_rule,
    set_hold,
    start_plan,
)
from cases.retention.enums import HoldKind, Outcome, StartEvent

if TYPE_CHECKING:
    from config.demo.registers import Registers

TITLE = "Dokumenthanteringsplan"
DECIDED, VALID = date(2017, 9, 26), date(2019, 1, 1)
CLOSED = StartEvent.CASE_CLOSED
RULES = (
    RuleValues(
        DocumentKind.MINUTES, Outcome.PRESERVE, None, CLOSED, "Undertecknade protokoll"
    ),
    RuleValues(DocumentKind.DECISION, Outcome.PRESERVE, None, CLOSED),
    RuleValues(DocumentKind.STAFF_REPORT, Outcome.PRESERVE, None, CLOSED),
    RuleValues(DocumentKind.INTERIM_REPORT, Outcome.PRESERVE, None, CLOSED),
    RuleValues(DocumentKind.OPINION, Outcome.YEARS, 10, StartEvent.MINUTES_APPROVED),
    RuleValues(DocumentKind.LETTER, Outcome.YEARS, 5, CLOSED, "Av mindre betydelse"),
    RuleValues(DocumentKind.APPLICATION, Outcome.YEARS, 3, StartEvent.REGISTERED),
    RuleValues(DocumentKind.EXTRACT, Outcome.INACTIVE, None, CLOSED),
)
LETTERS = (
    ("Fråga om växelns öppettider", "Berga kommun"),
    ("Påminnelse om växelns öppettider", "Berga kommun"),
    ("Klagomål på väntetid i växeln", "Albybygdens företagare"),
)


def build_retention(made: Registers) -> None:
    """Adopt the plan, close an ärende of 2019, hold a letter of it, propose another."""
    board, archivist = made.boards["itvt"], made.users["arkiv"]
    with at(local(date(2019, 1, 8), 9)):
        plan = start_plan(board=board, title=TITLE, by=archivist)
        for said in RULES:
            save_rule(plan=plan, said=said, by=archivist)
        adopt_plan(
            plan=plan, said=Adoption("ITVT 10/2017", DECIDED, VALID), by=archivist
        )
    with at(local(date(2019, 2, 11), 9)):
        case = open_case(board=board, title="Växelns öppettider", by=made.users["rolf"])
        letters = [
            register_document(
                case=case,
                direction=Direction.RECEIVED,
                kind=DocumentKind.LETTER,
                subject=subject,
                counterparty=sender,
                handled_on=date(2019, 2, 11),
                file=store_file(f"{subject}\n\nHej!\n".encode(), "text/plain"),
                file_name="skrivelse.txt",
                by=made.users["rolf"],
            )
            for subject, sender in LETTERS
        ]
    with at(local(date(2019, 6, 3), 14)):
        close_case(case=case, by=made.users["rolf"])
    with at(local(date(2025, 1, 15), 10)):
        said = HoldValues(HoldKind.REQUEST, "Begärd av en forskare", letters[2])
        set_hold(case=case, said=said, by=archivist)
        propose_disposal(board=board, documents=[letters[0].pk], by=made.users["admin"])
    with at(local(date(2025, 11, 3), 9)):
        start_plan(board=board, title=TITLE, by=archivist, is_copied=True)
