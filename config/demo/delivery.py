"""What the joint board has agreed with its e-archive, and packages for it."""

from __future__ import annotations

from datetime import date

from boards.shared.clock import at, local
from boards.shared.files import store_file
from cases.case.actions import close_case
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from config.demo.chain import work_off
from config.demo.registers import Registers
from minutes.archive.sip.deliveries import Terms, order_sip, save_agreement

FINAL_REPORT = (
    "Slutrapport\n\nBytet är klart. Alla skolor och förvaltningar är flyttade.\n"
)


def build_delivery(made: Registers) -> None:
    """Write the agreement down, and have a closed ärende put into a package."""
    board, archivist = made.boards["itvt"], made.users["arkiv"]
    terms = Terms(
        agreement="EARKIV-2020-3",
        creator=board.name,
        creator_number=board.host.organisation_number,
        submitter=f"{board.host.name} kommun",
        submitter_number=board.host.organisation_number,
    )
    with at(local(date(2025, 2, 3), 9)):
        save_agreement(board=board, terms=terms, by=archivist)
        case = board.cases.filter(state=CaseState.CLOSED).first()
        order_sip(board=board, case=case, year=None, by=archivist)
        work_off()


def deliver_year(made: Registers, case: Case) -> None:
    """Close an ärende that was decided on in 2020, and deliver that year's minutes."""
    board, by = made.boards["itvt"], made.users["rolf"]
    with at(local(date(2021, 1, 18), 10)):
        register_document(
            case=case,
            direction=Direction.DRAWN_UP,
            kind=DocumentKind.STAFF_REPORT,
            subject="Slutrapport: byte av IT-plattform",
            handled_on=date(2021, 1, 18),
            file=store_file(FINAL_REPORT.encode(), "text/plain"),
            file_name="slutrapport.txt",
            by=by,
        )
        close_case(case=case, by=by)
    with at(local(date(2025, 2, 3), 10)):
        order_sip(board=board, case=None, year=2020, by=made.users["arkiv"])
        work_off()
