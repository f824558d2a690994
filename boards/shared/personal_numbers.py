"""Finding personnummer and samordningsnummer in text: pure, no database, no clock.

The kept libraries check a whole string and ask the clock for the century; here any
text is searched and a number of any century counts (D-18).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from unicodedata import normalize

from boards.shared.masking import UNSEEN

CENTURIES = ("18", "19", "20")
# A samordningsnummer has 60 added to its day (D-18).
COORDINATION = 60
SIGN = r"[-+‐‑‒–—−]"
BLANK = r"[ \t\u00a0\u2007\u2009\u202f]"
# The day of birth together, or in three with the same sign between; then four digits.
# After a day with hyphens there must be a sign: "2020-09-29 1830" is a time; and no
# month and day may follow, as in a period.
PERSONAL_NUMBER = re.compile(
    rf"(?<![0-9])(?P<century>18|19|20)?(?P<yy>[0-9]{{2}})(?P<by>{SIGN}|[./]|{BLANK}|)"
    rf"(?P<mm>[0-9]{{2}})(?P=by)(?P<dd>[0-9]{{2}})"
    rf"(?:{BLANK}?{SIGN}{BLANK}?|(?<!{SIGN}..)(?<![./]..){BLANK}?)"
    rf"(?P<serial>[0-9]{{4}})(?![0-9]|{SIGN}[0-9]{{2}}{SIGN}[0-9]{{2}})"
)


def plain(text: str) -> str:
    """Return the text as it is read: composed letters, nothing that takes no room."""
    return UNSEEN.sub("", normalize("NFC", text))


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find personnummer and samordningsnummer however they are written (D-18)."""
    place = 0
    while match := PERSONAL_NUMBER.search(text, place):
        digits = match["yy"] + match["mm"] + match["dd"] + match["serial"]
        if is_personal_number(match["century"] or "", digits):
            yield match.span()
            place = match.end()
        else:
            # What only looked like one may hide the beginning of one.
            place = match.start() + 1


def is_personal_number(century: str, digits: str) -> bool:
    """Say whether ten digits are a day of birth and a number with the right check."""
    if luhn(digits) % 10:
        return False
    year, month, day = digits[:2], int(digits[2:4]), int(digits[4:6])
    if day > COORDINATION:
        day -= COORDINATION
    centuries = [century] if century else CENTURIES
    return any(is_day(int(one + year), month, day) for one in centuries)


def luhn(digits: str) -> int:
    """Return the sum in which every second digit counts twice (SS 614211)."""
    doubled = (int(one) * (2 - place % 2) for place, one in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled)


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there was such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def numbers_in(texts: Iterable[str]) -> list[str]:
    """Return the numbers in some texts, as they are written there."""
    return [
        text[start:end]
        for text in map(plain, texts)
        for start, end in personal_numbers(text)
    ]
