"""The verbs of deliveries: build the package of an ärende or of a year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boards.access.permissions import require
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from cases.case.enums import CaseState
from cases.preservation.actions import look_at_case
from minutes.archive.sip.collecting import (
    agreement_of,
    of_case,
    of_year,
    packages_of_year,
)
from minutes.archive.sip.progress import Tell, untold
from minutes.archive.sip.rules import blocks_case, blocks_year
from minutes.archive.sip.writing import write_package
from minutes.archive.sip.years import waits_for

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User
    from cases.case.models import Case


def build_case(
    *,
    case: Case,
    folder: Path,
    by: User | None,
    is_for_reading: bool = False,
    tell: Tell = untold,
) -> Path:
    """Write the package of a closed ärende into a folder (R-04).

    Files that came in a moment ago get their copies for preservation first (R-03).
    """
    require(by, "archive.build", case)
    refuse_unready(board=case.board, case=case, year=None)
    look_at_case(case)
    delivery = of_case(case, agreement_of(case.board))
    path = write_package(delivery, folder, is_for_reading=is_for_reading, tell=tell)
    record(case.board, "sip.built", by=by, name=path.name)
    return path


def build_year(
    *,
    board: Board,
    year: int,
    folder: Path,
    by: User | None,
    is_for_reading: bool = False,
    tell: Tell = untold,
) -> Path:
    """Write the package of a year's minutes into a folder (R-04)."""
    require(by, "archive.build", board)
    refuse_unready(board=board, case=None, year=year)
    delivery = of_year(board, year, agreement_of(board))
    path = write_package(delivery, folder, is_for_reading=is_for_reading, tell=tell)
    record(board, "sip.built", by=by, name=path.name)
    return path


def refuse_unready(*, board: Board, case: Case | None, year: int | None) -> None:
    """Refuse to deliver what is not ready to leave."""
    if case is not None:
        documents = case.documents.registered().count()
        is_closed = case.state == CaseState.CLOSED
        refuse_if(blocks_case(is_closed=is_closed, documents=documents))
    if year is not None:
        packages = len(packages_of_year(board, year))
        missing = waits_for([board]).get((board.pk, year), [])
        is_over = year < today().year
        refuse_if(blocks_year(is_over=is_over, packages=packages, missing=missing))
