"""Importing lines as a file, the way the worker and the command do."""

import io

from boards.board.models import Board
from finance.ledger.actions import Order, Report, import_ledger
from finance.ledger.enums import Measure
from finance.ledger.queries import month_sums
from tests.finance.ledger.sie_files import content_of


def take_in(board: Board, content: bytes | list[str], **said: object) -> Report:
    if isinstance(content, list):
        content = content_of(*content)
    name = str(said.pop("name", "bok.se"))
    order = Order(board=board, name=name, **said)
    return import_ledger(order=order, stream=io.BytesIO(content), by=None)


def sums(board: Board, year: int = 2020, measure: Measure = Measure.ACTUAL) -> dict:
    return {
        (row.account, row.unit, row.project, row.month.month): row.ore
        for row in month_sums(board, year, measure)
        if row.ore
    }
