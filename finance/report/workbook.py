"""A report as a spreadsheet: kronor, with sums, results and deviations as formulas.

The same rows give the same bytes, so that nothing has to be kept beside the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from boards.shared.money import ORE_PER_KRONA
from finance.report.enums import RowKind, TableKind
from finance.report.rules import Amounts, Row, printed_sum, total
from finance.report.sentences import (
    FIRST_COLUMN,
    KRONOR,
    RESULT,
    ROUNDING_ROW,
    VARIANCE,
)

LONGEST_NAME = 31
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
HEAD, FIRST = 4, 5
NUMBER_FORMAT = "#,##0.00"
WIDE, NARROW = 42, 18
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
# The oldest day a zip file can tell.
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass
class Sheet:
    """One table: what it holds, and where its sum and result came to stand."""

    heading: str
    kind: TableKind
    columns: dict[str, str]
    rows: tuple[Row, ...]
    name: str = ""
    places: dict[RowKind, int] = field(default_factory=dict)

    def letter(self, column: str) -> str:
        """Return the letter of a column."""
        letter: str = get_column_letter(list(self.columns).index(column) + 2)
        return letter


def make_workbook(
    title: str, owner: str, moment: datetime, sheets: Sequence[Sheet]
) -> bytes:
    """Return the report as XLSX; of properties it has its title, owner and moment."""
    book = Workbook()
    del book[book.sheetnames[0]]
    book.properties.title, book.properties.creator = title, owner
    book.properties.created = moment.replace(tzinfo=None, microsecond=0)
    taken: set[str] = set()
    units: dict[str, Sheet] = {}
    for sheet in sheets:
        sheet.name = sheet_name(sheet.heading, taken)
        page = book.create_sheet(sheet.name)
        _fill(page, sheet, title, units)
        if sheet.kind == TableKind.INCOME:
            units[sheet.heading] = sheet
    if not sheets:
        book.create_sheet("Rapport")
    target = BytesIO()
    book.save(target)
    return _settled(target.getvalue(), book.properties.created)


def sheet_name(heading: str, taken: set[str]) -> str:
    """Return a name that spreadsheets accept and no other sheet has."""
    clean = NOT_IN_A_NAME.sub(" ", heading).strip().strip("'") or "Tabell"
    name, number = clean[:LONGEST_NAME], 2
    while name.casefold() in taken:
        end = f" ({number})"
        name, number = clean[: LONGEST_NAME - len(end)] + end, number + 1
    taken.add(name.casefold())
    return name


def _fill(page: Worksheet, sheet: Sheet, title: str, units: dict[str, Sheet]) -> None:
    write_text(page.cell(1, 1), f"{title}: {sheet.heading}").font = Font(bold=True)
    write_text(page.cell(2, 1), KRONOR)
    headings = [FIRST_COLUMN[sheet.kind], *sheet.columns.values(), VARIANCE]
    for place, text in enumerate(headings, 1):
        cell = write_text(page.cell(HEAD, place), text)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[get_column_letter(place)].width = (
            WIDE if place == 1 else NARROW
        )
    page.freeze_panes = f"B{FIRST}"
    lines = [row for row in sheet.rows if row.kind == RowKind.LINE]
    for row in lines:
        _line(page, sheet, row, units.get(row.label))
    _sum(page, sheet, lines)
    for row in sheet.rows:
        if row.kind == RowKind.GRANT:
            sheet.places[RowKind.GRANT] = _line(page, sheet, row, None)
    _result(page, sheet)


def _line(page: Worksheet, sheet: Sheet, row: Row, unit: Sheet | None) -> int:
    """Write a row of figures; a summary's line looks them up where the unit is."""
    at: int = page.max_row + 1
    write_text(page.cell(at, 1), row.label)
    for place, column in enumerate(sheet.columns, 2):
        ore = getattr(row.amounts, column)
        if ore is None:
            continue
        found = unit and sheet.kind == TableKind.SUMMARY and _look_up(unit, column)
        _number(page.cell(at, place), found or Decimal(ore) / ORE_PER_KRONA)
    if row.kind == RowKind.LINE:
        _deviation(page, sheet, at, row.amounts)
    return at


def _look_up(unit: Sheet, column: str) -> str:
    """Return where a unit's figure stands: its result for outcome, else its sum."""
    is_outcome = column in ("prior_actual", "actual_to_date")
    at = unit.places.get(RowKind.RESULT if is_outcome else RowKind.SUM)
    if at is None:
        return ""
    name = unit.name.replace("'", "''")
    return f"='{name}'!{unit.letter(column)}{at}"


def _sum(page: Worksheet, sheet: Sheet, lines: Sequence[Row]) -> None:
    """Write the sum as a formula; an entered one that differs has its rounding told."""
    row = next((row for row in sheet.rows if row.kind == RowKind.SUM), None)
    if row is None or not lines:
        return
    printed, computed = printed_sum(sheet.rows), total(line.amounts for line in lines)
    off = {
        column: (getattr(printed, column) or 0) - (getattr(computed, column) or 0)
        for column in sheet.columns
    }
    if any(off.values()):
        told = {column: ore or None for column, ore in off.items()}
        _line(page, sheet, Row(RowKind.GRANT, ROUNDING_ROW, Amounts(**told)), None)
    last = page.max_row
    at = last + 1
    sheet.places[RowKind.SUM] = at
    write_text(page.cell(at, 1), row.label).font = Font(bold=True)
    for place, column in enumerate(sheet.columns, 2):
        if getattr(printed, column) is None:
            continue
        letter = get_column_letter(place)
        cell = _number(page.cell(at, place), f"=SUM({letter}{FIRST}:{letter}{last})")
        cell.font = Font(bold=True)
    _deviation(page, sheet, at, printed)


def _deviation(page: Worksheet, sheet: Sheet, at: int, amounts: Amounts) -> None:
    if amounts.budget_year is None or amounts.forecast_year is None:
        return
    budget, forecast = sheet.letter("budget_year"), sheet.letter("forecast_year")
    cell = page.cell(at, len(sheet.columns) + 2)
    _number(cell, f"={budget}{at}-{forecast}{at}")


def _result(page: Worksheet, sheet: Sheet) -> None:
    """Write kommunbidrag less net cost where the table has both (F-02)."""
    grant, cost = (sheet.places.get(kind) for kind in (RowKind.GRANT, RowKind.SUM))
    if sheet.kind != TableKind.INCOME or grant is None or cost is None:
        return
    at = page.max_row + 1
    sheet.places[RowKind.RESULT] = at
    write_text(page.cell(at, 1), RESULT).font = Font(bold=True)
    for place in range(2, len(sheet.columns) + 2):
        if (
            page.cell(grant, place).value is None
            or page.cell(cost, place).value is None
        ):
            continue
        letter = get_column_letter(place)
        _number(page.cell(at, place), f"={letter}{grant}-{letter}{cost}")


def write_text(cell: Cell, text: str) -> Cell:
    """Write a text that no spreadsheet takes for a formula, however it begins."""
    cell.value = UNREADABLE.sub("", text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _number(cell: Cell, value: str | Decimal) -> Cell:
    cell.value = value
    cell.number_format = NUMBER_FORMAT
    return cell


def _settled(data: bytes, moment: datetime) -> bytes:
    """Return the same file without the hour it was made."""
    target = BytesIO()
    stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(BytesIO(data)) as made, ZipFile(target, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            kept.writestr(ZipInfo(name, EPOCH), content, ZIP_DEFLATED)
    return target.getvalue()
