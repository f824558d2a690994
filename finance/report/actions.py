"""The verbs of an interim report: start, fill in, freeze."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import Refusal, Refused, refuse_if
from boards.shared.sanitise import sanitise
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.document.models import Document
from finance.chart.models import ReportUnit
from finance.figures.trends import Trend
from finance.report import rules
from finance.report.checks import blocks_silence
from finance.report.enums import ReportState, TableKind
from finance.report.links import blocks_links
from finance.report.models import CoveredBoard, InterimReport, ReportTable, TableRow
from finance.report.numbers import with_link
from finance.report.pages import report_document
from finance.report.queries import (
    LINKED_TEXTS,
    linked_texts,
    report_cells,
    report_facts,
    whole_report,
    with_figures,
)
from finance.report.rules import Row


@transaction.atomic
def start_report(
    *,
    case: Case,
    title: str,
    period_end: date,
    by: User,
    boards: Iterable[Board] = (),
) -> InterimReport:
    """Start a report in an open ärende, of its board and perhaps of further ones."""
    require(by, "report.edit", case)
    if case.state != CaseState.OPEN:
        refuse_if([Refusal("report.case_closed", field="case")])
    report = InterimReport.objects.create(
        board=case.board, case=case, title=title, period_end=period_end
    )
    record(report, "report.started", by=by)
    others = [board for board in boards if board != report.board]
    return cover_boards(report=report, boards=others, by=by) if others else report


def lock_draft(report: InterimReport, by: User) -> InterimReport:
    """Return a draft, held for this transaction, for who may change it."""
    require(by, "report.edit", report)
    locked = InterimReport.objects.select_for_update().get(pk=report.pk)
    refuse_if([Refusal("report.frozen")] if locked.is_frozen else [])
    return locked


def _tables(report: InterimReport) -> list[ReportTable]:
    return list(report.tables.select_related("report").prefetch_related("rows"))


@transaction.atomic
def cover_boards(
    *, report: InterimReport, boards: Iterable[Board], by: User
) -> InterimReport:
    """Say which further boards a draft covers; the tables of those left out go.

    Whoever adds a board must be allowed to report on it.
    """
    report = lock_draft(report, by)
    wanted, here = set(boards), set(report.boards[1:])
    refuse_if([Refusal("report.own_board")] if report.board in wanted else [])
    for board in wanted - here:
        require(by, "report.edit", board)
    for table in report.tables.filter(unit__board__in=here - wanted):
        remove_table(table=table, by=by)
    report.coverings.filter(board__in=here - wanted).delete()
    CoveredBoard.objects.bulk_create(
        CoveredBoard(report=report, board=board)
        for board in sorted(wanted - here, key=str)
    )
    names = ", ".join(sorted(map(str, wanted)))
    record(report, "report.boards_covered", by=by, boards=names)
    return report


@transaction.atomic
def set_introduction(
    *, report: InterimReport, introduction: str, by: User
) -> InterimReport:
    """Write the text before the tables."""
    report = lock_draft(report, by)
    clean = sanitise(introduction)
    cells = report_cells(_tables(report))
    refuse_if(blocks_links({"introduction": clean}, cells))
    report.introduction = clean
    report.save(update_fields=["introduction"])
    record(report, "report.text_set", by=by)
    return report


@transaction.atomic
def add_table(
    *,
    report: InterimReport,
    kind: TableKind,
    heading: str,
    by: User,
    unit: ReportUnit | None = None,
) -> ReportTable:
    """Add a unit's table, the investments or the sammanställning, last."""
    report = lock_draft(report, by)
    table = ReportTable.objects.create(
        report=report,
        kind=kind,
        heading=heading,
        unit=unit,
        position=report.tables.count(),
    )
    record(report, "report.table_added", by=by, table=heading)
    return table


@transaction.atomic
def set_table_text(
    *, table: ReportTable, description: str, comment: str, note: str, by: User
) -> ReportTable:
    """Write the words around a table."""
    report = lock_draft(table.report, by)
    texts = {"description": sanitise(description), "comment": sanitise(comment)}
    refuse_if(blocks_links(texts, report_cells(_tables(report)), table.heading))
    table.description, table.comment = texts["description"], texts["comment"]
    table.note = note
    table.save(update_fields=["description", "comment", "note"])
    record(report, "report.text_set", by=by, table=table.heading)
    return table


@transaction.atomic
def set_measure(
    *, table: ReportTable, measure: str, follow_up_on: date | None, by: User
) -> ReportTable:
    """Say what is done about a deficit, or by when it is followed up."""
    report = lock_draft(table.report, by)
    table.measure, table.follow_up_on = measure, follow_up_on
    table.save(update_fields=["measure", "follow_up_on"])
    record(report, "report.measure_set", by=by, table=table.heading)
    return table


@transaction.atomic
def set_limit(
    *, report: InterimReport, limit_ore: int, limit_percent: int, by: User
) -> InterimReport:
    """Set the deviation from which the board wants a comment."""
    report = lock_draft(report, by)
    report.limit_ore, report.limit_percent = limit_ore, limit_percent
    report.save(update_fields=["limit_ore", "limit_percent"])
    record(report, "report.limit_set", by=by)
    return report


@transaction.atomic
def link_number(
    *, report: InterimReport, place: str, start: int, name: str, by: User
) -> InterimReport:
    """Put a link where a number was typed, if both are still there."""
    report = whole_report().get(pk=lock_draft(report, by).pk)
    tables = list(report.tables.all())
    texts = {key: said for key, *said in linked_texts(report, tables)}
    heading, text = texts.get(place, ("", ""))
    linked = with_link(text, start, name, report_cells(tables), heading)
    if linked is None:
        raise Refused([Refusal("report.number_gone")])
    owner, _dash, field = place.partition("-")
    if field:
        ReportTable.objects.filter(report=report, pk=owner).update(**{field: linked})
    else:
        InterimReport.objects.filter(pk=report.pk).update(introduction=linked)
    record(report, "report.text_set", by=by, table=heading)
    return report


@transaction.atomic
def set_figures(
    *, table: ReportTable, rows: Sequence[Row], by: User, trend: Trend | None = None
) -> ReportTable:
    """Replace a table's rows; sums that were entered are kept as entered (F-03).

    A trend that does not belong to these rows goes with the rows it belonged to.
    """
    report = lock_draft(table.report, by)
    refuse_if(rules.blocks_rows(TableKind(table.kind), rows))
    table.trend = asdict(trend) if trend else {}
    table.save(update_fields=["trend"])
    table.rows.all().delete()
    TableRow.objects.bulk_create(
        TableRow(
            table=table,
            kind=row.kind,
            label=row.label,
            position=position,
            **asdict(row.amounts),
        )
        for position, row in enumerate(rows)
    )
    record(report, "report.figures_set", by=by, table=table.heading)
    return table


@transaction.atomic
def remove_table(*, table: ReportTable, by: User) -> None:
    """Take a table out of a draft."""
    report = lock_draft(table.report, by)
    record(report, "report.table_removed", by=by, table=table.heading)
    table.delete()


@transaction.atomic
def freeze_report(*, report: InterimReport, by: User) -> Document:
    """Make the PDF and register it in the ärende; after this nothing changes."""
    require(by, "report.freeze", report)
    lock_draft(report, by)
    report = whole_report().get(pk=report.pk)
    tables = list(report.tables.all())
    facts = report_facts(tables)
    refuse_if(
        rules.blocks_freezing(facts)
        + blocks_silence(facts, report.limit)
        + _lost_links(report, tables)
    )
    _write_figures_out(report)
    pdf = render_pdf(report_document(report))
    document = register_document(
        case=report.case,
        direction=Direction.DRAWN_UP,
        kind=DocumentKind.INTERIM_REPORT,
        subject=report.title,
        handled_on=today(),
        dated_on=report.period_end,
        file=store_file(pdf, "application/pdf"),
        file_name=f"delarsrapport-{report.period_end:%Y-%m-%d}.pdf",
        by=None,
    )
    report.state = ReportState.FROZEN
    report.document = document
    report.frozen_at = now()
    report.frozen_by = by
    report.save(update_fields=["state", "document", "frozen_at", "frozen_by"])
    issue(pdf, about_report(report))
    record(report, "report.frozen_event", by=by, document=document.pk)
    return document


def _lost_links(report: InterimReport, tables: list[ReportTable]) -> list[Refusal]:
    cells = report_cells(tables)
    return [
        refusal
        for place, heading, text in linked_texts(report, tables)
        for refusal in blocks_links({place: text}, cells, heading)
    ]


def _write_figures_out(report: InterimReport) -> None:
    """Let the words hold the figures themselves: what is frozen follows nothing."""
    report = with_figures(report)
    report.save(update_fields=["introduction"])
    ReportTable.objects.bulk_update(report.tables.all(), LINKED_TEXTS)


def about_report(report: InterimReport) -> About:
    """Return what is told of a report to whoever holds it."""
    return About(
        kind=IssuedKind.REPORT,
        source=report,
        board=report.board,
        day=report.period_end,
        is_public=not report.case.is_secret,
    )
