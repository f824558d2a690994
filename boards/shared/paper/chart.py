"""Charts as shapes: one description, drawn as inline SVG and as vectors in the PDF."""

from collections.abc import Callable
from functools import partial
from html import escape

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from boards.shared.paper import tree
from boards.shared.paper.fonts import BOLD, REGULAR
from boards.shared.paper.looks import BODY_WIDTH
from boards.shared.paper.structure import Element, TagCanvas

INK = "#12304f"
GREY = "#6b6b6b"
TEXT = "#1f1f1f"
FONT_SIZE = 13
CURVE_WIDTH = 2.5
# On paper the shapes are drawn smaller, so that the words are as large as a table's.
ON_PAPER = 0.58
CAPTION, CAPTION_SIZE, BETWEEN = 22, 9, 20


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
    if isinstance(shape, tree.Curve):
        points = " ".join(f"{x},{y}" for x, y in shape.points)
        dashes = " ".join(map(str, shape.dashes))
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return (
            f'<polyline points="{points}" fill="none"'
            f' stroke="{escape(shape.colour)}" stroke-width="{CURVE_WIDTH}"{dashed}/>'
        )
    weight = ' font-weight="600"' if shape.bold else ""
    anchor = ' text-anchor="end"' if shape.at_end else ""
    kind = ' class="chart-figure"' if shape.at_end else ""
    return (
        f'<text x="{shape.x}" y="{shape.y}" fill="{TEXT}"{weight}{anchor}{kind}>'
        f"{escape(shape.text)}</text>"
    )


class ChartRow(Flowable):
    """Charts beside each other; each is a Figure with the text that replaces it."""

    def __init__(self, block: tree.ChartRow, parent: Element) -> None:
        super().__init__()
        self.charts = block.charts
        highest = max((chart.height for chart in block.charts), default=0)
        self.width, self.height = BODY_WIDTH, highest * ON_PAPER + CAPTION
        self.elements = []
        for chart in block.charts:
            caption, figure = parent.add("P"), parent.add("Figure")
            figure.alternative = chart.alternative
            self.elements.append((caption, figure))

    def draw(self) -> None:
        """Draw each chart below its caption."""
        left = 0.0
        for chart, (caption, figure) in zip(self.charts, self.elements, strict=True):
            self._within(caption, partial(self._caption, chart, left))
            self._within(figure, partial(self._picture, chart, left))
            left += chart.width * ON_PAPER + BETWEEN

    def _within(self, element: Element, draw: Callable[[], None]) -> None:
        """Draw inside the element's marks."""
        if not isinstance(self.canv, TagCanvas):
            draw()
            return
        self.canv.open_tag(element)
        draw()
        self.canv.close_tag()

    def _caption(self, chart: tree.Chart, left: float) -> None:
        self.canv.setFillColor(HexColor(TEXT))
        size, room = CAPTION_SIZE, chart.width * ON_PAPER
        size *= min(room / stringWidth(chart.caption or " ", BOLD, size), 1)
        self.canv.setFont(BOLD, size)
        self.canv.drawString(left, self.height - CAPTION_SIZE, chart.caption)

    def _picture(self, chart: tree.Chart, left: float) -> None:
        self.canv.saveState()
        self.canv.translate(left, self.height - CAPTION - chart.height * ON_PAPER)
        self.canv.scale(ON_PAPER, ON_PAPER)
        for shape in chart.shapes:
            self._draw(shape, chart.height)
        self.canv.restoreState()

    def _draw(self, shape: tree.Shape, high: float) -> None:
        """Draw one shape; the y of paper grows upwards."""
        if isinstance(shape, tree.Bar):
            self.canv.setStrokeColor(HexColor(INK))
            self.canv.setFillColor(HexColor(shape.fill))
            low = high - shape.y - shape.height
            self.canv.rect(shape.x, low, shape.width, shape.height, fill=1)
        elif isinstance(shape, tree.Rule):
            self.canv.setStrokeColor(HexColor(GREY))
            self.canv.line(shape.x, high - shape.top, shape.x, high - shape.bottom)
        elif isinstance(shape, tree.Curve):
            self._curve(shape, high)
        else:
            self.canv.setFillColor(HexColor(TEXT))
            self.canv.setFont(BOLD if shape.bold else REGULAR, FONT_SIZE)
            write = self.canv.drawRightString if shape.at_end else self.canv.drawString
            write(shape.x, high - shape.y, shape.text)

    def _curve(self, shape: tree.Curve, high: float) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(HexColor(shape.colour))
        self.canv.setLineWidth(CURVE_WIDTH)
        self.canv.setDash(list(shape.dashes))
        path = self.canv.beginPath()
        (x, y), *rest = shape.points
        path.moveTo(x, high - y)
        for x, y in rest:
            path.lineTo(x, high - y)
        self.canv.drawPath(path, stroke=1, fill=0)
        self.canv.restoreState()
