"""Charts as shapes: one description, drawn as inline SVG and as vectors in the PDF."""

from html import escape

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from boards.shared.paper import tree
from boards.shared.paper.fonts import BOLD, REGULAR
from boards.shared.paper.structure import Element, TagCanvas

INK = "#12304f"
GREY = "#6b6b6b"
TEXT = "#1f1f1f"
FONT_SIZE = 13
# On paper the shapes are drawn smaller, so that the words are as large as a table's.
ON_PAPER = 0.66


def chart_svg(block: tree.Chart, key: str) -> str:
    """Return the chart as SVG that a strict CSP allows: attributes and no styles."""
    title = f'<title id="chart-{escape(key)}">{escape(block.alternative)}</title>'
    inner = "".join(_svg(shape) for shape in block.shapes)
    return (
        f'<svg class="chart" viewBox="0 0 {block.width} {block.height}" role="img"'
        f' aria-labelledby="chart-{escape(key)}" font-size="{FONT_SIZE}">'
        f"{title}{inner}</svg>"
    )


def _svg(shape: tree.Shape) -> str:
    if isinstance(shape, tree.Bar):
        return (
            f'<rect x="{shape.x}" y="{shape.y}" width="{shape.width}"'
            f' height="{shape.height}" fill="{escape(shape.fill)}"'
            f' stroke="{INK}" stroke-width="1"/>'
        )
    if isinstance(shape, tree.Rule):
        return (
            f'<line x1="{shape.x}" y1="{shape.top}" x2="{shape.x}"'
            f' y2="{shape.bottom}" stroke="{GREY}" stroke-width="1"/>'
        )
    weight = ' font-weight="600"' if shape.bold else ""
    anchor = ' text-anchor="end"' if shape.at_end else ""
    kind = ' class="chart-figure"' if shape.at_end else ""
    return (
        f'<text x="{shape.x}" y="{shape.y}" fill="{TEXT}"{weight}{anchor}{kind}>'
        f"{escape(shape.text)}</text>"
    )


class ChartPicture(Flowable):
    """A chart that belongs to a Figure with the text that replaces it."""

    def __init__(self, block: tree.Chart, parent: Element) -> None:
        super().__init__()
        self.block = block
        self.width, self.height = block.width * ON_PAPER, block.height * ON_PAPER
        self.element = parent.add("Figure")
        self.element.alternative = block.alternative

    def draw(self) -> None:
        """Draw the shapes inside the element's marks."""
        is_tagged = isinstance(self.canv, TagCanvas)
        if is_tagged:
            self.canv.open_tag(self.element)
        self.canv.saveState()
        self.canv.scale(ON_PAPER, ON_PAPER)
        for shape in self.block.shapes:
            self._draw(shape)
        self.canv.restoreState()
        if is_tagged:
            self.canv.close_tag()

    def _draw(self, shape: tree.Shape) -> None:
        """Draw one shape; the y of paper grows upwards."""
        high = self.block.height
        if isinstance(shape, tree.Bar):
            self.canv.setStrokeColor(HexColor(INK))
            self.canv.setFillColor(HexColor(shape.fill))
            low = high - shape.y - shape.height
            self.canv.rect(shape.x, low, shape.width, shape.height, fill=1)
        elif isinstance(shape, tree.Rule):
            self.canv.setStrokeColor(HexColor(GREY))
            self.canv.line(shape.x, high - shape.top, shape.x, high - shape.bottom)
        else:
            self.canv.setFillColor(HexColor(TEXT))
            self.canv.setFont(BOLD if shape.bold else REGULAR, FONT_SIZE)
            write = self.canv.drawRightString if shape.at_end else self.canv.drawString
            write(shape.x, high - shape.y, shape.text)
