"""The spreadsheet: its formulas give what the report prints, and nothing else runs."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from boards.shared.money import tkr
from finance.report import actions
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport
from finance.report.queries import printed_rows, report_workbook, whole_report
from finance.report.rules import COLUMNS, Amounts, Row
from finance.report.workbook import Sheet, make_workbook, sheet_name
from tests.factories import cases
from tests.factories.model_report import fill

MOMENT = datetime(2020, 9, 14, 15, tzinfo=UTC)
CELL = re.compile(r"=(?:'((?:[^']|'')+)'!)?([A-Z]+)(\d+)(?:-([A-Z]+\d+))?")


def value(book: Workbook, sheet: str, place: str) -> Decimal | None:
    """Compute a cell as a spreadsheet would."""
    said = book[sheet][place].value
    if not isinstance(said, str) or not said.startswith("="):
        return None if said is None else Decimal(str(said))
    summed = re.fullmatch(r"=SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", said)
    if summed:
        rows = range(int(summed[2]), int(summed[3]) + 1)
        found = [value(book, sheet, f"{summed[1]}{row}") for row in rows]
        return sum((one for one in found if one is not None), Decimal())
    other, letters, row, less = CELL.fullmatch(said).groups()
    where = other.replace("''", "'") if other else sheet
    first = value(book, where, f"{letters}{row}")
    return first - value(book, where, less) if less else first


def by_label(book: Workbook, sheet: str) -> dict[str, list[Decimal | None]]:
    """Return the computed figures of each row."""
    page = book[sheet]
    return {
        cells[0].value: [value(book, sheet, cell.coordinate) for cell in cells[1:]]
        for cells in page.iter_rows(min_row=5)
    }


@pytest.fixture
def report() -> InterimReport:
    made = actions.start_report(
        case=cases.case(), title="Delår", period_end=date(2020, 8, 31), by=None
    )
    fill(made)
    actions.freeze_report(report=made, by=None)
    return whole_report().get(pk=made.pk)


@pytest.mark.django_db
@pytest.mark.law("F-02", "F-03")
def test_report_workbook_when_computed_then_it_says_what_is_printed(
    report: InterimReport,
) -> None:
    book = load_workbook(BytesIO(report_workbook(report)))
    tables = list(report.tables.all())
    assert len(book.sheetnames) == len(tables)
    compared = 0
    for name, table in zip(book.sheetnames, tables, strict=True):
        figures = by_label(book, name)
        for row in printed_rows(table, tables):
            columns = [c for c in COLUMNS if c != "budget_to_date"]
            columns = columns if table.kind == TableKind.SUMMARY else list(COLUMNS)
            for column, kronor in zip(columns, figures[row.label], strict=False):
                ore = getattr(row.amounts, column)
                assert (None if ore is None else Decimal(ore) / 100) == kronor
                compared += 1
    assert compared > 100
    assert tkr(int(by_label(book, book.sheetnames[2])["Summa"][-1] * 100)) == -3850
    assert by_label(book, book.sheetnames[4])["Summa"][0] == 1_080_000


@pytest.mark.django_db
def test_report_workbook_then_the_same_bytes_and_clean_properties(
    report: InterimReport,
) -> None:
    data = report_workbook(report)
    assert data == report_workbook(whole_report().get(pk=report.pk))
    said = load_workbook(BytesIO(data)).properties
    assert (said.title, said.creator) == ("Delår", report.board.name)
    assert said.lastModifiedBy is None
    assert said.created == said.modified
    with ZipFile(BytesIO(data)) as packed:
        assert {info.date_time[0] for info in packed.infolist()} == {1980}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'x'!A1"]
)
def test_make_workbook_when_a_text_begins_as_a_formula_then_it_is_text(
    text: str,
) -> None:
    rows = (Row(RowKind.LINE, text, Amounts(budget_year=5)),)
    sheet = Sheet(text, TableKind.INCOME, {"budget_year": text}, rows)
    book = load_workbook(BytesIO(make_workbook(text, text, MOMENT, [sheet])))
    page: Any = book.worksheets[0]
    for cell in (page["A5"], page["B4"], page["A1"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
    assert page["B5"].value == 0.05


def test_sheet_name_when_long_odd_or_taken_then_accepted() -> None:
    taken: set[str] = set()
    assert sheet_name("IT: [växel]/telefoni*", taken) == "IT   växel  telefoni"
    assert sheet_name("'", taken) == "Tabell"
    first, second = sheet_name("A" * 40, taken), sheet_name("a" * 40, taken)
    assert (len(first), len(second)) == (31, 31)
    assert second.endswith(" (2)")


def test_make_workbook_when_no_table_then_still_a_file() -> None:
    assert load_workbook(BytesIO(make_workbook("T", "N", MOMENT, []))).sheetnames
