"""`#KSUMMA`: CRC-32 of labels and fields, without what separates them (SIE 4B, 10)."""

from __future__ import annotations

from zlib import crc32

from finance.ledger.sie.facts import Wrong
from finance.ledger.sie.values import tokens

SEPARATORS = b" \t\r{}"
SPAN = 1 << 32


class Checksum:
    """The sum of the lines between the two `#KSUMMA`."""

    def __init__(self) -> None:
        self.value = 0
        # Some programs leave out the spaces inside quoted texts too.
        self.without_spaces = 0

    def add(self, line: bytes) -> None:
        """Count one line; in quoted texts separators are part of the field."""
        if b'"' in line:
            line = b"".join(fields_of(line))
        else:
            line = line.translate(None, SEPARATORS)
        self.value = crc32(line, self.value)
        bare = line.translate(None, SEPARATORS)
        self.without_spaces = crc32(bare, self.without_spaces)

    def agrees(self, said: str) -> bool:
        """Say whether it is the sum the file gives, written with or without sign."""
        try:
            return int(said) % SPAN in {self.value, self.without_spaces}
        except ValueError:
            return False


def fields_of(line: bytes) -> list[bytes]:
    """Return the fields of a line as bytes, quotes and escapes taken away."""
    try:
        found = tokens(line.decode("latin-1").strip())
    except Wrong:
        return [line]
    plain = (one if isinstance(one, list) else [one] for one in found)
    return [field.encode("latin-1") for group in plain for field in group]
