"""What a SIE file says, as plain values; amounts are whole öre."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from finance.ledger.enums import (
    BalanceKind,
    Encoding,
    Ground,
    Measure,
    Reading,
    RowKind,
)

# Pairs of dimension and object, in the order of the dimensions.
Objects = tuple[tuple[str, str], ...]
# The dimensions alone: which kind of breakdown a row belongs to.
Signature = tuple[str, ...]

MOST_PROBLEMS = 1000


class Row(NamedTuple):
    """One row of a voucher."""

    account: str
    objects: Objects
    ore: int
    day: date | None
    text: str
    kind: RowKind = RowKind.ROW
    quantity: str = ""
    sign: str = ""
    line: int = 0


class Voucher(NamedTuple):
    """One verifikation with its rows."""

    series: str
    number: str
    day: date
    text: str
    registered: date | None
    sign: str
    line: int
    rows: tuple[Row, ...]


class Period(NamedTuple):
    """What an account changed, or was to change, in a month (yyyymm)."""

    measure: Measure
    year: int
    month: int
    account: str
    objects: Objects
    ore: int
    quantity: str
    line: int


class Balance(NamedTuple):
    """What an account, or an object of it, stood at."""

    kind: BalanceKind
    year: int
    account: str
    objects: Objects
    ore: int
    quantity: str
    line: int


class Year(NamedTuple):
    """A räkenskapsår: 0 is the file's own, -1 the one before."""

    number: int
    starts_on: date
    ends_on: date


@dataclass
class Account:
    """A declared account."""

    number: str
    name: str
    kind: str = ""
    unit: str = ""
    sru: tuple[str, ...] = ()


class Dimension(NamedTuple):
    """What objects of a number stand for, and of which they are parts."""

    number: str
    name: str
    parent: str = ""


class Problem(NamedTuple):
    """What is wrong, at which line (0: the whole file)."""

    line: int
    code: str
    values: Mapping[str, object] = {}


class Note(NamedTuple):
    """What was noticed and did not stop the reading."""

    line: int
    code: str
    values: Mapping[str, object] = {}


class Wrong(Exception):  # noqa: N818  said of one line, gathered by the reader
    """One line cannot be understood."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


@dataclass
class Cell:
    """What one account's month says without objects and by kind of breakdown."""

    line: int
    bare: int = 0
    bare_rows: int = 0
    parts: dict[Signature, int] = field(default_factory=dict)


# Measure, year, account, month.
CellKey = tuple[Measure, int, str, int]


@dataclass(frozen=True)
class Decided:
    """How a file's rows of one measure are read, and why."""

    reading: Reading
    ground: Ground
    # Kinds of breakdown that each sum to the account; the first is the finest by unit.
    cuts: tuple[Signature, ...] = ()
    doubled: tuple[CellKey, ...] = ()

    def cut_of(self, signature: Signature) -> int:
        """Return which breakdown a row belongs to; 0 is the one that is summed."""
        return self.cuts.index(signature) if signature in self.cuts else 0


@dataclass
class Ledger:
    """Everything in a file but its vouchers, months and objects' balances."""

    # How the file is laid out: SIE, CSV, XLSX.
    form: str = "SIE"
    encoding: Encoding = Encoding.PC8
    head: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    years: dict[int, Year] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    objects: dict[tuple[str, str], str] = field(default_factory=dict)
    balances: dict[tuple[BalanceKind, int, str], Balance] = field(default_factory=dict)
    cells: dict[CellKey, Cell] = field(default_factory=dict)
    # What the vouchers booked: year, account, month.
    booked: dict[tuple[int, str, int], int] = field(default_factory=dict)
    decided: dict[Measure, Decided] = field(default_factory=dict)
    vouchers: int = 0
    rows: int = 0
    lines: int = 0
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    notes: list[Note] = field(default_factory=list)

    def wrong(self, line: int, code: str, **values: object) -> None:
        """Keep a problem; after very many only their number is kept."""
        self.problem_count += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line, code, values))

    def note(self, line: int, code: str, **values: object) -> None:
        """Keep a note, as long as there is room."""
        if len(self.notes) < MOST_PROBLEMS:
            self.notes.append(Note(line, code, values))

    def said(self, label: str, position: int = 0) -> str:
        """Return a field of the head, empty when the file does not have it."""
        for name, fields in self.head:
            if name == label:
                return fields[position] if len(fields) > position else ""
        return ""

    @property
    def kind(self) -> str:
        """The type of the file: 1, 2, 3, 4, 4I (vouchers to be booked), CSV, XLSX."""
        if self.form != "SIE":
            return self.form
        return self.said("#SIETYP").upper() or "1"

    @property
    def label(self) -> str:
        """What the file is called among others: `SIE 4`, `CSV`."""
        return f"SIE {self.kind}" if self.form == "SIE" else self.kind

    @property
    def is_order(self) -> bool:
        """Whether the file brings vouchers alone: no year and no balances (4I)."""
        return self.kind == "4I" or (self.kind == "4" and not self.years)
