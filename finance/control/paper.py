"""The follow-up as a document tree: what the PDF says, in words that are kept."""

from __future__ import annotations

from datetime import date

from boards.shared.paper import tree
from finance.control.models import ControlCheck, ControlPlan
from finance.control.queries import live_controls
from finance.control.tables import (
    COLUMNS,
    GRADE_WORDS,
    TableRow,
    plan_title,
    table_rows,
)

KIND = "UPPFÖLJNING AV INTERNKONTROLL"
SUMMARY = "Sammanfattning"
OVERVIEW = "Planen och vad kontrollerna visade"
GRADES_TITLE = "Resultat i antal"
GRADE, COUNT = "Resultat", "Antal kontroller"
EACH = "Kontrollerna en för en"
PERFORMED = "Genomförd"
PERFORMER = "Genomförd av"
SAMPLE = "Urval"
SHOWED = "Vad kontrollen visade"
WHY_NOT = "Varför den inte genomfördes"
DEVIATION = "Avvikelse"
MEASURE = "Åtgärd"
MEASURE_LINE = "{text} ({responsible}, {state})"
DUE = "senast {day:%Y-%m-%d}"
DONE = "klart {day:%Y-%m-%d}: {outcome}"
WIDTHS = (2.0, 2.1, 1.9, 1.9, 1.8)


def report_document(
    plan: ControlPlan, title: str, summary: str, dnr: str, day: date
) -> tree.Document:
    """Return the report: what was planned, what was found, what is done about it."""
    controls = live_controls(plan)
    rows = table_rows(controls, with_results=True)
    checks = [check for row in controls for check in row.checks.all()]
    return tree.Document(
        title=title,
        kind=KIND,
        organ=plan.board.name,
        meeting_date=day,
        municipality=plan.board.host.name,
        subject=plan_title(plan),
        blocks=(
            tree.Heading(1, title),
            tree.paragraph(plan_title(plan), tree.ParagraphKind.LEAD),
            *_summary(summary),
            _section("grades", GRADES_TITLE, (_grades(checks),)),
            _section("overview", OVERVIEW, (_table(plan, rows),)),
            _section("checks", EACH, _each(rows)),
        ),
        footer=tree.Footer.TEXT,
        footer_text=dnr,
        words=tree.Words(date="Datum"),
    )


def _section(key: str, title: str, blocks: tuple[tree.Block, ...]) -> tree.Section:
    return tree.Section(key=key, title=title, blocks=blocks, new_page=False)


def _summary(text: str) -> tuple[tree.Section, ...]:
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    blocks = tuple(tree.paragraph(part) for part in paragraphs)
    return (_section("summary", SUMMARY, blocks),) if blocks else ()


def _grades(checks: list[ControlCheck]) -> tree.Table:
    counts = {
        words: sum(check.grade == grade for check in checks)
        for grade, words in GRADE_WORDS.items()
    }
    return tree.Table(
        caption=GRADES_TITLE,
        columns=(tree.Column(GRADE, width=3), tree.Column(COUNT, tree.Align.RIGHT, 1)),
        rows=tuple(
            (tree.Cell(tree.runs(words), header=True), *tree.cells(str(count)))
            for words, count in counts.items()
        ),
    )


def _table(plan: ControlPlan, rows: list[TableRow]) -> tree.Table:
    return tree.Table(
        caption=plan_title(plan),
        columns=tuple(
            tree.Column(name, width=width)
            for name, width in zip(COLUMNS, WIDTHS, strict=True)
        ),
        rows=tuple(
            (
                tree.Cell(tree.runs(row.process), header=True),
                *tree.cells(*row.cells[1:]),
            )
            for row in rows
        ),
    )


def _each(rows: list[TableRow]) -> tuple[tree.Block, ...]:
    blocks: list[tree.Block] = []
    for row in rows:
        blocks.append(tree.Heading(3, row.process))
        blocks.append(tree.paragraph(row.moment))
        blocks += [_check(check) for check in row.control.checks.all()]
    return tuple(blocks)


def _check(check: ControlCheck) -> tree.FieldTable:
    day = f"{check.performed_on:%Y-%m-%d}" if check.performed_on else ""
    said = {
        PERFORMED: (day,),
        PERFORMER: (check.performer,),
        SAMPLE: (check.sample,),
        GRADE: (GRADE_WORDS[check.grade],),
        SHOWED if day else WHY_NOT: tuple(check.result.splitlines()),
        DEVIATION: tuple(check.deviation.splitlines()),
        MEASURE: _measures(check),
    }
    return tree.FieldTable(
        tuple(tree.Field(label, lines) for label, lines in said.items() if any(lines))
    )


def _measures(check: ControlCheck) -> tuple[str, ...]:
    return tuple(
        MEASURE_LINE.format(
            text=one.text,
            responsible=one.responsible,
            state=DONE.format(day=one.done_on, outcome=one.outcome)
            if one.done_on
            else DUE.format(day=one.due_on),
        )
        for one in check.measures.all()
    )
