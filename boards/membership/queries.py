"""Reads of uppdrag."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from boards.board.enums import BoardKind
from boards.board.models import Board
from boards.membership.enums import MemberRole
from boards.membership.models import Membership
from boards.membership.rules import TermFacts, roster_warnings
from boards.shared.refusals import Refusal


def others_in_board(membership: Membership) -> QuerySet[Membership]:
    """Return every other uppdrag of the board, ended ones too."""
    rows = Membership.objects.filter(board_id=membership.board_id)
    return rows.exclude(pk=membership.pk).select_related("person", "board")


def missing_in_roster(board: Board, day: date) -> list[Refusal]:
    """Tell what the board's roster lacks on a day (KL 6:20, 9:24)."""
    rows = Membership.objects.filter(board=board).serving_on(day)
    joint = {}
    if board.kind == BoardKind.JOINT:
        joint = {row.pk: row.name for row in board.municipalities()}
    return roster_warnings(
        seats=board.seats,
        terms=[TermFacts(MemberRole(row.role), row.municipality_id) for row in rows],
        joint=joint,
    )
