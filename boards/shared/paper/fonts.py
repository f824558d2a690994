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
FAMILY = "SourceSans3"


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
    faces = {
        (0, 0): REGULAR,
        (1, 0): BOLD,
        (0, 1): ITALIC,
        (1, 1): BOLD_ITALIC,
    }
    for (bold, italic), name in faces.items():
        pdfmetrics.registerFont(TTFont(name, str(font_path(name))))
        addMapping(FAMILY, bold, italic, name)
        addMapping(name, bold, italic, name)
    for name in (REGULAR,):
        for (bold, italic), face in faces.items():
            addMapping(name, bold, italic, face)
