"""The pages that say no: in Swedish, with a way on."""

import json

import pytest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views import defaults

from boards.access.middleware import RefusalMiddleware
from boards.shared import texts
from boards.shared.refusals import Refusal, Refused

NO = Refused([Refusal("test.early", "KL 8:12")])


@pytest.fixture(autouse=True)
def _sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    known = texts.SENTENCES | {"test.early": "Det är för tidigt."}
    monkeypatch.setattr(texts, "SENTENCES", known)


def refused(**headers: str) -> HttpResponse:
    request: HttpRequest = RequestFactory().get("/x/", headers=headers)
    answer = RefusalMiddleware(lambda _request: HttpResponse()).process_exception(
        request, NO
    )
    assert answer is not None
    return answer


def test_refusal_page_says_why_and_the_way_back() -> None:
    answer = refused(Referer="http://testserver/kansli/")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Det är för tidigt. (KL 8:12)" in page
    assert 'href="http://testserver/kansli/"' in page


def test_refusal_to_a_script_is_json() -> None:
    answer = refused(Accept="application/json")
    assert json.loads(answer.content) == {"refusals": ["Det är för tidigt. (KL 8:12)"]}


def test_refusal_to_htmx_is_the_reasons_alone() -> None:
    answer = refused(**{"HX-Request": "true"})
    assert answer["HX-Retarget"] == "#messages"
    assert "<html" not in answer.content.decode()


def test_other_exceptions_are_not_refusals() -> None:
    middleware = RefusalMiddleware(lambda _request: HttpResponse())
    request = RequestFactory().get("/x/")
    assert middleware.process_exception(request, ValueError()) is None


def test_page_that_is_not_there_is_told_in_swedish(client: Client) -> None:
    answer = client.get("/finns/inte/")
    assert answer.status_code == 404
    assert "Sidan finns inte här" in answer.content.decode()


def test_server_error_page_needs_neither_request_nor_database() -> None:
    answer = defaults.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Något gick fel" in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["400.html", "403.html", "boards/access/locked_out.html"]
)
def test_other_pages_have_a_heading_and_a_way_on(name: str) -> None:
    page = render_to_string(name)
    assert "<h1></h1>" not in page
    assert page.count('class="btn btn-primary"') <= 1
    assert 'class="btn' in page


def test_login_page_asks_in_swedish(client: Client) -> None:
    page = client.get("/konto/logga-in/").content.decode()
    assert "Användarnamn" in page
    assert "Logga in</button>" in page
