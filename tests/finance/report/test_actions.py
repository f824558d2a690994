"""An interim report from start to the registered PDF."""

from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from pypdf import PdfReader

from boards.board.enums import BoardKind
from boards.registers.actions import add_board, add_municipality, set_regulations
from boards.shared.refusals import Refused
from cases.case.actions import open_case
from cases.case.models import Case
from finance.report import actions
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport, TableRow
from finance.report.queries import shown_tables, whole_report
from tests.factories.model_report import fill, line, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    alby = add_municipality(
        name="Alby", slug="alby", email="kommun@alby.example", by=None
    )
    board = add_board(
        host=alby,
        kind=BoardKind.BOARD,
        name="Gemensam servicenämnd",
        genitive="Gemensam servicenämnds",
        prefix="ITVT",
        slug="itvt",
        seats=2,
        email="itvt@alby.example",
        valid_from=date(2019, 1, 1),
        by=None,
    )
    set_regulations(
        board=board, valid_from=date(2019, 1, 1), storage_place="Alby", by=None
    )
    return open_case(
        board=board, title="Delårsrapport", opened_on=date(2020, 9, 1), by=None
    )


@pytest.fixture
def report(case: Case) -> InterimReport:
    report = actions.start_report(
        case=case,
        title="Delårsrapport servicenämnder",
        period_end=date(2020, 8, 31),
        by=None,
    )
    fill(report)
    return report


def printed(report: InterimReport) -> dict[str, list[tuple[str, ...]]]:
    whole = whole_report().get(pk=report.pk)
    return {
        shown.table.heading: [(r.label, *r.cells) for r in shown.rows]
        for shown in shown_tables(whole)
    }


@pytest.mark.law("F-02")
def test_shown_tables_when_model_then_summary_mixes_its_two_measures(
    report: InterimReport,
) -> None:
    rows = printed(report)["Sammanställning servicenämnderna"]
    assert [" | ".join(row).replace("\u00a0", " ") for row in rows] == [
        "Ekonomiavdelningen | 1 093 | 1 042 | 11 247 | 10 647 | 600",
        "Personalavdelningen | 391 | 1 076 | 13 834 | 13 634 | 200",
        "IT, växel och telefoni | −403 | −2 791 | 14 066 | 17 916 | −3 850",
        "Summa | 1 080 | −674 | 39 147 | 42 197 | −3 050",
    ]


def test_freeze_report_when_model_then_pdf_has_every_printed_figure(
    report: InterimReport,
) -> None:
    document = actions.freeze_report(report=report, by=None)
    pages = PdfReader(BytesIO(document.file.read())).pages
    text = " ".join("\n".join(p.extract_text() for p in pages).split())
    for rows in printed(report).values():
        for cell in {cell for _label, *cells in rows for cell in cells if cell}:
            assert " ".join(cell.split()) in text
    assert document.designation == "ITVT 1/2020-1"


def test_freeze_report_when_frozen_then_nothing_changes(report: InterimReport) -> None:
    actions.freeze_report(report=report, by=None)
    with pytest.raises(Refused, match=r"report\.frozen"):
        actions.set_introduction(report=report, introduction="<p>Nytt</p>", by=None)


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_rows_when_frozen_then_plain_sql_is_refused(
    report: InterimReport, verb: str
) -> None:
    actions.freeze_report(report=report, by=None)
    rows = TableRow.objects.filter(table__report=report)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(label="Ändrad") if verb == "update" else rows._raw_delete("default")


@pytest.mark.law("F-03")
def test_freeze_report_when_a_sum_is_far_off_then_refused_and_nothing_registered(
    case: Case,
) -> None:
    report = actions.start_report(
        case=case, title="Fel", period_end=date(2020, 8, 31), by=None
    )
    table = actions.add_table(
        report=report, kind=TableKind.INCOME, heading="IT", by=None
    )
    rows = [line("Intäkter", 7314), row(RowKind.SUM, "Summa", 7320)]
    actions.set_figures(table=table, rows=rows, by=None)
    with pytest.raises(Refused, match=r"report\.wrong_sum"):
        actions.freeze_report(report=report, by=None)
    assert not case.documents.exists()


LINKED = "<p>Underskott {{IT, växel och telefoni.Resultat.prognos år}} tkr.</p>"


def test_freeze_report_when_words_are_linked_then_they_hold_the_figures(
    report: InterimReport,
) -> None:
    actions.set_introduction(report=report, introduction=LINKED, by=None)
    table = report.tables.get(heading="Ekonomiavdelningen")
    texts = {"description": "", "note": "", "by": None}
    comment = "<p>Överskott {{summa.avvikelse}} tkr.</p>"
    actions.set_table_text(table=table, comment=comment, **texts)
    document = actions.freeze_report(report=report, by=None)
    report.refresh_from_db()
    table.refresh_from_db()
    assert report.introduction == "<p>Underskott −3\u00a0850 tkr.</p>"
    assert table.comment == "<p>Överskott 600 tkr.</p>"
    pages = PdfReader(BytesIO(document.file.read())).pages
    said = " ".join(" ".join(p.extract_text() for p in pages).split())
    assert "Underskott −3 850 tkr" in said


def test_set_introduction_when_a_link_is_broken_then_refused_with_the_nearest(
    report: InterimReport,
) -> None:
    wrong = LINKED.replace("prognos år", "prognås")
    with pytest.raises(Refused) as no:
        actions.set_introduction(report=report, introduction=wrong, by=None)
    (refusal,) = no.value.refusals
    assert refusal.field == "introduction"
    assert "IT, växel och telefoni.Resultat.prognos år" in refusal.values["nearest"]


def test_freeze_report_when_a_row_was_renamed_then_its_link_is_refused(
    report: InterimReport,
) -> None:
    actions.set_introduction(report=report, introduction=LINKED, by=None)
    table = report.tables.get(heading="IT, växel och telefoni")
    actions.set_figures(table=table, rows=[line("Intäkter", 1)], by=None)
    with pytest.raises(Refused, match=r"report\.broken_link"):
        actions.freeze_report(report=report, by=None)
