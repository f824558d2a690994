"""Keeping municipalities, boards, their regulations and their recipients."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from boards.access.permissions import require
from boards.board.enums import BoardKind
from boards.board.models import Board, Municipality, Recipient, Regulations
from boards.board.rules import blocks_partners, blocks_pattern
from boards.person.models import User
from boards.registers.publish import publish
from boards.shared.history import record
from boards.shared.refusals import refuse_if


@transaction.atomic
def add_municipality(*, by: User | None, **fields: Any) -> Municipality:
    """Register a kommun or region."""
    require(by, "register.edit")
    municipality = Municipality.objects.create(**fields)
    record(municipality, "municipality.added", by=by)
    return municipality


@transaction.atomic
def add_board(
    *,
    by: User | None,
    kind: BoardKind,
    partners: Iterable[Municipality] = (),
    **fields: Any,
) -> Board:
    """Register a board; only a gemensam nämnd has partners (KL 9:19)."""
    require(by, "register.edit")
    partners = list(partners)
    refuse_if(
        blocks_partners(
            is_joint=kind == BoardKind.JOINT,
            host=fields["host"].pk,
            partners=frozenset(row.pk for row in partners),
        )
    )
    board = Board.objects.create(kind=kind, **fields)
    board.partners.set(partners)
    record(board, "board.added", by=by)
    return board


@transaction.atomic
def set_regulations(
    *, board: Board, valid_from: date, by: User | None, **fields: Any
) -> Regulations:
    """Register the local rules that hold from a day on; earlier ones stay."""
    require(by, "register.edit", board)
    pattern = fields.get("dnr_pattern")
    refuse_if(blocks_pattern(pattern) if pattern is not None else [])
    regulations = Regulations.objects.create(
        board=board, valid_from=valid_from, **fields
    )
    record(board, "board.regulations_set", by=by, valid_from=str(valid_from))
    publish(board)
    return regulations


@transaction.atomic
def add_recipient(*, board: Board, name: str, email: str, by: User | None) -> Recipient:
    """Register somebody decisions are sent to."""
    require(by, "register.edit", board)
    recipient = Recipient.objects.create(board=board, name=name, email=email)
    record(board, "board.recipient_added", by=by, name=name)
    return recipient
