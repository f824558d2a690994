"""A ledger file written anew from the database: SIE 4, for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from finance.ledger.enums import BalanceKind, DimensionRole, Measure, Reading
from finance.ledger.loading import PROJECT, UNIT
from finance.ledger.models import (
    LedgerBalance,
    LedgerFile,
    MonthAmount,
    Placed,
    Voucher,
    VoucherRow,
)
from finance.ledger.sie import facts
from finance.ledger.sie.figures import month_of
from finance.ledger.sie.values import objects, tokens
from finance.ledger.sie.writer import write

WITHOUT_OBJECTS = (BalanceKind.OPENING, BalanceKind.CLOSING, BalanceKind.RESULT)


def export_sie(file: LedgerFile, *, is_summed: bool = False) -> bytes:
    """Return the file as SIE 4; imported again it gives the same rows."""
    ledger = chart_of(file)
    placing = Placing(file)
    balances = [
        facts.Balance(
            BalanceKind(row.kind), row.year, row.account, placing(row), row.ore, "", 0
        )
        for row in LedgerBalance.objects.filter(file=file).order_by("pk")
    ]
    ledger.balances = {
        (one.kind, one.year, one.account): one
        for one in balances
        if one.kind in WITHOUT_OBJECTS
    }
    of_objects = [one for one in balances if one.kind not in WITHOUT_OBJECTS]
    periods = list(periods_of(file, ledger, placing))
    vouchers = vouchers_of(file, placing)
    return write(ledger, vouchers, periods, of_objects, is_summed=is_summed)


class Placing:
    """Puts a row's columns back into pairs of dimension and object."""

    def __init__(self, file: LedgerFile) -> None:
        self.numbers = {DimensionRole.UNIT: UNIT, DimensionRole.PROJECT: PROJECT}
        for dimension in file.dimensions.all():
            if dimension.role:
                self.numbers[DimensionRole(dimension.role)] = dimension.number

    def __call__(self, row: Placed) -> facts.Objects:
        """Return the objects of a row."""
        pairs: list[str] = []
        for role, number in self.numbers.items():
            code = getattr(row, role)
            pairs += [number, code] if code else []
        pairs += [one for one in tokens(row.rest) if isinstance(one, str)]
        return objects(pairs)


def chart_of(file: LedgerFile) -> facts.Ledger:
    """Return the head and the chart."""
    ledger = facts.Ledger()
    ledger.head = [
        ("#FLAGGA", ("0",)),
        ("#PROGRAM", ("Justera", "1")),
        ("#FORMAT", ("PC8",)),
        ("#GEN", (f"{file.imported_at:%Y%m%d}",)),
        ("#SIETYP", (file.kind.removeprefix("SIE "),)),
        ("#FNAMN", (file.organisation_name,)),
        ("#ORGNR", (file.organisation_number,)),
    ]
    ledger.years = {
        year.number: facts.Year(year.number, year.starts_on, year.ends_on)
        for year in file.years.all()
    }
    ledger.accounts = {
        row.number: facts.Account(
            row.number, row.name, row.kind, row.unit, tuple(row.sru)
        )
        for row in file.accounts.all()
    }
    ledger.dimensions = {
        row.number: facts.Dimension(row.number, row.name, row.parent)
        for row in file.dimensions.all()
    }
    ledger.objects = {
        (row.dimension, row.code): row.name for row in file.objects_of.all()
    }
    return ledger


def vouchers_of(file: LedgerFile, placing: Placing) -> Iterator[facts.Voucher]:
    """Give the vouchers with their rows, in the order they came."""
    heads = {row.pk: row for row in Voucher.objects.filter(file=file)}
    rows = VoucherRow.objects.filter(voucher__file=file).order_by("voucher_id", "pk")
    found = {
        pk: tuple(as_row(row, placing) for row in group)
        for pk, group in groupby(rows.iterator(), key=lambda row: row.voucher_id)
    }
    for pk, head in sorted(heads.items()):
        yield facts.Voucher(
            head.series,
            head.number,
            head.day,
            head.text,
            head.registered_on,
            "",
            0,
            found.get(pk, ()),
        )


def as_row(row: VoucherRow, placing: Placing) -> facts.Row:
    """Return one row of a voucher."""
    return facts.Row(row.account, placing(row), row.ore, row.day, row.text)


def periods_of(
    file: LedgerFile, ledger: facts.Ledger, placing: Placing
) -> Iterator[facts.Period]:
    """Give months that no vouchers tell: each row a part, or totals and breakdowns."""
    booked = set(Voucher.objects.filter(file=file).values_list("year", flat=True))
    readings = {Measure.ACTUAL: file.reading, Measure.BUDGET: file.budget_reading}
    totals: dict[tuple[Measure, int, int, str], int] = {}
    rows = MonthAmount.objects.filter(file=file).order_by("pk")
    for row in rows.iterator():
        measure, year = Measure(row.measure), year_of(ledger, row.month)
        if measure == Measure.ACTUAL and year in booked:
            continue
        is_total = readings[measure] == Reading.TOTAL
        place = placing(row)
        key = (measure, year, month_of(row.month), row.account)
        if is_total and row.cut == 0:
            totals[key] = totals.get(key, 0) + row.ore
        # What is left of a total has no objects and comes with the total.
        if place or not is_total:
            yield facts.Period(*key, place, row.ore, "", 0)
    for key, ore in totals.items():
        yield facts.Period(*key, (), ore, "", 0)


def year_of(ledger: facts.Ledger, month: date) -> int:
    """Return the number of the year a month lies in."""
    for year in ledger.years.values():
        if year.starts_on.replace(day=1) <= month <= year.ends_on:
            return year.number
    return 0
