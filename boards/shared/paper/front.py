"""The front page's own shapes: fields, signatures, the notice box, contents lines."""

from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import Table as Sheet

from boards.shared.paper import markup, tree
from boards.shared.paper.fonts import REGULAR
from boards.shared.paper.layout import Entry, Layout, Link, SignatureSpot
from boards.shared.paper.looks import BODY_WIDTH, INK, LOOKS, QUIET, RULE, style
from boards.shared.paper.qr import SIDE, QrPicture
from boards.shared.paper.structure import Element, tagged
from boards.shared.paper.tree import Align

LABEL_WIDTH = 38 * mm
SIGN_WIDTH = 82 * mm
# What reportlab's tables take as rules: a command, two corners, its values.
Rules = list[Any]
TIGHT: Rules = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 0.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0.6),
]

FRAME: Rules = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("BOX", (0, 0), (-1, -1), 0.8, INK),
    ("LEFTPADDING", (0, 0), (-1, -1), 8),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
]


def field_table(
    parent: Element, block: tree.FieldTable, width: float = BODY_WIDTH
) -> list[Flowable]:
    """Return labels beside their lines; a line a row, so that any page break works."""
    rows: list[list[Flowable | str]] = []
    rules: Rules = []
    for field in block.fields:
        first = len(rows)
        rows += _field_rows(parent, field)
        rules.append(("LINEABOVE", (0, first), (-1, first), 0.4, RULE))
        rules.append(("TOPPADDING", (0, first), (-1, first), 3.4))
        rules.append(("BOTTOMPADDING", (0, len(rows) - 1), (-1, len(rows) - 1), 3.8))
    if not rows:
        return []
    widths = [LABEL_WIDTH, width - LABEL_WIDTH]
    return [Sheet(rows, colWidths=widths, style=[*TIGHT, *rules], hAlign="LEFT")]


def _field_rows(parent: Element, field: tree.Field) -> list[list[Flowable | str]]:
    label = text(parent, field.label, "label")
    values: list[Flowable] = [text(parent, line, "value") for line in field.lines]
    for group in field.groups:
        values.append(text(parent, group.label, "label"))
        values += [text(parent, line, "value") for line in group.lines]
    values = values or [Blank()]
    return [[label if not number else "", one] for number, one in enumerate(values)]


def text(parent: Element, words: str, look: str) -> Flowable:
    """Return plain text as a paragraph of its own."""
    return tagged(parent.add("P"), markup.of_text(words), style(look))


class Blank(Flowable):
    """A line to write on."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take one line's height."""
        self.width = width
        return width, LOOKS["value"].leading

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 1.5, min(self.width, 70 * mm), 1.5)


def signatures(
    layout: Layout, parent: Element, block: tree.SignatureBlock
) -> list[Flowable]:
    """Return a line to sign on for every signature, its facts to the right."""
    rows: list[list[Any]] = []
    facts = [f"<b>{markup.of_text(f.label)}</b> {_joined(f)}" for f in block.fields]
    for number, signature in enumerate(block.signatures):
        label = text(parent, block.label, "label") if not number else ""
        place = signature_cell(layout, parent, signature)
        fact: Flowable | str = ""
        if number < len(facts):
            fact = tagged(parent.add("P"), facts[number], style("value"))
        rows.append([label, place, fact])
    if not rows:
        return []
    widths = [LABEL_WIDTH, SIGN_WIDTH, BODY_WIDTH - LABEL_WIDTH - SIGN_WIDTH]
    rule: Rules = [
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, RULE),
        ("TOPPADDING", (0, 0), (-1, 0), 3.4),
    ]
    return [Sheet(rows, colWidths=widths, style=[*TIGHT, *rule], hAlign="LEFT")]


def _joined(field: tree.Field) -> str:
    return markup.of_text(", ".join(field.lines))


def signature_cell(
    layout: Layout, parent: Element, signature: tree.SignatureField
) -> list[Flowable]:
    """Return role, place to sign and name under each other."""
    label = f"{signature.role} {signature.person}".strip()
    made = [text(parent, signature.role, "role")] if signature.role else []
    if signature.signed_text:
        made.append(text(parent, signature.signed_text, "value"))
    else:
        made.append(SignatureSpot(layout, signature.name, label, parent))
    return [*made, text(parent, signature.person, "name"), Spacer(1, 6)]


def code(parent: Element, block: tree.QrCode) -> list[Flowable]:
    """Return a QR code with its words to the right, never torn apart."""
    picture = QrPicture(block, parent)
    beside = [text(parent, line, "value") for line in block.lines]
    widths = [SIDE + 6, BODY_WIDTH - SIDE - 6]
    middle: Rules = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    sheet = Sheet(
        [[picture, beside]], colWidths=widths, style=[*TIGHT, *middle], hAlign="LEFT"
    )
    return [Spacer(1, 8), sheet]


class AtFoot(Flowable):
    """Content that stands at the bottom of its page."""

    def __init__(self, content: Flowable) -> None:
        super().__init__()
        self.content = content

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take all the room that is left."""
        _, self.own = self.content.wrap(width, height)
        return width, max(height - 0.01, self.own) if self.own <= height else self.own

    def draw(self) -> None:
        """Draw at the lower edge."""
        self.content.drawOn(self.canv, 0, 0)


def notice(layout: Layout, parent: Element, block: tree.NoticeBlock) -> list[Flowable]:
    """Return the framed box; it stands at the foot of the page."""
    inner = BODY_WIDTH - 16
    content: list[Flowable] = [text(parent, block.title, "box-title")]
    if block.runs:
        words = markup.of_runs(block.runs)
        content.append(tagged(parent.add("P"), words, style("value")))
        content.append(Spacer(1, 4))
    content += field_table(parent, tree.FieldTable(block.fields), inner)
    if block.signature:
        content.append(_notice_signature(layout, parent, block.signature))
    box = Sheet([[content]], colWidths=[BODY_WIDTH], style=FRAME)
    return [Spacer(1, 8), AtFoot(box)]


def _notice_signature(
    layout: Layout, parent: Element, signature: tree.SignatureField
) -> Flowable:
    role = text(parent, signature.role, "label")
    spot = signature_cell(layout, parent, replace(signature, role=""))
    widths = [LABEL_WIDTH, SIGN_WIDTH]
    return Sheet([[role, spot]], colWidths=widths, style=TIGHT, hAlign="LEFT")


def section_line(parent: Element, running: str, reference: str) -> list[Flowable]:
    """Return "ITVT § 13" with "DNR ITVT 5/2020" on the same line."""
    row: list[Flowable | str] = ["", ""]
    if running:
        row[0] = text(parent, running, "running")
    if reference:
        right = style("reference", Align.RIGHT)
        row[1] = tagged(parent.add("P"), markup.of_text(reference), right)
    half = BODY_WIDTH / 2
    flat: Rules = [*TIGHT, ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    return [CondPageBreak(30 * mm), Sheet([row], colWidths=[half, half], style=flat)]


class ContentsLine(Flowable):
    """One entry with dotted leaders to its page, a link to it as a whole."""

    def __init__(self, layout: Layout, parent: Element, entry: Entry) -> None:
        super().__init__()
        self.layout, self.entry = layout, entry
        self.element = parent.add("TOCI").add("Reference").add("Link")
        self.spaceAfter = LOOKS["contents"].after
        words = markup.of_text(f"{entry.label} {entry.text}".strip())
        indent = 12.0 * entry.level
        self.text = tagged(self.element, words, style("contents", indent=indent))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the entry's lines; the number keeps a column of its own."""
        self.width = width
        _, self.height = self.text.wrap(width - 14 * mm, height)
        return width, self.height

    def draw(self) -> None:
        """Draw text, leaders and number on the last line."""
        self.text.drawOn(self.canv, 0, 0)
        look = LOOKS["contents"]
        number = str(self.layout.known.get(self.entry.key, ""))
        base = look.leading - look.size
        self.canv.setFont(REGULAR, look.size)
        self.canv.setFillColor(INK)
        self.canv.open_tag(self.element)
        self.canv.drawRightString(self.width, base, number)
        self.canv.close_tag()
        self.canv.setFillColor(QUIET)
        start = self.text.style.leftIndent + self.text.getActualLineWidths0()[-1] + 5
        end = self.width - stringWidth(number, REGULAR, look.size) - 4
        dot = stringWidth(" .", REGULAR, look.size)
        count = int((end - start) / dot)
        self.canv.drawRightString(end, base, " ." * max(count, 0))
        x, y = self.canv.absolutePosition(0, 0)
        box = (x, y, x + self.width, y + self.height)
        page = self.canv.getPageNumber()
        words = self.text.getPlainText()
        link = Link(self.entry.key, words, page, box, self.element)
        self.layout.links.append(link)
