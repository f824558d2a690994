"""How a signature looks in its field: a line for whom, a line for when."""

from functools import cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pyhanko import stamp
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.text import TextBoxStyle

from boards.shared.paper.fonts import REGULAR, font_path

FONT_SIZE = 9
# Kerning and ligatures: two lines do without, and reading them takes longer than the
# signature itself.
FINERY = ("GPOS", "GSUB", "GDEF", "kern", "DSIG")


@cache
def plain_font() -> bytes:
    """Return the typeface without its finery, made once in each process."""
    font, target = TTFont(font_path(REGULAR)), BytesIO()
    for table in FINERY:
        if table in font:
            del font[table]
    font.save(target)
    return target.getvalue()


class PlainFont(FontEngineFactory):  # type: ignore[misc]  # comes without types
    """Puts the characters used into the file that is signed."""

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> Any:
        """Return what collects the characters."""
        if obj_stream is None and writer.stream_xrefs:
            obj_stream = writer.prepare_object_stream()
        return GlyphAccumulator(
            writer, BytesIO(plain_font()), FONT_SIZE, obj_stream=obj_stream
        )


def appearance() -> stamp.TextStampStyle:
    """Return the style of the field's text, with a font that goes into the file."""
    # An embedded font: the default one is not, which PDF/A forbids.
    font = PlainFont()
    rule = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN,
        y_align=layout.AxisAlignment.ALIGN_MID,
        margins=layout.Margins(left=2, right=2, top=1, bottom=1),
    )
    return stamp.TextStampStyle(
        stamp_text="%(lines)s",
        border_width=0,
        text_box_style=TextBoxStyle(
            font=font, font_size=FONT_SIZE, leading=11, box_layout_rule=rule
        ),
        inner_content_layout=rule,
    )
