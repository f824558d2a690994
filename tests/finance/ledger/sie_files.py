"""Constructed files: the lines of a small ledger, and ledgers drawn at random."""

import io
from datetime import date, timedelta

from hypothesis import strategies as st

from finance.ledger.enums import Measure, RowKind
from finance.ledger.sie.facts import (
    Account,
    Dimension,
    Ledger,
    Period,
    Row,
    Voucher,
    Year,
)
from finance.ledger.sie.reader import Collected, read

HEAD = [
    "#FLAGGA 0",
    '#PROGRAM "Raindance" 2020.1',
    "#FORMAT PC8",
    "#GEN 20200930 EK",
    "#SIETYP 4",
    '#FNAMN "Herrljunga kommun"',
    "#ORGNR 212000-1520",
    "#RAR 0 20200101 20201231",
    "#RAR -1 20190101 20191231",
    '#KONTO 1930 "Bank"',
    '#KONTO 3011 "Avgifter från å, ä och ö"',
    '#KONTO 5011 "Löner"',
    '#DIM 1 "Ansvar"',
    '#OBJEKT 1 "410" "IT"',
    '#OBJEKT 1 "420" "Växel"',
    '#OBJEKT 6 "5201" "Nät"',
]
VOUCHER = [
    '#VER A 1 20200115 "Faktura"',
    "{",
    '#TRANS 5011 {1 "410"} 100.50 20200115 "Lön"',
    "#TRANS 1930 {} -100.50",
    "}",
]


def content_of(*lines: str, encoding: str = "cp437") -> bytes:
    return "".join(line + "\r\n" for line in lines).encode(encoding)


def read_lines(*lines: str, encoding: str = "cp437") -> tuple[Ledger, Collected]:
    return read_bytes(content_of(*lines, encoding=encoding))


def read_bytes(content: bytes) -> tuple[Ledger, Collected]:
    collected = Collected()
    return read(io.BytesIO(content), collected), collected


def codes(ledger: Ledger) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in ledger.problems]


def line_of(lines: list[str], *extra: str) -> int:
    return len(lines) + len(extra)


ACCOUNTS = ("1930", "2440", "3011", "4010", "5011", "70101")
UNITS = ("410", "420", "")
PROJECTS = ("5201", "5217", "")
YEAR = Year(0, date(2020, 1, 1), date(2020, 12, 31))
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C",)), max_size=12
).filter(lambda word: not word.endswith("\\"))
amounts = st.integers(-(10**11), 10**11)
days = st.integers(0, 365).map(lambda n: YEAR.starts_on + timedelta(days=n))
object_lists = st.builds(
    lambda unit, project: tuple(
        pair for pair in (("1", unit), ("6", project)) if pair[1]
    ),
    st.sampled_from(UNITS),
    st.sampled_from(PROJECTS),
)


@st.composite
def rows(draw: st.DrawFn) -> tuple[Row, ...]:
    """Rows that sum to nothing."""
    drawn = draw(
        st.lists(
            st.builds(
                Row,
                account=st.sampled_from(ACCOUNTS),
                objects=object_lists,
                ore=amounts,
                day=st.none() | days,
                text=words,
                kind=st.sampled_from([RowKind.ROW, RowKind.ROW, RowKind.STRUCK]),
                quantity=st.sampled_from(["", "3", "-1.5"]),
                sign=words,
            ),
            min_size=1,
            max_size=5,
        )
    )
    rest = -sum(row.ore for row in drawn if row.kind == RowKind.ROW)
    return (*drawn, Row(draw(st.sampled_from(ACCOUNTS)), (), rest, None, ""))


@st.composite
def vouchers(draw: st.DrawFn, most: int = 6) -> list[Voucher]:
    """Vouchers numbered in one series."""
    count = draw(st.integers(1, most))
    return [
        Voucher(
            "A", str(n), draw(days), draw(words), None, draw(words), 0, draw(rows())
        )
        for n in range(1, count + 1)
    ]


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A head and a chart that declares what the vouchers use."""
    ledger = Ledger()
    ledger.head = [
        ("#FLAGGA", ("0",)),
        ("#PROGRAM", (draw(words), "1.0")),
        ("#FORMAT", ("PC8",)),
        ("#GEN", ("20200930",)),
        ("#SIETYP", ("4",)),
        ("#FNAMN", (draw(words.filter(bool)),)),
        ("#PROSA", (draw(words),)),
    ]
    ledger.years = {0: YEAR}
    for number in ACCOUNTS:
        kind = draw(st.sampled_from(["", "K", "I", "T", "S"]))
        ledger.accounts[number] = Account(number, draw(words), kind)
    ledger.dimensions = {"1": Dimension("1", draw(words))}
    ledger.dimensions["20"] = Dimension("20", draw(words), "1")
    ledger.objects = {("1", "410"): draw(words), ("6", "5201"): draw(words)}
    return ledger


months = st.integers(1, 12).map(lambda month: 202000 + month)
budgets = st.lists(
    st.builds(
        Period,
        measure=st.just(Measure.BUDGET),
        year=st.just(0),
        month=months,
        account=st.sampled_from(ACCOUNTS),
        objects=object_lists,
        ore=amounts,
        quantity=st.just(""),
        line=st.just(0),
    ),
    max_size=8,
    unique_by=lambda period: (period.month, period.account, period.objects),
)
