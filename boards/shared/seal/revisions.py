"""Whether a file is one of ours, byte for byte: known lengths and hashes, no parsing.

What we issued is known by the length and SHA-256 of each of its revisions, oldest
first. Comparing beginnings is exact and takes no time, however deep the file is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Likeness(StrEnum):
    """How a file stands to those we issued."""

    IDENTICAL = "identical"
    EARLIER = "earlier"
    APPENDED = "appended"
    ALTERED = "altered"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a file stands to those we issued.

    `revision` counts from 1: the last one of ours the file still begins with, or for
    `ALTERED` the first one that is not as it was. `appended` is how many bytes follow.
    """

    likeness: Likeness
    revision: int = 0
    appended: int = 0


def compare_revisions(pdf: bytes, known: Iterable[tuple[int, str]]) -> Comparison:
    """Say how a file stands to the revisions we issued, given as (length, SHA-256).

    `IDENTICAL`: the newest of ours. `EARLIER`: one we issued before it. `APPENDED`:
    one of ours with something after it. `ALTERED`: a beginning of ours, or a file of
    exactly such a length, in which bytes differ. `FOREIGN`: nothing of ours in it.
    """
    rows = sorted(known)
    kept = [length for length, digest in rows if _begins(pdf, length, digest)]
    if not kept:
        return _like_none(pdf, rows)
    longest = kept[-1]
    number = 1 + [length for length, _digest in rows].index(longest)
    if longest == len(pdf):
        newest = number == len(rows)
        return Comparison(Likeness.IDENTICAL if newest else Likeness.EARLIER, number)
    following = number < len(rows) and len(pdf) >= rows[number][0]
    if following:
        return Comparison(Likeness.ALTERED, number + 1, len(pdf) - longest)
    return Comparison(Likeness.APPENDED, number, len(pdf) - longest)


def _begins(pdf: bytes, length: int, digest: str) -> bool:
    return (
        0 < length <= len(pdf)
        and sha256(memoryview(pdf)[:length]).hexdigest() == digest
    )


def _like_none(pdf: bytes, rows: list[tuple[int, str]]) -> Comparison:
    """Recognise one of ours by its length alone: a changed byte leaves that."""
    if any(length == len(pdf) for length, _digest in rows):
        return Comparison(Likeness.ALTERED, 1)
    return Comparison(Likeness.FOREIGN)
