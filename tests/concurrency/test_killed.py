"""Processes that are ended from outside, a hundred times: nothing is half done.

The timer's signal ends a process at once and wherever it is, as a power cut would. How
long each may live is drawn, longer every time, so that the work comes to its end too.
"""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from boards.access.enums import Role
from boards.shared.clock import at, local
from cases.retention import actions as retention
from cases.retention.actions import Into
from minutes.archive import actions as packing
from minutes.archive.handlers import renew
from minutes.archive.models import ArchivePackage
from tests.factories import approvals, registers
from tests.factories import retention as make

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.law("S-06"),
]
KILLS = 100


@pytest.fixture(autouse=True)
def on_a_disk(settings: Any, tmp_path: Path) -> None:
    """Keep files where another process sees them."""
    settings.MEDIA_ROOT = tmp_path / "files"
    backend = {"BACKEND": "boards.shared.disk.WholeFileStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": backend}


def is_killed(step: Callable[[], object], seconds: float) -> bool:
    """Take a step in a process that lives so long; say whether it was ended."""
    connection.close()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            step()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def lives(chance: random.Random) -> Iterator[float]:
    """Give how long each may live, in seconds: longer and longer."""
    longest = 0.02
    while True:
        yield chance.uniform(0.001, longest)
        longest *= 1.2


@pytest.fixture
def package() -> ArchivePackage:
    approval = approvals.taken_down()
    approvals.work_off()
    packing.order_package(approval=approval, by=None)
    approvals.work_off()
    return ArchivePackage.objects.get(approval=approval)


def forget_second_stamp() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("DELETE FROM minutes_archivestamp WHERE number = 2")
        cursor.execute("SET session_replication_role = origin")


def test_renewal_when_killed_a_hundred_times_then_one_stamp_whole(
    package: ArchivePackage,
) -> None:
    first = package.stamps.get()
    chance, kills = random.Random(3), 0
    with at(datetime.combine(first.renew_from, time(3), UTC)):
        while kills < KILLS:
            forget_second_stamp()
            for seconds in lives(chance):
                ended = is_killed(lambda: renew(package.pk), seconds)
                kills += ended
                before = b""
                for stamp in package.stamps.all():
                    pdf = stamp.file.read()
                    assert len(pdf) == stamp.file.size
                    assert pdf.startswith(before)
                    before = pdf
                if not ended:
                    break
            assert package.stamps.count() == 2


def test_disposal_when_killed_a_hundred_times_then_no_wrong_file_is_gone() -> None:
    board = registers.board()
    make.plan(board)
    first, second = (registers.role(board, Role.ARCHIVIST) for _one in range(2))
    chance, kills = random.Random(5), 0
    while kills < KILLS:
        _case, [goes] = make.old_case(board)
        _case, [stays] = make.old_case(board)
        with at(local(make.DUE, 9)):
            disposal = retention.propose_disposal(
                board=board, documents=[goes.pk], by=first
            )
            for seconds in lives(chance):
                ended = is_killed(
                    lambda one=disposal: retention.carry_out_disposal(
                        disposal=one, into=Into(), by=second
                    ),
                    seconds,
                )
                kills += ended
                goes.refresh_from_db()
                # The bytes are removed afterwards, by the worker: never before.
                assert default_storage.exists(goes.file.path)
                assert ended or goes.disposed_on
                if not ended:
                    break
            row = disposal.rows.get()
            for seconds in lives(chance):
                ended = is_killed(
                    lambda one=row: retention.remove_file(row=one), seconds
                )
                kills += ended
                row.refresh_from_db()
                if row.file_removed_at:
                    assert not default_storage.exists(goes.file.path)
                if not ended:
                    break
        assert row.file_removed_at
        stays.refresh_from_db()
        assert stays.disposed_on is None
        assert default_storage.exists(stays.file.path)
