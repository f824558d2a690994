"""What stands on every page: header, continuation line, footer, stamp."""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from boards.shared.paper.fonts import BOLD, REGULAR
from boards.shared.paper.layout import Layout
from boards.shared.paper.looks import (
    BODY_WIDTH,
    BOTTOM,
    HEIGHT,
    INK,
    LEFT,
    QUIET,
    RIGHT,
    RULE,
    TOP,
    WIDTH,
)
from boards.shared.paper.tree import Document, Footer

RIGHT_EDGE = WIDTH - RIGHT


class Pages(BaseDocTemplate):
    """The document's two kinds of page: its own, and those of an appendix."""

    def __init__(self, target: Any, document: Document, layout: Layout) -> None:
        super().__init__(
            target,
            pagesize=(WIDTH, HEIGHT),
            title=document.title,
            author=document.organ,
            subject=document.subject,
            creator="Justera",
            lang=document.language,
            invariant=1,
            initialFontName=REGULAR,
            pageCompression=1,
        )
        self.document, self.layout = document, layout
        box = (LEFT, BOTTOM, BODY_WIDTH, HEIGHT - TOP - BOTTOM)
        edges = dict.fromkeys(
            ("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0
        )
        self.addPageTemplates(
            [
                PageTemplate("page", [Frame(*box, id="a", **edges)], self.draw_page),
                PageTemplate(
                    "appendix", [Frame(*box, id="b", **edges)], self.draw_appendix
                ),
            ]
        )

    def beforeDocument(self) -> None:  # noqa: N802  reportlab's name
        """Show bookmarks and title when the file is opened."""
        self.canv.showOutline()
        self.canv.setViewerPreference("DisplayDocTitle", "true")

    def draw_page(self, canvas: Any, _pages: object) -> None:
        """Draw header, footer and, where a § goes on, its continuation line."""
        self._header(canvas)
        words = self.document.words
        if self.layout.running:
            canvas.setFont(BOLD, 10.5)
            canvas.setFillColor(INK)
            text = f"{words.continued} {self.layout.running}"
            canvas.drawString(LEFT, HEIGHT - 33.5 * mm, text)
        self._footer(canvas)

    def draw_appendix(self, canvas: Any, _pages: object) -> None:
        """Draw the stamp; an appendix has no lines to sign on."""
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 9)
        canvas.drawRightString(RIGHT_EDGE, HEIGHT - 16 * mm, self.layout.stamp)
        canvas.setFont(REGULAR, 9)
        canvas.setFillColor(QUIET)
        canvas.drawString(LEFT, HEIGHT - 16 * mm, self.document.organ)
        canvas.drawRightString(RIGHT_EDGE, HEIGHT - 20.5 * mm, self._number(canvas))

    def _number(self, canvas: Any) -> str:
        number = self.layout.label(canvas.getPageNumber())
        return f"{self.document.words.page} {number}"

    def _header(self, canvas: Any) -> None:
        document = self.document
        top = HEIGHT - 16.5 * mm
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 11.5)
        canvas.drawString(LEFT, top, document.kind)
        canvas.setFont(REGULAR, 9.5)
        canvas.drawRightString(RIGHT_EDGE, top, self._number(canvas))
        canvas.drawString(LEFT, top - 13, document.organ)
        canvas.setFillColor(QUIET)
        canvas.drawString(LEFT, top - 25, document.municipality)
        if document.meeting_date:
            canvas.drawRightString(RIGHT_EDGE, top - 13, document.words.date)
            canvas.setFillColor(INK)
            canvas.drawRightString(
                RIGHT_EDGE, top - 25, document.meeting_date.isoformat()
            )
        self._rule(canvas, HEIGHT - 28 * mm)

    def _footer(self, canvas: Any) -> None:
        document, words = self.document, self.document.words
        self._rule(canvas, 23 * mm)
        canvas.setFillColor(QUIET)
        canvas.setFont(REGULAR, 8)
        if document.footer is Footer.INITIALS:
            self._to_sign(canvas, LEFT, words.initials)
        if document.footer is not Footer.TEXT:
            self._to_sign(canvas, LEFT + BODY_WIDTH / 2, words.certified)
        elif document.footer_text:
            canvas.drawString(LEFT, 18.5 * mm, document.footer_text)
            return
        if document.footer_text:
            canvas.drawString(LEFT, 9 * mm, document.footer_text)

    def _to_sign(self, canvas: Any, x: float, label: str) -> None:
        canvas.drawString(x, 19 * mm, label)
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(RULE)
        canvas.line(x, 13 * mm, x + BODY_WIDTH / 2 - 8 * mm, 13 * mm)

    def _rule(self, canvas: Any, y: float) -> None:
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, y, RIGHT_EDGE, y)
