"""The tree as plain text: for search, mail and comparison."""

from collections.abc import Callable
from typing import Any

from boards.shared.paper import tree
from boards.shared.paper.markup import plain

SOFT_HYPHEN = "\u00ad"


def render_text(document: tree.Document) -> str:
    """Return everything the document says, a blank line between its parts."""
    parts = [document.title, blocks_text(document.blocks, document.words)]
    for appendix in document.appendices:
        title = f"{appendix.stamp}: {appendix.title}".rstrip(": ")
        parts += [title, blocks_text(appendix.blocks, document.words)]
    return "\n\n".join(part for part in parts if part) + "\n"


def blocks_text(blocks: tuple[tree.Block, ...], words: tree.Words | None = None) -> str:
    """Return the text of some blocks."""
    used = words or tree.Words()
    parts = (_block(block, used) for block in blocks)
    return "\n\n".join(part for part in parts if part).replace(SOFT_HYPHEN, "")


def _block(block: tree.Block, words: tree.Words) -> str:
    if isinstance(block, tree.Section):
        return _section(block, words)
    maker = MAKERS.get(type(block))
    return maker(block) if maker else ""


def _section(section: tree.Section, words: tree.Words) -> str:
    head = "  ".join(part for part in (section.running, section.reference) if part)
    sent = ", ".join(section.dispatched_to)
    parts = [
        "\n".join(part for part in (head, section.title) if part),
        blocks_text(section.blocks, words),
        f"{words.dispatched_to}: {sent}" if sent else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _items(
    items: tuple[tree.ListItem, ...], sign: Callable[[int], str], depth: int = 0
) -> str:
    lines: list[str] = []
    for number, item in enumerate(items):
        lead = sign(number)
        for block in item.blocks:
            if isinstance(block, tree.BulletList | tree.NumberedList):
                lines.append(_list(block, depth + 1))
                continue
            lines.append("  " * depth + lead + MAKERS[type(block)](block))
            lead = " " * len(lead)
    return "\n".join(lines)


def _list(block: tree.BulletList | tree.NumberedList, depth: int = 0) -> str:
    if isinstance(block, tree.BulletList):
        return _items(block.items, lambda _number: "- ", depth)
    return _items(block.items, lambda number: f"{block.start + number}. ", depth)


def _table(table: tree.Table) -> str:
    rows = (*table.head(), *table.rows, *table.total_rows)
    lines = ["\t".join(plain(cell.runs) for cell in row).rstrip() for row in rows]
    return "\n".join([table.caption, *lines] if table.caption else lines)


def _fields(fields: tuple[tree.Field, ...]) -> str:
    lines: list[str] = []
    for field in fields:
        values = list(field.lines)
        for group in field.groups:
            values += [f"{group.label}:", *group.lines]
        lines.append(f"{field.label}: " + "\n  ".join(values))
    return "\n".join(line.rstrip() for line in lines)


def _signature(signature: tree.SignatureField) -> str:
    who = f"{signature.role}: {signature.person}".strip(": ")
    return f"{who} ({signature.signed_text})" if signature.signed_text else who


def _signatures(block: tree.SignatureBlock) -> str:
    signed = [_signature(one) for one in block.signatures]
    return "\n".join([block.label, *signed, _fields(block.fields)]).rstrip()


def _notice(block: tree.NoticeBlock) -> str:
    signed = _signature(block.signature) if block.signature else ""
    parts = [block.title, plain(block.runs), _fields(block.fields), signed]
    return "\n".join(part for part in parts if part)


MAKERS: dict[type, Callable[[Any], str]] = {
    tree.Heading: lambda block: f"{block.label} {block.text}".strip(),
    tree.Paragraph: lambda block: plain(block.runs),
    tree.BulletList: _list,
    tree.NumberedList: _list,
    tree.Table: _table,
    tree.FieldTable: lambda block: _fields(block.fields),
    tree.SignatureBlock: _signatures,
    tree.NoticeBlock: _notice,
    tree.Figure: lambda block: f"{block.caption} ({block.alternative})".strip(),
    tree.ChartRow: lambda block: "\n".join(one.alternative for one in block.charts),
    tree.QrCode: lambda block: "\n".join(block.lines),
    # Contents and page breaks say nothing that is not said elsewhere.
    tree.TableOfContents: lambda _block: "",
    tree.PageBreak: lambda _block: "",
}
