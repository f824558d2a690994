"""Meddelanden to a board."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from cases.case.models import Case
from cases.communication.models import Communication


@transaction.atomic
def add_communication(
    *,
    board: Board,
    heading: str,
    received_on: date,
    by: User | None,
    case: Case | None = None,
) -> Communication:
    """Note something a coming meeting is to be told."""
    require(by, "communication.add", board)
    if not heading.strip():
        refuse_if([Refusal("communication.no_heading", field="heading")])
    if received_on > today():
        refuse_if([Refusal("communication.in_future", field="received_on")])
    if case is not None and case.board_id != board.pk:
        refuse_if([Refusal("communication.other_board", field="case")])
    communication = Communication.objects.create(
        board=board, heading=heading.strip(), received_on=received_on, case=case
    )
    record(communication, "communication.added", by=by)
    return communication
