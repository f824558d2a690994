"""QR codes as drawings: squares, no pixels, so that any size of paper can be read."""

from base64 import b64encode
from html import escape
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from boards.shared.paper import tree
from boards.shared.paper.structure import Element, TagCanvas

SIDE = 26 * mm
# Cameras need white around the code, as broad as four of its squares.
QUIET = 4


def dark_squares(address: str) -> tuple[int, list[tuple[int, int]]]:
    """Return how many squares make a side, and the dark ones as row and column."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(address)
    code.make()
    side = code.getModuleCount()
    places = [(row, column) for row in range(side) for column in range(side)]
    return side, [place for place in places if code.isDark(*place)]


class QrPicture(Flowable):
    """A QR code that belongs to an element."""

    def __init__(self, block: tree.QrCode, parent: Element) -> None:
        super().__init__()
        self.side, self.dark = dark_squares(block.address)
        self.width = self.height = SIDE
        self.element = parent.add("Figure")
        self.element.alternative = block.alternative

    def draw(self) -> None:
        """Draw the squares inside the element's marks, as one shape."""
        size = SIDE / (self.side + 2 * QUIET)
        path = self.canv.beginPath()
        for row, column in self.dark:
            left, low = (QUIET + column) * size, SIDE - (QUIET + row + 1) * size
            path.rect(left, low, size, size)
        is_tagged = isinstance(self.canv, TagCanvas)
        if is_tagged:
            self.canv.open_tag(self.element)
        self.canv.setFillGray(0)
        self.canv.drawPath(path, stroke=0, fill=1)
        if is_tagged:
            self.canv.close_tag()


def qr_html(block: tree.QrCode) -> str:
    """Return the code as a picture that needs no file of its own."""
    side, dark = dark_squares(block.address)
    whole = side + 2 * QUIET
    squares = "".join(f"M{c + QUIET} {r + QUIET}h1v1h-1z" for r, c in dark)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"'
        f' width="{whole * 4}" height="{whole * 4}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path d="{squares}"/></svg>'
    )
    data = b64encode(svg.encode()).decode("ascii")
    source = f"data:image/svg+xml;base64,{data}"
    picture = f'<img src="{source}" alt="{escape(block.alternative)}">'
    return f"<figure>{picture}</figure>"
