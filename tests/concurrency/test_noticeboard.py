"""Whoever reads the board sees everything committed before they asked (KL 8:9)."""

from collections.abc import Callable
from datetime import date
from threading import Event, Lock

import pytest
from django.db import transaction
from django.test import Client

from boards.shared.clock import at, local
from minutes.notice import actions
from minutes.notice.models import Proclamation
from minutes.noticeboard.actions import publish_notice, publish_proclamation
from minutes.publication.models import PublishedNotice
from tests.concurrency.threads import at_once
from tests.factories import approvals
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.time_machine(local(date(2020, 9, 29), 12), tick=False),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
PAGES = (
    "/anslagstavla/alby/",
    "/anslagstavla/alby/kiosk/",
    "/anslagstavla/alby/atom.xml",
)
ROUNDS = 12
NOON = local(date(2020, 9, 29), 12)


class Told:
    """What is committed: marks that have to be on the page, and that must not be."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.on: set[str] = set()
        self.off: set[str] = set()
        self.is_over = Event()

    def now(self) -> tuple[set[str], set[str]]:
        with self.lock:
            return set(self.on), set(self.off)

    def put(self, mark: str) -> None:
        with self.lock:
            self.on.add(mark)

    def leaving(self, mark: str) -> None:
        """From here on it may be on the page or not."""
        with self.lock:
            self.on.discard(mark)

    def gone(self, mark: str) -> None:
        with self.lock:
            self.off.add(mark)


def reader(told: Told, path: str) -> Callable[[], list[str]]:
    """Read again and again; return every page older than what was committed."""

    def read() -> list[str]:
        client, wrong, count = Client(), [], 0
        tag = ""
        body = ""
        while not told.is_over.is_set() or count < 2:
            on, off = told.now()
            answer = client.get(path, headers={"If-None-Match": tag} if tag else {})
            if answer.status_code == 200:
                body, tag = answer.content.decode(), answer.headers["ETag"]
            still, _off = told.now()
            wrong += [f"{path} lacks {one}" for one in on & still if one not in body]
            wrong += [f"{path} still has {one}" for one in off if one in body]
            count += 1
        return wrong

    return read


def proclaimed(number: int) -> Proclamation:
    board = make.Board.objects.get()
    row = actions.proclaim(
        board=board,
        municipality=board.host,
        said=actions.Proclaimed(
            kind="other_law",
            heading=f"Granskning nr {number:03d}.",
            text="Handlingarna finns i kommunhuset.",
            law="PBL 5:18",
            requested_by="Miljö",
            required_days=14,
        ),
        by=None,
    )[0]
    publish_proclamation(proclamation=row)
    return row


def writer(told: Told, first: int) -> Callable[[], None]:
    """Post, and withdraw every other; each is told once it is committed."""

    def write() -> None:
        for number in range(first, first + ROUNDS):
            mark = f"Granskning nr {number:03d}."
            row = proclaimed(number)
            told.put(mark)
            if number % 2:
                continue
            told.leaving(mark)
            row = actions.withdraw_proclamation(proclamation=row, reason="Fel", by=None)
            publish_proclamation(proclamation=row)
            told.gone(mark)

    return write


def and_then_over(told: Told, jobs: list[Callable[[], None]]) -> list[Callable]:
    """Tell the readers when the last writer is done, also when one of them failed."""
    left = [len(jobs)]

    def wrapped(job: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                job()
            finally:
                with told.lock:
                    left[0] -= 1
                    if not left[0]:
                        told.is_over.set()

        return run

    return [wrapped(job) for job in jobs]


def test_board_when_posted_and_withdrawn_while_read_then_no_page_is_too_old() -> None:
    make.planned()
    proclaimed(999)
    told = Told()
    told.put("Granskning nr 999.")
    writers = and_then_over(told, [writer(told, 100), writer(told, 200)])
    readers = [reader(told, path) for path in (*PAGES, PAGES[0])]
    results = at_once([*writers, *readers])
    assert [one for one in results if isinstance(one, Exception)] == []
    assert [wrong for one in results if one for wrong in one] == []
    assert len(told.off) == ROUNDS


def test_notice_when_taken_down_then_the_next_request_does_not_have_it() -> None:
    approval = approvals.posted(approvals.approved_on(NOON), NOON)
    notice = approval.notices.get(municipality__name="Alby")
    publish_notice(notice=notice)
    client = Client()
    mark = f'data-notice="{notice.pk}"'
    down = local(date(2020, 10, 21), 0, 5)
    with at(down):
        assert mark in client.get(PAGES[0]).content.decode()
        notice = actions.take_down_notice(notice=notice, by=None)
        publish_notice(notice=notice)
        assert mark not in client.get(PAGES[0]).content.decode()
        assert PublishedNotice.objects.filter(taken_down_on__isnull=False).exists()


def board_page() -> str:
    return Client().get(PAGES[0]).content.decode()


def test_board_when_the_posting_is_rolled_back_then_no_reader_has_seen_it() -> None:
    make.planned()
    proclaimed(999)
    client = Client()

    tag = client.get(PAGES[0]).headers["ETag"]
    with transaction.atomic():
        proclaimed(998)
        seen = at_once([board_page])[0]
        transaction.set_rollback(True)
    assert "998" not in str(seen)
    again = client.get(PAGES[0], headers={"If-None-Match": tag})
    assert again.status_code == 304
