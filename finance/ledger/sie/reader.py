"""Reads a SIE file line by line and finds everything that is wrong with it at once.

Whole vouchers, months and balances go to a sink as they come, so that memory does not
grow with them; what remains is the chart, and sums by account and month.
"""

from __future__ import annotations

from typing import BinaryIO, Protocol

from finance.ledger.sie import checks, figures
from finance.ledger.sie.chart import HANDLERS
from finance.ledger.sie.checksum import Checksum
from finance.ledger.sie.facts import Balance, Ledger, Period, Voucher, Wrong
from finance.ledger.sie.sources import Progress, Source, blocks, look_at
from finance.ledger.sie.values import CONTROL, Token, account, shown, tokens
from finance.ledger.sie.vouchers import FAST_HEAD, FAST_ROW, ROW_KINDS, Vouchers

KNOWN = {*HANDLERS, *figures.BALANCES, *figures.MEASURES, *ROW_KINDS, "#VER", "#KSUMMA"}


class Sink(Protocol):
    """Who is given what a file has very much of."""

    def voucher(self, voucher: Voucher) -> None:
        """Take a whole voucher."""

    def period(self, period: Period) -> None:
        """Take a month's figure."""

    def balance(self, balance: Balance) -> None:
        """Take the balance of an object."""


class Collected:
    """Keeps everything in lists: for small files."""

    def __init__(self) -> None:
        self.vouchers: list[Voucher] = []
        self.periods: list[Period] = []
        self.balances: list[Balance] = []
        self.voucher = self.vouchers.append
        self.period = self.periods.append
        self.balance = self.balances.append


def no_progress(_done: int) -> None:
    """Tell nobody."""


def read(
    stream: BinaryIO,
    sink: Sink,
    *,
    ledger: Ledger | None = None,
    progress: Progress = no_progress,
) -> Ledger:
    """Read a whole file; what is wrong is in `problems`, in the order of the lines.

    A sink that looks at the ledger while it is read gives an empty one.
    """
    ledger = ledger or Ledger()
    try:
        source = look_at(stream)
        reader = Reader(ledger, sink, source)
        ledger.encoding = source.encoding
        if not source.is_sure:
            ledger.note(0, "sie.doubtful_encoding", encoding=source.encoding)
        reader.read(stream, progress)
    except Wrong as no:
        ledger.wrong(ledger.lines, no.code, **no.values)
        return ledger
    checks.check(ledger, reader.vouchers.used, reader.used)
    ledger.problems.sort(key=lambda problem: problem.line)
    return ledger


class Reader:
    """One reading of one file."""

    def __init__(self, ledger: Ledger, sink: Sink, source: Source) -> None:
        self.ledger = ledger
        self.sink = sink
        self.source = source
        self.vouchers = Vouchers(ledger, sink.voucher)
        self.checksum: Checksum | None = None
        self.is_summed = False
        # Accounts that balances and months name: first line, number of lines.
        self.used: dict[str, list[int]] = {}

    def read(self, stream: BinaryIO, progress: Progress) -> None:
        """Go through the lines; the common ones take the fast way."""
        number = 0
        for block in blocks(stream, self.source, progress):
            number = self.block(block, number)
        self.ledger.lines = number
        self.vouchers.finish()
        if not self.ledger.head and not self.ledger.accounts:
            raise Wrong("sie.not_sie")
        if self.checksum:
            self.ledger.wrong(number, "sie.checksum_missing")

    def block(self, block: list[str], number: int) -> int:
        """Read some lines; return how many were read in all."""
        vouchers, is_row = self.vouchers, FAST_ROW.fullmatch
        for line in block:
            number += 1
            if vouchers.is_open:
                match = is_row(line)
                is_done = match is not None and vouchers.fast_row(match, number)
            else:
                is_done = self.fast_head(line, number)
            if not is_done:
                self.careful(line, number)
            elif self.checksum:
                self.checksum.add(line.encode(self.source.encoding, "replace"))
        return number

    def fast_head(self, line: str, number: int) -> bool:
        """Take the two lines that begin a voucher, in their common form."""
        if line == "{" and self.vouchers.line:
            self.vouchers.open()
            return True
        match = FAST_HEAD.fullmatch(line)
        return match is not None and self.vouchers.fast_start(match, number)

    def careful(self, line: str, number: int) -> None:
        """Read any line; what is wrong with it is kept with its number."""
        if line == "}" and self.vouchers.is_open:
            self.vouchers.close()
            return
        text = line.replace("\t", " ").strip(" \r\x1a")
        if CONTROL.search(text):
            self.ledger.note(number, "sie.control_characters")
            text = CONTROL.sub(" ", text).strip()
        if not text:
            return
        self.ledger.lines = number
        if not text.startswith("#") and not self.ledger.head:
            raise Wrong(_what_instead(text))
        try:
            self.take(text, line, number)
        except Wrong as no:
            self.ledger.wrong(number, no.code, **no.values)

    def take(self, text: str, line: str, number: int) -> None:
        """Give a line to what reads its label."""
        if text == "{":
            self.vouchers.open()
            return
        if text == "}":
            self.vouchers.close()
            return
        opens = text.endswith("{") and text[:4].upper() == "#VER"
        fields = tokens(text[:-1] if opens else text)
        label = fields[0].upper() if isinstance(fields[0], str) else ""
        if not label.startswith("#"):
            raise Wrong("sie.no_label", text=shown(text))
        if label == "#KSUMMA":
            self.sum(fields[1:])
            return
        if self.checksum:
            self.checksum.add(line.encode(self.source.encoding, "replace"))
        self.label(label, fields[1:], number)
        if opens:
            self.vouchers.open()

    def label(self, label: str, fields: list[Token], number: int) -> None:
        """Read the fields of a label; one that nobody knows is kept as a note."""
        if label in ROW_KINDS:
            self.vouchers.row(label, fields, number)
            return
        if label not in KNOWN:
            self.ledger.note(number, "sie.unknown_label", label=shown(label))
            return
        self.vouchers.leave()
        if label == "#VER":
            self.vouchers.start(fields, number)
        elif label in HANDLERS:
            HANDLERS[label](self.ledger, fields, number)
        else:
            self.figure(label, fields, number)

    def figure(self, label: str, fields: list[Token], number: int) -> None:
        """Read a balance or a month's figure."""
        if label in figures.MEASURES:
            period = figures.period(self.ledger, label, fields, number)
            self.use(period.account, number)
            self.sink.period(period)
            return
        balance = figures.balance(self.ledger, label, fields, number)
        self.use(balance.account, number)
        if balance.kind in figures.WITH_OBJECTS:
            self.sink.balance(balance)

    def use(self, number: str, line: int) -> None:
        """Remember where an account is first used."""
        known = self.used.setdefault(account(number), [line, 0])
        known[1] += 1

    def sum(self, fields: list[Token]) -> None:
        """Begin the checksum, or compare it with what the file says at its end."""
        self.vouchers.leave()
        said = fields[0] if fields and isinstance(fields[0], str) else ""
        if not said:
            self.checksum, self.is_summed = Checksum(), True
            return
        if not self.is_summed:
            raise Wrong("sie.checksum_not_begun")
        if self.checksum and not self.checksum.agrees(said):
            found = self.checksum.value
            self.checksum = None
            raise Wrong("sie.wrong_checksum", given=shown(said), computed=found)
        self.checksum = None


def _what_instead(text: str) -> str:
    is_xml = text.startswith("<?xml") or text[:4].lower() == "<sie"
    return "sie.sie5" if is_xml else "sie.not_sie"
