"""The report's page: what is checked of it, and typed numbers that become links."""

from datetime import date

import pytest
from django.test import Client
from lxml import html

from boards.access.enums import Role
from finance.report import actions
from finance.report.models import InterimReport
from tests.factories import cases, registers
from tests.factories.model_report import fill

pytestmark = pytest.mark.django_db
TYPED = "<p>Ett underskott på 3&nbsp;850 tkr och 12&nbsp;018 tkr.</p>"


@pytest.fixture
def report() -> InterimReport:
    made = actions.start_report(
        case=cases.case(), title="Delår", period_end=date(2020, 8, 31), by=None
    )
    fill(made)
    table = made.tables.get(heading="IT, växel och telefoni")
    words = {"description": "", "comment": TYPED, "note": ""}
    actions.set_table_text(table=table, **words, by=None)
    return made


@pytest.fixture
def controller(client: Client, report: InterimReport) -> Client:
    client.force_login(registers.role(report.board, Role.CONTROLLER))
    return client


def page(client: Client, report: InterimReport) -> html.HtmlElement:
    answer = client.get(report.get_absolute_url())
    assert answer.status_code == 200
    return html.document_fromstring(answer.content)


@pytest.mark.law("F-01", "F-02")
def test_detail_then_every_check_has_a_result(
    controller: Client, report: InterimReport
) -> None:
    shown = page(controller, report)
    said = shown.xpath("//section[@aria-labelledby='checks']")[0].text_content()
    assert "2020-11-02" in said
    assert len(shown.xpath("//li[contains(@class, 'check-ok')]")) > 10
    assert not shown.xpath("//li[contains(@class, 'check-wrong')]")


def test_number_link_when_offered_then_it_follows_the_table(
    controller: Client, report: InterimReport
) -> None:
    table = report.tables.get(heading="IT, växel och telefoni")
    form = page(controller, report).xpath(
        "//form[contains(@action, '/lanka/')][input[contains(@value, 'avvikelse')]]"
    )[0]
    controller.post(form.get("action"), dict(form.fields))
    table.refresh_from_db()
    assert "på {{Summa.avvikelse|belopp}} tkr" in table.comment
    again = controller.post(form.get("action"), dict(form.fields), follow=True)
    assert "alert-danger" in again.content.decode()
    assert "3\u00a0850 tkr" in page(controller, report).text_content()


def test_introduction_when_its_link_is_broken_then_what_was_typed_stays(
    controller: Client, report: InterimReport
) -> None:
    address = f"{report.get_absolute_url()}inledning/"
    answer = controller.post(address, {"introduction": "<p>{{Suma.utfal}}</p>"})
    assert answer.status_code == 200
    assert "{{Suma.utfal}}" in answer.content.decode()
    report.refresh_from_db()
    assert report.introduction == ""


def test_limit_and_measure_when_sent_then_kept(
    controller: Client, report: InterimReport
) -> None:
    here = report.get_absolute_url()
    controller.post(f"{here}grans/", {"limit_ore": "1 000", "limit_percent": "10"})
    report.refresh_from_db()
    assert (report.limit_ore, report.limit_percent) == (100_000_000, 10)
    controller.post(f"{here}grans/", {"limit_ore": "-1", "limit_percent": "10"})
    report.refresh_from_db()
    assert report.limit_ore == 100_000_000
    table = report.tables.first()
    address = f"/kansli/ekonomi/tabell/{table.pk}/atgard/"
    controller.post(address, {"measure": "", "follow_up_on": "2020-11-30"})
    table.refresh_from_db()
    assert table.follow_up_on == date(2020, 11, 30)
    answer = controller.post(address, {"follow_up_on": "snart"}, follow=True)
    assert "alert-danger" in answer.content.decode()
