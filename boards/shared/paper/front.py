"""The front page's own shapes: fields, signatures, the notice box, contents lines."""

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer
from reportlab.platypus import Table as Sheet

from boards.shared.paper import markup, tree
from boards.shared.paper.fonts import REGULAR
from boards.shared.paper.layout import Entry, Layout, Link, SignatureSpot
from boards.shared.paper.looks import BODY_WIDTH, INK, LOOKS, QUIET, RULE, style
from boards.shared.paper.tree import Align

LABEL_WIDTH = 38 * mm
SPOT_HEIGHT = 11 * mm
TIGHT = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 0.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0.6),
]


def field_table(block: tree.FieldTable, width: float = BODY_WIDTH) -> list[Flowable]:
    """Return labels beside their lines; a line a row, so that any page break works."""
    rows: list[list[Flowable | str]] = []
    rules: list[tuple[object, ...]] = []
    for field in block.fields:
        first = len(rows)
        rows += _field_rows(field)
        rules.append(("LINEABOVE", (0, first), (-1, first), 0.4, RULE))
        rules.append(("TOPPADDING", (0, first), (-1, first), 3.4))
        rules.append(("BOTTOMPADDING", (0, len(rows) - 1), (-1, len(rows) - 1), 3.8))
    if not rows:
        return []
    widths = [LABEL_WIDTH, width - LABEL_WIDTH]
    return [Sheet(rows, colWidths=widths, style=[*TIGHT, *rules], hAlign="LEFT")]


def _field_rows(field: tree.Field) -> list[list[Flowable | str]]:
    values = [_value(line) for line in field.lines]
    for group in field.groups:
        values.append(Paragraph(markup.of_text(group.label), style("label")))
        values += [_value(line) for line in group.lines]
    values = values or [Blank()]
    label = Paragraph(markup.of_text(field.label), style("label"))
    return [[label if not number else "", one] for number, one in enumerate(values)]


def _value(line: str) -> Flowable:
    return Paragraph(markup.of_text(line), style("value"))


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


def signatures(layout: Layout, block: tree.SignatureBlock) -> list[Flowable]:
    """Return a line to sign on for every signature, its facts to the right."""
    rows = []
    facts = [f"<b>{markup.of_text(f.label)}</b> {_joined(f)}" for f in block.fields]
    for number, signature in enumerate(block.signatures):
        label = markup.of_text(block.label) if not number else ""
        rows.append(
            [
                Paragraph(label, style("label")),
                signature_cell(layout, signature),
                Paragraph(facts[number] if number < len(facts) else "", style("value")),
            ]
        )
    if not rows:
        return []
    widths = [LABEL_WIDTH, 82 * mm, BODY_WIDTH - LABEL_WIDTH - 82 * mm]
    rule = [
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, RULE),
        ("TOPPADDING", (0, 0), (-1, 0), 3.4),
    ]
    return [Sheet(rows, colWidths=widths, style=[*TIGHT, *rule], hAlign="LEFT")]


def _joined(field: tree.Field) -> str:
    return markup.of_text(", ".join(field.lines))


def signature_cell(layout: Layout, signature: tree.SignatureField) -> list[Flowable]:
    """Return role, place to sign and name under each other."""
    name = markup.of_text(signature.person)
    label = f"{signature.role} {signature.person}".strip()
    made: list[Flowable] = [Paragraph(markup.of_text(signature.role), style("role"))]
    if signature.signed_text:
        made.append(Paragraph(markup.of_text(signature.signed_text), style("value")))
    else:
        made.append(SignatureSpot(layout, signature.name, label, SPOT_HEIGHT))
    return [*made, Paragraph(name, style("name")), Spacer(1, 6)]


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


def notice(layout: Layout, block: tree.NoticeBlock) -> list[Flowable]:
    """Return the framed box; it stands at the foot of the page."""
    inner = BODY_WIDTH - 16
    content: list[Flowable] = [
        Paragraph(markup.of_text(block.title), style("box-title"))
    ]
    if block.runs:
        content.append(Paragraph(markup.of_runs(block.runs), style("value")))
        content.append(Spacer(1, 4))
    content += field_table(tree.FieldTable(block.fields), inner)
    if block.signature:
        role = Paragraph(markup.of_text(block.signature.role), style("label"))
        spot = signature_cell(
            layout,
            tree.SignatureField(
                block.signature.name,
                "",
                block.signature.person,
                block.signature.signed_text,
            ),
        )[1:]
        sheet = Sheet(
            [[role, spot]], colWidths=[LABEL_WIDTH, 82 * mm], style=TIGHT, hAlign="LEFT"
        )
        content.append(sheet)
    edges = [
        ("BOX", (0, 0), (-1, -1), 0.8, INK),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    box = Sheet([[content]], colWidths=[BODY_WIDTH], style=edges)
    return [Spacer(1, 8), AtFoot(box)]


def section_line(running: str, reference: str) -> list[Flowable]:
    """Return "ITVT § 13" with "DNR ITVT 5/2020" on the same line."""
    row = [
        Paragraph(markup.of_text(running), style("running")),
        Paragraph(markup.of_text(reference), style("reference", Align.RIGHT)),
    ]
    half = BODY_WIDTH / 2
    flat = [*TIGHT, ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    return [CondPageBreak(30 * mm), Sheet([row], colWidths=[half, half], style=flat)]


class ContentsLine(Flowable):
    """One entry with dotted leaders to its page, a link to it as a whole."""

    def __init__(self, layout: Layout, entry: Entry) -> None:
        super().__init__()
        self.layout, self.entry = layout, entry
        self.spaceAfter = LOOKS["contents"].after
        text = f"{entry.label} {entry.text}".strip()
        indent = 12.0 * entry.level
        self.text = Paragraph(markup.of_text(text), style("contents", indent=indent))

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
        self.canv.drawRightString(self.width, base, number)
        self.canv.setFillColor(QUIET)
        start = self.text.style.leftIndent + self.text.getActualLineWidths0()[-1] + 5
        end = self.width - stringWidth(number, REGULAR, look.size) - 4
        dot = stringWidth(" .", REGULAR, look.size)
        count = int((end - start) / dot)
        self.canv.drawRightString(end, base, " ." * max(count, 0))
        x, y = self.canv.absolutePosition(0, 0)
        box = (x, y, x + self.width, y + self.height)
        page = self.canv.getPageNumber()
        text = self.text.getPlainText()
        self.layout.links.append(Link(self.entry.key, text, page, box))
