"""The editor's rich text as blocks of the document tree."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from boards.shared.paper.tree import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Runs,
    Table,
)

HEADINGS = {"h1": 3, "h2": 3, "h3": 4, "h4": 5, "h5": 5, "h6": 5}
LISTS = {"ul", "ol"}
INLINE_LOOKS = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "u": "underline",
}
BLOCKS = {*HEADINGS, *LISTS, "p", "table", "blockquote", "div", "hr", "li"}


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return clean rich text as blocks; text without any markup is one paragraph."""
    if not text.strip():
        return ()
    root = html.fragment_fromstring(text, create_parent="div")
    return tuple(_blocks(root, ParagraphKind.BODY))


def _blocks(element: HtmlElement, kind: ParagraphKind) -> Iterator[Block]:
    loose: list[Run] = [Run(element.text)] if element.text else []
    for child in element:
        if child.tag in BLOCKS:
            yield from _flush(loose, kind)
            loose = []
            yield from _block(child, kind)
        else:
            loose.extend(_inline(child, Run("")))
        if child.tail:
            loose.append(Run(child.tail))
    yield from _flush(loose, kind)


def _block(element: HtmlElement, kind: ParagraphKind) -> Iterator[Block]:
    tag = element.tag
    if tag in HEADINGS:
        text = "".join(run.text for run in _tidy(_runs(element)))
        if text:
            yield Heading(HEADINGS[tag], text)
    elif tag in LISTS:
        yield _list(element, kind)
    elif tag == "table":
        yield from _table(element)
    elif tag == "blockquote":
        yield from _blocks(element, ParagraphKind.QUOTE)
    else:
        yield from _blocks(element, kind)


def _list(element: HtmlElement, kind: ParagraphKind) -> Block:
    items = tuple(ListItem(tuple(_blocks(li, kind))) for li in element.findall("li"))
    if element.tag == "ul":
        return BulletList(items)
    start = element.get("start", "1")
    return NumberedList(items, int(start) if start.isdigit() else 1)


def _table(element: HtmlElement) -> Iterator[Block]:
    rows = [_row(tr) for tr in element.iter("tr")]
    rows = [row for row in rows if row]
    if not rows:
        return
    width = max(sum(cell.colspan for cell in row) for row in rows)
    head = 0
    while head < len(rows) and all(cell.header for cell in rows[head]):
        head += 1
    caption = element.find("caption")
    yield Table(
        columns=(Column(),) * width,
        header_rows=tuple(rows[:head]),
        rows=tuple(rows[head:]),
        caption=caption.text_content().strip() if caption is not None else "",
    )


def _row(element: HtmlElement) -> Row:
    return tuple(
        Cell(
            runs=_tidy(_runs(cell)),
            colspan=_span(cell, "colspan"),
            rowspan=_span(cell, "rowspan"),
            header=cell.tag == "th",
        )
        for cell in element
        if cell.tag in {"td", "th"}
    )


def _span(cell: HtmlElement, name: str) -> int:
    given = cell.get(name, "1")
    return max(1, int(given)) if given.isdigit() else 1


def _runs(element: HtmlElement) -> list[Run]:
    """Return everything inside as runs; paragraphs in a cell become lines."""
    found: list[Run] = [Run(element.text)] if element.text else []
    for child in element:
        if child.tag in BLOCKS and any(run.text.strip() for run in found):
            found.append(Run("\n"))
        found.extend(_inline(child, Run("")))
        if child.tail:
            found.append(Run(child.tail))
    return found


def _inline(element: HtmlElement, look: Run) -> list[Run]:
    if element.tag == "br":
        return [replace(look, text="\n")]
    if element.tag in INLINE_LOOKS:
        look = replace(look, **{INLINE_LOOKS[element.tag]: True})
    elif element.tag == "a" and element.get("href"):
        look = replace(look, link=element.get("href"))
    found = [replace(look, text=element.text)] if element.text else []
    for child in element:
        found.extend(_inline(child, look))
        if child.tail:
            found.append(replace(look, text=child.tail))
    return found


def _flush(loose: list[Run], kind: ParagraphKind) -> Iterator[Block]:
    tidy = _tidy(loose)
    if tidy:
        yield Paragraph(tidy, kind)


def _tidy(runs: list[Run]) -> Runs:
    """Collapse white space as a browser does, keeping the line breaks."""
    kept: list[Run] = []
    for run in runs:
        text = run.text if run.text == "\n" else _spaced(run.text)
        if kept and kept[-1].text.endswith((" ", "\n")):
            text = text if text == "\n" else text.lstrip(" ")
        if text:
            kept.append(replace(run, text=text))
    while kept and not kept[-1].text.strip():
        kept.pop()
    while kept and not kept[0].text.strip():
        kept.pop(0)
    if not kept:
        return ()
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _spaced(text: str) -> str:
    body = " ".join(text.replace("\u00a0", "\u0000").split())
    before = " " if text[:1].isspace() and text[:1] != "\u00a0" else ""
    after = " " if text[-1:].isspace() and text[-1:] != "\u00a0" and body else ""
    return f"{before}{body}{after}".replace("\u0000", "\u00a0")
