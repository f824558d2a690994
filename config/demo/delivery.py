"""What the joint board has agreed with its e-archive, and a package for it."""

from __future__ import annotations

from datetime import date

from boards.shared.clock import at, local
from cases.case.enums import CaseState
from config.demo.chain import work_off
from config.demo.registers import Registers
from minutes.archive.sip.deliveries import Terms, order_sip, save_agreement


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
