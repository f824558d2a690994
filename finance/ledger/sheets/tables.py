"""The rows of a CSV file or a workbook, whatever wrote them; nothing is computed."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from finance.ledger.enums import Encoding
from finance.ledger.sie.facts import Wrong
from finance.ledger.sie.values import shown

MIB = 1024 * 1024
# What a table may weigh, packed and unpacked: a million rows and more.
LIMIT, UNPACKED = 64 * MIB, 512 * MIB
DELIMITERS = ";\t,"
LONGEST_CELL, MOST_COLUMNS = 500, 200
ZIP = b"PK\x03\x04"
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell[^>]*ref="([A-Z0-9:]+)"')
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
FIRST_LOOK = 65_536
# Cells of a workbook that are computed, or could not be.
FORMULA, FAULT = "f", "e"

Cells = list[Any]


@dataclass(frozen=True)
class Table:
    """The headings of a file and its rows with their line numbers."""

    kind: str
    encoding: Encoding
    headings: list[str]
    rows: Iterator[tuple[int, Cells]]


@dataclass(frozen=True)
class Unread:
    """A cell whose value is not in the file: a formula, or what became of one."""

    code: str
    cell: str


def open_table(stream: BinaryIO) -> Table:
    """Return a file's table; raises `Wrong` for what is none."""
    stream.seek(0)
    data = stream.read(LIMIT + 1)
    if not data.strip():
        raise Wrong("sheet.empty")
    if len(data) > LIMIT:
        raise Wrong("sheet.too_large", limit=LIMIT // MIB)
    return _workbook(data) if data.startswith(ZIP) else _csv(data)


def first_rows(stream: BinaryIO, most: int = 5) -> list[Cells]:
    """Return the first rows of a file, for a person to look at."""
    return [cells for _line, cells in islice(open_table(stream).rows, most)]


def _csv(data: bytes) -> Table:
    if BINARY.search(data[:FIRST_LOOK]):
        raise Wrong("sheet.not_a_table")
    text, encoding = _decoded(data)
    text = text.replace("\x00", "")
    head = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=lambda one: (head.count(one), one == ";"))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = _csv_rows(reader)
    headings = next((cells for _line, cells in rows if any(cells)), [])
    return Table("CSV", encoding, _headings(headings), rows)


def _decoded(data: bytes) -> tuple[str, Encoding]:
    try:
        return data.decode("utf-8-sig"), Encoding.UTF8
    except UnicodeDecodeError:
        # Five bytes mean nothing in cp1252; they are no letters in Latin-1 either.
        return data.decode("cp1252", "replace"), Encoding.LATIN


def _csv_rows(reader: Any) -> Iterator[tuple[int, Cells]]:
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as no:
        raise Wrong("sheet.broken_line", line=reader.line_num) from no


def _headings(cells: Cells) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        raise Wrong("sheet.too_many_columns", most=MOST_COLUMNS)
    for cell in cells:
        if isinstance(cell, Unread):
            raise Wrong(cell.code, cell=cell.cell)
    named = ["" if cell is None else str(cell).strip() for cell in cells]
    return [" ".join(name.split())[:LONGEST_CELL] for name in named]


def _workbook(data: bytes) -> Table:
    try:
        _look_inside(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        rows = _sheet_rows(_only_sheet(book))
        headings = next((cells for _line, cells in rows if any(cells)), [])
        return Table("XLSX", Encoding.UTF8, _headings(headings), rows)
    except Wrong:
        raise
    except Exception as no:  # openpyxl raises whatever the broken part happened to be
        raise Wrong("sheet.broken_workbook") from no


def _only_sheet(book: Any) -> Any:
    filled = [sheet for sheet in book.worksheets if _has_cells(sheet)]
    if len(filled) > 1:
        names = ", ".join(sheet.title for sheet in filled)
        raise Wrong("sheet.several_sheets", names=shown(names))
    if not filled:
        raise Wrong("sheet.empty")
    return filled[0]


def _look_inside(data: bytes) -> None:
    """Refuse what would fill the memory, and cells that stand for several."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > UNPACKED:
            raise Wrong("sheet.too_large", limit=UNPACKED // MIB)
        for part in parts:
            if not SHEET.fullmatch(part.filename):
                continue
            with package.open(part) as sheet:
                if found := _merged(sheet):
                    raise Wrong("sheet.merged_cells", cells=", ".join(found[:10]))


def _merged(sheet: IO[bytes]) -> list[str]:
    """Return the merged cells of a sheet, read a piece at a time."""
    found: dict[str, None] = {}
    rest = b""
    while piece := sheet.read(MIB):
        text = rest + piece
        found.update(dict.fromkeys(ref.decode() for ref in MERGED.findall(text)))
        # An element may lie across two pieces.
        rest = text[-LONGEST_CELL:]
    return list(found)


def _has_cells(sheet: Any) -> bool:
    return any(
        value is not None for row in sheet.iter_rows(values_only=True) for value in row
    )


def _sheet_rows(sheet: Any) -> Iterator[tuple[int, Cells]]:
    try:
        for line, row in enumerate(sheet.iter_rows(), 1):
            if len(row) > MOST_COLUMNS:
                raise Wrong("sheet.too_many_columns", most=MOST_COLUMNS)
            yield line, [_value(cell, line, n) for n, cell in enumerate(row, 1)]
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error) as no:
        raise Wrong("sheet.broken_workbook") from no


def _value(cell: Any, line: int, column: int) -> Any:
    kind = getattr(cell, "data_type", "")
    place = f"{get_column_letter(column)}{line}"
    if kind == FORMULA:
        return Unread("sheet.formula", place)
    if kind == FAULT:
        return Unread("sheet.fault", place)
    value = cell.value
    return value.strip() if isinstance(value, str) else value
