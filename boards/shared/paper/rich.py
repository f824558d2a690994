"""Rich text from the editor as blocks; whatever the HTML is, nothing raises.

The text is cleaned first, so that only the tags below are met; others leave their text.
"""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import nh3

from boards.shared.paper import tree
from boards.shared.paper.markup import plain

TAGS = frozenset(
    """
    p div br strong b em i u a ul ol li blockquote h1 h2 h3 h4 h5 h6
    table caption thead tbody tfoot tr th td
    """.split()  # noqa: SIM905  a list of 28 lines reads worse
)
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}} | {
    name: {"colspan", "rowspan"} for name in ("td", "th")
}
INLINE = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "u": "underline",
}
SPACE = re.compile(r"[ \t\r\n\f]+")
DEEPEST_LIST = 6
WIDEST_SPAN = 60
LONGEST_NUMBER = 5
# A § has its title on level 2, so headings in its text begin below it.
HEADINGS = {"h1": 3, "h2": 3, "h3": 4, "h4": 5, "h5": 5, "h6": 5}


def blocks_from_html(html: str) -> tuple[tree.Block, ...]:
    """Return rich text as blocks, empty when there is nothing to say."""
    known = html.encode("utf-8", "replace").decode("utf-8")
    clean = nh3.clean(
        known,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(clean)
    reader.close()
    return reader.result()


@dataclass
class _List:
    """A list that is being read."""

    ordered: bool
    start: int = 1
    items: list[list[tree.Block]] = field(default_factory=list)

    def block(self) -> tree.Block:
        """Return the finished list."""
        items = tuple(tree.ListItem(tuple(one)) for one in self.items if one)
        if self.ordered:
            return tree.NumberedList(items, self.start)
        return tree.BulletList(items)


@dataclass
class _Table:
    """A table that is being read."""

    caption: str = ""
    in_head: bool = False
    head: list[tree.Row] = field(default_factory=list)
    rows: list[tree.Row] = field(default_factory=list)
    row: list[tree.Cell] = field(default_factory=list)
    cell: tree.Cell | None = None
    parts: list[tree.Runs] = field(default_factory=list)

    def end_row(self) -> None:
        """Put the row where it belongs: a first row of headings is the head."""
        row, self.row = tuple(self.row), []
        if not row:
            return
        first = not self.rows and all(cell.header for cell in row)
        (self.head if self.in_head or first else self.rows).append(row)

    def block(self) -> tree.Block | None:
        """Return the finished table, or none when it has no cells."""
        rows = (*self.head, *self.rows)
        if not rows:
            return None
        width = max(sum(cell.colspan for cell in row) for row in rows)
        columns = (tree.Column(),) * min(width, WIDEST_SPAN)
        return tree.Table(
            columns, tuple(self.rows), tuple(self.head), caption=self.caption
        )


class _Reader(HTMLParser):
    """Reads clean HTML event by event: no recursion, however deep it is nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tree.Block] = []
        self.lists: list[_List] = []
        self.ignored_lists = 0
        self.table: _Table | None = None
        self.nested_tables = 0
        self.runs: list[tree.Run] = []
        self.looks = {"bold": 0, "italic": 0, "underline": 0}
        self.links: list[str] = []
        self.level = 0
        self.quotes = 0

    def result(self) -> tuple[tree.Block, ...]:
        """Return what was read, open ends closed."""
        self._end_table()
        self._flush()
        while self.lists:
            self._end_list()
        return tuple(self.blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        given = dict(attrs)
        if tag in INLINE:
            self.looks[INLINE[tag]] += 1
        elif tag == "a":
            self.links.append(given.get("href") or "")
        elif tag == "br":
            self._add("\n")
        else:
            self._flush()
            self._open_block(tag, given)

    def _open_block(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in HEADINGS:
            self.level = HEADINGS[tag]
        elif tag == "blockquote":
            self.quotes += 1
        elif tag in ("ul", "ol"):
            self._open_list(tag, given)
        elif tag == "li" and self.lists and not self.table:
            self.lists[-1].items.append([])
        elif tag == "table":
            self._open_table()
        elif self.table and not self.nested_tables:
            self._open_part(self.table, tag, given)

    def _open_list(self, tag: str, given: dict[str, str | None]) -> None:
        if self.table or len(self.lists) >= DEEPEST_LIST:
            self.ignored_lists += 1
        else:
            self.lists.append(_List(tag == "ol", _number(given.get("start"), 1)))

    def _open_table(self) -> None:
        if self.table:
            self.nested_tables += 1
        else:
            self.table = _Table()

    def _open_part(self, table: _Table, tag: str, given: dict[str, str | None]) -> None:
        if tag == "thead":
            table.in_head = True
        elif tag in ("td", "th"):
            table.parts = []
            table.cell = tree.Cell(
                colspan=_number(given.get("colspan"), 1),
                rowspan=_number(given.get("rowspan"), 1),
                header=tag == "th",
            )

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag in INLINE:
            self.looks[INLINE[tag]] = max(self.looks[INLINE[tag]] - 1, 0)
        elif tag == "a":
            self.links = self.links[:-1]
        elif tag == "caption" and self.table and not self.nested_tables:
            self.table.caption = plain(_trimmed(self.runs)).replace("\n", " ")
            self.runs = []
        elif tag != "br":
            self._flush()
            self._close_block(tag)

    def _close_block(self, tag: str) -> None:
        if tag in HEADINGS:
            self.level = 0
        elif tag == "blockquote":
            self.quotes = max(self.quotes - 1, 0)
        elif tag in ("ul", "ol"):
            self._close_list()
        elif tag == "table" and self.nested_tables:
            self.nested_tables -= 1
        elif tag == "table":
            self._end_table()
        elif self.table and not self.nested_tables:
            self._close_part(self.table, tag)

    def _close_list(self) -> None:
        if self.ignored_lists:
            self.ignored_lists -= 1
        elif self.lists:
            self._end_list()

    def _close_part(self, table: _Table, tag: str) -> None:
        if tag == "thead":
            table.in_head = False
        elif tag == "tr":
            table.end_row()
        elif tag in ("td", "th") and table.cell:
            joined: list[tree.Run] = []
            for number, part in enumerate(table.parts):
                joined += [tree.Run("\n"), *part] if number else part
            table.row.append(replace(table.cell, runs=tuple(joined)))
            table.cell = None

    def handle_data(self, data: str) -> None:
        """Take text; white space is one blank."""
        text = SPACE.sub(" ", data)
        before = self.runs[-1].text if self.runs else ""
        if text.startswith(" ") and (not before or before[-1] in " \n"):
            text = text[1:]
        if text:
            self._add(text)

    def _add(self, text: str) -> None:
        link = self.links[-1] if self.links else ""
        looks = {name: bool(count) for name, count in self.looks.items()}
        run = tree.Run(text, link=link, **looks)
        last = self.runs[-1] if self.runs else None
        if last and replace(last, text="") == replace(run, text=""):
            self.runs[-1] = replace(last, text=last.text + text)
        else:
            self.runs.append(run)

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        runs, self.runs = _trimmed(self.runs), []
        if not runs:
            return
        if self.table:
            if self.table.cell:
                self.table.parts.append(runs)
            return
        if self.level:
            text = plain(runs).replace("\n", " ")
            self._put(tree.Heading(self.level, text))
            return
        quoted = self.quotes > 0
        kind = tree.ParagraphKind.QUOTE if quoted else tree.ParagraphKind.BODY
        self._put(tree.Paragraph(runs, kind))

    def _put(self, block: tree.Block) -> None:
        if self.lists:
            items = self.lists[-1].items
            if not items:
                items.append([])
            items[-1].append(block)
        else:
            self.blocks.append(block)

    def _end_list(self) -> None:
        done = self.lists.pop()
        if any(done.items):
            self._put(done.block())

    def _end_table(self) -> None:
        table, self.table = self.table, None
        block = table.block() if table else None
        if block:
            self._put(block)


def _number(text: str | None, otherwise: int) -> int:
    if text and text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return min(max(int(text), 1), WIDEST_SPAN)
    return otherwise


def _trimmed(runs: list[tree.Run]) -> tree.Runs:
    """Return runs without white space at both ends."""
    made = list(runs)
    while made and not made[0].text.lstrip(" \n"):
        made.pop(0)
    while made and not made[-1].text.rstrip(" \n"):
        made.pop()
    if not made:
        return ()
    made[0] = replace(made[0], text=made[0].text.lstrip(" \n"))
    made[-1] = replace(made[-1], text=made[-1].text.rstrip(" \n"))
    return tuple(made)
