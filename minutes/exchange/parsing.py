"""From bytes to JSON with the line of every value, and to what is wrong with them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in the stubs
from typing import Any

LARGEST_FILE = 5_000_000
DEEPEST = 24
LONGEST_NUMBER = 9

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
WORDS = (("true", True), ("false", False), ("null", None))


@dataclass(frozen=True)
class Fault:
    """What is wrong with the text itself: a code, where, and with which values."""

    code: str
    pointer: str
    line: int
    values: dict[str, object] = field(default_factory=dict)


@dataclass
class Parsed:
    """The value of a text, the line each pointer stands on, and what is wrong."""

    value: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, pointer: str) -> int:
        """Return the line of a pointer, or of the nearest value that holds it."""
        while pointer and pointer not in self.lines:
            pointer = pointer.rpartition("/")[0]
        return self.lines.get(pointer, 1)


class _Stop(Exception):  # noqa: N818  the text cannot be read further
    """Raised with the code of what is wrong and where in the text."""


def parse(content: bytes) -> Parsed:
    """Read JSON; what cannot be read or must not be said is a fault, never an error."""
    if len(content) > LARGEST_FILE:
        values: dict[str, object] = {"size": len(content), "largest": LARGEST_FILE}
        return Parsed(faults=[Fault("file.too_large", "", 1, values)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as no:
        line = content[: no.start].count(b"\n") + 1
        return Parsed(faults=[Fault("file.not_utf8", "", line)])
    return _Reader(text).read()


def escaped(key: str) -> str:
    """Return a key as part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


class _Reader:
    """Reads one text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [found.start() for found in re.finditer("\n", text)]
        self.parsed = Parsed()

    def read(self) -> Parsed:
        """Return the value and its lines."""
        place = 0
        try:
            self.parsed.value, place = self.value(self.space(0), "", 0)
            place = self.space(place)
            if place < len(self.text):
                self.stop("file.more_after_end", "", place)
        except _Stop:
            self.parsed.value = None
        return self.parsed

    def line_at(self, place: int) -> int:
        """Return the line of a place in the text."""
        return bisect_right(self.ends, place - 1) + 1

    def note(self, code: str, pointer: str, place: int, **values: object) -> None:
        """Keep what is wrong and read on."""
        line = self.line_at(place)
        self.parsed.faults.append(Fault(code, pointer, line, values))

    def stop(self, code: str, pointer: str, place: int) -> None:
        """Keep what is wrong; nothing after it can be understood."""
        self.note(code, pointer, place)
        raise _Stop(code)

    def space(self, place: int) -> int:
        """Return the place after white space."""
        found = _SPACE.match(self.text, place)
        return found.end() if found else place

    def value(self, place: int, pointer: str, depth: int) -> tuple[Any, int]:
        """Return the value that begins here, and the place after it."""
        if depth > DEEPEST:
            self.stop("file.too_deep", pointer, place)
        self.parsed.lines[pointer] = self.line_at(place)
        sign = self.text[place : place + 1]
        if sign == "{":
            return self.members(place + 1, pointer, depth)
        if sign == "[":
            return self.elements(place + 1, pointer, depth)
        if sign == '"':
            return self.string(place, pointer)
        for word, meant in WORDS:
            if self.text.startswith(word, place):
                return meant, place + len(word)
        return self.number(place, pointer)

    def string(self, place: int, pointer: str) -> tuple[str, int]:
        """Return a string; signs the database cannot keep are noted."""
        try:
            text, after = scanstring(self.text, place + 1, True)
        except ValueError:
            self.stop("file.not_json", pointer, place)
        if _UNFIT.search(text):
            self.note("file.unfit_sign", pointer, place)
            text = _UNFIT.sub("", text)
        return text, after

    def number(self, place: int, pointer: str) -> tuple[int, int]:
        """Return a whole number of a reasonable size."""
        found = _NUMBER.match(self.text, place)
        if found is None:
            self.stop("file.not_json", pointer, place)
            return 0, place
        said = found.group()
        if not said.lstrip("-").isdigit() or len(said) > LONGEST_NUMBER:
            self.note("file.odd_number", pointer, place, number=said[:20])
            return 0, found.end()
        return int(said), found.end()

    def members(
        self, place: int, pointer: str, depth: int
    ) -> tuple[dict[str, Any], int]:
        """Return an object; a key given twice is noted."""
        found: dict[str, Any] = {}
        place = self.space(place)
        if self.text.startswith("}", place):
            return found, place + 1
        while True:
            if not self.text.startswith('"', place):
                self.stop("file.not_json", pointer, place)
            key, after = self.string(place, pointer)
            below = f"{pointer}/{escaped(key)}"
            if key in found:
                self.note("file.key_twice", below, place, key=key)
            place = self.space(after)
            if not self.text.startswith(":", place):
                self.stop("file.not_json", below, place)
            found[key], place = self.value(self.space(place + 1), below, depth + 1)
            place, is_last = self.next_one(place, "}", pointer)
            if is_last:
                return found, place

    def elements(self, place: int, pointer: str, depth: int) -> tuple[list[Any], int]:
        """Return an array."""
        found: list[Any] = []
        place = self.space(place)
        if self.text.startswith("]", place):
            return found, place + 1
        while True:
            below = f"{pointer}/{len(found)}"
            one, place = self.value(place, below, depth + 1)
            found.append(one)
            place, is_last = self.next_one(place, "]", pointer)
            if is_last:
                return found, place

    def next_one(self, place: int, end: str, pointer: str) -> tuple[int, bool]:
        """Return the place of what follows, and whether the end has been passed."""
        place = self.space(place)
        if self.text.startswith(end, place):
            return place + 1, True
        if not self.text.startswith(",", place):
            self.stop("file.not_json", pointer, place)
        return self.space(place + 1), False
