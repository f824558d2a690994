"""The gallringsprotokoll as a document tree: what, when, on which ground, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boards.shared.clock import STOCKHOLM
from boards.shared.paper import tree
from cases.document.models import Document
from cases.retention import words
from cases.retention.enums import RowState
from cases.retention.models import Disposal, DisposalRow

WIDTHS = (1.4, 3.0, 3.4, 1.3)


def record_document(
    disposal: Disposal, rows: Sequence[DisposalRow], dnr: str, day: date
) -> tree.Document:
    """Return the protokoll of a disposal, with what was proposed and left out."""
    gone = [row for row in rows if row.state == RowState.CARRIED_OUT]
    left = [row for row in rows if row.state == RowState.LEFT_OUT]
    title = words.TITLE.format(day=day)
    blocks: list[tree.Block] = [
        tree.Heading(1, title),
        tree.paragraph(words.LEAD, tree.ParagraphKind.LEAD),
        _facts(disposal, len(gone)),
        _section("gone", words.GONE, _table(gone)),
    ]
    if left:
        blocks.append(_section("left", words.LEFT, _left(left)))
    return tree.Document(
        title=title,
        kind=words.KIND,
        organ=disposal.board.name,
        meeting_date=day,
        municipality=disposal.board.host.name,
        subject=title,
        blocks=tuple(blocks),
        footer=tree.Footer.TEXT,
        footer_text=dnr,
        words=tree.Words(date="Datum"),
    )


def _section(key: str, title: str, block: tree.Block) -> tree.Section:
    return tree.Section(key=key, title=title, blocks=(block,), new_page=False)


def _facts(disposal: Disposal, count: int) -> tree.FieldTable:
    proposed = disposal.proposed_at.astimezone(STOCKHOLM)
    executed = disposal.executed_at.astimezone(STOCKHOLM)
    said = (
        (words.BOARD, disposal.board.name),
        (
            words.PROPOSED,
            words.BY_ON.format(name=disposal.proposed_by, at=proposed),
        ),
        (
            words.EXECUTED,
            words.BY_ON.format(name=disposal.executed_by, at=executed),
        ),
        (words.COUNT, str(count)),
    )
    return tree.FieldTable(tuple(tree.Field(label, (text,)) for label, text in said))


def _table(rows: Sequence[DisposalRow]) -> tree.Table:
    heads = (words.NUMBER, words.SUBJECT, words.GROUND_HEAD, words.DUE)
    return tree.Table(
        caption=words.GONE,
        columns=tuple(
            tree.Column(name, width=width)
            for name, width in zip(heads, WIDTHS, strict=True)
        ),
        rows=tuple(
            (
                _head(row),
                *tree.cells(told(row.document), row.ground, f"{row.due_on:%Y-%m-%d}"),
            )
            for row in rows
        ),
    )


def _left(rows: Sequence[DisposalRow]) -> tree.Table:
    columns = ((words.NUMBER, 1.4), (words.SUBJECT, 3.0), (words.WHY, 4.7))
    return tree.Table(
        caption=words.LEFT,
        columns=tuple(tree.Column(name, width=width) for name, width in columns),
        rows=tuple(
            (_head(row), *tree.cells(told(row.document), row.why)) for row in rows
        ),
    )


def _head(row: DisposalRow) -> tree.Cell:
    return tree.Cell(tree.runs(row.document.designation), header=True)


def told(document: Document) -> str:
    """Return what the protokoll tells of a handling: of a secret one its ground."""
    ground = document.legal_ground or document.case.legal_ground
    if ground:
        return words.MASKED.format(ground=ground)
    return f"{document.subject} ({document.handled_on:%Y-%m-%d})"
