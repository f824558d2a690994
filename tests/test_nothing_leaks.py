"""A secret planted in every text of what is secret is found nowhere by the public."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import path

from boards.access.enums import Role
from boards.person.models import User
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.issued.models import IssuedDocument
from boards.shared.published.pages import public_page
from boards.shared.refusals import Refused
from boards.shared.storage import read_bytes
from cases.secrecy.actions import mark_secret
from config.public_urls import open_patterns
from minutes.archive.actions import order_package
from minutes.item import actions as items
from minutes.meeting import actions as meetings
from minutes.meeting.models import Meeting
from minutes.notice.tasks import take_down_due_notices
from minutes.opendata.bulk.tasks import make_year_files
from minutes.privacy.actions import consider, withdraw
from tests.crawler import (
    Crawl,
    all_of,
    crawl,
    every_open_address,
    open_addresses,
    text_of,
    unvisited,
)
from tests.factories import approvals, gate, publications, registers, secrets
from tests.factories import cases as diary
from tests.factories import items as make_items
from tests.factories.secrets import PROTECTED, SECRET

LATER = publications.NOON + timedelta(minutes=1)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def by_code(found: Crawl) -> Crawl:
    """Ask about every document that was issued, open or not."""
    codes = [row.printed_code for row in IssuedDocument.objects.all()]
    starts = [f"/{kind}verifiera/{code}/" for kind in ("", "api/") for code in codes]
    return found.follow(*starts)


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-12")
def test_public_when_secrets_are_planted_everywhere_then_none_is_found(
    client: Client,
) -> None:
    meeting = secrets.everything_done()
    assert SECRET in meeting.items.first().heading
    found = by_code(all_of(client))
    assert found.leaks() == []
    assert unvisited(found, open_addresses()) == set()
    for word in (SECRET, PROTECTED):
        for url in ("/sok/", "/diarium/itvt/"):
            page = text_of(client.get(url, {"q": word}))
            for asked in (f'value="{word}"', f"q%3D{word}"):
                page = page.replace(asked, "")
            assert page.count(word) == 0
    for approval in meeting.approvals.all():
        sent = SimpleUploadedFile("a.pdf", read_bytes(approval.document.sha256))
        answer = client.post("/api/verifiera/", {"file": sent})
        assert SECRET not in text_of(answer)


def test_crawl_when_an_open_address_is_new_then_it_is_missed(client: Client) -> None:
    @public_page
    def careless(_request: object) -> None:
        """Nobody leads here."""

    new = open_patterns([path("nytt/<uuid:key>/", careless, name="careless")])
    addresses = [(str(one.pattern), one.name) for one in new]
    assert unvisited(Crawl(client), addresses) == {"careless"}


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-12")
def test_public_pages_when_somebody_is_logged_in_then_they_tell_no_more(
    client: Client,
) -> None:
    meeting = secrets.everything_done()
    seen = by_code(crawl(client).guess(every_open_address()))
    for user in everybody(meeting):
        browser = Client()
        browser.force_login(user)
        assert Crawl(browser).guess(seen.said).leaks() == [], user


def everybody(meeting: Meeting) -> list[User]:
    """An account for every role of the board, its members, a stranger, a keeper."""
    board = meeting.board
    return [
        *(registers.role(board, role) for role in Role),
        *(approvals.user_of(row.person) for row in board.memberships.all()),
        registers.secretary(registers.board("annan")),
        registers.user("forvaltare", administrator=True),
    ]


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-12")
def test_staff_pages_when_another_board_asks_then_no_secret_is_found(
    client: Client,
) -> None:
    secrets.everything_done()
    client.force_login(registers.secretary(registers.board("annan")))
    assert all_of(client).leaks() == []


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-20")
def test_public_when_notices_are_down_and_all_is_archived_then_none_is_found(
    client: Client,
) -> None:
    meeting = secrets.everything_done()
    with at(local(publications.MEETING_DAY.replace(month=10, day=21), 0, 5)):
        take_down_due_notices()
        approvals.work_off()
        for approval in meeting.approvals.all():
            order_package(approval=approval, by=None)
        approvals.work_off()
    make_year_files()
    assert crawl(client).leaks() == []


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-20")
def test_public_when_somebody_is_protected_later_then_the_name_is_nowhere(
    client: Client,
) -> None:
    secrets.everything_named()
    before = crawl(client)
    assert len(before.leaks()) > 5
    with time_machine.travel(LATER, tick=False):
        secrets.protect_now()
        # The file of the year is refused at once, and made anew by the worker.
        assert crawl(client).guess(before.said).leaks() == []
        make_year_files()
        assert all_of(client).guess(before.said).leaks() == []


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-17")
def test_public_when_documents_are_withdrawn_then_what_they_said_is_nowhere(
    client: Client,
) -> None:
    meeting = approvals.decided(is_closed=False)
    first, last = approvals.items_of(meeting)[:2]
    make_items.written(first, f"<p>{SECRET} text</p>", meeting.secretary)
    paper = diary.document(
        diary.case(meeting.board),
        file=store_file(approvals.a_pdf(f"{SECRET} fil"), "application/pdf"),
        file_name=f"{SECRET}.pdf",
    )
    items.set_basis(item=last, basis=[items.Basis("Underlag", paper)], by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    approval = publications.published(meeting)
    rows = [approval.publication, consider(document=paper, by=None)]
    gate.let_through()
    make_year_files()
    before = crawl(client)
    assert len(before.leaks()) > 2
    with time_machine.travel(LATER, tick=False):
        for row in rows:
            withdraw(publication=row, reason="Fel.", by=None)
        assert crawl(client).guess(before.said).leaks() == []
        make_year_files()
        assert all_of(client).guess(before.said).leaks() == []
        assert SECRET not in text_of(client.get("/sok/", {"q": "text"}))


@pytest.mark.law("D-12")
def test_open_item_when_handling_is_secret_then_it_is_refused() -> None:
    item = make_items.item_in_session()
    paper = diary.document(diary.case(item.board), secret=True)
    for verb in (
        lambda: items.add_appendix(item=item, document=paper, by=None),
        lambda: items.set_basis(
            item=item, basis=[items.Basis("Yttrande", paper)], by=None
        ),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        (refusal,) = refused.value.refusals
        assert refusal.code == "item.document_is_secret"
        assert refusal.values == {"document": paper.designation}


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.law("D-12")
def test_freeze_when_handling_was_marked_secret_later_then_it_is_refused() -> None:
    meeting = approvals.decided(is_closed=False)
    item = approvals.items_of(meeting)[0]
    paper = diary.document(diary.case(meeting.board))
    items.add_appendix(item=item, document=paper, by=None)
    meetings.close_meeting(meeting=meeting, ends_at=publications.NOON, by=None)
    mark_secret(obj=paper, legal_ground="OSL 21:1", by=None)
    with pytest.raises(Refused) as refused:
        approvals.frozen(meeting)
    (refusal,) = refused.value.refusals
    assert refusal.code == "freeze.secret_document"
    assert refusal.values["document"] == paper.designation
