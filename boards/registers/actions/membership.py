"""Keeping parties, uppdrag and the party order of substitution."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.membership.models import Membership, Party, SubstitutionOrder
from boards.membership.queries import others_in_board
from boards.person.models import Person, User
from boards.registers.publish import publish
from boards.registers.terms import blocks_term
from boards.shared.history import record
from boards.shared.refusals import refuse_if


@transaction.atomic
def add_party(*, name: str, abbreviation: str, by: User | None) -> Party:
    """Register a party under the name it has."""
    require(by, "register.edit")
    party = Party.objects.create(name=name, abbreviation=abbreviation)
    record(party, "party.added", by=by)
    return party


@transaction.atomic
def add_membership(
    *, board: Board, person: Person, valid_from: date, by: User | None, **fields: Any
) -> Membership:
    """Register an uppdrag; nobody has two in one board at a time (KL 4:3)."""
    require(by, "register.edit", board)
    board = Board.objects.select_for_update().get(pk=board.pk)
    membership = Membership(board=board, person=person, valid_from=valid_from, **fields)
    refuse_if(blocks_term(membership, others_in_board(membership)))
    membership.save()
    record(membership, "membership.added", by=by)
    publish(board)
    return membership


@transaction.atomic
def end_membership(
    *, membership: Membership, valid_to: date, by: User | None, reason: str = ""
) -> Membership:
    """End an uppdrag on its last day; the row stays (KL 4:6–7)."""
    require(by, "register.edit", membership.board, reason)
    board = Board.objects.select_for_update().get(pk=membership.board_id)
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    membership.valid_to = valid_to
    refuse_if(blocks_term(membership, others_in_board(membership)))
    membership.save(update_fields=["valid_to"])
    record(membership, "membership.ended", by=by, reason=reason)
    publish(board)
    return membership


@transaction.atomic
def set_substitution_order(
    *,
    board: Board,
    absent_party: Party,
    called_parties: Sequence[Party],
    by: User | None,
) -> None:
    """Set whose substitute is called when a party has none left (KL 6:16)."""
    require(by, "register.edit", board)
    board.substitution_order.filter(absent_party=absent_party).delete()
    SubstitutionOrder.objects.bulk_create(
        SubstitutionOrder(
            board=board,
            absent_party=absent_party,
            called_party=party,
            position=position,
        )
        for position, party in enumerate(called_parties, start=1)
    )
    record(board, "board.substitution_order_set", by=by, party=str(absent_party))
