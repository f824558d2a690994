"""The report as a document tree: what the PDF appendix says."""

from __future__ import annotations

from boards.shared.money import format_whole
from boards.shared.paper import tree
from boards.shared.paper.rich import blocks_from_html
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport, ReportTable
from finance.report.queries import (
    ShownRow,
    ShownTable,
    shown_tables,
    with_figures,
)
from finance.report.rules import SumCheck
from finance.report.sentences import (
    CAPTIONS,
    COVERS,
    DESCRIPTION,
    FIGURES,
    FIRST_COLUMN,
    FOLLOW_UP,
    INTRODUCTION,
    KIND,
    MEASURE,
    PERIOD,
    ROUNDING,
    SIGNS,
    TREND_CAPTION,
    TREND_MONTH,
    TREND_NAMES,
    VARIANCE,
    column_headings,
)

LABEL_WIDTH = 2.6


def report_document(report: InterimReport) -> tree.Document:
    """Return the whole report, one section per table."""
    report = with_figures(report)
    introduction = blocks_from_html(report.introduction)
    signs = tree.paragraph(SIGNS, tree.ParagraphKind.SMALL)
    covers = [tree.paragraph(line) for line in covered(report)]
    opening = tree.Section(
        key="introduction",
        title=INTRODUCTION,
        blocks=(*covers, *introduction, signs),
        new_page=False,
    )
    sections = [_section(shown, report) for shown in shown_tables(report)]
    period = PERIOD.format(day=report.period_end)
    return tree.Document(
        title=report.title,
        kind=KIND,
        organ=report.board.name,
        meeting_date=report.period_end,
        municipality=report.board.host.name,
        subject=period,
        blocks=(
            tree.Heading(1, report.title),
            tree.paragraph(period, tree.ParagraphKind.LEAD),
            opening,
            *sections,
        ),
        footer=tree.Footer.TEXT,
        footer_text=report.case.dnr,
        words=tree.Words(date="Per den"),
    )


def covered(report: InterimReport) -> list[str]:
    """Say which boards' figures it holds, where there are several."""
    *names, last = [board.name for board in report.boards]
    return [COVERS.format(boards=f"{', '.join(names)} och {last}")] if names else []


def _section(shown: ShownTable, report: InterimReport) -> tree.Section:
    table = shown.table
    blocks: list[tree.Block] = []
    if table.description:
        blocks += [tree.Heading(3, DESCRIPTION), *blocks_from_html(table.description)]
    if table.kind == TableKind.INCOME:
        blocks.append(tree.Heading(3, FIGURES.format(day=report.period_end)))
    blocks.append(_table(shown))
    if table.note:
        blocks.append(tree.paragraph(table.note, tree.ParagraphKind.SMALL))
    blocks += [_rounding(check, shown, report) for check in shown.remarks]
    blocks += blocks_from_html(table.comment)
    blocks += [tree.paragraph(line) for line in measure_lines(table)]
    if shown.charts:
        blocks.append(tree.ChartRow(shown.charts))
    if shown.trend:
        blocks += [tree.ChartRow((shown.trend,)), _months(shown)]
    return tree.Section(
        key=f"table-{table.pk}",
        title=table.heading,
        blocks=tuple(blocks),
        # A unit begins a page, so that its table is not cut; small tables follow.
        new_page=table.kind == TableKind.INCOME,
    )


def measure_lines(table: ReportTable) -> list[str]:
    """Return what is done about a deficit, as the report says it."""
    made = [MEASURE.format(text=table.measure)] if table.measure else []
    if table.follow_up_on:
        made.append(FOLLOW_UP.format(day=table.follow_up_on))
    return made


def _table(shown: ShownTable) -> tree.Table:
    kind = TableKind(shown.table.kind)
    headings = (*shown.headings, VARIANCE)
    return tree.Table(
        caption=CAPTIONS[kind].format(heading=shown.table.heading),
        columns=(
            tree.Column(FIRST_COLUMN[kind], width=LABEL_WIDTH),
            *(tree.Column(text, tree.Align.RIGHT, 1) for text in headings),
        ),
        rows=tuple(_row(row) for row in shown.rows if row.kind == RowKind.LINE),
        total_rows=tuple(_row(row) for row in shown.rows if row.kind != RowKind.LINE),
    )


def _months(shown: ShownTable) -> tree.Table:
    names = TREND_NAMES.values()
    return tree.Table(
        caption=TREND_CAPTION.format(heading=shown.table.heading),
        columns=(
            tree.Column(TREND_MONTH, width=LABEL_WIDTH),
            *(tree.Column(name, tree.Align.RIGHT, 1) for name in names),
        ),
        rows=tuple(
            (tree.Cell(tree.runs(month), header=True), *tree.cells(*cells))
            for month, *cells in shown.months
        ),
    )


def _row(row: ShownRow) -> tree.Row:
    label = tree.Cell(tree.runs(row.label), header=True)
    return (label, *tree.cells(*row.cells))


def _rounding(
    check: SumCheck, shown: ShownTable, report: InterimReport
) -> tree.Paragraph:
    headings = column_headings(TableKind(shown.table.kind), report.period_end)
    text = ROUNDING.format(
        label=check.label,
        column=headings[check.column],
        printed=format_whole(check.printed),
        computed=format_whole(check.computed),
    )
    return tree.paragraph(text, tree.ParagraphKind.SMALL)
