"""Registering what was decided in the board's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from cases.delegation import registry
from cases.delegation.models import DelegatedDecision
from cases.delegation.rules import DelegationFacts, blocks_registering

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User
    from cases.case.models import Case


@dataclass(frozen=True, slots=True)
class Delegated:
    """What was decided, by whom, on which ground; urgent ones rest on KL 6:39."""

    text: str
    decided_on: date
    delegate: str
    ground: str = ""
    number: str = ""
    case: Case | None = None
    is_urgent: bool = False


@transaction.atomic
def register_delegated_decision(
    *, board: Board, said: Delegated, by: User | None, legal_ground: str = ""
) -> DelegatedDecision:
    """Register a decision; the board's next meeting is told of it (KL 6:39–40).

    A `legal_ground` marks it secret: the minutes then show date, number and ground.
    """
    require(by, "delegation.register", board)
    case = said.case
    refuse_if(
        blocks_registering(
            DelegationFacts(
                text=said.text,
                delegate=said.delegate,
                ground=said.ground,
                decided_on=said.decided_on,
                today=today(),
                is_urgent=said.is_urgent,
                is_other_boards_case=case is not None and case.board_id != board.pk,
            )
        )
    )
    ground = legal_ground.strip() or (case.legal_ground if case else "")
    decision = DelegatedDecision.objects.create(
        board=board,
        case=case,
        number=said.number.strip(),
        decided_on=said.decided_on,
        delegate=said.delegate.strip(),
        ground=said.ground.strip(),
        text=said.text.strip(),
        is_urgent=said.is_urgent,
        legal_ground=ground,
        marked_on=today() if ground else None,
        marked_by=by if ground else None,
    )
    record(decision, "delegation.registered", by=by)
    for tell in registry.after_registration:
        tell(board, by)
    return decision
