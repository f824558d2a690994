"""The joint board's ledger to August 2020, one refused file and one not yet read."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import at, local
from config.demo.chain import work_off
from finance.ledger.actions import Order, upload_ledger
from finance.ledger.sheets.actions import save_mapping

ACCOUNTS = {
    "1210": "Inventarier",
    "1930": "Bank",
    "3011": "Avgifter från samverkande kommuner",
    "4010": "Inköp av tjänster",
    "5011": "Löner",
    "6011": "Lokalhyra",
    "7910": "Avskrivningar",
}
UNITS = {"410": "IT, växel, telefoni", "420": "Ekonomiavdelningen"}
# Monthly amounts of each unit, kronor: revenue is negative.
MONTHLY = {
    ("3011", "410"): -412_500,
    ("3011", "420"): -180_250,
    ("4010", "410"): 266_120,
    ("5011", "410"): 710_480,
    ("5011", "420"): 838_900,
    ("6011", "420"): 22_750,
    ("7910", "410"): 151_333,
}
# What is invested in a project each month, kronor (F-06).
INVESTED = {("1210", "5201"): 214_600}
LAST_MONTH = 8


def lines() -> list[str]:
    """Return a SIE 4 file: a voucher a month, and the year's budget by month."""
    return [
        "#FLAGGA 0",
        '#PROGRAM "Demo" 1.0',
        "#FORMAT PC8",
        "#GEN 20200910",
        "#SIETYP 4",
        '#FNAMN "Alby kommun"',
        "#RAR 0 20200101 20201231",
        *(f'#KONTO {number} "{name}"' for number, name in ACCOUNTS.items()),
        '#DIM 1 "Ansvar"',
        *(f'#OBJEKT 1 "{code}" "{name}"' for code, name in UNITS.items()),
        '#DIM 6 "Projekt"',
        '#OBJEKT 6 "5201" "IT-strategi"',
        *(
            f'#PBUDGET 0 2020{month:02d} {account} {{1 "{unit}"}} {ore // 1000}000.00'
            for month in range(1, 13)
            for (account, unit), ore in MONTHLY.items()
        ),
        *(line for month in range(1, LAST_MONTH + 1) for line in voucher(month)),
    ]


def voucher(month: int) -> list[str]:
    """Return the month's voucher."""
    rows = {place: ore + 17 * month for place, ore in MONTHLY.items()}
    spent = sum(rows.values()) + sum(INVESTED.values())
    return [
        f'#VER A {month} 2020{month:02d}25 "Månadens bokföring"',
        "{",
        *(
            f'#TRANS {account} {{1 "{unit}"}} {ore}.00 "" "{ACCOUNTS[account]}"'
            for (account, unit), ore in rows.items()
        ),
        *(
            f'#TRANS {account} {{6 "{project}"}} {ore}.00 "" "{ACCOUNTS[account]}"'
            for (account, project), ore in INVESTED.items()
        ),
        f"#TRANS 1930 {{}} {-spent}.00",
        "}",
    ]


def build_ledger(board: Board, by: User) -> None:
    """Upload a file that is refused, and then the one that was mended."""
    right = lines()
    wrong = [*right[:-3], '#TRANS 6011 {1 "420"} 22750,00', *right[-3:-2], "}"]
    wrong[8] = wrong[7]
    files = {"redovisning-augusti-utkast.se": wrong, "redovisning-augusti.se": right}
    with at(local(date(2020, 9, 11), 9)):
        for name, content in files.items():
            order = Order(board=board, name=name)
            said = "".join(f"{line}\r\n" for line in content).encode("cp437")
            upload_ledger(order=order, stream=BytesIO(said), by=by)
        work_off()
        build_table(board, by)


# A table from another system: one whose columns are known, and one that waits.
KNOWN = {"account": "Konto", "period": "Månad", "unit": "Kst", "amount": "Saldo"}
TABLE = """Konto;Benämning;Kostnadsställe;Datum;Utfall
5011;Löner;410;2020-09-25;710 650,50
4010;Inköp av tjänster;410;2020-09-28;48 120,00
"""


def build_table(board: Board, by: User) -> None:
    """Keep what the columns of one system mean, and upload a table of another."""
    headings = list(KNOWN.values())
    save_mapping(
        board=board, name="Lönesystemet", columns=KNOWN, headings=headings, by=by
    )
    order = Order(board=board, name="september-ur-inkopssystemet.csv")
    upload_ledger(order=order, stream=BytesIO(TABLE.encode()), by=by)
