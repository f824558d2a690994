"""Money in whole öre: rounded to thousands on output only (F-03)."""

import re
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

ORE_PER_KRONA = 100
ORE_PER_TKR = 100_000

_SPACES = re.compile(r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]+")
_DASHES = re.compile(r"^[\N{MINUS SIGN}\N{EN DASH}\N{HYPHEN}]")
_UNIT = re.compile(r"(?:tkr|kr\.?|kronor|:-)$", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+(?:,\d+)?")
# A dot is read as a decimal sign only where it cannot be a thousands separator.
_DOTTED = re.compile(r"[+-]?\d+\.\d{1,2}")


class NotAnAmount(ValueError):  # noqa: N818  said of the text, shown at its field
    """The text cannot be read as one amount without guessing."""


def tkr(ore: int) -> int:
    """Return whole thousands of kronor, halves away from zero (F-03, F-04)."""
    return _rounded(Decimal(ore) / ORE_PER_TKR)


def kronor(ore: int) -> int:
    """Return whole kronor, halves away from zero."""
    return _rounded(Decimal(ore) / ORE_PER_KRONA)


def format_whole(number: int, *, minus: str = MINUS) -> str:
    """Write a whole number as Swedes do: `5 104` with no-break spaces (T-09)."""
    digits = f"{abs(number):,}".replace(",", NO_BREAK_SPACE)
    return f"{minus}{digits}" if number < 0 else digits


def format_tkr(ore: int, *, minus: str = MINUS) -> str:
    """Write öre as whole thousands of kronor."""
    return format_whole(tkr(ore), minus=minus)


def exact_tkr(ore: int) -> str:
    """Write öre as thousands of kronor to the last öre: `5 104`, `12,50025`."""
    whole, rest = divmod(abs(ore), ORE_PER_TKR)
    decimals = f",{rest:05d}".rstrip("0").rstrip(",")
    return f"{MINUS if ore < 0 else ''}{format_whole(whole)}{decimals}"


def format_kronor(ore: int, *, minus: str = MINUS) -> str:
    """Write öre as kronor with two decimals: `1 500,50`."""
    whole, rest = divmod(abs(ore), ORE_PER_KRONA)
    sign = minus if ore < 0 else ""
    return f"{sign}{format_whole(whole)},{rest:02d}"


def parse_kronor(text: str) -> int:
    """Read a typed amount in kronor as öre: `1 500,50`, `-1500`, `1 500 kr`."""
    return _parse(text, ORE_PER_KRONA)


def parse_tkr(text: str) -> int:
    """Read a typed amount in thousands of kronor as öre: `5 104`, `-12,5`."""
    return _parse(text, ORE_PER_TKR)


def _parse(text: str, unit: int) -> int:
    cleaned = _DASHES.sub("-", _SPACES.sub(" ", text).strip())
    cleaned = _UNIT.sub("", cleaned).strip()
    cleaned = re.sub(r"^([+-]) ", r"\1", cleaned)
    known = any(form.fullmatch(cleaned) for form in (_GROUPED, _PLAIN, _DOTTED))
    if not known:
        raise NotAnAmount(text)
    ore = Decimal(cleaned.replace(" ", "").replace(",", ".")) * unit
    if ore != ore.to_integral_value():
        raise NotAnAmount(text)
    return int(ore)


def _rounded(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
