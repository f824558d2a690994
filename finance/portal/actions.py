"""Publishing reports: with their PDF, and gone with it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from boards.person.queries import protected_words
from boards.shared.masking import mask_names
from boards.shared.paper import tree
from boards.shared.paper.rich import blocks_from_html
from boards.shared.paper.store import to_json
from boards.shared.published.snapshots import publish_row, withdraw_row
from cases.document.models import Document
from finance.portal.models import PublishedReport
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport, ReportTable
from finance.report.pages import measure_lines
from finance.report.queries import table_rows, whole_report
from finance.report.rules import COLUMNS, Row, printed_sum
from finance.report.sentences import column_headings

EMPTY: dict[str, Any] = {
    "title": "",
    "board_name": "",
    "introduction": {},
    "paper_url": "",
    "tables": [],
}


@transaction.atomic
def follow_document(document: Document, url: str) -> None:
    """Publish the figures of a report whose PDF is public, or take them back."""
    report = whole_report().filter(document=document).first()
    if report is None:
        return
    if not url:
        for row in PublishedReport.objects.filter(source_id=report.pk):
            withdraw_row(row, **EMPTY)
        return
    names = protected_words()
    publish_row(
        PublishedReport,
        {"source_id": report.pk},
        {
            "board_name": report.board.name,
            "title": mask_names(report.title, names),
            "introduction": mask_names(words(report.introduction), names),
            "period_end": report.period_end,
            "paper_url": url,
            "tables": mask_names(tables_of(report), names),
            "withdrawn_at": None,
        },
    )


def tables_of(report: InterimReport) -> list[dict[str, Any]]:
    """Return the tables as they are printed, in öre."""
    tables = list(report.tables.all())
    return [as_data(table, tables, report) for table in tables]


def as_data(
    table: ReportTable, tables: list[ReportTable], report: InterimReport
) -> dict[str, Any]:
    """Return one table."""
    rows = table_rows(table, tables)
    kind = TableKind(table.kind)
    return {
        "heading": table.heading,
        "kind": str(kind),
        "columns": list(column_headings(kind, report.period_end).items()),
        "rows": [figures(row, rows) for row in rows],
        "trend": table.trend,
        "description": words(table.description),
        "comment": words(table.comment),
        "measures": measure_lines(table),
        "note": table.note,
    }


def words(html: str) -> dict[str, Any]:
    """Return what the report says as a document tree, in which names can be masked."""
    blocks = blocks_from_html(html)
    return to_json(tree.Document("", "", "", blocks=blocks)) if blocks else {}


def figures(row: Row, rows: tuple[Row, ...]) -> dict[str, Any]:
    """Return one row with its figures; a sum as it is printed (F-03)."""
    amounts = printed_sum(rows) if row.kind == RowKind.SUM else row.amounts
    said = {column: getattr(amounts, column) for column in COLUMNS}
    return {"label": row.label, "kind": str(row.kind), **said}
