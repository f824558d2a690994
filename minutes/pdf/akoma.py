"""Minutes as Akoma Ntoso 3.0 `debateReport`: the same tree, for machines (OASIS).

Made from the frozen document, so it cannot say anything else than the pages do.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from boards.shared.paper import tree
from boards.shared.paper.markup import CONTROL
from boards.shared.paper.text import blocks_text

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGE, COUNTRY = "swe", "se"
SOURCE = "#justera"


def akoma_ntoso(document: tree.Document) -> bytes:
    """Return the document as Akoma Ntoso, in UTF-8."""
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    report = SubElement(root, "debateReport", {"name": "protokoll"})
    _meta(report, document)
    preface = SubElement(report, "preface")
    _text(SubElement(preface, "p"), "docTitle", document.title)
    sections = list(document.sections())
    front = tuple(one for one in document.blocks if not isinstance(one, tree.Section))
    body = SubElement(report, "mainBody")
    if front or not sections:
        _part(body, "front", front)
    for section in sections:
        _section(body, section)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _meta(report: Element, document: tree.Document) -> None:
    day = document.meeting_date.isoformat() if document.meeting_date else "1000-01-01"
    organ = _slug(document.organ)
    work = f"/akn/{COUNTRY}/debateReport/{organ}/{day}/protokoll"
    meta = SubElement(report, "meta")
    found = SubElement(meta, "identification", {"source": SOURCE})
    for level, address in (
        ("FRBRWork", work),
        ("FRBRExpression", f"{work}/{LANGUAGE}@{day}"),
        ("FRBRManifestation", f"{work}/{LANGUAGE}@{day}.xml"),
    ):
        part = SubElement(found, level)
        SubElement(part, "FRBRthis", {"value": f"{address}/!main"})
        SubElement(part, "FRBRuri", {"value": address})
        SubElement(part, "FRBRdate", {"date": day, "name": "sammanträde"})
        SubElement(part, "FRBRauthor", {"href": f"#{organ}"})
        if level == "FRBRWork":
            SubElement(part, "FRBRcountry", {"value": COUNTRY})
        if level == "FRBRExpression":
            SubElement(part, "FRBRlanguage", {"language": LANGUAGE})
    references = SubElement(meta, "references", {"source": SOURCE})
    for key, name in ((organ, document.organ), ("justera", "Justera")):
        said = {"eId": key, "href": f"/ontology/organization/{key}", "showAs": name}
        SubElement(references, "TLCOrganization", said)


def _section(body: Element, section: tree.Section) -> None:
    part = SubElement(body, "section", {"eId": f"sec_{_slug(section.key)}"})
    if section.number:
        _text(part, "num", section.number)
    _text(part, "heading", section.title)
    own = tuple(one for one in section.blocks if not isinstance(one, tree.Section))
    _blocks(SubElement(part, "content"), own)


def _part(body: Element, key: str, blocks: tuple[tree.Block, ...]) -> None:
    part = SubElement(body, "hcontainer", {"name": "part", "eId": f"part_{key}"})
    _blocks(SubElement(part, "content"), blocks)


def _blocks(content: Element, blocks: Iterable[tree.Block]) -> None:
    for block in blocks:
        if isinstance(block, tree.NumberedList | tree.BulletList):
            _list(content, block)
        elif isinstance(block, tree.Table):
            _table(content, block)
        else:
            _lines(content, block)
    if len(content) == 0:
        SubElement(content, "p")


def _lines(content: Element, block: tree.Block) -> None:
    if isinstance(block, tree.Heading):
        _text(content, "block", block.text).set("name", "heading")
        return
    for line in blocks_text((block,)).splitlines():
        if line.strip():
            _text(content, "p", line.strip())


def _list(content: Element, block: tree.NumberedList | tree.BulletList) -> None:
    if not block.items:
        return
    is_numbered = isinstance(block, tree.NumberedList)
    found = SubElement(content, "ol" if is_numbered else "ul")
    for item in block.items:
        _blocks(SubElement(found, "li"), item.blocks)


def _table(content: Element, block: tree.Table) -> None:
    rows = [row for row in (*block.head(), *block.rows, *block.total_rows) if row]
    if not rows:
        return
    table = SubElement(content, "table")
    if block.caption:
        _text(table, "caption", block.caption)
    heads = block.head()
    for row in rows:
        line = SubElement(table, "tr")
        for cell in row:
            spans = {"colspan": cell.colspan, "rowspan": cell.rowspan}
            said = {name: str(span) for name, span in spans.items() if span > 1}
            is_head = cell.header or any(row is head for head in heads)
            place = SubElement(line, "th" if is_head else "td", said)
            _text(place, "p", _words(cell.runs))


def _text(parent: Element, name: str, text: str) -> Element:
    made = SubElement(parent, name)
    made.text = CONTROL.sub("", text)
    return made


def _words(runs: tree.Runs) -> str:
    return "".join(run.text for run in runs)


def _slug(text: str) -> str:
    """Return a name that may stand in an address and begin an identifier."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in text)
    return kept.strip("-").lower() or "-"
