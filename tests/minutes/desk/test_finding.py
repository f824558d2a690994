"""Search for the kansli: everything of one's own boards, nothing of others'."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minutes.desk.finding import Found, found_everywhere, found_of
from minutes.item import actions as items
from minutes.item.enums import SectionKind
from minutes.item.models import MinutesItem
from tests.factories import meetings as make
from tests.minutes.meeting.test_agenda import case_of, document_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-14T08:00:00+02:00"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]


def written(board: str, text: str, title: str = "Ny cykelväg") -> Any:
    """A meeting whose first § says something, about an ärende with a title."""
    meeting = make.called(make.planned(make.board_with_roster(board)))
    item = meeting.items.order_by("agenda_item__position").first()
    assert isinstance(item, MinutesItem)
    section = item.sections.get(kind=SectionKind.SUMMARY)
    items.save_section(
        section=section, body=f"<p>{text}</p>", version=section.version, by=None
    )
    case = case_of(meeting.board)
    case.title = title
    case.save()
    return meeting


def numbered(board: Any, number: int) -> Any:
    """One of several ärenden about the same thing."""
    dnr = f"{board.prefix} {number}/2020"
    return case_of(board, number=number, dnr=dnr, title="Kvicksilver i ån")


def totals(user: Any, words: str) -> dict[str, int]:
    return {row.kind: row.total for row in found_everywhere(user, words)}


@pytest.mark.parametrize(
    ("words", "cases", "sections"),
    [
        ("översiktsplan", 0, 1),
        ("Översiktsplanerna", 0, 1),
        ("översiktsplan vattnet", 0, 1),
        ("översiktsplan -vattnet", 0, 0),
        ("översiktsplan OR cykelväg", 1, 1),
        ('"vid vattnet"', 0, 1),
        ('"vattnet översiktsplanen"', 0, 0),
        ("cykelvägar", 1, 0),
        ("och", 0, 0),
        ("!&|:*()'", 0, 0),
    ],
)
def test_found_when_words_are_swedish_then_in_drafts_and_cases(
    words: str, cases: int, sections: int
) -> None:
    meeting = written("itvt", "Översiktsplanen vid vattnet.")
    found = totals(meeting.secretary, words)
    assert (found["case"], found["item"]) == (cases, sections)


def test_found_when_word_and_number_then_both_have_to_fit() -> None:
    meeting = written("itvt", "Text.")
    case = meeting.board.cases.first()
    document = document_of(case)
    number = case.dnr.split()[-1]
    assert list(found_of(meeting.secretary, Found.CASE, f"cykelväg {number}")) == [case]
    assert not found_of(meeting.secretary, Found.CASE, f"tunnel {number}")
    found = found_of(meeting.secretary, Found.DOCUMENT, case.dnr)
    assert list(found) == [document]


@pytest.mark.law("OSL 5:1")
def test_found_when_another_boards_then_it_does_not_exist() -> None:
    mine, theirs = written("itvt", "Kvicksilver."), written("miljo", "Kvicksilver.")
    assert totals(mine.secretary, "kvicksilver")["item"] == 1
    assert totals(mine.secretary, "cykelväg")["case"] == 1
    found = found_of(mine.secretary, Found.ITEM, "kvicksilver")
    assert {row.board for row in found} == {mine.board}
    assert theirs.board != mine.board


def test_search_page_then_each_kind_and_the_way_to_all(client: Client) -> None:
    meeting = written("itvt", "Kvicksilver.")
    for number in range(10, 21):
        numbered(meeting.board, number)
    client.force_login(meeting.secretary)
    url = reverse("staff-search")
    page = client.get(url, {"q": "kvicksilver"}).content.decode()
    assert "11 träffar" in page
    assert "?q=kvicksilver&amp;slag=case" in page
    page = client.get(url, {"q": "kvicksilver", "slag": "case"}).content.decode()
    assert page.count('class="search-hit"') == 11
    for odd in ("slag=%00", "slag=item&page=-1", "q=%00", "q=" + "x" * 9_000):
        assert client.get(f"{url}?{odd}").status_code == 200


def test_search_page_when_no_role_then_denied(client: Client) -> None:
    board = make.board_with_roster()
    client.force_login(make.user_for(board.memberships.first().person))
    assert client.get(reverse("staff-search")).status_code == 403


@pytest.mark.parametrize("rows", [1, 5])
def test_found_when_more_then_same_number_of_queries(
    rows: int, django_assert_num_queries: Any
) -> None:
    meeting = written("itvt", "Text.")
    for number in range(10, 10 + rows):
        document_of(numbered(meeting.board, number))
    user = meeting.secretary
    with django_assert_num_queries(9):
        for one in found_everywhere(user, "kvicksilver"):
            assert [(str(row), row.board.name) for row in one.rows] or not one.total
