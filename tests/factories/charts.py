"""Units, rows and mappings of a board, made by the product's actions."""

from datetime import date

from boards.board.models import Board
from finance.chart import actions
from finance.chart.enums import LineKind
from finance.chart.models import Mapping, ReportLine, ReportUnit

START = date(2019, 1, 1)
# The rows of the model's tables, with the accounts that belong there.
LINES = {
    "Intäkter": ("3000", "3999"),
    "Personalkostnader": ("5000", "5999"),
    "Lokalkostnader": ("6000", "6099"),
    "Övriga kostnader": ("4000", "4999"),
    "Kapitalkostnad": ("7900", "7999"),
}


def unit(of: Board, code: str = "it", name: str = "", position: int = 0) -> ReportUnit:
    said = {"code": code, "name": name or code.upper(), "position": position}
    return actions.save_unit(board=of, said=said, by=None, unit=None)


def line(of: Board, label: str = "Personalkostnader", position: int = 0) -> ReportLine:
    kind = LineKind.REVENUE if label == "Intäkter" else LineKind.COST
    said = {"kind": kind, "label": label, "position": position}
    return actions.save_line(board=of, said=said, by=None, line=None)


def mapping(
    unit: ReportUnit, line: ReportLine, accounts: tuple[str, str], **said: object
) -> Mapping:
    values = actions.MappingValues(
        unit=unit,
        line=line,
        account_from=accounts[0],
        account_to=accounts[1],
        **{"valid_from": START} | said,
    )
    return actions.save_mapping(board=unit.board, values=values, by=None)
