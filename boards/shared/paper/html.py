"""The tree as accessible HTML fragments, everything escaped.

Classes used: `paper`, `paper-section`, `paper-running`, `paper-reference`,
`paper-dispatched`, `paper-fields`, `paper-signatures`, `paper-notice`, `paper-scroll`,
`paper-table`, `paper-number`, `paper-total`, `paper-lead`, `paper-small`,
`paper-appendix`.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from html import escape
from typing import Any

from boards.shared.paper import tree
from boards.shared.paper.chart import chart_svg
from boards.shared.paper.markup import NO_BREAK, SAFE_LINK, is_number, plain
from boards.shared.paper.qr import qr_html
from boards.shared.paper.tree import Align, ParagraphKind

DEEPEST = 6
# The name of a table without a caption, in the documents' own language.
TABLE = "Tabell"


def render_html(document: tree.Document, *, top: int = 2) -> str:
    """Return the whole document; `top` is the level its section titles get."""
    body = Html(document.words, top).blocks(document.blocks)
    appended = "".join(_appendix(document, one, top) for one in document.appendices)
    language = escape(document.language)
    return f'<div class="paper" lang="{language}">{body}{appended}</div>'


def render_section(document: tree.Document, key: str, *, top: int = 2) -> str:
    """Return one section of the document."""
    body = Html(document.words, top).blocks((document.section(key),))
    return f'<div class="paper" lang="{escape(document.language)}">{body}</div>'


def _appendix(document: tree.Document, appendix: tree.AppendixPages, top: int) -> str:
    title = f"{appendix.stamp}: {appendix.title}".rstrip(": ")
    inner = Html(document.words, top + 1).blocks(appendix.blocks)
    head = f"<h{top}>{_text(title)}</h{top}>"
    return f'<section class="paper-appendix">{head}{inner}</section>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _tag(name: str, inner: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{inner}</{name}>"


def runs_html(runs: tree.Runs) -> str:
    """Return runs as phrasing content."""
    return "".join(_run(run) for run in runs)


def _run(run: tree.Run) -> str:
    made = _text(run.text)
    for wanted, name in (
        (run.bold, "strong"),
        (run.italic, "em"),
        (run.underline, "u"),
    ):
        made = _tag(name, made) if wanted else made
    if run.link and SAFE_LINK.match(run.link):
        made = f'<a href="{escape(run.link)}" rel="noopener">{made}</a>'
    return made


class Html:
    """Makes fragments of blocks; headings are moved to where the page has room."""

    def __init__(self, words: tree.Words, top: int) -> None:
        self.words, self.top = words, top
        self.makers: dict[type, Callable[[Any], str]] = {
            tree.Heading: self.heading,
            tree.Paragraph: _paragraph,
            tree.BulletList: lambda one: _tag("ul", self.items(one.items)),
            tree.NumberedList: self.numbered,
            tree.Table: _table,
            tree.FieldTable: lambda one: _fields(one.fields),
            tree.SignatureBlock: self.signatures,
            tree.NoticeBlock: self.notice,
            tree.Figure: _figure,
            tree.ChartRow: _charts,
            tree.QrCode: _code,
            tree.Section: self.section,
            # A page on the web has neither pages nor numbers for them.
            tree.TableOfContents: lambda _one: "",
            tree.PageBreak: lambda _one: "",
        }

    def blocks(self, blocks: Iterable[tree.Block]) -> str:
        """Return the fragments of blocks in their order."""
        return "".join(self.makers[type(block)](block) for block in blocks)

    def heading(self, block: tree.Heading) -> str:
        """Return a heading; level 2 of the tree becomes the page's own level."""
        text = _text(f"{block.label} {block.text}".strip())
        level = min(max(self.top + block.level - 2, 1), DEEPEST)
        return _tag(f"h{level}", text)

    def numbered(self, block: tree.NumberedList) -> str:
        """Return an ordered list that begins where the tree says."""
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>{self.items(block.items)}</ol>"

    def items(self, items: tuple[tree.ListItem, ...]) -> str:
        """Return list items; a single paragraph needs no element of its own."""
        return "".join(_tag("li", self._item(item)) for item in items)

    def _item(self, item: tree.ListItem) -> str:
        first, *rest = item.blocks or (tree.Paragraph(()),)
        if isinstance(first, tree.Paragraph):
            return runs_html(first.runs) + self.blocks(rest)
        return self.blocks(item.blocks)

    def section(self, block: tree.Section) -> str:
        """Return a § as a section named by its heading."""
        key = escape(block.key)
        label = f"{_text(block.running or block.number)}"
        lead = _tag("span", label, "paper-running") + " " if label else ""
        head = f'<h{self.top} id="{key}">{lead}{_text(block.title)}</h{self.top}>'
        if block.reference:
            head += _tag("p", _text(block.reference), "paper-reference")
        body = Html(self.words, self.top).blocks(block.blocks)
        sent = self._dispatched(block.dispatched_to)
        return (
            f'<section class="paper-section" aria-labelledby="{key}">'
            f"{head}{body}{sent}</section>"
        )

    def _dispatched(self, recipients: tuple[str, ...]) -> str:
        if not recipients:
            return ""
        label = _tag("strong", f"{_text(self.words.dispatched_to)}:")
        names = ", ".join(_text(name) for name in recipients)
        return _tag("p", f"{label} {names}", "paper-dispatched")

    def signatures(self, block: tree.SignatureBlock) -> str:
        """Return who signs as what."""
        level = min(self.top, DEEPEST)
        pairs = "".join(_signature(one) for one in block.signatures)
        pairs += _pairs(block.fields)
        head = _tag(f"h{level}", _text(block.label)) if block.label else ""
        return head + _tag("dl", pairs, "paper-signatures")

    def notice(self, block: tree.NoticeBlock) -> str:
        """Return the box as a section with its own heading."""
        level = min(self.top, DEEPEST)
        inner = _tag(f"h{level}", _text(block.title))
        if block.runs:
            inner += _tag("p", runs_html(block.runs))
        pairs = _pairs(block.fields)
        if block.signature:
            pairs += _signature(block.signature)
        inner += _tag("dl", pairs, "paper-fields") if pairs else ""
        return _tag("section", inner, "paper-notice")


def _paragraph(block: tree.Paragraph) -> str:
    inner = runs_html(block.runs)
    if not inner.strip():
        return ""
    if block.kind is ParagraphKind.QUOTE:
        return _tag("blockquote", _tag("p", inner))
    named = block.kind in (ParagraphKind.LEAD, ParagraphKind.SMALL)
    return _tag("p", inner, f"paper-{block.kind.value}" if named else "")


def _fields(fields: tuple[tree.Field, ...]) -> str:
    return _tag("dl", _pairs(fields), "paper-fields") if fields else ""


def _pairs(fields: tuple[tree.Field, ...]) -> str:
    return "".join(_pair(field) for field in fields)


def _pair(field: tree.Field) -> str:
    values = "".join(_tag("dd", _text(line)) for line in field.lines)
    for group in field.groups:
        lines = "".join(_tag("li", _text(line)) for line in group.lines)
        values += _tag("dd", f"{_text(group.label)}{_tag('ul', lines)}")
    return _tag("dt", _text(field.label)) + (values or "<dd></dd>")


def _signature(signature: tree.SignatureField) -> str:
    signed = f"<br>{_text(signature.signed_text)}" if signature.signed_text else ""
    return _tag("dt", _text(signature.role)) + _tag(
        "dd", _text(signature.person) + signed
    )


def _table(table: tree.Table) -> str:
    if not (table.head() or table.rows or table.total_rows):
        return ""
    caption = _tag("caption", _text(table.caption)) if table.caption else ""
    head = "".join(_row(table, row, head=True) for row in table.head())
    body = "".join(_row(table, row) for row in table.rows)
    totals = "".join(_row(table, row) for row in table.total_rows)
    made = caption + (_tag("thead", head) if head else "")
    made += _tag("tbody", body) if body else ""
    made += _tag("tbody", totals, "paper-total") if totals else ""
    label = escape(table.caption or TABLE)
    # A wide table scrolls by itself, also by keyboard, and has a name while it does.
    return (
        f'<div class="paper-scroll" role="group" aria-label="{label}" tabindex="0">'
        f"{_tag('table', made, 'paper-table')}</div>"
    )


def _row(table: tree.Table, row: tree.Row, *, head: bool = False) -> str:
    made, column = "", 0
    for cell in row:
        made += _cell(table, cell, column, head=head)
        column += cell.colspan
    return _tag("tr", made)


def _cell(table: tree.Table, cell: tree.Cell, column: int, *, head: bool) -> str:
    text = plain(cell.runs)
    number = is_number(text)
    inner = runs_html(cell.runs)
    if number:
        inner = escape(text.strip().replace(" ", NO_BREAK))
    given = table.columns[column].align if column < len(table.columns) else Align.LEFT
    right = number or (cell.align or given) is Align.RIGHT
    attributes = ' class="paper-number"' if right else ""
    attributes += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    attributes += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    if head and (text.strip() or column):
        scope = "colgroup" if cell.colspan > 1 else "col"
        return f'<th scope="{scope}"{attributes}>{inner}</th>'
    if cell.header and not head:
        return f'<th scope="row"{attributes}>{inner}</th>'
    return f"<td{attributes}>{inner}</td>"


def _code(block: tree.QrCode) -> str:
    return qr_html(block) + "".join(_tag("p", _text(line)) for line in block.lines)


def _charts(block: tree.ChartRow) -> str:
    return "".join(_chart(one) for one in block.charts)


def _chart(block: tree.Chart) -> str:
    key = sha256(block.alternative.encode()).hexdigest()[:8]
    caption = _tag("figcaption", _text(block.caption)) if block.caption else ""
    return _tag("figure", caption + chart_svg(block, key))


def _figure(block: tree.Figure) -> str:
    data = b64encode(block.png).decode("ascii")
    source = f"data:image/png;base64,{data}"
    picture = f'<img src="{source}" alt="{escape(block.alternative)}">'
    caption = _tag("figcaption", _text(block.caption)) if block.caption else ""
    return _tag("figure", picture + caption)
