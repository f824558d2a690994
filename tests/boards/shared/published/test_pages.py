"""The cache of public pages: as fast as memory, and never older than the database."""

import threading

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from boards.shared.published.models import PublicationVersion
from boards.shared.published.snapshots import publish_row
from minutes.publication.models import PublishedBoard, PublishedMunicipality

ALBY = {
    "slug": "alby",
    "name": "Alby kommun",
    "email": "kommunen@alby.example",
}


def municipality(name: str = "Alby kommun") -> PublishedMunicipality:
    return publish_row(PublishedMunicipality, {"source_id": 1}, ALBY | {"name": name})


def version() -> object:
    return PublicationVersion.objects.get().value


@pytest.mark.django_db
def test_page_when_nothing_was_published_then_asked_for_once(client: Client) -> None:
    municipality()
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/")
    assert "Alby kommun" in answer.content.decode()
    assert len(asked) == 1


@pytest.mark.django_db
def test_page_when_something_was_published_then_seen_at_once(client: Client) -> None:
    municipality()
    tag = client.get("/").headers["ETag"]
    municipality("Alby stad")
    answer = client.get("/", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "Alby stad" in answer.content.decode()


@pytest.mark.django_db
def test_page_when_the_day_changes_then_made_anew(client: Client) -> None:
    municipality()
    with time_machine.travel("2020-10-20 23:59:30+02:00", tick=False):
        tag = client.get("/").headers["ETag"]
        assert client.get("/", headers={"If-None-Match": tag}).status_code == 304
    with time_machine.travel("2020-10-21 00:00:30+02:00", tick=False):
        assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.django_db
def test_row_when_published_with_the_same_words_then_left_alone() -> None:
    row = municipality()
    before, changed = version(), row.changed_at
    assert municipality().changed_at == changed
    assert version() == before
    assert municipality("Alby stad").changed_at > changed
    assert version() != before


@pytest.mark.django_db
def test_version_when_publishing_is_rolled_back_then_as_before(client: Client) -> None:
    municipality()
    client.get("/")
    before = version()
    with transaction.atomic():
        municipality("Alby stad")
        assert "Alby stad" in client.get("/").content.decode()
        transaction.set_rollback(True)
    assert version() == before
    assert "Alby stad" not in client.get("/").content.decode()


@pytest.mark.django_db
def test_version_when_boards_join_a_municipality_then_another() -> None:
    board = publish_row(
        PublishedBoard,
        {"source_id": 1},
        {"slug": "itvt", "name": "Servicenämnden", "prefix": "ITVT", "email": "a@b.se"},
    )
    row = municipality()
    before = version()
    board.municipalities.add(row)
    assert version() != before


@pytest.mark.django_db
def test_page_when_address_is_absurd_then_answered_and_not_kept(client: Client) -> None:
    municipality()
    answer = client.get("/", {"x": "å" * 9000})
    assert answer.status_code == 200
    assert "ETag" not in answer.headers


@pytest.mark.django_db(transaction=True)
def test_page_when_read_while_posting_goes_on_then_never_older_than_committed() -> None:
    """What was committed before a request began is in its answer."""
    municipality("kommun-nr-0")
    committed = [0]
    stale: list[tuple[int, int]] = []
    done = threading.Event()

    def read() -> None:
        client = Client()
        try:
            while not done.is_set():
                least = committed[0]
                page = client.get("/").content.decode()
                shown = int(page.split("kommun-nr-")[1].split("<")[0])
                if shown < least:
                    stale.append((shown, least))
        finally:
            connection.close()

    readers = [threading.Thread(target=read) for _one in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 60):
        municipality(f"kommun-nr-{number}")
        committed[0] = number
    done.set()
    for reader in readers:
        reader.join()
    assert stale == []
