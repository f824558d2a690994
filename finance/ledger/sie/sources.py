"""The bytes of a file: their encoding, told by what they are, and their lines."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from finance.ledger.enums import Encoding
from finance.ledger.sie.facts import Wrong

BLOCK = 1 << 20
BOM = codecs.BOM_UTF8
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DOS_END = b"\x1a"

# å ä ö Å Ä Ö é É ü Ü in each of the encodings.
LETTERS = "åäöÅÄÖéÉüÜ"
AS_PC8 = LETTERS.encode("cp437", "ignore")
AS_LATIN = LETTERS.encode("latin-1")
AS_UTF8 = [letter.encode() for letter in LETTERS]
ASCII = bytes(range(128))

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Source:
    """How the lines of a file are to be read."""

    encoding: Encoding
    # False: some bytes are not of the encoding that fits most of them.
    is_sure: bool
    line_end: bytes
    start: int


def look_at(stream: BinaryIO) -> Source:
    """Read a file once and say how it is written; `Wrong` when it is no text."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, has_high, has_lines, is_first, start = True, False, False, True, 0
    counts = dict.fromkeys(Encoding, 0)
    while block := stream.read(BLOCK):
        if is_first:
            start = _start(block)
            is_first = False
        has_lines = has_lines or b"\n" in block
        high = block.translate(None, ASCII)
        if high:
            has_high = True
            is_utf8 = is_utf8 and _goes_on(decoder, block)
            _count(high, counts)
    if is_first:
        raise Wrong("sie.empty")
    line_end = b"\n" if has_lines else b"\r"
    if start or (is_utf8 and has_high):
        return Source(Encoding.UTF8, is_utf8, line_end, start)
    best = max(Encoding, key=lambda encoding: counts[encoding])
    return Source(best, best != Encoding.UTF8, line_end, start)


def _goes_on(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _start(block: bytes) -> int:
    if block.startswith(UTF16) or b"\0" in block[:1024]:
        raise Wrong("sie.not_text")
    return len(BOM) if block.startswith(BOM) else 0


def _count(high: bytes, counts: dict[Encoding, int]) -> None:
    counts[Encoding.PC8] += len(high) - len(high.translate(None, AS_PC8))
    counts[Encoding.LATIN] += len(high) - len(high.translate(None, AS_LATIN))
    # A letter is two bytes here; both speak for it.
    counts[Encoding.UTF8] += 2 * sum(high.count(letter) for letter in AS_UTF8)


def blocks(stream: BinaryIO, source: Source, progress: Progress) -> Iterator[list[str]]:
    """Give the lines, decoded, in lists; say from time to time how far it has come."""
    stream.seek(source.start)
    done, rest = source.start, b""
    while block := stream.read(BLOCK):
        done += len(block)
        whole, end, rest = (rest + block).rpartition(source.line_end)
        if len(rest) > BLOCK:
            raise Wrong("sie.line_too_long")
        if end:
            yield decoded(whole, source).split(source.line_end.decode())
        progress(done)
    rest = rest.rstrip(DOS_END)
    if rest:
        yield [decoded(rest, source)]


def decoded(content: bytes, source: Source) -> str:
    """Return whole lines as text, line ends of two characters as one."""
    text = content.decode(source.encoding, "replace")
    return text.replace("\r\n", "\n") if source.line_end == b"\n" else text
