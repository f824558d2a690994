"""Writes SIE 4: what was read comes out so that reading it again gives the same."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date

from finance.ledger.enums import BalanceKind, Encoding, Measure
from finance.ledger.sie.checksum import Checksum
from finance.ledger.sie.facts import Balance, Ledger, Objects, Period, Row, Voucher
from finance.ledger.sie.sources import BOM, look_at
from finance.ledger.sie.values import CONTROL

END = "\r\n"
LABELS = {Measure.ACTUAL: "#PSALDO", Measure.BUDGET: "#PBUDGET"}
# What every file begins with, in this order; the rest of the head follows.
FIRST = ("#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP")


def text(said: str) -> str:
    """Return a field in quotes; a last backslash would hide the closing one."""
    said = CONTROL.sub(" ", said)
    if said.endswith("\\"):
        is_plain = not any(c in said for c in ' \t"{}') and not said.startswith("#")
        if is_plain:
            return said
        said = said.rstrip("\\") + "/"
    return '"' + said.replace('"', '\\"') + '"'


def amount(ore: int) -> str:
    """Return öre as kronor with two decimals."""
    whole, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}.{rest:02d}"


def day(on: date | None) -> str:
    """Return a day, or nothing in quotes."""
    return f"{on:%Y%m%d}" if on else '""'


def objects(pairs: Objects) -> str:
    """Return pairs of dimension and object in braces."""
    return "{" + " ".join(f"{number} {text(code)}" for number, code in pairs) + "}"


def fields(label: str, *said: str) -> str:
    """Return one line; empty fields at its end are left out."""
    kept = list(said)
    while kept and kept[-1] in {"", '""'}:
        kept.pop()
    return " ".join([label, *kept])


def head_lines(ledger: Ledger) -> Iterator[str]:
    """Give the head and the chart."""
    head = sorted(
        ledger.head,
        key=lambda one: FIRST.index(one[0]) if one[0] in FIRST else len(FIRST),
    )
    for label, said in head:
        bare = {"#FLAGGA", "#FORMAT", "#GEN", "#SIETYP"}
        plain = [one if label in bare and one.isalnum() else text(one) for one in said]
        yield " ".join([label, *plain])
    for year in ledger.years.values():
        yield f"#RAR {year.number} {day(year.starts_on)} {day(year.ends_on)}"
    yield from account_lines(ledger)
    for number, name, parent in ledger.dimensions.values():
        label = "#UNDERDIM" if parent else "#DIM"
        yield f"{label} {number} {text(name)} {parent}".rstrip()
    for (number, code), name in ledger.objects.items():
        yield f"#OBJEKT {number} {text(code)} {text(name)}"


def account_lines(ledger: Ledger) -> Iterator[str]:
    """Give the accounts and what is told of each."""
    for account in ledger.accounts.values():
        yield f"#KONTO {account.number} {text(account.name)}"
        if account.kind:
            yield f"#KTYP {account.number} {account.kind}"
        if account.unit:
            yield f"#ENHET {account.number} {text(account.unit)}"
        for code in account.sru:
            yield f"#SRU {account.number} {text(code)}"


def balance_line(balance: Balance) -> str:
    """Return one balance."""
    of_object = balance.kind in {
        BalanceKind.OBJECT_OPENING,
        BalanceKind.OBJECT_CLOSING,
    }
    said = [str(balance.year), balance.account]
    said += [objects(balance.objects)] if of_object else []
    return fields(f"#{balance.kind}", *said, amount(balance.ore), balance.quantity)


def period_line(period: Period) -> str:
    """Return one month's figure."""
    return fields(
        LABELS[period.measure],
        str(period.year),
        f"{period.month:06d}",
        period.account,
        objects(period.objects),
        amount(period.ore),
        period.quantity,
    )


def row_line(row: Row) -> str:
    """Return one row of a voucher."""
    return fields(
        f"#{row.kind}",
        row.account,
        objects(row.objects),
        amount(row.ore),
        day(row.day),
        text(row.text),
        row.quantity or '""',
        text(row.sign),
    )


def voucher_lines(voucher: Voucher) -> Iterator[str]:
    """Give a voucher and its rows."""
    yield fields(
        "#VER",
        text(voucher.series),
        text(voucher.number),
        day(voucher.day),
        text(voucher.text),
        day(voucher.registered),
        text(voucher.sign),
    )
    yield "{"
    for row in voucher.rows:
        yield row_line(row)
    yield "}"


def document_lines(
    ledger: Ledger,
    vouchers: Iterable[Voucher],
    periods: Iterable[Period],
    balances: Iterable[Balance],
) -> Iterator[str]:
    """Give every line of a file."""
    yield from head_lines(ledger)
    for balance in (*ledger.balances.values(), *balances):
        yield balance_line(balance)
    for period in periods:
        yield period_line(period)
    for voucher in vouchers:
        yield from voucher_lines(voucher)


def write(
    ledger: Ledger,
    vouchers: Iterable[Voucher] = (),
    periods: Iterable[Period] = (),
    balances: Iterable[Balance] = (),
    *,
    is_summed: bool = False,
) -> bytes:
    """Return a whole file in PC8; in UTF-8 what PC8 cannot say or would be misread."""
    lines = list(document_lines(ledger, vouchers, periods, balances))
    content = "".join(line + END for line in lines)
    try:
        found = content.encode(Encoding.PC8)
        is_misread = look_at(io.BytesIO(found)).encoding != Encoding.PC8
    except UnicodeEncodeError:
        is_misread = True
    if is_misread:
        found = BOM + content.encode()
    return with_checksum(found) if is_summed else found


def with_checksum(content: bytes) -> bytes:
    """Return the file with `#KSUMMA` after `#FLAGGA` and at its end."""
    end = END.encode()
    mark = BOM if content.startswith(BOM) else b""
    lines = content.removeprefix(BOM).split(end)[:-1]
    at = 1 if lines[:1] and b"#FLAGGA" in lines[0] else 0
    checksum = Checksum()
    for line in lines[at:]:
        checksum.add(line)
    last = f"#KSUMMA {checksum.value}".encode()
    return mark + end.join([*lines[:at], b"#KSUMMA", *lines[at:], last, b""])
