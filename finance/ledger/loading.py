"""A file's rows on their way into the database, while the file is being read."""

from __future__ import annotations

from datetime import date

from django.db import connection

from finance.ledger.copying import copy, field, line, numbers
from finance.ledger.enums import DimensionRole, Measure, RowKind
from finance.ledger.sie.facts import (
    Balance,
    CellKey,
    Ledger,
    Objects,
    Period,
    Row,
    Voucher,
)
from finance.ledger.sie.months import remainders
from finance.ledger.sie.vouchers import MOST_KEPT
from finance.ledger.sie.writer import text

# Rows gathered before they are sent; vouchers are never divided.
BLOCK = 20_000
UNIT, PROJECT = "1", "6"
ACTIVITY = "verksamhet"
PLACED = "account, unit, project, activity, rest, ore"
STAGING = """
    CREATE TEMPORARY TABLE ledger_staged_months (
        measure text, year int, month date, account text, unit text, project text,
        activity text, rest text, ore bigint, signature text
    ) ON COMMIT DROP
"""
FROM_ROWS = """
    INSERT INTO finance_monthamount
        (file_id, measure, cut, month, account, unit, project, activity, rest, ore)
    SELECT %s, 'actual', 0, r.month, r.account, r.unit, r.project, r.activity, r.rest,
        sum(r.ore)
    FROM finance_voucherrow r JOIN finance_voucher v ON v.id = r.voucher_id
    WHERE v.file_id = %s
    GROUP BY r.month, r.account, r.unit, r.project, r.activity, r.rest
"""
# The breakdowns are numbered from 0 in the order the reader decided.
FROM_STAGED = """
    INSERT INTO finance_monthamount
        (file_id, measure, cut, month, account, unit, project, activity, rest, ore)
    SELECT %s, measure, COALESCE(array_position(%s::text[], signature), 1) - 1, month,
        account, unit, project, activity, rest, sum(ore)
    FROM ledger_staged_months
    WHERE measure = %s AND NOT (measure = 'actual' AND year = ANY(%s))
    GROUP BY 2, 3, 4, 5, 6, 7, 8, 9
"""


class Loading:
    """Takes what the reader gives and sends it on in blocks, until one is wrong."""

    def __init__(self, ledger: Ledger, file_id: int) -> None:
        self.ledger = ledger
        self.file_id = file_id
        self.vouchers: list[Voucher] = []
        self.rows = 0
        self.row_count = 0
        self.periods: list[str] = []
        self.balances: list[str] = []
        self.roles: dict[str, DimensionRole] | None = None
        self.places: dict[Objects, str] = {}
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS ledger_staged_months")
            cursor.execute(STAGING)

    def voucher(self, voucher: Voucher) -> None:
        """Take a whole voucher."""
        if self.ledger.problem_count:
            return
        self.vouchers.append(voucher)
        self.rows += len(voucher.rows)
        if self.rows >= BLOCK or len(self.vouchers) >= BLOCK:
            self.send_vouchers()

    def period(self, period: Period) -> None:
        """Take a month's figure; those without objects are summed by the reader."""
        if not period.objects or self.ledger.problem_count:
            return
        signature = ",".join(number for number, _code in period.objects)
        month = date(period.month // 100, period.month % 100, 1)
        self.periods.append(
            f"{period.measure}\t{period.year}\t{month}\t{period.account}\t"
            f"{self.place(period.objects)}\t{period.ore}\t{signature}\n"
        )
        if len(self.periods) >= BLOCK:
            self.send_periods()

    def balance(self, balance: Balance) -> None:
        """Take a balance."""
        if self.ledger.problem_count:
            return
        self.balances.append(
            f"{self.file_id}\t{balance.kind}\t{balance.year}\t{balance.account}\t"
            f"{self.place(balance.objects)}\t{balance.ore}\n"
        )
        if len(self.balances) >= BLOCK:
            self.send_balances()

    def place(self, objects: Objects) -> str:
        """Return the columns unit, project, activity and rest, ready for COPY."""
        known = self.places.get(objects)
        if known is None:
            known = self.places[objects] = self._place(objects)
            if len(self.places) >= MOST_KEPT:
                self.places.clear()
        return known

    def _place(self, objects: Objects) -> str:
        if self.roles is None:
            self.roles = roles_of(self.ledger)
        named = dict.fromkeys(DimensionRole, "")
        rest = []
        for number, code in objects:
            role = self.roles.get(number, DimensionRole.OTHER)
            if role == DimensionRole.OTHER:
                rest.append(f"{number} {text(code)}")
            named[role] = code
        named[DimensionRole.OTHER] = " ".join(rest)
        return "\t".join(field(named[role]) for role in DimensionRole)

    def send_vouchers(self) -> None:
        """Send the vouchers gathered so far, and then their rows."""
        ids = numbers("finance_voucher", len(self.vouchers))
        heads, rows = [], []
        for number, voucher in zip(ids, self.vouchers, strict=True):
            heads.append(self._head(number, voucher))
            start = f"{number}\t{voucher.day:%Y-%m}-01\t"
            rows += [
                self._row(start, row) for row in voucher.rows if row.kind == RowKind.ROW
            ]
        columns = "id, file_id, year, series, number, day, text, registered_on"
        copy("finance_voucher", columns, heads)
        copy("finance_voucherrow", f"voucher_id, month, {PLACED}, day, text", rows)
        self.row_count += len(rows)
        self.vouchers, self.rows = [], 0

    def _head(self, number: int, voucher: Voucher) -> str:
        return line(
            number,
            self.file_id,
            self._year_number(voucher.day),
            voucher.series,
            voucher.number,
            voucher.day,
            voucher.text,
            voucher.registered,
        )

    def _row(self, start: str, row: Row) -> str:
        # The reader leaves no control characters: only COPY's own mark is left.
        words = row.text.replace("\\", "\\\\") if "\\" in row.text else row.text
        return (
            f"{start}{row.account}\t{self.place(row.objects)}\t{row.ore}\t"
            f"{row.day or field(None)}\t{words}\n"
        )

    def _year_number(self, day: date) -> int:
        for year in self.ledger.years.values():
            if year.starts_on <= day <= year.ends_on:
                return year.number
        return 0

    def send_periods(self) -> None:
        """Send the months gathered so far to where they wait for the whole file."""
        columns = f"measure, year, month, {PLACED}, signature"
        copy("ledger_staged_months", columns, self.periods)
        self.periods = []

    def send_balances(self) -> None:
        """Send the balances gathered so far."""
        copy("finance_ledgerbalance", f"file_id, kind, year, {PLACED}", self.balances)
        self.balances = []

    def finish(self) -> None:
        """Send what is left, and put the months in their place."""
        if self.vouchers:
            self.send_vouchers()
        for balance in self.ledger.balances.values():
            self.balance(balance)
        self.send_balances()
        self.send_periods()
        self._months()

    def _months(self) -> None:
        booked = sorted({year for year, _account, _month in self.ledger.booked})
        with connection.cursor() as cursor:
            cursor.execute(FROM_ROWS, [self.file_id, self.file_id])
            for measure, decided in self.ledger.decided.items():
                cuts = [",".join(signature) for signature in decided.cuts]
                cursor.execute(FROM_STAGED, [self.file_id, cuts, measure, booked])
        columns = f"file_id, measure, cut, month, {PLACED}"
        nowhere = self.place(())
        copy(
            "finance_monthamount",
            columns,
            (
                f"{self.file_id}\t{key[0]}\t{cut}\t{_first(key)}\t{key[2]}\t{nowhere}"
                f"\t{ore}\n"
                for key, cut, ore in remainders(self.ledger)
                if ore and not (key[0] == Measure.ACTUAL and key[1] in booked)
            ),
        )


def _first(key: CellKey) -> date:
    return date(key[3] // 100, key[3] % 100, 1)


def roles_of(ledger: Ledger) -> dict[str, DimensionRole]:
    """Return which column each dimension fills; the standard fixes 1 and 6."""
    roles = {UNIT: DimensionRole.UNIT, PROJECT: DimensionRole.PROJECT}
    for dimension in ledger.dimensions.values():
        is_free = DimensionRole.ACTIVITY not in roles.values()
        if ACTIVITY in dimension.name.lower() and is_free:
            roles.setdefault(dimension.number, DimensionRole.ACTIVITY)
    return roles
