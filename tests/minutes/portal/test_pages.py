"""The portal's pages of people, §§ and ärenden: what they show, where they lead."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from boards.shared.clock import at
from boards.shared.published.snapshots import withdraw_row
from minutes.approval.models import Approval
from minutes.portal.linking import linked
from minutes.publication.models import PublishedCase, PublishedItem, PublishedSeat
from tests.factories import approvals, gate, publications, rich_items
from tests.factories import cases as diary
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


@pytest.fixture
def approval() -> Approval:
    """Published minutes whose first § is about an ärende and was voted on."""
    meeting = make.planned()
    point = make.with_points(meeting)[0]
    point.case = diary.case(meeting.board)
    point.save()
    approvals.decided(meeting, is_closed=False)
    item = approvals.items_of(meeting)[0]
    item.proposed.create(text="att anta planen", position=1)
    rich_items.with_rounds(item, *rich_items.with_floor(item))
    with at(publications.NOON):
        make.actions.close_meeting(
            meeting=meeting, ends_at=meeting.starts_at + timedelta(hours=1), by=None
        )
        made = publications.published(meeting)
        gate.let_through()
    return made


def first(approval: Approval) -> PublishedItem:
    return PublishedItem.objects.get(minutes__source_id=approval.pk, number=1)


def shown(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_item_page_then_proposal_decision_votes_and_what_happened_next(
    client: Client, approval: Approval
) -> None:
    row = first(approval)
    page = shown(client, f"/protokoll/{row.minutes_id}/1/")
    assert row.citation in page
    for text in (
        "att anta planen",
        "Förslag och beslut",
        "vote-strip",
        "vote-abstain",
        "Ja 1",
    ):
        assert text in page, text
    # Posted at noon of 2020-09-29: three weeks, and not a day less (KL 13:5).
    assert "till och med 2020-10-20" in page


def test_item_page_when_time_to_appeal_has_passed_then_it_says_so(
    client: Client, approval: Approval
) -> None:
    row = first(approval)
    last_day, day_after = "2020-10-20 12:00+02:00", "2020-10-21 12:00+02:00"
    with time_machine.travel(last_day, tick=False):
        assert "kan överklagas till" in shown(client, f"/protokoll/{row.minutes_id}/1/")
    with time_machine.travel(day_after, tick=False):
        page = shown(client, f"/protokoll/{row.minutes_id}/1/")
    assert "kan överklagas till" not in page
    assert "gick ut 2020-10-20" in page


def test_point_page_then_outcome_and_way_to_appeal(
    client: Client, approval: Approval
) -> None:
    row = first(approval)
    page = shown(client, f"/protokoll/{row.minutes_id}/1/1/")
    assert row.facts["points"][0]["text"] in page
    shown(client, f"/protokoll/{row.minutes_id}/1/99/", 404)
    shown(client, f"/protokoll/{row.minutes_id}/9999/", 404)


def test_case_page_then_its_way_and_a_picture_of_it(
    client: Client, approval: Approval
) -> None:
    case = PublishedCase.objects.get(items=first(approval))
    number = case.dnr.split()[-1].replace("/", "-")
    page = shown(client, f"/arende/{case.board.slug}/{number}/")
    assert case.title in page
    assert f"/protokoll/{first(approval).minutes_id}/1/" in page
    shown(client, f"/arende/{case.board.slug}/9-1999/", 404)


def test_members_when_another_day_is_asked_for_then_who_sat_there(
    client: Client, approval: Approval
) -> None:
    chair = PublishedSeat.objects.get(role="chair")
    chair.ends_on = publications.MEETING_DAY - timedelta(days=1)
    chair.save()
    name = chair.person.name
    slug = approval.board.slug
    assert name not in shown(client, f"/namnd/{slug}/ledamoter/")
    assert name in shown(client, f"/namnd/{slug}/ledamoter/?datum={chair.ends_on}")
    for typed in ("i går", "2020-13-45", "0" * 500, "%00"):
        shown(client, f"/namnd/{slug}/ledamoter/?datum={typed}")
    odd = shown(client, f"/namnd/{slug}/ledamoter/?datum=2020-13-45")
    assert "2020-13-45” är inget datum" in odd


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_citation_when_published_then_it_leads_there(
    client: Client, approval: Approval, space: str
) -> None:
    row = first(approval)
    typed = f"ITVT{space}§{space}1/2020-09-29"
    answer = client.get("/citat/", {"q": typed})
    assert answer["Location"] == f"/protokoll/{row.minutes_id}/1/"
    case = PublishedCase.objects.get(items=row)
    assert client.get("/citat/", {"q": case.dnr}).status_code == 302


@pytest.mark.parametrize(
    "typed", ["", "ITVT § 1/2020-99-99", "KS § 5/2020-09-29", "x" * 9000, "\x00", "§"]
)
def test_citation_when_nothing_is_there_then_how_one_is_written(
    client: Client, approval: Approval, typed: str
) -> None:
    answer = client.get("/citat/", {"q": typed})
    assert answer.status_code == 404
    assert "ITVT § 12/2020-09-29" in answer.content.decode()


def test_text_when_it_refers_then_links_where_something_is_published(
    approval: Approval,
) -> None:
    row = first(approval)
    case = PublishedCase.objects.get(items=row)
    html = (
        f"<p>Se ITVT § 1/2020-09-29, {case.dnr} och KS § 9/2020-01-01 enligt KL 6:27."
        ' <a href="/x">KL 6:28</a></p>'
    )
    made = linked(html)
    assert f'<a href="/protokoll/{row.minutes_id}/1/">ITVT § 1/2020-09-29</a>' in made
    assert f">{case.dnr}</a>" in made
    assert "KS § 9/2020-01-01 enligt" in made
    assert made.count("lagen.nu") == 1


def test_pages_when_withdrawn_then_410(client: Client, approval: Approval) -> None:
    row = first(approval)
    withdraw_row(row)
    shown(client, f"/protokoll/{row.minutes_id}/1/", 410)
    shown(client, f"/protokoll/{row.minutes_id}/1/1/", 410)


def test_calendar_then_coming_meetings_by_month(client: Client) -> None:
    meeting = make.planned()
    approvals.work_off()
    page = shown(client, "/sammantraden/")
    assert meeting.place in page
    assert "September 2020" in page


def test_linking_when_there_are_more_references_then_no_more_questions(
    approval: Approval, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one = "<p>ITVT § 1/2020-09-29 och ITVT 1/2020</p>"
    for html in (one, one * 40 + "<p>ITVT § 2/2020-09-29, ITVT 77/2020</p>"):
        with django_assert_num_queries(2):
            linked(html)
