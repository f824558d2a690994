"""Runs: ordered once, carried out by the worker, shown to those who may see."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.access.enums import Role
from boards.integrity import actions
from boards.integrity.checks import Check, Fault, Looked, checks
from boards.integrity.models import IntegrityRun
from boards.integrity.tasks import check_nightly, seal_new_history
from boards.person.models import User
from boards.shared import outbox
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.models import HistoryEvent, OutboxMessage, StoredFile
from boards.shared.outbox import handlers
from boards.shared.refusals import Refused
from tests.factories import approvals, cases, registers

pytestmark = pytest.mark.django_db

NIGHT = local(date(2026, 11, 24), 2, 15)


@pytest.fixture(autouse=True)
def signing_dir(tmp_path: Path) -> Iterator[None]:
    with override_settings(SIGNING_DIR=tmp_path):
        yield


@pytest.fixture
def archivist() -> User:
    board = registers.board()
    cases.case(board)
    return approvals.with_role(board, Role.ARCHIVIST, "arkiv")


@pytest.fixture
def stored() -> StoredFile:
    return store_file(b"ett protokoll", "text/plain")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def ran(by: User | None = None) -> IntegrityRun:
    run = actions.order_run(by=by)
    return actions.carry_out(run.pk)


def test_run_when_ordered_then_the_worker_is_woken_for_it(
    archivist: User, django_capture_on_commit_callbacks: Any
) -> None:
    run = actions.order_run(by=archivist)
    row = OutboxMessage.objects.get(kind=actions.KIND, object_id=run.pk)
    with django_capture_on_commit_callbacks() as woken:
        handlers[row.kind](row.object_id)
    assert len(woken) == 1
    assert HistoryEvent.objects.filter(code="integrity.ordered", object_id=run.pk)


def test_run_when_carried_out_then_tells_all_that_was_looked_at(
    archivist: User, stored: StoredFile
) -> None:
    run = ran(archivist)
    assert (run.fault_count, run.faults) == (0, [])
    assert list(run.looked_at) == [check.name for check in checks]
    assert run.looked_at["files"] == {
        "looked_at": {"files": 1, "bytes": 13},
        "fault_count": 0,
    }


def test_run_when_carried_out_twice_then_the_second_leaves_it_alone(
    archivist: User,
) -> None:
    run = ran(archivist)
    assert actions.carry_out(run.pk) is None


def test_run_when_a_file_is_gone_then_is_kept_with_its_fault(
    archivist: User, stored: StoredFile
) -> None:
    default_storage.delete(stored.path)
    run = ran(archivist)
    assert run.faults == [
        {
            "check": "files",
            "where": stored.path,
            "code": "integrity.file_missing",
            "values": {"id": str(stored.pk)},
        }
    ]


def test_run_when_there_are_very_many_faults_then_all_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def look(_looked: Looked) -> Iterator[Fault]:
        for number in range(900):
            yield Fault(f"{number}", "integrity.file_missing", {"id": number})

    both = [Check("files", look), Check("cases", look)]
    monkeypatch.setattr(actions, "checks", both)
    run = ran()
    assert (len(run.faults), run.fault_count) == (500, 1800)


def test_run_when_one_is_under_way_then_another_is_refused_until_it_is_cut_off(
    archivist: User,
) -> None:
    with at(NIGHT):
        actions.order_run(by=None)
        with pytest.raises(Refused):
            actions.order_run(by=archivist)
        check_nightly()
    assert IntegrityRun.objects.count() == 1
    with at(NIGHT + timedelta(days=1)):
        check_nightly()
    assert IntegrityRun.objects.count() == 2


def test_run_when_ordered_by_somebody_else_then_is_refused() -> None:
    board = registers.board()
    for user in (approvals.with_role(board, Role.SECRETARY, "sekr"), AnonymousUser()):
        with pytest.raises(PermissionDenied):
            actions.order_run(by=user)
    assert not OutboxMessage.objects.filter(kind=actions.KIND).exists()


def test_run_when_it_has_ended_then_nobody_changes_it(archivist: User) -> None:
    run = ran(archivist)
    for attack in (
        lambda: IntegrityRun.objects.update(fault_count=0),
        lambda: IntegrityRun.objects.filter(pk=run.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


def test_page_when_nothing_was_checked_then_says_so(archivist: User) -> None:
    page = client_of(archivist).get(reverse("integrity")).content.decode()
    assert "Ingen kontroll har slutförts ännu." in page
    assert "Kontrollera allt nu" in page


def test_page_when_all_is_well_then_says_so_in_a_sentence(archivist: User) -> None:
    with at(NIGHT):
        seal_new_history()
        ran(archivist)
        page = client_of(archivist).get(reverse("integrity")).content.decode()
    assert "fann allt som det var" in page
    assert "Historiken förseglades senast 2026-11-24" in page
    assert "Rader mot historiken" in page


def test_page_when_a_file_is_gone_then_shows_where_and_what(
    archivist: User, stored: StoredFile
) -> None:
    default_storage.delete(stored.path)
    ran(archivist)
    client = client_of(archivist)
    page = client.get(reverse("integrity")).content.decode()
    assert stored.path in page
    assert f"Filen saknas (lagrad fil {stored.pk})." in page
    assert "fann 1 fel" in client.get(reverse("archive-list")).content.decode()


def test_registers_when_a_check_found_faults_then_say_so_at_once(
    stored: StoredFile,
) -> None:
    default_storage.delete(stored.path)
    ran()
    keeper = User.objects.create_superuser("system", password="ett-bra-losenord")
    page = client_of(keeper).get(reverse("admin:index")).content.decode()
    assert "fann 1 fel" in page
    assert reverse("integrity") in page


def test_button_when_pressed_then_a_run_waits(archivist: User) -> None:
    client = client_of(archivist)
    assert client.post(reverse("integrity-run")).status_code == 302
    page = client.get(reverse("integrity")).content.decode()
    assert "En kontroll väntar på arbetsprocessen." in page
    assert "Kontrollera allt nu" not in page
    assert client.post(reverse("integrity-run")).status_code == 409


def test_page_when_there_are_more_runs_then_costs_the_same(archivist: User) -> None:
    client = client_of(archivist)
    counts = []
    for _ in range(3):
        ran(archivist)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("integrity"))
        counts.append(len(asked))
    assert counts[1] == counts[2]


def test_outbox_when_it_holds_a_run_then_carries_it_out_to_the_wake_up(
    archivist: User,
) -> None:
    actions.order_run(by=archivist)
    row = OutboxMessage.objects.get(kind=actions.KIND)
    outbox.carry_out(row.pk)
    row.refresh_from_db()
    assert row.state == "delivered"
