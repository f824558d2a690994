"""The embedded typeface: where its files are and what reportlab calls them."""

from functools import cache
from pathlib import Path

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

VENDOR = Path(__file__).resolve().parents[3] / "static" / "vendor" / "fonts"
REGULAR = "SourceSans3-Regular"
BOLD = "SourceSans3-Bold"
ITALIC = "SourceSans3-It"
BOLD_ITALIC = "SourceSans3-BoldIt"


class FontMissing(RuntimeError):  # noqa: N818  says what is wrong
    """The typeface was not put in place by the set-up."""


@cache
def font_path(name: str) -> Path:
    """Return the TrueType file of one face, wherever below the vendor folder it is."""
    direct = VENDOR / f"{name}.ttf"
    if direct.is_file():
        return direct
    found = sorted(VENDOR.rglob(f"{name}.ttf")) or sorted(
        VENDOR.parent.rglob(f"{name}.ttf")
    )
    if not found:
        message = f"{name}.ttf is not below {VENDOR}: run the front-end set-up first"
        raise FontMissing(message)
    return found[0]


@cache
def register() -> None:
    """Make the four faces known to reportlab, once."""
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        pdfmetrics.registerFont(TTFont(name, str(font_path(name))))
    # What <b> and <i> mean inside a paragraph, whichever face it is set in.
    for base in (REGULAR, BOLD):
        addMapping(base, 0, 0, base)
        addMapping(base, 1, 0, BOLD)
        addMapping(base, 0, 1, ITALIC if base == REGULAR else BOLD_ITALIC)
        addMapping(base, 1, 1, BOLD_ITALIC)
