"""The statement, its form, and the page in English, without login."""

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from cases.report.enums import Compliance
from cases.report.models import AccessibilityReport, AccessibilityStatement
from cases.report.rules import LONGEST_REPORT
from tests.factories import registers
from tests.factories import statements as make

pytestmark = pytest.mark.django_db

FORM = "/tillganglighet/alby/rapportera/"


@pytest.fixture
def statement() -> AccessibilityStatement:
    return make.statement()


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.law("T-03")
def test_statement_then_it_says_what_the_law_asks_for(
    client: Client, statement: AccessibilityStatement
) -> None:
    shown = page(client, statement.get_absolute_url())
    for said in (
        "2018:1937",
        "delvis",
        statement.deficiencies,
        FORM,
        statement.email,
        statement.phone,
        "https://www.digg.se/tdosanmalan",
        statement.method,
        f"{statement.assessed_on:%Y-%m-%d}",
    ):
        assert said in shown
    assert "oskäligt" not in shown


@pytest.mark.law("T-04")
def test_statement_when_a_burden_is_claimed_then_shown_with_its_assessment(
    client: Client,
) -> None:
    row = make.statement(burden="Filmer före 2020", burden_assessment="Kostar mest.")
    shown = page(client, row.get_absolute_url())
    assert "Filmer före 2020" in shown
    assert "Kostar mest." in shown


def test_statements_when_none_one_or_two_then_the_way_is_short(client: Client) -> None:
    assert "Ingen tillgänglighetsredogörelse" in page(client, "/tillganglighet/")
    alby = make.statement(of=registers.board("first"))
    assert client.get("/tillganglighet/")["Location"] == alby.get_absolute_url()
    berga = make.statement(
        of=registers.board("second"), slug="berga", name="Berga kommun"
    )
    shown = page(client, "/tillganglighet/")
    assert alby.get_absolute_url() in shown
    assert berga.get_absolute_url() in shown


def test_statement_when_changed_then_the_next_request_sees_it(
    client: Client, statement: AccessibilityStatement
) -> None:
    caches["pages"].clear()
    assert "delvis" in page(client, statement.get_absolute_url())
    statement.compliance = Compliance.NONE
    statement.save()
    assert "uppfyller inte lagens krav" in page(client, statement.get_absolute_url())


def test_report_when_sent_then_kept_and_thanked_without_a_cookie(
    statement: AccessibilityStatement,
) -> None:
    client = Client(enforce_csrf_checks=True)
    assert "csrf" not in page(client, FORM)
    answer = client.post(FORM, {"text": "Går inte att läsa.", "address": "/sok/"})
    assert answer.status_code == 302
    assert not answer.cookies
    assert "ärende" in page(client, answer["Location"])
    report = AccessibilityReport.objects.get()
    assert (report.text, report.address) == ("Går inte att läsa.", "/sok/")
    assert report.statement == statement


@pytest.mark.usefixtures("statement")
@pytest.mark.parametrize(
    "said",
    [
        {"text": " "},
        {"text": "a" * (LONGEST_REPORT + 1)},
        {"text": "Hjälp", "email": "inte en adress"},
        {"text": "Hjälp", "name": "N" * 200},
        {"text": "Hjälp\x00"},
        {},
    ],
)
def test_report_when_it_cannot_be_taken_then_said_and_kept_in_the_form(
    client: Client, said: dict[str, str]
) -> None:
    answer = client.post(FORM, said)
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "Inte skickad ännu" in shown
    assert 'aria-invalid="true"' in shown
    assert not AccessibilityReport.objects.exists()
    if said.get("email"):
        assert "inte en adress" in shown


@pytest.mark.usefixtures("statement")
def test_report_when_the_page_is_named_in_the_address_then_filled_in(
    client: Client,
) -> None:
    assert 'value="/protokoll/4/"' in page(client, f"{FORM}?sida=/protokoll/4/")
    assert "&lt;b&gt;" in page(client, f"{FORM}?sida=<b>{'x' * 9000}")


@pytest.mark.parametrize("name", ["statement", "report", "thanks"])
def test_statement_when_unknown_then_not_found(client: Client, name: str) -> None:
    url = reverse(f"accessibility-{name}", args=["okand"])
    assert client.get(url).status_code == 404


def test_english_then_the_language_of_the_page_is_said(client: Client) -> None:
    shown = page(client, "/in-english/")
    assert '<html lang="en">' in shown
    assert "Skip to the content" in shown
    assert '<html lang="sv">' in page(client, "/tillganglighet/")


@pytest.mark.law("T-07")
def test_public_pages_then_each_says_whom_to_turn_to_and_how_accessible_it_is(
    client: Client,
) -> None:
    registers.board("itvt")
    from tests.factories import approvals  # noqa: PLC0415  slow

    approvals.work_off()
    for url in ("/", "/in-english/", "/diarium/", "/sok/", "/verifiera/"):
        shown = page(client, url)
        assert "kommun@alby.example" in shown, url
        assert 'href="/tillganglighet/"' in shown, url
        assert 'href="/in-english/"' in shown, url
