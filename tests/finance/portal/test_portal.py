"""The figures of published reports: picture, table and data say the same."""

import csv
import io
import json
from datetime import date

import pytest
from django.test import Client
from lxml import html

from boards.shared.money import format_tkr
from cases.case.models import Case
from finance.portal.actions import follow_document
from finance.portal.models import PublishedReport
from finance.report import actions
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport
from finance.report.rules import Amounts, Row
from minutes.privacy.actions import consider, withdraw
from tests.factories import approvals, gate, registers
from tests.factories import cases as diary
from tests.factories.model_report import fill

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]


def frozen(case: Case) -> InterimReport:
    report = actions.start_report(
        case=case,
        title="Delårsrapport servicenämnder",
        period_end=case.opened_on.replace(month=8, day=31),
        by=None,
    )
    fill(report)
    actions.freeze_report(report=report, by=None)
    report.refresh_from_db()
    return report


@pytest.fixture
def report() -> InterimReport:
    return frozen(diary.case())


def published(report: InterimReport) -> PublishedReport:
    consider(document=report.document, by=None)
    gate.let_through()
    return PublishedReport.objects.get(source_id=report.pk)


def page(url: str) -> html.HtmlElement:
    answer = Client().get(url)
    assert answer.status_code == 200, url
    return html.document_fromstring(answer.content)


@pytest.mark.law("D-17")
def test_report_when_only_frozen_then_not_public(report: InterimReport) -> None:
    approvals.work_off()
    assert report.is_frozen
    assert not PublishedReport.objects.exists()
    assert "Delårsrapport servicenämnder" not in page("/ekonomi/").text_content()


def test_report_when_its_pdf_is_published_then_picture_and_table_say_the_same(
    report: InterimReport,
) -> None:
    row = published(report)
    shown = page(row.get_absolute_url())
    pictures = shown.xpath("//figure/*[local-name()='svg']")
    assert len(pictures) == 10
    assert not shown.xpath("//figure//@style")
    for section in shown.xpath("//section[contains(@class, 'report-table')]"):
        cells = set(section.xpath(".//td/text()"))
        figures = section.xpath(".//*[contains(@class, 'chart-figure')]/text()")
        assert figures
        assert set(figures[: len(figures) // 2]) <= cells
    assert row.paper_url.startswith("/handling/")
    assert "Delårsrapport servicenämnder" in page("/ekonomi/").text_content()


def test_data_then_json_and_csv_hold_every_figure(report: InterimReport) -> None:
    row = published(report)
    said = json.loads(Client().get(f"{row.get_absolute_url()}data.json").content)
    expected = [
        one[code]
        for table in said["tables"]
        for one in table["rows"]
        for code in table["columns"]
        if one[code] is not None
    ]
    text = Client().get(f"{row.get_absolute_url()}data.csv").content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [int(line["belopp"]) for line in lines] == expected
    assert len(expected) > 50
    shown = page(row.get_absolute_url()).text_content()
    assert all(format_tkr(value) in shown for value in expected)


@pytest.mark.law("D-16")
def test_words_when_published_then_on_the_page_without_a_protected_name() -> None:
    registers.person("Sara Ek", protected=True)
    report = actions.start_report(
        case=diary.case(), title="Rapport", period_end=date(2020, 8, 31), by=None
    )
    fill(report)
    table = report.tables.first()
    text = "<p>Chefen <strong>Sara</strong> Ek slutade.</p><script>x</script>"
    actions.set_table_text(
        table=table, description=text, comment="<p>Vakanser.</p>", note="", by=None
    )
    actions.set_introduction(report=report, introduction="<p>Om oss.</p>", by=None)
    actions.freeze_report(report=report, by=None)
    report.refresh_from_db()
    follow_document(report.document, "/handling/1/")
    row = PublishedReport.objects.get(source_id=report.pk)
    shown = page(row.get_absolute_url()).text_content()
    assert "Om oss." in shown
    assert "Vakanser." in shown
    assert "slutade" in shown
    assert "Sara" not in shown + json.dumps(row.tables)


@pytest.mark.law("D-17")
def test_report_when_its_pdf_is_withdrawn_then_gone_with_its_figures(
    report: InterimReport,
) -> None:
    row = published(report)
    withdraw(publication=report.document.publication, reason="Fel.", by=None)
    row.refresh_from_db()
    assert (row.title, row.introduction, row.tables) == ("", {}, [])
    for end in ("", "data.json", "data.csv"):
        assert Client().get(f"{row.get_absolute_url()}{end}").status_code in {404, 410}


def test_csv_when_a_label_is_a_formula_then_it_is_text() -> None:
    case = diary.case()
    report = actions.start_report(
        case=case, title="Rapport", period_end=case.opened_on, by=None
    )
    table = actions.add_table(
        report=report, kind=TableKind.INCOME, heading="=1+1", by=None
    )
    rows = [Row(RowKind.LINE, "<b>=2", Amounts(budget_year=100_000))]
    actions.set_figures(table=table, rows=rows, by=None)
    actions.freeze_report(report=report, by=None)
    report.refresh_from_db()
    row = published(report)
    text = Client().get(f"{row.get_absolute_url()}data.csv").content.decode()
    assert "'=1+1" in text
    assert b"<b>=2" not in Client().get(row.get_absolute_url()).content
