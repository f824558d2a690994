"""Reads of mappings of columns."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from finance.ledger.sheets.columns import fits
from finance.ledger.sheets.models import SheetMapping

if TYPE_CHECKING:
    from boards.board.models import Board


def mapping_for(board: Board, headings: Collection[str]) -> SheetMapping | None:
    """Return the board's mapping that names most of a file's columns."""
    saved = SheetMapping.objects.filter(board=board)
    fitting = [one for one in saved if fits(one.columns, headings)]
    return max(fitting, key=lambda one: (len(one.columns), one.saved_at), default=None)
