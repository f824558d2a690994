"""Error pages help whoever meets them, and every public answer has its headers."""

import pytest
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views import defaults
from pytest_django import DjangoAssertNumQueries

from boards.shared.published.answers import gone, too_many

SEARCH = 'action="/sok/"'
WAYS_ON = (SEARCH, 'href="/"', 'href="/tillganglighet/"')


def answers(request: HttpRequest) -> dict[int, HttpResponse]:
    """Every error a stranger can get, as Django or a page of ours gives it."""
    return {
        400: defaults.bad_request(request, BadRequest()),
        403: defaults.permission_denied(request, PermissionError()),
        404: defaults.page_not_found(request, FileNotFoundError()),
        410: gone(request),
        429: too_many(request, retry_after=30),
        500: defaults.server_error(request),
    }


def test_error_pages_then_each_leads_on_and_asks_no_database(
    rf: RequestFactory,
) -> None:
    # No database is marked for this test: asking it anything would fail.
    for status, answer in answers(rf.get("/borta/")).items():
        shown = answer.content.decode()
        assert answer.status_code == status
        assert '<html lang="sv">' in shown
        assert [way for way in WAYS_ON if way not in shown] == [], status
        assert not answer.cookies
        assert shown.count("<h1>") == 1


def test_too_many_then_it_says_how_long_to_wait(rf: RequestFactory) -> None:
    answer = too_many(rf.get("/sok/"), retry_after=30)
    assert answer["Retry-After"] == "30"
    assert "30 sekunder" in answer.content.decode()
    assert "1 sekund." in too_many(rf.get("/"), retry_after=1).content.decode()


@pytest.mark.urls("config.public_urls")
def test_error_pages_when_the_process_is_the_publics_own_then_the_same() -> None:
    for name in ("400", "403", "404", "410", "429", "500"):
        shown = render_to_string(f"{name}.html")
        assert SEARCH in shown
        assert "/konto/" not in shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/sok/?q=beslut",
        "/diarium/",
        "/tillganglighet/",
        "/in-english/",
        "/verifiera/",
        "/borta/",
    ],
)
def test_public_answers_then_their_headers_are_strict(client: Client, url: str) -> None:
    answer = client.get(url)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert not answer.cookies


@pytest.mark.django_db
def test_unknown_address_then_no_question_is_put_to_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/finns/inte/").status_code == 404
