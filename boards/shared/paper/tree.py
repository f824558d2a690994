"""The document tree: everything a record says, without saying how it looks.

The words printed by the renderers ("Sid", "Fortsättning") are part of the tree, because
a record that is frozen must read the same whatever language a reader has chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SCHEMA = 1


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class ParagraphKind(StrEnum):
    """What a paragraph is; each renderer has one look for each."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    QUOTE = "quote"


class Footer(StrEnum):
    """What stands at the foot of every page."""

    INITIALS = "initials"  # Justerandes sign and Utdragsbestyrkande, for pen
    CERTIFIED = "certified"  # Utdragsbestyrkande alone
    TEXT = "text"  # only `Document.footer_text`


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look; a newline in it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section or document; level 1 is the document's own title."""

    level: int
    text: str
    label: str = ""
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list; it may hold further lists."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without numbers."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Points with numbers, such as the points of a decision."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, alignment and share of the width (0: by its content)."""

    heading: str = ""
    align: Align = Align.LEFT
    width: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `header` makes it the heading of its row or column."""

    runs: Runs = ()
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    align: Align | None = None


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns; `header_rows` replaces the columns' own headings."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header_rows: tuple[Row, ...] = ()
    total_rows: tuple[Row, ...] = ()
    caption: str = ""

    def head(self) -> tuple[Row, ...]:
        """Return the rows repeated on every page, empty when there are none."""
        if self.header_rows or not any(column.heading for column in self.columns):
            return self.header_rows
        return (tuple(Cell((Run(c.heading),), header=True) for c in self.columns),)


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A named part of a field, such as "Personal" under "Övriga deltagare"."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its lines; a field with neither lines nor groups is left to fill."""

    label: str
    lines: tuple[str, ...] = ()
    groups: tuple[FieldGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The labelled facts of a front page, such as "Plats och tid"."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class SignatureField:
    """A place where one person signs; `name` is the PDF's field and never changes."""

    name: str
    role: str
    person: str
    signed_text: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The signatures of a document, with facts such as "Paragrafer 11-14"."""

    label: str
    signatures: tuple[SignatureField, ...]
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeBlock:
    """A framed box: ANSLAG/BEVIS on the front page of minutes."""

    title: str
    runs: Runs = ()
    fields: tuple[Field, ...] = ()
    signature: SignatureField | None = None


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The sections and marked headings with their pages."""

    title: str = "Innehållsförteckning"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the text that replaces it for those who do not see it."""

    png: bytes
    alternative: str
    caption: str = ""
    width_mm: float = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box of a chart; y grows downwards, as on a screen."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Rule:
    """An upright line of a chart: where nothing is."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a chart, beginning or ending at x."""

    x: float
    y: float
    text: str
    bold: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points of a chart, dashed to be told from another."""

    points: tuple[tuple[float, float], ...]
    colour: str
    dashes: tuple[float, ...] = ()


Shape = Bar | Rule | Label | Curve


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures as shapes, with the text that replaces them for those who do not see."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    alternative: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """Charts of the same figures, beside each other where there is room."""

    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """An address for a camera, its words beside it, and what others are told of it."""

    address: str
    alternative: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One § of the minutes, or one part of a report that can be told apart.

    `running` ("ITVT § 13") stands above the title, and after "Fortsättning" atop
    every further page. `number` ("§ 13") leads its entry in contents and bookmarks.
    """

    key: str
    title: str
    blocks: tuple["Block", ...]
    number: str = ""
    running: str = ""
    reference: str = ""
    dispatched_to: tuple[str, ...] = ()
    new_page: bool = True


@dataclass(frozen=True, slots=True)
class AppendixPages:
    """An appendix, stamped on every page: PDF pages, or blocks of its own.

    Big files stay out of the tree: `sha256` then names bytes given to the renderer.
    """

    key: str
    stamp: str
    title: str
    pdf: bytes = b""
    sha256: str = ""
    blocks: tuple["Block", ...] = ()
    section_key: str = ""


Block = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | Table
    | FieldTable
    | SignatureBlock
    | NoticeBlock
    | TableOfContents
    | PageBreak
    | Figure
    | ChartRow
    | QrCode
    | Section
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words a renderer adds by itself, in the document's language."""

    page: str = "Sid"
    date: str = "Sammanträdesdatum"
    continued: str = "Fortsättning"
    initials: str = "Justerandes sign"
    certified: str = "Utdragsbestyrkande"
    dispatched_to: str = "Expedieras till"
    appendices: str = "Bilagor"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `kind` and `organ` are the lines of the page header."""

    title: str
    kind: str
    organ: str
    meeting_date: date | None = None
    blocks: tuple[Block, ...] = ()
    appendices: tuple[AppendixPages, ...] = ()
    municipality: str = ""
    subject: str = ""
    language: str = "sv-SE"
    footer: Footer = Footer.INITIALS
    footer_text: str = ""
    words: Words = Words()

    def sections(self) -> Iterator[Section]:
        """Walk the sections in order, those inside other sections too."""
        yield from _sections(self.blocks)

    def section(self, key: str) -> Section:
        """Return the section with that key; `KeyError` when there is none."""
        for section in self.sections():
            if section.key == key:
                return section
        raise KeyError(key)


def _sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.blocks)


def runs(text: str) -> Runs:
    """Return plain text as runs: the shortest way from a string to a tree."""
    return (Run(text),) if text else ()


def paragraph(text: str, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(runs(text), kind)


def cells(*texts: str) -> Row:
    """Return a row of plain cells."""
    return tuple(Cell(runs(text)) for text in texts)


def bullets(*texts: str) -> BulletList:
    """Return a list of plain points."""
    return BulletList(tuple(ListItem((paragraph(text),)) for text in texts))


def numbered(*texts: str, start: int = 1) -> NumberedList:
    """Return a numbered list of plain points."""
    return NumberedList(tuple(ListItem((paragraph(t),)) for t in texts), start)
