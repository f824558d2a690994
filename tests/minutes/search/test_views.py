"""The search page as people and machines ask it."""

import pytest
from django.test import Client

from boards.shared.published.role import as_public
from minutes.search.queries import TooWide, find
from minutes.search.questions import Question
from tests.factories import approvals
from tests.minutes.search.conftest import Publish

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]


def page(client: Client, **query: str) -> str:
    answer = client.get("/sok/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_search_when_nothing_is_asked_then_how_to_ask(client: Client) -> None:
    assert "Så söker du" in page(client)


def test_search_when_found_then_marked_and_linked(
    client: Client, publish: Publish
) -> None:
    item = publish("Fjärrvärme i skolan.", number=7)
    said = page(client, q="fjärrvärme", namnd="ks")
    assert "KS § 7/2021-05-04" in said
    assert "<mark>Fjärrvärme</mark>" in said
    assert f'href="/protokoll/{item.minutes_id}/7/"' in said
    assert not client.get("/sok/", {"q": "x"}).cookies


def test_search_when_text_holds_markup_then_it_is_escaped(
    client: Client, publish: Publish
) -> None:
    publish("Värdet <b>kvicksilver</b> ⟦och⟧ <script>.")
    said = page(client, q="kvicksilver")
    assert "<b>" not in said
    assert "<script>." not in said


def test_search_when_misspelt_then_asks_what_was_meant(
    client: Client, publish: Publish
) -> None:
    publish("Den nya cykelvägen.")
    said = page(client, q="cykelväk", namnd="ks")
    assert "Menade du" in said
    assert "?q=cykelv%C3%A4gen&amp;namnd=ks" in said


def test_search_when_narrowed_then_can_be_widened_again(
    client: Client, publish: Publish
) -> None:
    publish("Text om väg.")
    said = page(client, q="väg", namnd="ks", ar="2021")
    assert 'href="?q=v%C3%A4g&amp;namnd=ks"' in said
    assert 'href="?q=v%C3%A4g&amp;ar=2021"' in said


def test_search_when_too_wide_then_says_what_to_do(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tired(*_: object) -> None:
        raise TooWide

    monkeypatch.setattr("minutes.search.views.find", tired)
    answer = client.get("/sok/", {"q": "väg"})
    assert answer.status_code == 422
    assert "Välj en kommun" in answer.content.decode()


ODD = [
    "q=" + "x" * 10_000,
    "q=" + "%28" * 500,
    "q=%00&namnd=%00",
    "q=%FF%FE",
    "q='%3B drop table minutes_searchrow --",
    "q=%25%5F%5C",
    "q=" + "+".join(["ord"] * 900),
    "q=" + "-".join(["ord"] * 300),
    "q=väg&ar=99999999999&slag=%00&utfall=x&ordning=x",
    "q=väg&page=-1",
    "q=väg&page=99999999999999999999",
    "q=väg&page=%C2%B2",
    "q=väg&ar=%C2%B2%C2%B2%C2%B2%C2%B2",
    "q=%22%22%22&kommun=alby&namnd=ks",
    "q=!%26|:*<->",
    "q=https://a.b/c?d&kommun=..",
]


@pytest.mark.parametrize("query", ODD)
def test_search_when_the_question_is_absurd_then_an_answer(
    client: Client, publish: Publish, query: str
) -> None:
    publish("Text om väg.")
    assert client.get(f"/sok/?{query}").status_code == 200


def test_search_when_more_is_found_then_same_number_of_queries(
    client: Client, publish: Publish
) -> None:
    publish("Avfall i kommunen.")
    client.get("/sok/?q=avfall")
    with approvals.counted() as one:
        client.get("/sok/?q=avfall")
    for _ in range(5):
        publish("Avfall i kommunen, och avfallstaxa.", heading="Avfall")
    with approvals.counted() as several:
        client.get("/sok/?q=avfall")
    assert len(several) == len(one)


def test_search_then_the_public_role_suffices(publish: Publish) -> None:
    publish("Avfall.")
    with as_public():
        assert find(Question("avfall")).total == 1
