"""A ledger from file to table: ours against a plain tokenizer, COPY and bulk_create.

Run by `make bench`. `BENCH_SIE_MB` is the size of the file (50), `BENCH_SIE_LARGE_MB`
that of the one whose memory is compared with it (200). Every figure comes from the same
rows in the same run; the ratios are what to quote. It asserts no times.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import pytest
from django.db import connection, transaction

from boards.board.models import Board
from finance.ledger.actions import Order, import_ledger
from finance.ledger.models import VoucherRow
from finance.ledger.sie.reader import read
from tests.factories import registers

MIB = 1 << 20
SIZE = int(os.environ.get("BENCH_SIE_MB", "50"))
LARGE = int(os.environ.get("BENCH_SIE_LARGE_MB", "200"))
ROUNDS = 3
BULK = 20_000
ACCOUNTS = [str(number) for number in range(3000, 3800)] + ["1930"]
UNITS = [str(number) for number in range(4100, 4160)]
PROJECTS = [str(number) for number in range(5200, 5240)]
TOKENS = re.compile(r'"((?:[^"\\]|\\.)*)"|([{}])|([^\s"{}]+)')


def lines(size: int) -> Iterator[str]:
    """Give a ledger of about that many bytes: vouchers of four or five rows."""
    yield "#FLAGGA 0"
    yield '#PROGRAM "Raindance" 2020.1'
    yield "#FORMAT PC8"
    yield "#GEN 20201231"
    yield "#SIETYP 4"
    yield '#FNAMN "Alby kommun"'
    yield "#RAR 0 20200101 20201231"
    yield from (f'#KONTO {number} "Konto på {number}"' for number in ACCOUNTS)
    yield '#DIM 1 "Ansvar"'
    yield '#DIM 6 "Projekt"'
    yield from (f'#OBJEKT 1 "{code}" "Enhet {code}"' for code in UNITS)
    yield from (f'#OBJEKT 6 "{code}" "Projekt {code}"' for code in PROJECTS)
    done, number = 0, 0
    while done < size:
        number += 1
        made = voucher(number)
        done += sum(map(len, made)) + 2 * len(made)
        yield from made


def voucher(number: int) -> list[str]:
    """Return the lines of one voucher."""
    day = f"2020{number % 12 + 1:02d}{number % 28 + 1:02d}"
    made, total = [f'#VER A {number} {day} "Leverantörsfaktura {number}"', "{"], 0
    for at in range(3 + number % 2):
        ore = (number * 7919 + at * 104_729) % 1_000_000 - 200_000
        total += ore
        unit = (number + at) % 60
        place = f'1 "{UNITS[unit]}"'
        place += f' 6 "{PROJECTS[number % 40]}"' if number % 5 == 0 else ""
        # A unit uses some thirty accounts.
        account = ACCOUNTS[(unit * 13 + number * 31 % 30) % 800]
        made.append(f'#TRANS {account} {{{place}}} {kronor(ore)} {day} "Rad på {at}"')
    return [*made, f"#TRANS 1930 {{}} {kronor(-total)}", "}"]


def kronor(ore: int) -> str:
    """Return an amount as the file writes it."""
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def write_file(path: Path, size: int) -> None:
    """Write a ledger of that many MiB in PC8."""
    with path.open("wb") as stream:
        for line in lines(size * MIB):
            stream.write(line.encode("cp437") + b"\r\n")


class Nothing:
    """Takes everything and keeps nothing."""

    rows = 0

    def voucher(self, given: object) -> None:
        """Count the rows."""
        self.rows += len(given.rows)

    def period(self, given: object) -> None:
        """Let it go."""

    balance = period


def tokenized(path: Path) -> int:
    """Read every line with one tokenizing regex, and make its rows."""
    rows, voucher = 0, []
    with path.open(encoding="cp437", newline="\r\n") as stream:
        for line in stream:
            fields = TOKENS.findall(line)
            label = fields[0][2]
            if label == "#TRANS":
                end = next(at for at, field in enumerate(fields) if field[1] == "}")
                words = [quoted or plain for quoted, _brace, plain in fields]
                pairs = tuple(zip(words[3:end:2], words[4:end:2], strict=True))
                ore = int(words[end + 1].replace(".", ""))
                day = date.fromisoformat(words[-2]) if len(words) > end + 2 else None
                voucher.append((words[1], pairs, ore, day, words[-1]))
                rows += 1
            elif label == "#VER":
                voucher = []
    return rows


def parsed(path: Path) -> int:
    """Read the file with ours, checks and all, and keep nothing."""
    sink = Nothing()
    with path.open("rb") as stream:
        ledger = read(stream, sink)
    assert not ledger.problems, ledger.problems[:3]
    return sink.rows


def imported(path: Path) -> int:
    """Import the file as the command does, and take it back."""
    order = Order(board=Board.objects.get(slug="bench"), name="bok.se", is_dry=True)
    with path.open("rb") as stream:
        report = import_ledger(order=order, stream=stream, by=None)
    assert not report.problems, report.problems[:3]
    return report.rows


def copied(path: Path) -> int:
    """Send the rows that the import made, made ready before, by COPY alone."""
    rows = path.with_suffix(".rows")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE plain (LIKE finance_voucherrow)")
        with rows.open("rb") as stream, cursor.copy("COPY plain FROM STDIN") as copying:
            while block := stream.read(MIB):
                copying.write(block)
        count = cursor.execute("SELECT count(*) FROM plain").fetchone()[0]
        transaction.set_rollback(True)
    return int(count)


def made_by_bulk_create(_path: Path) -> int:
    """Write some of the same rows through the ORM."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE finance_voucherrow DISABLE TRIGGER USER")
        VoucherRow.objects.bulk_create(
            (
                VoucherRow(
                    voucher_id=at // 5,
                    month=date(2020, 1, 1),
                    account=ACCOUNTS[at % 800],
                    unit=UNITS[at % 60],
                    ore=at,
                    text=f"Rad på {at}",
                )
                for at in range(BULK)
            ),
            batch_size=2000,
        )
        transaction.set_rollback(True)
    return BULK


def write_rows(path: Path) -> None:
    """Make ready the rows that COPY alone gets."""
    with (
        path.open(encoding="cp437") as stream,
        path.with_suffix(".rows").open("w", encoding="utf-8") as out,
    ):
        trans = (line.split(" ", 2) for line in stream if line.startswith("#TRANS"))
        for at, (_label, account, rest) in enumerate(trans):
            unit = rest[4:8] if rest.startswith("{1") else ""
            out.write(
                f"{at}\t{account}\t{unit}\t\t\t\t{at}\t2020-01-01\t2020-01-05\tRad på"
                f" {at % 5}\t{at // 5}\n"
            )


def measured(work: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """Return the rows a second of one go, and the rows."""
    # Parsers are alone with the processor; what the database does is waited for.
    clock = process_time if work in {tokenized, parsed} else perf_counter
    start = clock()
    rows = work(path)
    return rows / (clock() - start), rows


READ_ONLY = """
from finance.ledger.sie.reader import read
class Nothing:
    voucher = period = balance = lambda self, given: None
def work(path):
    with open(path, "rb") as stream:
        assert not read(stream, Nothing()).problems
"""
IMPORT = """
import django; django.setup()
from pathlib import Path
from tests.bench.bench_sie import imported
def work(path):
    imported(Path(path))
"""
PEAK = """
import re, sys
def peak():
    status = open("/proc/self/status").read()
    return int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) / 1024
before = peak()
work(sys.argv[1])
print(before, peak())
"""


def peak_of(program: str, path: Path) -> str:
    """Return the highest memory of a process before and after it took the file."""
    settings = connection.settings_dict
    database = f"/{settings['NAME']}\\1"
    url = re.sub(r"/[^/?]*(\?|$)", database, os.environ["DATABASE_URL"])
    done = subprocess.run(
        [sys.executable, "-c", program + PEAK, str(path)],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    before, after = map(float, done.stdout.split()[-2:])
    return f"{after:.0f} MB ({before:.0f} before the file)"


def say(text: str) -> None:
    """Print at once: a run takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@pytest.mark.django_db(transaction=True)
def test_bench_sie() -> None:
    registers.board("bench")
    sides = {
        "one tokenizing regex, nothing checked": tokenized,
        "our reader, everything checked": parsed,
        "bulk_create alone": made_by_bulk_create,
        "COPY of ready rows alone, no index": copied,
        "file to tables, checked, months summed": imported,
    }
    with TemporaryDirectory() as folder:
        path, large = Path(folder) / "bok.se", Path(folder) / "large.se"
        write_file(path, SIZE)
        write_rows(path)
        size = path.stat().st_size / MIB
        found = {}
        say(
            f"\n{size:.0f} MB, median of {ROUNDS}\n"
            "| what | rows/s | MB/s |\n|---|---|---|"
        )
        rounds = [
            {what: measured(work, path) for what, work in sides.items()}
            for _round in range(ROUNDS)
        ]
        for what, work in sides.items():
            speed = median(one[what][0] for one in rounds)
            rows = rounds[0][what][1]
            found[what] = speed
            in_file = work is not made_by_bulk_create
            mb = f"{speed * size / rows:.1f}" if in_file else "–"
            say(f"| {what} | {speed:,.0f} | {mb} |")
        plain, ours, bulk, copy, whole = found.values()
        say(
            f"reader {ours / plain:.1f}x the tokenizer; file to tables"
            f" {whole / bulk:.1f}x bulk_create, {whole / copy:.2f}x COPY alone"
        )
        write_file(large, LARGE)
        say("\n| memory, highest | reader alone | file to tables |\n|---|---|---|")
        for mb, one in ((SIZE, path), (LARGE, large)):
            reader, whole_way = peak_of(READ_ONLY, one), peak_of(IMPORT, one)
            say(f"| {mb} MB | {reader} | {whole_way} |")
