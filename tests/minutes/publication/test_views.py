"""Pages without login: what they show, what they refuse, what they never send."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import at, local
from minutes.approval.models import Approval
from minutes.item import actions as items
from minutes.item.enums import SectionKind
from minutes.meeting.models import Meeting
from minutes.notice.tasks import take_down_due_notices
from minutes.publication.models import PublishedNotice
from tests.factories import approvals, publications
from tests.factories import items as make_items
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_at_noon"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
ATOM = "{http://www.w3.org/2005/Atom}"
LONG = "x" * 10_000
HUGE = "9" * 40


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


@pytest.fixture
def approval() -> Approval:
    return publications.published()


def with_text(board: str, text: str) -> Meeting:
    """A meeting whose first § holds the text."""
    meeting = approvals.decided(make.planned(make.board_with_roster(board)))
    item = approvals.items_of(meeting)[0]
    section = item.sections.get(kind=SectionKind.SUMMARY)
    items.save_section(
        section=section, body=f"<p>{text}</p>", version=section.version, by=None
    )
    return meeting


def addresses(approval: Approval) -> list[str]:
    """Every page without login."""
    minutes = publications.shown(approval)
    notice = PublishedNotice.objects.first()
    return [
        "/",
        "/sok/",
        "/sok/?q=ärende&namnd=itvt",
        "/diarium/",
        "/namnd/itvt/",
        minutes.meeting.get_absolute_url(),
        minutes.get_absolute_url(),
        reverse("public-minutes-pdf", args=[minutes.pk]),
        notice.get_absolute_url(),
        notice.municipality.get_absolute_url(),
        reverse("notice-feed", args=[notice.municipality.slug]),
    ]


def test_page_without_login_then_no_cookie_and_every_cache_may_keep_it(
    client: Client, approval: Approval
) -> None:
    for url in addresses(approval):
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert not answer.cookies, url
        assert "Cookie" not in answer.headers.get("Vary", ""), url
        kept = set(answer.headers["Cache-Control"].split(", "))
        assert kept == {"public", "max-age=0", "must-revalidate"}, url


def test_page_when_it_has_not_changed_then_304(
    client: Client, approval: Approval
) -> None:
    for url in addresses(approval):
        tag = client.get(url).headers["ETag"]
        again = client.get(url, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b""), url


@pytest.mark.parametrize(
    "url",
    [
        "/anslagstavla/okand/",
        "/anslagstavla/okand/atom.xml",
        "/anslagstavla/alby/999999/",
        f"/anslagstavla/alby/{HUGE}/",
        "/namnd/okand/",
        "/namnd/itvt/2020-99-99/",
        "/namnd/itvt/0000-01-01/",
        "/namnd/itvt/2020-02-30/",
        "/namnd/itvt/2021-01-01/",
        "/protokoll/999999/",
        f"/protokoll/{HUGE}/",
        f"/protokoll/{HUGE}/pdf/",
        "/diarium/okand/",
        "/finns-inte/",
    ],
)
def test_unknown_address_then_404_in_swedish_without_cookie(
    client: Client, approval: Approval, url: str
) -> None:
    answer = client.get(url)
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.content.decode()
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("path", ["/sok/", "/diarium/itvt/", "/namnd/itvt/", "/"])
@pytest.mark.parametrize(
    "query",
    [
        {"q": "a\x00b", "namnd": "it\x00vt"},
        {"q": LONG, "namnd": LONG, "page": LONG},
        {"q": "'\"; drop table --", "page": "-1"},
        {"q": '"oavslutat citat', "page": HUGE},
        {"q": "& | ! ( :* <->", "namnd": "finns-inte"},
        {"q": "\udcff".encode("utf-8", "surrogateescape")},
        {"q": "💥§ %"},
    ],
)
def test_odd_query_then_never_an_error_of_ours(
    client: Client, approval: Approval, path: str, query: dict[str, str]
) -> None:
    assert client.get(path, query).status_code in {200, 404}


def test_post_to_public_page_then_405(client: Client, approval: Approval) -> None:
    for url in addresses(approval):
        assert client.post(url).status_code == 405, url


def test_minutes_pdf_when_nothing_is_masked_then_the_signed_bytes(
    client: Client, approval: Approval
) -> None:
    shown = publications.shown(approval)
    answer = client.get(reverse("public-minutes-pdf", args=[shown.pk]))
    assert answer.content == approval.document.read()
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "protokoll-itvt-2020-09-29" in answer.headers["Content-Disposition"]


def test_minutes_page_when_published_then_every_item_has_its_anchor(
    client: Client, approval: Approval
) -> None:
    shown = publications.shown(approval)
    page = client.get(shown.get_absolute_url()).content.decode()
    for item in shown.items.all():
        assert f'href="#{item.anchor}"' in page
        assert f'id="{item.anchor}"' in page


def test_minutes_page_when_masked_then_it_says_so(client: Client) -> None:
    meeting = approvals.decided()
    who = make.attendance(meeting, "Lindqvist").person
    who.is_protected = True
    who.save()
    shown = publications.shown(publications.published(meeting))
    page = client.get(shown.get_absolute_url()).content.decode()
    assert "maskerad kopia" in page
    assert "Lindqvist" not in page


@pytest.mark.law("P-08")
def test_minutes_page_when_secret_then_no_pdf_and_no_heading(client: Client) -> None:
    meeting = approvals.decided()
    item = approvals.items_of(meeting)[0]
    items.mark_item_secret(item=item, legal_ground="OSL 21:1", by=None)
    approval = approvals.signed(meeting, items=[item])
    approvals.work_off()
    shown = publications.shown(approval)
    page = client.get(shown.get_absolute_url()).content.decode()
    pdf = client.get(reverse("public-minutes-pdf", args=[shown.pk]))
    assert "OSL 21:1" in page
    assert "Ärende 1" not in page
    assert pdf.status_code == 404


@pytest.mark.law("A-01")
def test_notice_board_when_posted_then_dates_and_how_to_appeal(
    client: Client, approval: Approval
) -> None:
    page = client.get("/anslagstavla/berga/").content.decode()
    for text in ("2020-10-20", "2020-10-21", "Så överklagar du", "kommun@berga"):
        assert text in page


def test_notice_page_when_taken_down_then_410(
    client: Client, approval: Approval
) -> None:
    url = PublishedNotice.objects.first().get_absolute_url()
    assert client.get(url).status_code == 200
    take_down()
    assert client.get(url).status_code == 410


def take_down() -> None:
    with at(local(publications.MEETING_DAY.replace(month=10, day=21), 0, 5)):
        take_down_due_notices()
        approvals.work_off()


def entries(client: Client, slug: str = "alby") -> list[str]:
    answer = client.get(reverse("notice-feed", args=[slug]))
    root = ET.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    assert all(root.find(ATOM + name) is not None for name in ("id", "title"))
    for entry in root.findall(f"{ATOM}entry"):
        assert {f"{ATOM}{name}" for name in ("id", "title", "updated", "link")} <= {
            child.tag for child in entry
        }
    return [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]


def test_feed_when_posted_then_entry_and_when_taken_down_then_none(
    client: Client, approval: Approval
) -> None:
    assert entries(client) == [
        "Servicenämnden itvt 2020-09-29, §§\N{NO-BREAK SPACE}1–3"
    ]
    take_down()
    assert entries(client) == []


@pytest.mark.parametrize(
    "path", ["/", "/anslagstavla/alby/", "/namnd/itvt/", "/sok/?q=ärende"]
)
def test_list_when_more_is_published_then_same_number_of_queries(
    client: Client, path: str
) -> None:
    board = make.board_with_roster()
    publications.published(approvals.decided(make.planned(board)))
    client.get(path)
    with approvals.counted() as one:
        client.get(path)
    for hour in (13, 15):
        start = local(publications.MEETING_DAY, hour)
        later = make.actions.plan_meeting(
            board=board, starts_at=start, place="Alby", by=secretary_of(board)
        )
        with at(start):
            approval = approvals.approved_on(start, approvals.decided(later))
            approvals.posted(approval, start)
            approvals.work_off()
    with approvals.counted() as three:
        client.get(path)
    assert len(one) == len(three)


def secretary_of(board: Board) -> User:
    return make.RoleAssignment.objects.get(board=board).user


def test_minutes_page_when_more_items_then_same_number_of_queries(
    client: Client,
) -> None:
    counts = []
    for slug, points in (("ett", 1), ("tre", 3)):
        meeting = make.planned(make.board_with_roster(slug))
        make.with_points(meeting, points)
        shown = publications.shown(publications.published(approvals.decided(meeting)))
        client.get(shown.get_absolute_url())
        with approvals.counted() as queries:
            client.get(shown.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_model_minutes_page_then_reads_as_the_model(client: Client) -> None:
    with at(make_items.GAVEL):
        meeting = make_items.model_meeting()
    shown = publications.shown(publications.published(meeting))
    page = client.get(shown.get_absolute_url()).content.decode()
    for text in (
        "Plats och tid",
        "Internkontrollplan 2021",
        "<ol><li>",
        "ANSLAG/BEVIS",
    ):
        assert text in page
