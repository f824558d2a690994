"""How a signature looks in its field: a line for whom, a line for when."""

from pyhanko import stamp
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.text import TextBoxStyle

from boards.shared.paper.fonts import REGULAR, font_path

FONT_SIZE = 9


def appearance() -> stamp.TextStampStyle:
    """Return the style of the field's text, with a font that goes into the file."""
    # An embedded font: the default one is not, which PDF/A forbids.
    font = GlyphAccumulatorFactory(str(font_path(REGULAR)), font_size=FONT_SIZE)
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
