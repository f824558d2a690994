"""Tables on paper: widths by content, repeated header rows, split page by page.

reportlab lays out a whole table again at every page break, which is quadratic. A `Grid`
only ever builds the rows that may reach the bottom of the page it is on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Name
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from reportlab.platypus import Table as Sheet

from boards.shared.paper import markup
from boards.shared.paper.fonts import REGULAR
from boards.shared.paper.looks import LOOKS, RULE, SHADE, style
from boards.shared.paper.structure import Element, tagged
from boards.shared.paper.tree import Align, Cell, Column, Row, Table

PADDING = 4.0
# More rows than this never fit on a page.
WINDOW = 60
TALL = 1e6


@dataclass(frozen=True, slots=True)
class Plan:
    """What all pieces of one table share."""

    table: Table
    aligns: tuple[Align, ...]
    widths: tuple[float, ...]
    # The element of a cell by its row (heads, rows, totals) and column.
    elements: Mapping[tuple[int, int], Element]


def plan(table: Table, width: float, parent: Element) -> Plan:
    """Settle alignments and column widths before the first row is laid out."""
    table = replace(table, columns=_columns(table))
    aligns = tuple(_align(table, number) for number in range(len(table.columns)))
    return Plan(table, aligns, _widths(table, width), _elements(table, parent))


def _elements(table: Table, parent: Element) -> dict[tuple[int, int], Element]:
    heads = len(table.head())
    rows = (*table.head(), *table.rows, *table.total_rows)
    grid, _spans = place(rows, len(table.columns))
    head = parent.add("THead") if heads else parent
    body = parent.add("TBody")
    made = {}
    for y, row in enumerate(grid):
        line = (head if y < heads else body).add("TR")
        for x, cell in enumerate(row):
            if cell is not None:
                made[y, x] = _cell_element(line, cell, head=y < heads)
    return made


def _cell_element(line: Element, cell: Cell, *, head: bool) -> Element:
    given: dict[str, Any] = {}
    if cell.colspan > 1:
        given["ColSpan"] = cell.colspan
    if cell.rowspan > 1:
        given["RowSpan"] = cell.rowspan
    if head or cell.header:
        return line.add("TH", Scope=Name.Column if head else Name.Row, **given)
    return line.add("TD", **given)


def _columns(table: Table) -> tuple[Column, ...]:
    rows = (*table.head(), *table.rows, *table.total_rows)
    needed = max((sum(cell.colspan for cell in row) for row in rows), default=1)
    missing = max(needed, 1) - len(table.columns)
    return table.columns + (Column(),) * missing


def _simple(rows: Sequence[Row], number: int) -> list[Cell]:
    """Return a column's cells; rows with spans are left out, they prove nothing."""
    return [
        row[number]
        for row in rows
        if number < len(row) and all(c.colspan == 1 and c.rowspan == 1 for c in row)
    ]


def _align(table: Table, number: int) -> Align:
    given = table.columns[number].align
    if given is not Align.LEFT:
        return given
    texts = [markup.plain(c.runs).strip() for c in _simple(table.rows, number)]
    filled = [text for text in texts if text not in ("", "-", "\u2013")]
    amounts = all(markup.is_number(text) for text in filled)
    wide = any(len(text) > 1 for text in filled)
    return Align.RIGHT if filled and amounts and wide else Align.LEFT


def _widths(table: Table, width: float) -> tuple[float, ...]:
    given = [column.width for column in table.columns]
    if all(given):
        return tuple(width * share / sum(given) for share in given)
    least, wanted = zip(
        *(_measure(table, number) for number in range(len(given))), strict=True
    )
    if sum(wanted) <= width:
        spare = (width - sum(wanted)) / len(wanted)
        return tuple(one + spare for one in wanted)
    if sum(least) >= width:
        return tuple(width * one / sum(least) for one in least)
    room, asked = width - sum(least), sum(wanted) - sum(least)
    return tuple(
        low + room * (high - low) / asked
        for low, high in zip(least, wanted, strict=True)
    )


def _measure(table: Table, number: int) -> tuple[float, float]:
    """Return the width of the longest word and of the longest text, both bounded."""
    rows = (*table.head(), *table.rows[:WINDOW], *table.total_rows)
    words, texts = 18.0, 18.0
    for cell in _simple(rows, number):
        text = markup.plain(cell.runs).strip()
        font = style("head").fontName
        size = LOOKS["cell"].size
        parts = [text] if markup.is_number(text) else text.split() or [""]
        words = max(words, *(stringWidth(part, font, size) for part in parts))
        texts = max(texts, stringWidth(text, font, size))
    edge = 2 * PADDING + 1
    return min(words, 170.0) + edge, min(texts, 240.0) + edge


class Grid(Flowable):
    """A table from one row on; splits into the sheet of this page and the rest."""

    def __init__(self, shared: Plan, start: int = 0) -> None:
        super().__init__()
        self.plan, self.start = shared, start
        self.spaceBefore, self.spaceAfter = 2, 10
        self._sheet: Sheet | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the height of all rows, or more than any page has."""
        rows = self._rows()
        if len(rows) > WINDOW:
            return sum(self.plan.widths), TALL
        self._sheet = self._build(len(rows))
        size: tuple[float, float] = self._sheet.wrap(width, height)
        return size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits here as one sheet and a grid of the rows left."""
        count = min(len(self._rows()), WINDOW)
        sheet = self._build(count)
        sheet.wrap(width, height)
        fitting = self._fitting(sheet, height)
        if fitting:
            return [self._build(fitting), *self._rest(fitting)]
        if height < self._tall_row(sheet):
            return []
        # A row higher than a page is the only one that is cut in itself.
        single = self._build(1, cut=1)
        single.wrap(width, height)
        return [*single.split(width, height), *self._rest(1)]

    def draw(self) -> None:
        """Draw the sheet that `wrap` built."""
        if self._sheet is not None:
            self._sheet.drawOn(self.canv, 0, 0)

    def _rows(self) -> tuple[Row, ...]:
        return (*self.plan.table.rows, *self.plan.table.total_rows)[self.start :]

    def _rest(self, taken: int) -> list["Grid"]:
        if taken >= len(self._rows()):
            return []
        return [Grid(self.plan, self.start + taken)]

    def _tall_row(self, sheet: Sheet) -> float:
        """Return the room below which a page break is better than cutting a row."""
        head = len(self.plan.table.head())
        needed: float = sum(_heights(sheet)[: head + 1])
        return min(needed, 500.0)

    def _fitting(self, sheet: Sheet, height: float) -> int:
        head = len(self.plan.table.head())
        heights = _heights(sheet)
        used = sum(heights[:head])
        fitting = 0
        for number, one in enumerate(heights[head:], start=1):
            used += one
            if used > height:
                break
            fitting = number
        while fitting and self._inside_span(fitting):
            fitting -= 1
        return fitting

    def _inside_span(self, count: int) -> bool:
        """Return whether a break after `count` rows would cut a spanning cell."""
        rows = self._rows()
        if count >= len(rows):
            return False
        return any(
            number + cell.rowspan > count
            for number, row in enumerate(rows[:count])
            for cell in row
            if cell.rowspan > 1
        )

    def _build(self, count: int, *, cut: int = 0) -> Sheet:
        head = self.plan.table.head()
        body = self._rows()[:count]
        totals = len(self.plan.table.rows) - self.start
        cells, spans = place((*head, *body), len(self.plan.widths))
        data = [
            [self._cell(cell, number, column, len(head)) for column, cell in row]
            for number, row in enumerate(_filled(cells))
        ]
        return Sheet(
            data,
            colWidths=self.plan.widths,
            repeatRows=len(head),
            style=[*_rules(len(head), max(totals, 0) + len(head), len(data)), *spans],
            hAlign="LEFT",
            splitInRow=cut,
        )

    def _cell(
        self, cell: Cell | None, number: int, column: int, heads: int
    ) -> Flowable | str:
        if cell is None:
            return ""
        total = number - heads >= len(self.plan.table.rows) - self.start
        align = cell.align or self.plan.aligns[column]
        look = "head" if number < heads or cell.header or total else "cell"
        text = markup.plain(cell.runs)
        made = markup.of_runs(cell.runs)
        if markup.is_number(text):
            made = markup.of_number(text)
        return tagged(self._element(number, column, heads), made, style(look, align))

    def _element(self, number: int, column: int, heads: int) -> Element | None:
        """Return a cell's element; the head counts once, repeated it is decoration."""
        if number >= heads:
            return self.plan.elements.get((self.start + number, column))
        return None if self.start else self.plan.elements.get((number, column))


def _heights(sheet: Sheet) -> list[float]:
    """Return the heights of a wrapped sheet's rows; reportlab keeps them hidden."""
    heights: list[float] = vars(sheet)["_rowHeights"]
    return heights


def _filled(
    cells: list[list[Cell | None]],
) -> list[list[tuple[int, Cell | None]]]:
    return [list(enumerate(row)) for row in cells]


def place(
    rows: Sequence[Row], width: int
) -> tuple[list[list[Cell | None]], list[tuple[Any, ...]]]:
    """Put spanning cells where they belong and return the grid with SPAN commands."""
    grid: list[list[Cell | None]] = [[None] * width for _ in rows]
    taken: set[tuple[int, int]] = set()
    spans: list[tuple[Any, ...]] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            if x >= width:
                break
            right = min(x + max(cell.colspan, 1), width) - 1
            low = min(y + max(cell.rowspan, 1), len(rows)) - 1
            grid[y][x] = cell
            taken |= {(i, j) for i in range(x, right + 1) for j in range(y, low + 1)}
            if (right, low) != (x, y):
                spans.append(("SPAN", (x, y), (right, low)))
            x = right + 1
    return grid, spans


def _rules(heads: int, totals: int, rows: int) -> list[tuple[Any, ...]]:
    made: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, RULE),
    ]
    if heads:
        made += [
            ("BACKGROUND", (0, 0), (-1, heads - 1), SHADE),
            ("VALIGN", (0, 0), (-1, heads - 1), "BOTTOM"),
            ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.8, RULE),
        ]
    if totals < rows:
        made.append(("LINEABOVE", (0, totals), (-1, totals), 0.9, RULE))
    return made
