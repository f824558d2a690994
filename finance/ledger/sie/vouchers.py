"""Vouchers, `#VER { #TRANS … }`: most of a file, read a fast way and a careful one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from finance.ledger.enums import RowKind
from finance.ledger.sie import values
from finance.ledger.sie.chart import texts
from finance.ledger.sie.facts import Ledger, Objects, Row, Voucher, Wrong, Year
from finance.ledger.sie.figures import month_of, with_objects
from finance.ledger.sie.values import Token

# The lines as programs nearly always write them; any other goes the careful way.
FAST_ROW = re.compile(
    r"[ \t]*+#TRANS[ \t]++([0-9]{1,12})[ \t]++(\{[^}\\]*+\})[ \t]++"
    r"(-?[0-9]{1,15})\.([0-9][0-9])"
    r'(?:[ \t]++(?:""|([0-9]{8})|"([0-9]{8})")'
    r'(?:[ \t]++"([^"\\\x00-\x1f\x7f]{0,500}+)")?)?[ \t\r]*+'
)
FAST_HEAD = re.compile(
    r'#VER[ \t]++("?+)([A-Za-z0-9]{1,20})\1[ \t]++("?+)([0-9]{1,20})\3[ \t]++([0-9]{8})'
    r'(?:[ \t]++"([^"\\\x00-\x1f\x7f]{0,500}+)")?[ \t\r]*+'
)
ROW_KINDS = {f"#{kind.value}": kind for kind in RowKind}
# Object lists come again and again; a hostile file may not fill memory with them.
MOST_KEPT = 100_000
CHUNK = 4096
LONGEST_NUMBER = 100
NUMERIC = re.compile("[1-9][0-9]{0,8}")

PLAIN = RowKind.ROW
new = tuple.__new__

Give = Callable[[Voucher], None]


class Vouchers:
    """Gathers the rows of one voucher after the other and gives each away whole."""

    def __init__(self, ledger: Ledger, give: Give) -> None:
        self.ledger = ledger
        self.give = give
        self.head: tuple[str, str, date, str, date | None, str] | None = None
        self.line = 0
        self.is_open = False
        # A voucher with a line that is wrong is neither weighed nor given away.
        self.is_spoilt = False
        self.rows: list[Row] = []
        # Accounts that were not declared when they came: first line, number of rows.
        self.used: dict[str, list[int]] = {}
        self.objects: dict[str, Objects] = {}
        self.months: dict[tuple[int, int], dict[str, int]] = {}
        self.seen: dict[tuple[str, int], bytearray] = {}
        self.seen_texts: set[tuple[str, str]] = set()

    def start(self, fields: list[Token], line: int) -> None:
        """Begin a voucher; its rows follow in braces."""
        self.leave()
        self.head, self.line, self.is_spoilt = None, line, True
        self.rows = []
        said = texts(fields, 3) + [""] * 3
        if max(len(said[0]), len(said[1])) > LONGEST_NUMBER:
            raise Wrong(
                "sie.field_too_long", text=values.shown(said[1]), most=LONGEST_NUMBER
            )
        self.head = (
            said[0],
            said[1],
            values.day(said[2]),
            said[3],
            values.day_or_none(said[4]),
            said[5],
        )
        self.is_spoilt = False

    def begin(
        self, head: tuple[str, str, date, str, date | None, str], line: int
    ) -> None:
        """Begin a voucher whose head is known and whose rows are given one by one."""
        self.head, self.line, self.rows = head, line, []
        self.is_spoilt, self.is_open = False, True

    def open(self) -> None:
        """Take the opening brace."""
        if self.is_open or not self.line:
            raise Wrong("sie.stray_brace")
        self.is_open = True

    def leave(self) -> None:
        """See that no voucher is left without its closing brace."""
        if self.line:
            self.ledger.wrong(self.line, "sie.unclosed_voucher")
            self.line, self.is_open = 0, False

    def row(self, label: str, fields: list[Token], line: int) -> None:
        """Read a row the careful way."""
        if not self.is_open:
            raise Wrong("sie.row_outside_voucher")
        was_spoilt, self.is_spoilt = self.is_spoilt, True
        said, objects = with_objects(fields, 1)
        if len(said) < 2:  # noqa: PLR2004  account and amount
            raise Wrong("sie.too_few_fields", least=2)
        said += [""] * 4
        found = Row(
            account=values.account(said[0]),
            objects=objects,
            ore=values.ore(said[1]),
            day=values.day_or_none(said[2]),
            text=said[3],
            kind=ROW_KINDS[label],
            quantity=values.quantity(said[4]),
            sign=said[5],
            line=line,
        )
        self.rows.append(found)
        self.is_spoilt = was_spoilt

    def fast_start(self, match: re.Match[str], line: int) -> bool:
        """Begin a voucher whose head has the common form."""
        _, series, _, number, day, text = match.groups()
        on = values.day_of(day)
        if on is None or self.line:
            return False
        self.head = (series, number, on, text or "", None, "")
        self.line, self.is_spoilt, self.rows = line, False, []
        return True

    def fast_row(self, match: re.Match[str], line: int) -> bool:
        """Take a row of the common form; False when it needs the careful way."""
        account, group, whole, part, day, quoted_day, text = match.groups()
        objects = self.objects.get(group)
        if objects is None:
            objects = self._objects(group)
            if objects is None:
                return False
        on = None
        if day or quoted_day:
            on = values.day_of(day or quoted_day)
            if on is None:
                return False
        ore = int(whole + part)
        # What Row(…) does, at half the cost.
        self.rows.append(
            new(Row, (account, objects, ore, on, text or "", PLAIN, "", "", line))
        )
        return True

    def _objects(self, group: str) -> Objects | None:
        try:
            found = values.tokens(group)
            if len(found) != 1 or not isinstance(found[0], list):
                return None
            objects = values.objects(found[0])
        except Wrong:
            return None
        if len(self.objects) >= MOST_KEPT:
            self.objects.clear()
        self.objects[group] = objects
        return objects

    def close(self) -> None:
        """Take the closing brace, weigh the voucher and give it away."""
        if not self.is_open:
            raise Wrong("sie.stray_brace")
        line, self.line, self.is_open = self.line, 0, False
        if self.head is None or self.is_spoilt:
            return
        voucher = Voucher(*self.head, line, tuple(self.rows))
        self.ledger.vouchers += 1
        self.ledger.rows += len(voucher.rows)
        self._weigh(voucher)
        self.give(voucher)

    def _weigh(self, voucher: Voucher) -> None:
        day = voucher.day
        year = year_of(self.ledger, day)
        balance = self._book(voucher, year.number if year else 0)
        if balance:
            self._wrong(voucher, "sie.unbalanced", ore=balance)
        if self._is_doubled(voucher):
            self._wrong(voucher, "sie.doubled_voucher")
        if year is None and self.ledger.years:
            self._wrong(voucher, "sie.date_outside_years", day=day)

    def _wrong(self, voucher: Voucher, code: str, **said: object) -> None:
        name = values.shown(f"{voucher.series} {voucher.number}".strip())
        self.ledger.wrong(voucher.line, code, voucher=name, **said)

    def _book(self, voucher: Voucher, year: int) -> int:
        """Add the rows to their accounts' month; return what they sum to."""
        declared, balance = self.ledger.accounts, 0
        month = self.months.setdefault((year, month_of(voucher.day)), {})
        for row in voucher.rows:
            account, _objects, ore, _day, _text, kind, _quantity, _sign, line = row
            if account not in declared:
                self.used.setdefault(account, [line, 0])[1] += 1
            if kind is PLAIN:
                balance += ore
                month[account] = month.get(account, 0) + ore
        return balance

    def finish(self) -> None:
        """Give the ledger what was booked, by year, account and month."""
        self.leave()
        self.ledger.booked = {
            (year, account, month): ore
            for (year, month), accounts in self.months.items()
            for account, ore in accounts.items()
        }

    def _is_doubled(self, voucher: Voucher) -> bool:
        """Say whether the number came before; numbers in order cost a bit each."""
        if not voucher.number:
            return False
        # The same number may come again in another year.
        series = f"{voucher.day.year}\n{voucher.series}"
        if not NUMERIC.fullmatch(voucher.number):
            key = (series, voucher.number)
            is_doubled = key in self.seen_texts
            self.seen_texts.add(key)
            return is_doubled
        number = int(voucher.number)
        chunk = (series, number // CHUNK)
        bits = self.seen.get(chunk) or self.seen.setdefault(
            chunk, bytearray(CHUNK // 8)
        )
        at, bit = divmod(number % CHUNK, 8)
        is_doubled = bool(bits[at] >> bit & 1)
        bits[at] |= 1 << bit
        return is_doubled


def year_of(ledger: Ledger, day: date) -> Year | None:
    """Return the declared year a day lies in."""
    for year in ledger.years.values():
        if year.starts_on <= day <= year.ends_on:
            return year
    return None
