"""The same small ledger as SIE, CSV and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

from boards.board.models import Board
from finance.ledger.models import MonthAmount
from finance.ledger.sheets.actions import save_mapping
from finance.ledger.sheets.models import SheetMapping

HEADINGS = ["Konto", "Kontonamn", "Ansvar", "Projekt", "Verdatum", "Vernr", "Belopp"]
COLUMNS = {
    "account": "Konto",
    "account_name": "Kontonamn",
    "unit": "Ansvar",
    "project": "Projekt",
    "day": "Verdatum",
    "number": "Vernr",
    "amount": "Belopp",
}
BY_MONTH = {key: value for key, value in COLUMNS.items() if key != "number"}
# Account, unit, project, day, voucher number, öre.
Line = tuple[str, str, str, date, int, int]
LINES: list[Line] = [
    ("5011", "430", "", date(2020, 1, 25), 1, 5_104_050),
    ("1930", "", "", date(2020, 1, 25), 1, -5_104_050),
    ("3011", "430", "5201", date(2020, 2, 3), 2, -150_000),
    ("1930", "", "", date(2020, 2, 3), 2, 150_000),
]


def csv_of(
    rows: Sequence[Sequence[Any]], encoding: str = "utf-8", delimiter: str = ";"
) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_of(rows: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def swedish(ore: int) -> str:
    whole, part = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole:,}".replace(",", " ") + f",{part:02d}"


def as_csv(lines: Sequence[Line] = LINES) -> bytes:
    rows = [
        [account, f"Konto {account}", unit, project, day, number, swedish(ore)]
        for account, unit, project, day, number, ore in lines
    ]
    return csv_of([HEADINGS, *rows])


def as_xlsx(lines: Sequence[Line] = LINES) -> bytes:
    rows = [
        [
            int(account),
            f"Konto {account}",
            unit or None,
            project or None,
            day,
            number,
            Decimal(ore) / 100,
        ]
        for account, unit, project, day, number, ore in lines
    ]
    return xlsx_of([HEADINGS, *rows])


def as_sie(lines: Sequence[Line] = LINES) -> list[str]:
    accounts = sorted({line[0] for line in lines})
    found = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", '#FNAMN "Alby"']
    found += ["#RAR 0 20200101 20201231"]
    found += [f'#KONTO {one} "Konto {one}"' for one in accounts]
    for number in sorted({line[4] for line in lines}):
        rows = [line for line in lines if line[4] == number]
        found += [f'#VER "" {number} {rows[0][3]:%Y%m%d}', "{"]
        for account, unit, project, _day, _number, ore in rows:
            objects = f'1 "{unit}" ' * bool(unit) + f'6 "{project}"' * bool(project)
            kronor = f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"
            found.append(f"#TRANS {account} {{{objects}}} {kronor}")
        found.append("}")
    return found


def mapping(of: Board, columns: dict[str, str] | None = None) -> SheetMapping:
    return save_mapping(
        board=of,
        name="Ekonomisystemet",
        columns=columns or COLUMNS,
        headings=HEADINGS,
        by=None,
    )


def months(of: Board) -> list[tuple[Any, ...]]:
    columns = ("measure", "cut", "month", "account", "unit", "project", "ore")
    rows = MonthAmount.objects.filter(file__board=of).exclude(ore=0)
    return sorted(rows.values_list(*columns))
