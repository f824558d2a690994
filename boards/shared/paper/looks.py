"""Measures and paragraph styles of the printed page."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from boards.shared.paper.fonts import BOLD, REGULAR
from boards.shared.paper.tree import Align

WIDTH, HEIGHT = A4
LEFT = 25 * mm
RIGHT = 20 * mm
TOP = 39 * mm
BOTTOM = 29 * mm
BODY_WIDTH = WIDTH - LEFT - RIGHT

INK = HexColor("#1b1b1b")
QUIET = HexColor("#4a4f57")
RULE = HexColor("#9aa1ab")
SHADE = HexColor("#eef0f3")
LINK = HexColor("#0b4a8f")

ALIGNMENTS: dict[Align, Literal[0, 1, 2]] = {
    Align.LEFT: TA_LEFT,
    Align.CENTER: TA_CENTER,
    Align.RIGHT: TA_RIGHT,
}


@dataclass(frozen=True, slots=True)
class Look:
    """The few measures that tell one paragraph style from another."""

    size: float
    leading: float
    before: float = 0
    after: float = 0
    bold: bool = False
    quiet: bool = False


LOOKS = {
    "body": Look(10.5, 14.6, after=6),
    "lead": Look(11.5, 16, after=8),
    "small": Look(8.5, 11.5, after=4, quiet=True),
    "quote": Look(10.5, 14.6, after=6, quiet=True),
    "item": Look(10.5, 14.6, after=3),
    "h1": Look(18, 23, after=10, bold=True),
    "h2": Look(14.5, 19, before=4, after=9, bold=True),
    "h3": Look(11.2, 15, before=8, after=3, bold=True),
    "h4": Look(10.5, 14, before=6, after=2, bold=True),
    "running": Look(10.5, 14, after=2, bold=True),
    "reference": Look(10.5, 14, after=2),
    "contents": Look(10.5, 14.6, after=5),
    "label": Look(9.4, 12.4, bold=True),
    "value": Look(9.8, 12.6),
    "cell": Look(8.8, 11.2),
    "head": Look(8.6, 10.8, bold=True),
    "caption": Look(9, 12, before=4, after=3, bold=True),
    "role": Look(9, 11.5),
    "name": Look(9, 11.5),
    "box-title": Look(10.5, 14, after=2, bold=True),
}


@cache
def style(name: str, align: Align = Align.LEFT, indent: float = 0) -> ParagraphStyle:
    """Return reportlab's style for a look, with alignment and left indent."""
    look = LOOKS[name]
    made: ParagraphStyle = ParagraphStyle(
        f"{name}-{align.value}-{indent}",
        fontName=BOLD if look.bold else REGULAR,
        fontSize=look.size,
        leading=look.leading,
        spaceBefore=look.before,
        spaceAfter=look.after,
        textColor=QUIET if look.quiet else INK,
        alignment=ALIGNMENTS[align],
        leftIndent=indent + (12 if name == "quote" else 0),
        bulletIndent=max(indent - 16, 0),
        bulletFontName=REGULAR,
        bulletFontSize=look.size,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
    return made
