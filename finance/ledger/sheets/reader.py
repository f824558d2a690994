"""Reads a table as a ledger: whole vouchers where it has them, else months.

What is wrong is gathered row by row, all of it, as for a SIE file. Debit is positive
and credit negative, as in the ledger itself (F-02).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from finance.ledger.enums import Ground, Measure, Reading
from finance.ledger.sheets import values
from finance.ledger.sheets.columns import Columns, Meaning, blocks_headings, fits
from finance.ledger.sheets.tables import Cells, Table, open_table
from finance.ledger.sie.facts import (
    Account,
    Cell,
    Decided,
    Dimension,
    Ledger,
    Objects,
    Period,
    Row,
    Wrong,
    Year,
)
from finance.ledger.sie.months import PLAIN
from finance.ledger.sie.reader import Sink, no_progress
from finance.ledger.sie.sources import Progress
from finance.ledger.sie.vouchers import Vouchers

# Dimensions as the standard numbers them; the first free one is the activity's.
DIMENSIONS = {
    Meaning.UNIT: Dimension("1", "Ansvar"),
    Meaning.PROJECT: Dimension("6", "Projekt"),
    Meaning.ACTIVITY: Dimension("20", "Verksamhet"),
}
PARTS = Decided(Reading.PARTS, Ground.NO_OBJECTS)
# How often the progress is told, in rows.
STEP = 2_000


@dataclass(frozen=True)
class Entry:
    """One row of a table, understood."""

    account: str
    objects: Objects
    ore: int
    on: date
    series: str
    number: str
    text: str
    line: int


def read_sheet(
    stream: BinaryIO,
    columns: Columns,
    sink: Sink,
    *,
    ledger: Ledger,
    progress: Progress = no_progress,
) -> Ledger:
    """Read a whole table; what is wrong is in `problems`, in the order of the rows."""
    try:
        table = open_table(stream)
        ledger.form, ledger.encoding = table.kind, table.encoding
        for refusal in blocks_headings(table.headings):
            ledger.wrong(1, refusal.code, **refusal.values)
        if not columns:
            ledger.wrong(0, "sheet.no_mapping")
        if not fits(columns, table.headings):
            missing = sorted(set(columns.values()) - set(table.headings))
            ledger.wrong(1, "sheet.columns_missing", headings=", ".join(missing))
        if not ledger.problem_count:
            SheetReader(ledger, sink, columns, table.headings).read(table, progress)
    except Wrong as no:
        said = dict(no.values)
        ledger.wrong(int(str(said.pop("line", 0))), no.code, **said)
    ledger.decided = {Measure.ACTUAL: PARTS, Measure.BUDGET: PLAIN}
    ledger.problems.sort(key=lambda problem: problem.line)
    return ledger


class SheetReader:
    """One reading of one table."""

    def __init__(
        self, ledger: Ledger, sink: Sink, columns: Columns, headings: list[str]
    ) -> None:
        self.ledger = ledger
        self.sink = sink
        self.places = {
            Meaning(meaning): headings.index(heading)
            for meaning, heading in columns.items()
        }
        self.vouchers: dict[tuple[int, str, str], list[Entry]] = {}
        self.years: set[int] = set()
        ledger.dimensions = {
            one.number: one
            for meaning, one in DIMENSIONS.items()
            if meaning in self.places
        }

    def read(self, table: Table, progress: Progress) -> None:
        """Go through the rows, then give the vouchers away whole."""
        entries = []
        for line, cells in table.rows:
            if line % STEP == 0:
                progress(0)
            if not any(cell not in (None, "") for cell in cells):
                continue
            try:
                entries.append(self.entry(cells, line))
            except Wrong as no:
                self.ledger.wrong(line, no.code, **no.values)
            self.ledger.lines = line
        self.declare_years()
        if Meaning.NUMBER in self.places:
            self.give_vouchers(entries)
        else:
            for entry in entries:
                self.give_month(entry)

    def value(self, cells: Cells, meaning: Meaning) -> Any:
        """Return the cell of a meaning; a short row has empty ones at its end."""
        place = self.places.get(meaning)
        return cells[place] if place is not None and place < len(cells) else None

    def entry(self, cells: Cells, line: int) -> Entry:
        """Understand one row; `Wrong` says what cannot be."""
        account = values.account(self.value(cells, Meaning.ACCOUNT))
        name = values.text(self.value(cells, Meaning.ACCOUNT_NAME))
        on = self.day_of(cells)
        self.years.add(on.year)
        entry = Entry(
            account=account,
            objects=self.objects_of(cells),
            ore=self.ore_of(cells),
            on=on,
            series=values.text(self.value(cells, Meaning.SERIES)),
            number=values.text(self.value(cells, Meaning.NUMBER)),
            text=values.text(self.value(cells, Meaning.TEXT)),
            line=line,
        )
        known = self.ledger.accounts.setdefault(account, Account(account, name))
        known.name = known.name or name
        self.ledger.rows += 1
        return entry

    def day_of(self, cells: Cells) -> date:
        """Return the day of a row, the first of its month where it has no day."""
        if Meaning.DAY in self.places:
            return values.day(self.value(cells, Meaning.DAY))
        return values.month(self.value(cells, Meaning.PERIOD))

    def ore_of(self, cells: Cells) -> int:
        """Return the amount: one column, or debit less credit."""
        if Meaning.AMOUNT in self.places:
            value = self.value(cells, Meaning.AMOUNT)
            if value in (None, ""):
                raise Wrong("sheet.no_amount")
            return values.ore(value)
        debit = values.ore(self.value(cells, Meaning.DEBIT))
        return debit - values.ore(self.value(cells, Meaning.CREDIT))

    def objects_of(self, cells: Cells) -> Objects:
        """Return ansvar, project and activity of a row, and remember them."""
        found = []
        for meaning, dimension in DIMENSIONS.items():
            code = values.text(self.value(cells, meaning))
            if code:
                found.append((dimension.number, code))
                self.ledger.objects.setdefault((dimension.number, code), "")
        return tuple(found)

    def declare_years(self) -> None:
        """Let the last year of the rows be the file's own."""
        last, first = max(self.years, default=0), min(self.years, default=0)
        if last - first > 1:
            said = ", ".join(map(str, sorted(self.years)))
            self.ledger.wrong(0, "sheet.years_apart", years=said)
        for year in self.years:
            start, end = date(year, 1, 1), date(year, 12, monthrange(year, 12)[1])
            self.ledger.years[year - last] = Year(year - last, start, end)

    def give_vouchers(self, entries: list[Entry]) -> None:
        """Put the rows of each number together, weigh them and give them away."""
        for entry in entries:
            if not entry.number:
                self.ledger.wrong(entry.line, "sheet.no_number")
                continue
            key = (entry.on.year, entry.series, entry.number)
            self.vouchers.setdefault(key, []).append(entry)
        vouchers = Vouchers(self.ledger, self.sink.voucher)
        counted, self.ledger.rows = self.ledger.rows, 0
        for rows in self.vouchers.values():
            self._give(vouchers, rows)
        vouchers.finish()
        self.ledger.rows = counted

    def _give(self, vouchers: Vouchers, rows: list[Entry]) -> None:
        first = rows[0]
        for row in rows:
            if (row.on.year, row.on.month) != (first.on.year, first.on.month):
                said = {"number": row.number, "first": first.line}
                self.ledger.wrong(row.line, "sheet.voucher_in_two_months", **said)
        vouchers.begin(
            (first.series, first.number, first.on, first.text, None, ""), first.line
        )
        for row in rows:
            own = None if row.on == first.on else row.on
            vouchers.rows.append(
                Row(row.account, row.objects, row.ore, own, row.text, line=row.line)
            )
        vouchers.close()

    def give_month(self, entry: Entry) -> None:
        """Give a row away as its account's part of a month."""
        ledger, month = self.ledger, entry.on.year * 100 + entry.on.month
        year = entry.on.year - max(self.years)
        key = (Measure.ACTUAL, year, entry.account, month)
        cell = ledger.cells.setdefault(key, Cell(entry.line))
        signature = tuple(number for number, _code in entry.objects)
        if signature:
            cell.parts[signature] = cell.parts.get(signature, 0) + entry.ore
        else:
            cell.bare += entry.ore
            cell.bare_rows += 1
        self.sink.period(
            Period(*key[:2], month, entry.account, entry.objects, entry.ore, "", 0)
        )
