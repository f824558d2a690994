"""From blocks to flowables: one small function for each kind of block."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pikepdf import Name
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    NextPageTemplate,
    PageBreak,
    Spacer,
)

from boards.shared.paper import front, markup, tree
from boards.shared.paper.chart import ChartRow
from boards.shared.paper.grid import Grid, plan
from boards.shared.paper.layout import Anchor, Entry, Layout, Mark, Running, Stamp
from boards.shared.paper.looks import BODY_WIDTH, style
from boards.shared.paper.structure import Element, TaggedImage, tagged

HEADING_ROOM = 28 * mm
INDENT = 18.0
Story = list[Flowable]


class Inserted(Mark):
    """The place where the pages of an uploaded PDF come in."""

    def __init__(self, layout: Layout, appendix: tree.AppendixPages) -> None:
        super().__init__(layout)
        self.appendix = appendix

    def draw(self) -> None:
        """Note the page they follow, and give the appendix its own number."""
        page = self.canv.getPageNumber()
        entry = Entry(self.appendix.key, "", appendix_title(self.appendix))
        self.layout.arrive(entry, page + 1, None)
        self.layout.inserts.append((page, self.appendix))


def story(document: tree.Document, layout: Layout) -> Story:
    """Return everything that is laid out, appendices made of blocks included."""
    made = Builder(document, layout).blocks(document.blocks)
    for appendix in document.appendices:
        made += _appendix(document, layout, appendix)
    return made


def entries(document: tree.Document) -> list[Entry]:
    """Return the lines of the table of contents."""
    made = [
        Entry(block.key, block.number, block.title)
        if isinstance(block, tree.Section)
        else Entry(heading_key(block), block.label, block.text, max(block.level - 2, 0))
        for block in _contents(document.blocks)
    ]
    return [*made, *(Entry(a.key, "", appendix_title(a)) for a in document.appendices)]


def appendix_title(appendix: tree.AppendixPages) -> str:
    """Return "Bilaga 1, ITVT § 12/2020-09-29: Delårsrapport"."""
    return f"{appendix.stamp}: {appendix.title}" if appendix.title else appendix.stamp


def heading_key(heading: tree.Heading) -> str:
    """Return a destination for a heading that stands in the contents."""
    return f"heading-{heading.label}-{heading.text}"


def _contents(
    blocks: tuple[tree.Block, ...],
) -> Iterator[tree.Section | tree.Heading]:
    for block in blocks:
        if isinstance(block, tree.Section):
            yield block
            yield from _contents(block.blocks)
        elif isinstance(block, tree.Heading) and block.in_contents:
            yield block


def _appendix(
    document: tree.Document, layout: Layout, appendix: tree.AppendixPages
) -> Story:
    if not appendix.blocks:
        return [Inserted(layout, appendix)]
    entry = Entry(appendix.key, "", appendix_title(appendix))
    return [
        Stamp(layout, appendix.stamp),
        NextPageTemplate("appendix"),
        PageBreak(),
        Anchor(layout, entry),
        *Builder(document, layout).blocks(appendix.blocks),
    ]


class Builder:
    """Makes flowables of a document's blocks."""

    def __init__(self, document: tree.Document, layout: Layout) -> None:
        self.document, self.layout = document, layout
        self.parent = layout.root
        self.depth = 0
        self.makers: dict[type, Callable[[Any], Story]] = {
            tree.Heading: self.heading,
            tree.Paragraph: self.paragraph,
            tree.BulletList: self.bullets,
            tree.NumberedList: self.numbered,
            tree.Table: self.table,
            tree.FieldTable: lambda block: front.field_table(self.parent, block),
            tree.SignatureBlock: lambda block: front.signatures(
                layout, self.parent, block
            ),
            tree.NoticeBlock: lambda block: front.notice(layout, self.parent, block),
            tree.TableOfContents: self.contents,
            tree.PageBreak: lambda _block: [PageBreak()],
            tree.Figure: self.figure,
            tree.ChartRow: self.charts,
            tree.QrCode: lambda block: front.code(self.parent, block),
            tree.Section: self.section,
        }

    def blocks(self, blocks: tuple[tree.Block, ...]) -> Story:
        """Return the flowables of blocks in their order."""
        return [one for block in blocks for one in self.makers[type(block)](block)]

    def heading(self, block: tree.Heading) -> Story:
        """Keep a heading with the lines after it."""
        text = markup.of_text(f"{block.label} {block.text}".strip())
        name = f"h{min(max(block.level, 1), 4)}"
        made: Story = [CondPageBreak(HEADING_ROOM)]
        if block.in_contents:
            entry = Entry(
                heading_key(block), block.label, block.text, max(block.level - 2, 0)
            )
            made.append(Anchor(self.layout, entry))
        return [*made, self._title(text, name)]

    def _title(self, text: str, name: str) -> Flowable:
        """Tag a heading: § titles are H1, and no level is ever skipped."""
        wanted = max(int(name[1:]) - 1, 1)
        self.depth = min(wanted, self.depth + 1)
        return tagged(self.parent.add(f"H{self.depth}"), text, style(name))

    def _text(self, text: str, look: str, tag: str = "P") -> Flowable:
        return tagged(self.parent.add(tag), text, style(look))

    @contextmanager
    def _inside(self, tag: str, **attributes: Any) -> Iterator[Element]:
        """Let what is made in the block belong to a new element."""
        before, self.parent = self.parent, self.parent.add(tag, **attributes)
        yield self.parent
        self.parent = before

    def paragraph(self, block: tree.Paragraph) -> Story:
        """Return running text; an empty paragraph takes no room."""
        text = markup.of_runs(block.runs)
        if not text.strip():
            return []
        return [self._text(text, block.kind.value)]

    def bullets(self, block: tree.BulletList, indent: float = 0) -> Story:
        """Return points with dashes."""
        with self._inside("L", ListNumbering=Name.Disc):
            return self._items(block.items, indent, lambda _number: "\u2013")

    def numbered(self, block: tree.NumberedList, indent: float = 0) -> Story:
        """Return points with numbers."""
        with self._inside("L", ListNumbering=Name.Decimal):
            return self._items(
                block.items, indent, lambda number: f"{block.start + number}."
            )

    def _items(
        self,
        items: tuple[tree.ListItem, ...],
        indent: float,
        sign: Callable[[int], str],
    ) -> Story:
        made: Story = []
        for number, item in enumerate(items):
            bullet: str | None = sign(number)
            with self._inside("LI"), self._inside("LBody"):
                for block in item.blocks:
                    made += self._inner(block, indent + INDENT, bullet)
                    bullet = None
        return [*made, Spacer(1, 4)] if made and not indent else made

    def _inner(self, block: tree.Block, indent: float, bullet: str | None) -> Story:
        if isinstance(block, tree.Paragraph):
            text = markup.of_runs(block.runs)
            look = style("item", indent=indent)
            # The blank keeps sign and text apart for those who listen.
            lead = f"{bullet} " if bullet else None
            return [tagged(self.parent.add("P"), text, look, lead)]
        if isinstance(block, tree.BulletList):
            return self.bullets(block, indent)
        if isinstance(block, tree.NumberedList):
            return self.numbered(block, indent)
        return self.blocks((block,))

    def table(self, block: tree.Table) -> Story:
        """Return the caption and the grid."""
        if not block.rows and not block.total_rows and not block.head():
            return []
        made: Story = [CondPageBreak(HEADING_ROOM)]
        with self._inside("Table") as element:
            if block.caption:
                text = markup.of_text(block.caption)
                made.append(self._text(text, "caption", "Caption"))
            return [*made, Grid(plan(block, BODY_WIDTH, element)), Spacer(1, 6)]

    def contents(self, block: tree.TableOfContents) -> Story:
        """Return the table of contents with the page numbers of the pass before."""
        title = self._title(markup.of_text(block.title), "h2")
        with self._inside("TOC") as element:
            lines = [
                front.ContentsLine(self.layout, element, entry)
                for entry in entries(self.document)
            ]
        return [title, *lines]

    def figure(self, block: tree.Figure) -> Story:
        """Return the picture in its own proportions, never wider than the text."""
        picture = TaggedImage(BytesIO(block.png))
        picture.element = self.parent.add("Figure")
        picture.element.alternative = block.alternative
        width = min(block.width_mm * mm or BODY_WIDTH, BODY_WIDTH)
        scale = min(width / picture.imageWidth, 400 / picture.imageHeight)
        picture.drawWidth = picture.imageWidth * scale
        picture.drawHeight = picture.imageHeight * scale
        picture.hAlign = "LEFT"
        if not block.caption:
            return [picture, Spacer(1, 6)]
        return [picture, self._text(markup.of_text(block.caption), "small")]

    def charts(self, block: tree.ChartRow) -> Story:
        """Return the charts with their captions, all on one page."""
        row = ChartRow(block, self.parent)
        return [CondPageBreak(row.height + 12), row, Spacer(1, 8)]

    def section(self, block: tree.Section) -> Story:
        """Return a § with its heading; its further pages say that they continue it."""
        entry = Entry(block.key, block.number, block.title)
        opening: Flowable = PageBreak() if block.new_page else CondPageBreak(45 * mm)
        made: Story = [
            Running(self.layout, ""),
            opening,
            Anchor(self.layout, entry),
            Running(self.layout, block.running),
        ]
        with self._inside("Sect") as element:
            if block.running or block.reference:
                made += front.section_line(element, block.running, block.reference)
            made.append(self._title(markup.of_text(block.title), "h2"))
            made += self.blocks(block.blocks)
            if block.dispatched_to:
                made += self._dispatched(block.dispatched_to)
        return [*made, Running(self.layout, "")]

    def _dispatched(self, recipients: tuple[str, ...]) -> Story:
        label = markup.of_text(self.document.words.dispatched_to)
        names = "<br/>".join(markup.of_text(name) for name in recipients)
        text = f"<b>{label}:</b> {names}" if len(recipients) == 1 else ""
        text = text or f"<b>{label}:</b><br/>{names}"
        return [Spacer(1, 8), self._text(text, "body")]
