"""Writing a year's file: each table as JSON lines and as CSV, with a README."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.db.models import QuerySet

from minutes.opendata.bulk.tables import TABLES, Row, Table, sources

# So many rows are in memory at a time.
CHUNK = 500
# What a spreadsheet would take for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
README = """\
Justera: allt som publicerats från sammanträden {year}
=====================================================

Licens: {licence}

Varje tabell finns som JSON Lines (.jsonl, ett objekt per rad, för program) och som
CSV (.csv, UTF-8 med BOM, kommatecken mellan fälten, för kalkylprogram). Text som ett
kalkylprogram skulle ta för en formel har fått en apostrof först i CSV-filen.

moten           sammanträden: när, var, om de ställts in
protokoll       justerade protokoll, varje version för sig
paragrafer      protokollens paragrafer med sin text
beslutspunkter  varje beslutspunkt med utfall
omrostningar    frågor som ställts, med röstetal
roster          vem som röstade hur i öppna omröstningar
anslag          anslag om justerade protokoll, med sista dag att överklaga

Fältet "paragraf" är beteckningen, till exempel "ITVT § 12/2020-09-29", och knyter
tabellerna till varandra. Dagar skrivs ÅÅÅÅ-MM-DD. Det som har dragits tillbaka finns
inte med, och uppgifter om personer med skyddade personuppgifter finns aldrig med.

Alla öppna data: {address}
"""


def write(year: int, to: IO[bytes]) -> None:
    """Write the file of a year; the same rows give the same bytes."""
    rows = sources(year)
    said = README.format(
        year=year,
        licence=settings.OPEN_DATA_LICENCE,
        address=f"{settings.SITE_URL}/oppna-data/",
    )
    with ZipFile(to, "w", ZIP_DEFLATED) as made:
        made.writestr(entry("LÄSMIG.txt"), said)
        for table in TABLES:
            with made.open(entry(f"{table.name}.jsonl"), "w") as out:
                as_lines(table, rows[table.source], out)
            with made.open(entry(f"{table.name}.csv"), "w") as out:
                as_csv(table, rows[table.source], out)


def entry(name: str) -> ZipInfo:
    """Return a file of the archive, with no time of its own."""
    made = ZipInfo(name)
    made.compress_type = ZIP_DEFLATED
    made.external_attr = 0o644 << 16
    return made


def told(table: Table, rows: QuerySet[Any]) -> Iterator[Row]:
    """Return the rows of a table as they are told; what was taken back is not."""
    shown = rows.filter(withdrawn_at=None)
    if table.source == "items":
        shown = shown.filter(minutes__withdrawn_at=None)
    for row in shown.order_by("pk").iterator(chunk_size=CHUNK):
        yield from table.columns(row)


def as_lines(table: Table, rows: QuerySet[Any], out: IO[bytes]) -> None:
    """Write one JSON object a line."""
    for row in told(table, rows):
        out.write(f"{json.dumps(row, ensure_ascii=False)}\n".encode())


def as_csv(table: Table, rows: QuerySet[Any], out: IO[bytes]) -> None:
    """Write a table that spreadsheets open; its first row says what each column is."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer: csv.DictWriter[str] | None = None
    for row in told(table, rows):
        if writer is None:
            writer = csv.DictWriter(text, list(row))
            writer.writeheader()
        writer.writerow({name: harmless(value) for name, value in row.items()})
    text.flush()
    text.detach()


def harmless(value: Any) -> Any:
    """Return a value that no spreadsheet carries out."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return f"'{value}"
    return value
